package ingest

import (
	"encoding/json"
	"fmt"

	"pacta"
)

// row reads one line of the wire format's input as a document.
func row(line []byte) (*pacta.Document, error) {
	var in struct {
		ID                                     string
		Text, Body, Content, Article           string
		Published, Date, Published_at, Pubdate string
		Outlet, Source, Publisher              string
		Title, Headline, URL, Language, Genre  string
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("%w: %w", err, pacta.ErrInvalid)
	}
	d := &pacta.Document{
		ExternalID: in.ID, URL: in.URL, Language: in.Language, Genre: in.Genre,
		Title:     given(in.Title, in.Headline),
		Outlet:    given(in.Outlet, in.Source, in.Publisher),
		Published: given(in.Published, in.Date, in.Published_at, in.Pubdate),
		Text:      given(in.Text, in.Body, in.Content, in.Article).Value,
	}
	d.ID = d.MakeID()
	return d, nil
}

func given(values ...string) pacta.Field {
	for _, v := range values {
		if v != "" {
			return pacta.Field{Value: v, Basis: pacta.Given}
		}
	}
	return pacta.Field{Basis: pacta.None}
}

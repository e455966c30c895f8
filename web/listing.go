package web

import (
	"net/http"
	"strings"

	"pacta/treatybase"
)

// A listPage is a list of objects of one kind with its filters.
type listPage[T any] struct {
	Title  string
	Intro  string
	Rows   []T
	Pager  pager
	Fields []filterField
}

// intros says what each list holds; the codebook has the definitions.
var intros = map[string]string{
	"instrument": "Treaties, declarations, statements and other texts by which states commit themselves, as the documents name them.",
	"commitment": "Promises between parties and demands for them: who is to act, how firmly, in whose words.",
	"statement":  "Who said what. A statement is the speaker's; the base does not take it over.",
	"event":      "What happened between whom, in PLOVER types, and the steps in the life of instruments.",
	"actor":      "States, organisations, persons and groups that the documents name.",
}

// listing makes the page of a kind: its objects, filtered by the fields named.
// The template has the name of the page.
func listing[T any](s *server, r *http.Request, kind, title string, fields []string) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	f := filterOf(r, fields)
	f.Limit, f.Offset = limitOf(r), at
	objects, total, err := s.base.Find(r.Context(), kind, f)
	if err != nil {
		return nil, err
	}
	listed := make([]treatybase.Object, len(objects))
	for i, x := range objects {
		listed[i] = treatybase.Object{Kind: x.Kind, ID: x.ID, Body: skim(x.Body, unlisted[kind])}
	}
	rows, err := decode[T](listed)
	if err != nil {
		return nil, err
	}
	p := listPage[T]{Title: title, Intro: intros[kind], Rows: rows, Pager: newPager(r, at, len(rows), total)}
	if p.Fields, err = s.fields(r, kind, fields); err != nil {
		return nil, err
	}
	v := &view{name: strings.ToLower(title), Title: title, Nav: title, Data: p}
	return v, v.table(kind, objects)
}

// filterOf reads a filter from the address.
func filterOf(r *http.Request, fields []string) treatybase.Filter {
	var f treatybase.Filter
	to := map[string]*string{
		"type": &f.Type, "party": &f.Party, "to": &f.To, "modality": &f.Modality, "area": &f.Area, "layer": &f.Layer, "instrument": &f.Instrument,
		"speaker": &f.Speaker, "stance": &f.Stance, "voice": &f.Voice, "standing": &f.Standing, "state": &f.State, "factuality": &f.Factuality,
		"with": &f.With, "cites": &f.Cites, "level": &f.Level, "since": &f.Since, "until": &f.Until, "text": &f.Text, "document": &f.Document, "order": &f.Order,
	}
	q := r.URL.Query()
	for _, name := range append(fields, "order", "document", "instrument", "party", "with", "to", "speaker", "cites", "modality") {
		if p := to[name]; p != nil {
			*p = strings.TrimSpace(q.Get(name))
		}
	}
	return f
}

// free are the fields into which one types.
var free = map[string]string{"since": "From", "until": "Until", "text": "Words"}

// labels names the fields that are not called as they read.
var labels = map[string]string{"to": "Owed or done to"}

// fields returns the form above a list: the values that occur, the commonest
// first.
func (s *server) fields(r *http.Request, kind string, names []string) ([]filterField, error) {
	var out []filterField
	for _, name := range names {
		x := filterField{Name: name, Label: labels[name], Value: r.URL.Query().Get(name)}
		if x.Label == "" {
			x.Label = strings.ToUpper(name[:1]) + name[1:]
		}
		if label, ok := free[name]; ok {
			x.Label, x.Free = label, true
			out = append(out, x)
			continue
		}
		var err error
		if x.Choices, err = s.base.Values(r.Context(), kind, name); err != nil {
			return nil, err
		}
		if len(x.Choices) > 300 {
			x.Choices = x.Choices[:300]
		}
		if len(x.Choices) > 1 || x.Value != "" {
			out = append(out, x)
		}
	}
	return out, nil
}

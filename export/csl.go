package export

import (
	"encoding/json"
	"io"
	"strings"

	"pacta/edtf"
	"pacta/treatybase"
)

// A cslItem is a reference of the Citation Style Language (CSL-JSON, schema
// 1.0.2), as Zotero and Pandoc read it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Archive   string    `json:"archive,omitempty"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSL writes documents as CSL-JSON. Names of authors are kept as the document
// has them.
func CSL(w io.Writer, documents []treatybase.Head) error {
	items := make([]cslItem, 0, len(documents))
	for _, h := range documents {
		x := cslItem{ID: h.ID, Type: cslType(h), Title: clean(oneLine(h.Title)), Container: clean(oneLine(h.Outlet)), URL: clean(h.URL), Language: h.Language,
			Issued: cslIssued(h.Published), Note: "SHA-256: " + h.SHA256 + "; file: " + clean(oneLine(h.File))}
		if h.Author != "" {
			x.Author = []cslName{{clean(oneLine(h.Author))}}
		}
		items = append(items, x)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(items)
}

func cslType(h treatybase.Head) string {
	switch {
	case h.Genre == "treaty":
		return "treaty"
	case h.Outlet != "":
		return "article-newspaper"
	case h.URL != "":
		return "webpage"
	}
	return "document"
}

// cslIssued returns a date in parts: a range has two, and what is only known to
// the year or month has as many parts as are known.
func cslIssued(v string) *cslDate {
	x, err := edtf.Parse(v)
	if v == "" {
		return nil
	}
	if err != nil || x.IsOpen() || strings.Contains(v, "X") {
		return &cslDate{Literal: clean(v)}
	}
	d := &cslDate{Circa: x.Approximate || x.Uncertain}
	a, b, two := strings.Cut(v, "/")
	d.Parts = [][]int{cslParts(a, x.First)}
	if two {
		d.Parts = append(d.Parts, cslParts(b, x.Last))
	}
	return d
}

// cslParts returns as much of a day as its EDTF value states.
func cslParts(value string, day edtf.Day) []int {
	value, _, _ = strings.Cut(value, "T")
	value = strings.TrimRight(value, "~?%")
	y, m, d := day.Date()
	switch {
	case len(value) >= 10:
		return []int{y, m, d}
	case len(value) == 7 && value[5:] <= "12":
		return []int{y, m}
	}
	return []int{y}
}

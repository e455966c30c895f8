package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"pacta"
	"pacta/export"
	"pacta/treatybase"
)

// A download is a file that a handler made in place of a page.
type download struct {
	name, mediaType string
	policy          string // in place of that of pages
	body            []byte
}

// dossierFormats says how each format of a dossier is sent.
var dossierFormats = map[string]download{
	"html":     {name: "dossier.html", mediaType: "text/html; charset=utf-8"},
	"markdown": {name: "dossier.md", mediaType: "text/markdown; charset=utf-8"},
	"biblatex": {name: "sources.bib", mediaType: "application/x-bibtex; charset=utf-8"},
	"csl":      {name: "sources.json", mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8"},
}

// dossier makes a document of a part of the base: of what the address names
// with id, with, text, or kind and the filters of its list.
func (s *server) dossier(r *http.Request) (*view, error) {
	q := r.URL.Query()
	sel := export.Selection{ID: q.Get("id"), With: q.Get("with"), Text: q.Get("text"), Kind: q.Get("kind")}
	if isActor(sel.ID) {
		sel.Name = actorName(sel.ID)
	}
	if sel.Kind != "" {
		sel.Text, sel.With = "", ""
		sel.Filter = filterOf(r, treatybase.Roles[sel.Kind])
		sel.Filter.Type, sel.Filter.Text = strings.TrimSpace(q.Get("type")), strings.TrimSpace(q.Get("text"))
		sel.Filter.Since, sel.Filter.Until = q.Get("since"), q.Get("until")
	}
	v := &view{name: "dossier", Title: "Dossier", Data: sel, json: struct{}{}}
	if sel.ID == "" && sel.Text == "" && sel.Kind == "" {
		return v, nil
	}
	d, err := export.NewDossier(r.Context(), s.base, sel, s.options.Version)
	if err != nil {
		return nil, err
	}
	v.json = d
	v.header, v.rows = []string{"date", "kind", "head", "text", "state", "notes"}, [][]string{}
	for _, items := range [][]export.Item{d.Parts, d.Items, d.Splits, d.Clashes} {
		for _, x := range items {
			notes := make([]string, len(x.Notes))
			for i, n := range x.Notes {
				notes[i] = itoa(n)
			}
			v.rows = append(v.rows, []string{x.Date, x.Kind, x.Head, x.Text, x.State, strings.Join(notes, " ")})
		}
	}
	return v, v.download(d, q.Get("format"))
}

// download makes the file that is sent in place of a page.
func (v *view) download(d *export.Dossier, format string) error {
	if format == "" {
		format = "html"
	}
	f, ok := dossierFormats[format]
	if !ok {
		return pacta.ErrInvalid
	}
	var b bytes.Buffer
	var err error
	switch format {
	case "html":
		f.policy = "default-src 'none'; style-src " + export.StylePolicy() + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
		err = d.HTML(&b)
	case "markdown":
		err = d.Markdown(&b)
	case "biblatex":
		err = export.BibLaTeX(&b, d.Sources)
	case "csl":
		err = export.CSL(&b, d.Sources)
	}
	f.body = b.Bytes()
	v.file = &f
	return err
}

// writeFile sends a file: HTML is shown, the others are saved.
func writeFile(w http.ResponseWriter, f *download) {
	h := w.Header()
	h.Set("Content-Type", f.mediaType)
	if f.policy != "" {
		h.Set("Content-Security-Policy", f.policy)
		h.Set("Content-Disposition", `inline; filename="`+f.name+`"`)
	} else {
		h.Set("Content-Disposition", `attachment; filename="`+f.name+`"`)
	}
	w.Write(f.body)
}

// listKinds says which kind of objects each list shows.
var listKinds = map[string]string{
	"/instruments": "instrument", "/commitments": "commitment", "/statements": "statement", "/events": "event",
	"/disagreements": "discrepancy", "/collisions": "tension",
}

// dossierOf returns the query of the dossier of a page, "" where there is none.
func dossierOf(r *http.Request) string {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case r.URL.Path == "/search":
		if q := r.URL.Query().Get("q"); q != "" {
			return url.Values{"text": {q}}.Encode()
		}
	case listKinds[r.URL.Path] != "":
		q := r.URL.Query()
		q.Del("from")
		q.Del("lang")
		q.Set("kind", listKinds[r.URL.Path])
		return q.Encode()
	case len(parts) == 3 && parts[0] == "actors":
		return url.Values{"id": {parts[1]}, "with": {parts[2]}}.Encode()
	case len(parts) == 2 && (listKinds["/"+parts[0]] != "" || parts[0] == "actors" || parts[0] == "facts" || parts[0] == "documents"):
		return url.Values{"id": {parts[1]}}.Encode()
	}
	return ""
}

// Dossier returns the address of the dossier of a page in a format.
func (v *view) Dossier(format string) string { return "/dossier?" + v.dossier + "&format=" + format }

// HasDossier reports whether v can be had as a dossier.
func (v *view) HasDossier() bool { return v.dossier != "" && v.code == 0 }

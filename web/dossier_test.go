package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pacta/export"
)

// Every sort of selection gives a file with footnotes to sentences that stand
// in their documents.
func TestDossier(t *testing.T) {
	h := demoPages(t)
	var tensions []struct{ ID string }
	json.Unmarshal(get(h, "/collisions.json").Body.Bytes(), &tensions)
	queries := []string{"id=indus-waters-treaty", "id=IND", "id=IND&with=PAK", "text=treaty", "kind=commitment&modality=obligation", "kind=event&since=2024"}
	if len(tensions) > 0 {
		queries = append(queries, "id="+tensions[0].ID)
	}
	for _, q := range queries {
		w := get(h, "/dossier?"+q)
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Security-Policy"), export.StylePolicy()) {
			t.Errorf("%s: status %d, policy %q", q, w.Code, w.Header().Get("Content-Security-Policy"))
		}
		if _, err := html.Parse(strings.NewReader(w.Body.String())); err != nil || strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%s: %v", q, err)
		}
		var d export.Dossier
		if err := json.Unmarshal(get(h, "/dossier.json?"+q).Body.Bytes(), &d); err != nil || len(d.Notes) == 0 || len(d.Sources) == 0 {
			t.Errorf("%s: %d notes of %d sources, %v", q, len(d.Notes), len(d.Sources), err)
		}
		texts := map[string]string{}
		for _, n := range d.Notes {
			id := n.Source.Document
			if texts[id] == "" {
				var doc struct{ Text string }
				json.Unmarshal(get(h, "/documents/"+id+".json").Body.Bytes(), &doc)
				texts[id] = doc.Text
			}
			if n.Source.Of(texts[id]) != n.Source.Quote || d.Document(n).ID != id || len(d.Document(n).SHA256) != 64 {
				t.Errorf("%s: note %d is not what the document says", q, n.N)
			}
		}
		for i := 1; i < len(d.Items); i++ {
			if a, b := d.Items[i-1].Date, d.Items[i].Date; a != "" && b != "" && len(a) == 10 && len(b) == 10 && a > b {
				t.Errorf("%s: %s stands before %s", q, a, b)
			}
		}
	}
	for path, want := range map[string]int{"/dossier": 200, "/dossier?id=nothing": 404, "/dossier?id=IND&format=pdf": 400, "/dossier?kind=nothing": 400, "/dossier?kind=commitment&since=x": 400} {
		if w := get(h, path); w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
	for format, want := range map[string]string{"markdown": "text/markdown", "biblatex": "application/x-bibtex", "csl": "application/vnd.citationstyles.csl+json"} {
		w := get(h, "/dossier?id=indus-waters-treaty&format="+format)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), want) || w.Body.Len() == 0 || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %s, %d bytes", format, w.Header().Get("Content-Type"), w.Body.Len())
		}
	}
}

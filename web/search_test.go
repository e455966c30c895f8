package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func searchPathOf(q string) string { return "/search?q=" + url.QueryEscape(q) }

// A facet leads to as many hits as it counts.
func TestFacetsOnThePage(t *testing.T) {
	h := demoPages(t)
	for _, q := range []string{"treaty", "party:IND", "kind:event", "date:2025"} {
		doc, err := html.Parse(strings.NewReader(get(h, searchPathOf(q)).Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		facets := 0
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "li" || n.Parent.Parent.Data != "section" {
				continue
			}
			facets++
			var path, count string
			for c := range n.Descendants() {
				if c.Data == "a" {
					for _, a := range c.Attr {
						if a.Key == "href" {
							path = a.Val
						}
					}
				}
				if c.Type == html.TextNode && c.Parent.Data == "span" {
					count = c.Data
				}
			}
			if class(n) == "on" {
				continue
			}
			var found struct {
				Total int
				Kind  string
			}
			if err := json.Unmarshal(get(h, strings.Replace(path, "/search?", "/search.json?", 1)).Body.Bytes(), &found); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if itoa(found.Total) != count {
				t.Errorf("%s: the facet says %s, the page %d %s", path, count, found.Total, found.Kind)
			}
		}
		if facets == 0 {
			t.Errorf("%s: no facets", q)
		}
	}
}

// Whatever somebody types is answered with a page that says what to do.
func TestSearchAnswersSlips(t *testing.T) {
	h := demoPages(t)
	for q, want := range map[string]string{
		"modalty:obligation":                  "write modality:",
		`"sea rescue`:                         "not closed",
		"-treaty":                             "left out",
		"kind:commitment modality:obligatoin": "Nothing in the base has modality:obligatoin. It has",
		"treaty nowhereatall":                 "not stated in the sources",
		`<script>alert(1)</script>:x`:         "&lt;script&gt;",
	} {
		w := get(h, searchPathOf(q))
		if body := w.Body.String(); w.Code >= 500 || !strings.Contains(html.UnescapeString(body), html.UnescapeString(want)) || strings.Contains(body, "<script>alert") {
			t.Errorf("%s: status %d, want a page with %q", q, w.Code, want)
		}
		if w := get(h, strings.Replace(searchPathOf(q), "/search?", "/search.json?", 1)); !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: the twin is no JSON", q)
		}
	}
}

// The document beside the hits shows the words of the hit that was chosen.
func TestDocumentBeside(t *testing.T) {
	h := demoPages(t)
	body := get(h, searchPathOf("party:IND")).Body.String()
	shown := 0
	for _, path := range links(t, body) {
		if !strings.Contains(path, "show=") {
			continue
		}
		shown++
		doc, err := html.Parse(strings.NewReader(get(h, path).Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		marked := false
		for n := range doc.Descendants() {
			marked = marked || n.Data == "span" && strings.Contains(class(n), "target")
		}
		if !marked {
			t.Errorf("%s: nothing is marked", path)
		}
	}
	if shown == 0 {
		t.Error("no hit can be shown beside")
	}
	for _, bad := range []string{"&show=nothing&at=0-1", "&show=nothing", "&show=&at=x"} {
		if w := get(h, searchPathOf("party:IND")+bad); w.Code >= 500 {
			t.Errorf("%s: status %d", bad, w.Code)
		}
	}
}

func TestKeepSearch(t *testing.T) {
	h := demoPages(t)
	w := send(h, "/searches", url.Values{"q": {"party:IND treaty"}, "name": {"Indus <b>"}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	page := w.Header().Get("Location")
	if body := get(h, page).Body.String(); !strings.Contains(body, "Indus &lt;b&gt;") || !strings.Contains(body, "sentence") {
		t.Errorf("%s does not show the search", page)
	}
	if body := get(h, "/searches").Body.String(); !strings.Contains(body, page) || !strings.Contains(body, "nothing new") {
		t.Error("the list lacks the search")
	}
	if body := get(h, "/search").Body.String(); !strings.Contains(body, page) {
		t.Error("the search page lacks the search")
	}
	for _, form := range []url.Values{{"q": {"party:IND"}}, {"q": {"("}, "name": {"x"}}, {"name": {"x"}}} {
		if w := send(h, "/searches", form); w.Code != http.StatusBadRequest {
			t.Errorf("%v: status %d", form, w.Code)
		}
	}
	if w := send(h, page+"/remove", nil); w.Code != http.StatusSeeOther {
		t.Errorf("remove: status %d", w.Code)
	}
	if w := get(h, page); w.Code != http.StatusNotFound {
		t.Errorf("after it was removed: status %d", w.Code)
	}
	foreign := send(h, "/searches", url.Values{"q": {"x"}, "name": {"y"}}, "Sec-Fetch-Site", "cross-site")
	if foreign.Code != http.StatusForbidden {
		t.Errorf("a page of somebody else keeps a search: status %d", foreign.Code)
	}
}

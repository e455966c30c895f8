package read

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pacta"
)

// A pageHead is what an HTML page says about itself outside of its text.
type pageHead struct {
	language  string
	canonical string
	titleTag  string
	found     []ranked
}

// A ranked clue has a place in the order of trust; 0 is the surest.
type ranked struct {
	clue
	rank int
}

// metaNames maps names of meta elements to the field they state and their rank.
var metaNames = map[string]struct {
	field string
	rank  int
}{
	"og:title": {"title", 2}, "twitter:title": {"title", 3}, "dc.title": {"title", 3}, "parsely-title": {"title", 2}, "citation_title": {"title", 2},
	"og:site_name": {"outlet", 1}, "application-name": {"outlet", 4}, "dc.publisher": {"outlet", 3}, "citation_journal_title": {"outlet", 3},
	"article:published_time": {"published", 1}, "og:article:published_time": {"published", 1}, "datepublished": {"published", 1},
	"parsely-pub-date": {"published", 1}, "sailthru.date": {"published", 2}, "pubdate": {"published", 2}, "publishdate": {"published", 2},
	"publish-date": {"published", 2}, "publish_date": {"published", 2}, "dc.date.issued": {"published", 2}, "dcterms.created": {"published", 3}, "dc.date": {"published", 3}, "dcterms.date": {"published", 3}, "date": {"published", 3},
	"citation_publication_date": {"published", 2}, "cxenseparse:recs:publishtime": {"published", 2}, "article.published": {"published", 1},
	"author": {"author", 2}, "article:author": {"author", 3}, "parsely-author": {"author", 2}, "dc.creator": {"author", 3}, "sailthru.author": {"author", 2}, "citation_author": {"author", 2},
}

// element takes what n says about the page.
func (h *pageHead) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.language = languageTag(attr(n, "lang"))
	case atom.Title:
		if h.titleTag == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom == atom.Head {
			h.titleTag = squeeze(n.FirstChild.Data)
		}
	case atom.Meta:
		h.meta(n)
	case atom.Link:
		if attr(n, "rel") == "canonical" && strings.HasPrefix(attr(n, "href"), "http") {
			h.canonical = attr(n, "href")
		}
	case atom.Time:
		if at := attr(n, "datetime"); at != "" {
			rank := 5
			if attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") {
				rank = 1
			}
			h.add("published", at, "time element", rank)
		}
	case atom.Script:
		if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
			h.linked(n.FirstChild.Data)
		}
	}
	if attr(n, "itemprop") == "datePublished" && attr(n, "content") != "" {
		h.add("published", attr(n, "content"), "itemprop datePublished", 1)
	}
}

// below takes what the head element n of the page holds.
func (h *pageHead) below(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			h.element(c)
			h.below(c)
		}
	}
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func (h *pageHead) meta(n *html.Node) {
	name := strings.ToLower(attr(n, "property"))
	if name == "" {
		name = strings.ToLower(attr(n, "name"))
	}
	if m, ok := metaNames[name]; ok {
		h.add(m.field, attr(n, "content"), "meta "+name, m.rank)
	}
}

func (h *pageHead) add(field, value, why string, rank int) {
	// Many pages escape what they put into JSON-LD and meta elements twice.
	if value = squeeze(html.UnescapeString(value)); value == "" || field == "author" && strings.HasPrefix(value, "http") {
		return
	}
	h.found = append(h.found, ranked{clue{field, value, pacta.Stated, why}, rank})
}

// linked reads JSON-LD: headline, datePublished, author and publisher of an
// article. Broken JSON says nothing.
func (h *pageHead) linked(src string) {
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		h.thing(v, 0)
	}
}

func (h *pageHead) thing(v any, depth int) {
	if depth > 4 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			h.thing(x, depth+1)
		}
	case map[string]any:
		if kind := words(v["@type"]); strings.Contains(kind, "Article") || strings.Contains(kind, "BlogPosting") || strings.Contains(kind, "Report") || kind == "WebPage" {
			rank := 0
			if kind == "WebPage" {
				rank = 2
			}
			for _, f := range [...][2]string{{"headline", "title"}, {"datePublished", "published"}, {"author", "author"}, {"publisher", "outlet"}} {
				h.add(f[1], words(v[f[0]]), "JSON-LD "+f[0], rank)
			}
		}
		h.thing(v["@graph"], depth+1)
		h.thing(v["mainEntity"], depth+1)
	}
}

// clues returns what was found, surest first.
func (h *pageHead) clues() []clue {
	if h.titleTag != "" {
		h.add("title", h.titleTag, "title element", 4)
	}
	var out []clue
	for rank := 0; rank <= 5; rank++ {
		for _, f := range h.found {
			if f.rank == rank {
				out = append(out, f.clue)
			}
		}
	}
	return out
}

// languageTag returns the language of a lang attribute such as "en_US", without
// the region, "" if it is none.
func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	s, _, _ = strings.Cut(s, "_")
	if len(s) < 2 || len(s) > 3 {
		return ""
	}
	return s
}

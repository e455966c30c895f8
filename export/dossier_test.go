package export

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

const hostile = "<script>alert(1)</script> \x1b[31m'; DROP TABLE document; -- [x](javascript:alert(2)) `code` *bold*"

func sampleDossier() *Dossier {
	return &Dossier{
		Title: hostile, About: "instrument", Card: []Field{{"title", hostile}}, Version: "test", Cite: "Treaty base of 1 documents",
		Items: []Item{
			{Date: "2031-03-04", Kind: "promise", Head: hostile, Text: hostile, State: "rejected", Notes: []int{1}, More: 2},
			{Kind: "statement", Head: "somebody", Text: "words", State: "accepted", Notes: []int{1}},
		},
		Splits:  []Item{{Kind: "disagreement", Head: "date", Lines: []string{hostile}, Notes: []int{1}}},
		Notes:   []Note{{1, resolve.Source{Document: "d", Span: pacta.Span{Start: 1, End: 9}, Quote: hostile}, 1}},
		Sources: []treatybase.Head{{DocumentRow: treatybase.DocumentRow{ID: "d", Title: hostile, File: hostile, URL: "javascript:alert(3)"}, SHA256: "abc"}},
	}
}

// A dossier is one file that runs nothing and needs nothing, and each footnote
// in it leads to a note.
func TestDossierHTML(t *testing.T) {
	var b bytes.Buffer
	if err := sampleDossier().HTML(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]bool{}, []string{}
	for n := range doc.Descendants() {
		switch n.Data {
		case "script", "img", "link", "iframe":
			t.Errorf("the file holds <%s>", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#") && a.Val != "#ZgotmplZ":
				links = append(links, a.Val[1:])
			case a.Key == "href" && a.Val != "#ZgotmplZ", a.Key == "src", strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("the link #%s leads nowhere", l)
		}
	}
	if len(links) == 0 {
		t.Error("no footnotes")
	}
}

func TestDossierMarkdown(t *testing.T) {
	var b bytes.Buffer
	if err := sampleDossier().Markdown(&b); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	for _, bad := range []string{"<script", "\x1b", " [x]", "`code`", " *bold*"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q got through", bad)
		}
	}
	for _, want := range []string{"[^1]: “", "**4 March 2031**", "~~", "(rejected)", "(accepted)", "SHA-256 abc"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

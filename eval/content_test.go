package eval_test

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pacta"
	"pacta/eval"
	"pacta/read"
)

func TestContentScore(t *testing.T) {
	var s eval.ContentScore
	if f := s.Add("Menu: the Parties shall consult", "The Parties shall consult, shall!"); f != 0.8 {
		t.Errorf("F = %v, want .8", f)
	}
	s.Add("", "Nothing was kept")
	if m := s.Mean(); m.Pages != 2 || m.Precision != 0.4 || m.Recall != 0.4 || m.F != 0.4 {
		t.Errorf("mean %+v, want .4", m)
	}
}

// tag matches an element's mark, "<p class=x>".
var tag = regexp.MustCompile(`<[^>]*>`)

// kept returns the text of a page without its boilerplate.
func kept(t *testing.T, name string, body []byte) string {
	t.Helper()
	var out strings.Builder
	for d, err := range read.Read(&pacta.Raw{Name: name, Body: body}, read.Options{}) {
		if err != nil {
			t.Log(err)
			continue
		}
		at := 0
		for _, s := range d.Dropped {
			out.WriteString(d.Text[at:s.Start] + " ")
			at = s.End
		}
		out.WriteString(d.Text[at:])
	}
	return out.String()
}

// TestContentGold measures pages where they are at hand: in a folder of folders,
// each with source.html and the article as expected.html, that PACTA_PAGES names.
// github.com/go-shiori/go-readability has one, test-pages.
func TestContentGold(t *testing.T) {
	folder := os.Getenv("PACTA_PAGES")
	if folder == "" {
		t.Skip("PACTA_PAGES is not set")
	}
	sources, err := filepath.Glob(filepath.Join(folder, "*", "source.html"))
	if err != nil || len(sources) == 0 {
		t.Fatal("no pages", err)
	}
	var s eval.ContentScore
	for _, name := range sources {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(filepath.Dir(name), "expected.html"))
		if err != nil {
			continue
		}
		if f := s.Add(kept(t, name, body), html.UnescapeString(tag.ReplaceAllString(string(want), " "))); f < .8 {
			t.Logf("%s: F %.2f", filepath.Base(filepath.Dir(name)), f)
		}
	}
	m := s.Mean()
	t.Logf("%d pages: precision %.3f, recall %.3f, F %.3f", m.Pages, m.Precision, m.Recall, m.F)
	if m.F < .93 {
		t.Errorf("F %.3f, want at least .93", m.F)
	}
}

package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pacta"
)

// Every folder with an extractor has its line in All, and each extractor
// stands after those that it requires.
func TestAllListsEveryExtractor(t *testing.T) {
	listed := map[string]int{}
	for i, e := range All {
		listed[e.Name] = i
		for _, r := range e.Requires {
			if j, ok := listed[r.Name]; !ok || j >= i {
				t.Errorf("%s stands before %s, which it requires", e.Name, r.Name)
			}
		}
		if e.Version < 1 || !strings.HasSuffix(e.Doc, ".") {
			t.Errorf("%s: version %d, doc %q", e.Name, e.Version, e.Doc)
		}
	}
	folders, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if info, err := os.Stat(f); err != nil || !info.IsDir() {
			continue
		}
		if _, ok := listed[filepath.Base(f)]; !ok {
			t.Errorf("extract/%s has no line in All", f)
		}
	}
}

// A panic of one extractor costs its layer, not the document.
func TestPanicCostsOneLayer(t *testing.T) {
	p := New()
	p.steps = []*pacta.Extractor{
		{Name: "broken", Version: 1, Run: func(*pacta.Analysis) { panic("no such tree") }},
		{Name: "sound", Version: 1, Run: func(a *pacta.Analysis) {
			a.Add(pacta.Annotation{Kind: pacta.Mention, Type: "state", Span: pacta.Span{Start: 0, End: 7}})
		}},
	}
	a, errs := p.Analyse(&pacta.Document{Text: "Ardania pays."})
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "broken: panic: no such tree") {
		t.Errorf("errors %v, want the panic", errs)
	}
	if got := a.Of(pacta.Mention); len(got) != 1 {
		t.Errorf("%d mentions, want that of the sound extractor", len(got))
	}
}

// Boilerplate is never analysed, and every quote is in its place.
func TestAnalyse(t *testing.T) {
	text := "Follow us: Ardania will sign the treaty with Norway.\n\nNorway will comply with the treaty of 3 May 2021, the Norwegian foreign ministry said on Friday."
	d := &pacta.Document{Text: text, Dropped: []pacta.Span{{Start: 0, End: strings.Index(text, "\n")}}, Published: pacta.Field{Value: "2021-06-05", Basis: pacta.Given}}
	a, errs := New().Analyse(d)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	all := a.All()
	if !slices.ContainsFunc(all, func(x pacta.Annotation) bool { return x.Kind == pacta.Statement }) {
		t.Error("no statement was found")
	}
	for _, x := range all {
		if d.IsDropped(x.Span) {
			t.Errorf("%s %q is made of boilerplate", x.Kind, x.Quote)
		}
		if x.Of(text) != x.Quote {
			t.Errorf("%s: quote %q is not at %v", x.Kind, x.Quote, x.Span)
		}
		for _, r := range x.Args {
			if r.Of(text) != r.Quote {
				t.Errorf("%s %s: quote %q is not at %v", x.Kind, r.Role, r.Quote, r.Span)
			}
		}
	}
}

package pacta

import (
	"errors"
	"strings"
	"testing"

	"pacta/gazetteer"
)

// Every name of the codebook has a sentence of definition and stands once.
func TestSchemaDefinesEveryName(t *testing.T) {
	for _, d := range Schema {
		checkDefs(t, string(d.Kind), []Def{{string(d.Kind), d.Doc}})
		checkDefs(t, string(d.Kind)+" type", d.Types)
		checkDefs(t, string(d.Kind)+" role", d.Roles)
		for _, l := range d.Lists {
			checkDefs(t, string(d.Kind)+" "+l.Name, append([]Def{{l.Name, l.Doc}}, l.Items...))
		}
	}
}

func checkDefs(t *testing.T, what string, defs []Def) {
	t.Helper()
	seen := map[string]bool{}
	for _, d := range defs {
		if seen[d.Name] {
			t.Errorf("%s %s stands twice", what, d.Name)
		}
		seen[d.Name] = true
		if len(strings.Fields(d.Doc)) < 2 || !strings.HasSuffix(d.Doc, ".") {
			t.Errorf("%s %s is not defined by a sentence: %q", what, d.Name, d.Doc)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		a    Annotation
		ok   bool
	}{
		{"known", Annotation{Kind: Statement, Type: "direct", Args: []Arg{{Role: "source"}}}, true},
		{"kind", Annotation{Kind: "rumour", Type: "direct"}, false},
		{"type", Annotation{Kind: Statement, Type: "shouted"}, false},
		{"mode", Annotation{Kind: Event, Type: "CONSULT", Value: "picnic"}, false},
		{"factuality", Annotation{Kind: Life, Type: "signed", Args: []Arg{{Role: "factuality", Value: "perhaps"}}}, false},
		{"role", Annotation{Kind: Statement, Type: "direct", Args: []Arg{{Role: "obligor"}}}, false},
	} {
		if err := Check(&c.a); (err == nil) != c.ok || (err != nil && !errors.Is(err, ErrInvalid)) {
			t.Errorf("%s: Check = %v, want ok %v", c.name, err, c.ok)
		}
	}
}

func TestAnalysisRun(t *testing.T) {
	doc := &Document{Text: "Ardania will pay."}
	a := NewAnalysis(doc, gazetteer.Builtin(), nil)
	x := &Extractor{Name: "x", Version: 2, Run: func(a *Analysis) {
		a.Add(Annotation{Kind: Mention, Type: "state", Span: Span{8, 12}})
		a.Add(Annotation{Kind: Mention, Type: "state", Span: Span{0, 7}, Args: []Arg{{Role: "party", Span: Span{0, 7}}}})
		a.Add(Annotation{Kind: Mention, Type: "state", Span: Span{0, 99}})
		a.Add(Annotation{Kind: Mention, Type: "planet", Span: Span{0, 7}})
	}}
	if err := a.Run(x); err == nil || !strings.Contains(err.Error(), "99") {
		t.Errorf("Run = %v, want the span out of place", err)
	}
	got := a.Of(Mention)
	if len(got) != 2 || got[0].Quote != "Ardania" || got[1].Quote != "will" {
		t.Fatalf("kept %+v, want the two good ones in text order", got)
	}
	if got[0].By != "x@2" || got[0].Confidence != 1 || got[0].Args[0].Quote != "Ardania" {
		t.Errorf("not filled in: %+v", got[0])
	}
	if n := len(a.Within(Mention, Span{5, 12})); n != 1 {
		t.Errorf("Within found %d, want 1", n)
	}
}

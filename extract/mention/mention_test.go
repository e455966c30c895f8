package mention_test

import (
	"testing"

	"pacta"
	"pacta/extract/mention"
	"pacta/gazetteer"
	"pacta/internal/marked"
	"pacta/language"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Mention: {"office", "affiliation", "sector"}}
	marked.Test(t, "testdata", show, marked.With(mention.Extractor))
}

// Whom a phrase stands for: the codes of every phrase of the text.
func TestActors(t *testing.T) {
	text := "Presidents Ana Brun of Chile and Otto Keel of Peru met in Lima. The two presidents signed a treaty. " +
		"The Armenian army fired first, the Georgian foreign ministry said. Both countries deny it. Moscow and Baku agree; the parties will meet."
	a := pacta.NewAnalysis(&pacta.Document{Text: text}, gazetteer.Builtin(), language.English().Analyse(text, language.Options{}))
	if err := a.Run(mention.Extractor); err != nil {
		t.Fatal(err)
	}
	x := mention.Of(a)
	for phrase, want := range map[string]string{
		"Ana Brun":                      "CHL/GOV",
		"The two presidents":            "CHL PER",
		"The Armenian army":             "ARM/MIL",
		"the Georgian foreign ministry": "GEO/GOV",
		"Moscow and Baku":               "RUS/GOV AZE/GOV",
		"the parties":                   "RUS AZE",
	} {
		at := index(text, phrase)
		var got string
		for i, y := range x.Actors(pacta.Span{Start: at, End: at + len(phrase)}) {
			if i > 0 {
				got += " "
			}
			got += y.PLOVER()
		}
		if got != want {
			t.Errorf("Actors(%q) = %q, want %q", phrase, got, want)
		}
	}
}

func index(text, phrase string) int {
	for i := range text {
		if len(text)-i >= len(phrase) && text[i:i+len(phrase)] == phrase {
			return i
		}
	}
	return -1
}

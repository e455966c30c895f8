package statement_test

import (
	"os"
	"testing"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/gazetteer"
	"pacta/language"
)

// FuzzRun checks that no text makes the extractors panic or add what does not fit.
func FuzzRun(f *testing.F) {
	f.Add("“A,” he said: \"b\n\nc.” It should be noted that X, said Y, that")
	f.Add("BRUN: no\n\nBrun added:\n\nAs X put it, in the view of")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

// TestFragments runs the extractors over pieces of our own paragraphs that
// begin and end anywhere.
func TestFragments(t *testing.T) {
	data, err := os.ReadFile("testdata/speakers/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := unmark(string(data))
	for i := 0; i+600 < len(text); i += 97 {
		check(t, text[i:i+37+i%563])
	}
}

func check(t *testing.T, text string) {
	t.Helper()
	a := pacta.NewAnalysis(&pacta.Document{Text: text}, gazetteer.Builtin(), language.English().Analyse(text, language.Options{}))
	for _, e := range []*pacta.Extractor{mention.Extractor, statement.Extractor} {
		if err := a.Run(e); err != nil {
			t.Errorf("%v in %q", err, text)
		}
	}
}

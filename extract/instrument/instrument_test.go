package instrument_test

import (
	"testing"

	"pacta"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/provision"
	"pacta/extract/timex"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{
		pacta.Mention:  {"party", "date", "place", "paragraphs", "duration", "effect", "deposit", "status"},
		pacta.Citation: {"instrument", "from", "relation"},
	}
	all := marked.With(timex.Extractor, mention.Extractor, provision.Extractor, instrument.Extractor)
	marked.Test(t, "testdata", show, func(t testing.TB, d *pacta.Document) *pacta.Analysis {
		return only(t, d, all(t, d))
	})
}

// only returns an analysis that holds what this extractor found, so that the
// marked files do not change with those that it rests on.
func only(t testing.TB, d *pacta.Document, a *pacta.Analysis) *pacta.Analysis {
	out := pacta.NewAnalysis(d, a.Names, a.Sentences)
	err := out.Run(&pacta.Extractor{Name: "instrument", Version: 1, Run: func(out *pacta.Analysis) {
		for _, x := range a.All() {
			if x.By == instrument.Extractor.ID() {
				out.Add(x)
			}
		}
	}})
	if err != nil {
		t.Error(err)
	}
	return out
}

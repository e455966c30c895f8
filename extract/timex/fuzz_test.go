package timex

import (
	"testing"

	"pacta"
	"pacta/edtf"
	"pacta/language"
)

// FuzzRun checks on any text that the extractor neither fails nor finds
// anything twice, and that what it says in EDTF can be read.
func FuzzRun(f *testing.F) {
	for _, s := range []string{"on May 3, 5 and 7, 2017", "9-10 May, 1994-96 and 21:00 (UTC +04:00)", "the first half of the ’80s", "Feb. 30–31, 9999", "a hundred thousand years ago"} {
		f.Add(s, "2024-02-29")
	}
	f.Add("next week, last century", "0001-01-01")
	f.Fuzz(func(t *testing.T, text, published string) {
		d := &pacta.Document{Text: text, Published: pacta.Field{Value: published}}
		a := pacta.NewAnalysis(d, nil, language.English().Analyse(text, language.Options{Depth: language.Tokens}))
		if err := a.Run(Extractor); err != nil {
			t.Fatal(err)
		}
		last := pacta.Span{}
		for _, x := range a.Of(pacta.Time) {
			if x.Overlaps(last) {
				t.Errorf("%q overlaps what stands before", x.Quote)
			}
			last = x.Span
			if v := x.ValueOf("edtf"); v != "" {
				if _, err := edtf.Parse(v); err != nil {
					t.Errorf("%q: %v", x.Quote, err)
				}
			}
		}
	})
}

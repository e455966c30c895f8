package ask

import "testing"

// Whatever is asked, taking it apart neither fails nor invents words.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"When was it signed?", "How many", "how much?", "What does Article XII say and who says so?", "armed attack on ARM by AZE", "Is\x80it – in force?", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range clauses(s) {
			q := parse(c)
			q.number()
			a := &Answer{Parts: []Part{{Value: "20 kilometres"}}}
			a.figures(q)
			if len(q.words) > len(q.order) {
				t.Errorf("%q: more content words than words", c)
			}
		}
		if o, err := Occurrence(s); err == nil && len(o.Actors)+len(o.Targets) == 0 {
			t.Errorf("%q: an event of nobody", s)
		}
	})
}

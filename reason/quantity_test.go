package reason

import (
	"testing"

	"pacta"
	"pacta/resolve"
)

func TestQuantities(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		kind, level string // "" if the two do not contradict
	}{
		{"After a four-hour meeting they signed the pact.", "The meeting lasted more than four hours.", "duration", Mild},
		{"Ardania leases 20 kilometres of its coast.", "It gives Belmak 19 kilometres of coast.", "quantity", Mild},
		{"Ardania leases 20 kilometres of its coast.", "It gives Belmak 90 kilometres of coast.", "quantity", Serious},
		{"The lease runs for 50 years.", "Ardania leases 20 kilometres of its coast.", "", ""},
		{"They built 20 kilometres of road.", "It gives Belmak 90 kilometres of coast.", "", ""},
		{"After a four-hour meeting they signed.", "The meeting of four hours ended at noon.", "", ""},
		{"Within five days the troops left.", "The talks took more than five days.", "", ""},
	} {
		src := func(doc, s string) resolve.Source {
			return resolve.Source{Document: doc, Span: pacta.Span{End: len(s)}, Quote: s}
		}
		b := &resolve.Base{Events: []resolve.Event{{ID: "e1", Type: "CONSULT", Sources: []resolve.Source{src("d1", c.a), src("d2", c.b)}}}}
		got := Find(b, nil).Discrepancies
		switch {
		case c.kind == "" && len(got) > 0:
			t.Errorf("%q, %q: %+v, want no disagreement", c.a, c.b, got)
		case c.kind != "" && (len(got) != 1 || got[0].Attribute != c.kind || got[0].Level != c.level || len(got[0].Positions) != 2):
			t.Errorf("%q, %q: %+v, want a %s one of %s", c.a, c.b, got, c.level, c.kind)
		}
	}
}

package language

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Names by sentence as "words=type", separated by semicolons.
var named = []struct{ text, want string }{
	{"President Mara Ostrin met Sen. Jonas Pike in Oslo.", "Mara Ostrin=person; Jonas Pike=person; Oslo=place"},
	{"Sara Lindqvist works for the World Trade Organization.", "Sara Lindqvist=person; World Trade Organization=organization"},
	{"The ministers flew to Kyiv.", "Kyiv=place"},
	{"Residents of Belmar, Veldonia, were evacuated.", "Belmar=place; Veldonia=place"},
}

func TestEntities(t *testing.T) {
	for _, c := range named {
		var got []string
		for _, s := range English().Analyse(c.text, Options{}) {
			for _, e := range s.Entities {
				got = append(got, c.text[s.Tokens[e.First].Start:s.Tokens[e.Last-1].End]+"="+e.Type.String())
			}
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%s: %s", c.text, d)
		}
	}
}

package commitment

import (
	"strings"
	"testing"

	"pacta"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Commitment: {
		"party", "beneficiary", "cue", "action", "condition", "purpose", "basis", "saving", "deadline", "duration", "provision", "layer", "by",
	}}
	marked.Test(t, "testdata/marked", show, marked.With(append(Extractor.Requires[:len(Extractor.Requires):len(Extractor.Requires)], Extractor)...))
}

func TestAreas(t *testing.T) {
	seen := map[string]bool{}
	for i, a := range Areas {
		if a.Name == "" || a.Doc == "" || seen[a.Name] {
			t.Errorf("area %d: %+v", i, a)
		}
		seen[a.Name] = true
	}
	for i, want := range []string{"defence", "offence", "neutrality", "non-aggression", "consultation"} {
		if Areas[i].Name != want {
			t.Errorf("area %d is %q, want %q", i, Areas[i].Name, want)
		}
	}
}

func TestAreasOf(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"supply modern weapons", "arms supply"},
		{"use national currencies in mutual settlements", "payments"},
		{"build a gas pipeline", "energy"},
		{"protect the forests", "environment"},
		{"abolish visas", "migration"},
		{"open the railway", "transport"},
	} {
		if got := areasOf(strings.Fields(c.words)); len(got) == 0 || got[0] != c.want {
			t.Errorf("areasOf(%q) = %v, want %s first", c.words, got, c.want)
		}
	}
}

package gazetteer

import (
	"slices"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	g, err := load(embedded)
	if err != nil {
		t.Fatal(err)
	}
	known := func(e *Entry, field, id string) {
		if id != "" && g.ByID(id) == nil {
			t.Errorf("%s: %s %q is not in the tables", e.ID, field, id)
		}
	}
	for e := range g.All() {
		known(e, "country", e.Country)
		known(e, "parent", e.Parent)
		known(e, "organization", e.Organization)
		for _, id := range slices.Concat(e.Members, e.Parties) {
			known(e, "member or party", id)
		}
		for _, list := range [][]string{e.Members, e.Parties} {
			sorted := slices.Sorted(slices.Values(list))
			if len(slices.Compact(sorted)) != len(list) {
				t.Errorf("%s: a member or party twice: %v", e.ID, list)
			}
		}
	}
}

func TestUnitedNations(t *testing.T) {
	if n := len(Builtin().ByID("UN").Members); n != 193 {
		t.Errorf("members of the UN = %d, want 193", n)
	}
}

func TestMembers(t *testing.T) {
	for id, want := range map[string]int{"EU": 27, "NATO": 32, "OSCE": 57, "AU": 55, "COE": 46, "OIC": 57, "LAS": 22, "OECD": 38, "APEC": 21} {
		if n := len(Builtin().ByID(id).Members); n != want {
			t.Errorf("members of %s = %d, want %d", id, n, want)
		}
	}
}

// TestAmbiguous checks that a name that means several things says so: at most one surface of it is
// not marked as weak, unless all belong to one entry or differ in case; the common noun of an office
// or role may stand beside a name ("House of Commons").
func TestAmbiguous(t *testing.T) {
	g := Builtin()
	for _, n := range g.trie.nodes {
		var sure []string
		for id := n.first; id != 0; id = g.trie.surfaces[id-1].next {
			s := g.trie.surfaces[id-1]
			if !s.weak && s.uppers == 0 && s.reading != Noun && !slices.Contains(sure, s.entry.ID) {
				sure = append(sure, s.entry.ID)
			}
		}
		if len(sure) > 1 {
			t.Errorf("one name, several sure readings: %s", strings.Join(sure, ", "))
		}
	}
}

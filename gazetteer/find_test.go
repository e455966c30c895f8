package gazetteer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found writes the matches of text as "words=ID reading", the alternatives of one span joined by "/".
func found(text string) []string {
	var list []string
	last := -1
	for _, m := range Builtin().Find(text, nil) {
		s := m.Entry.ID + " " + m.Reading.String()
		if m.Start == last {
			list[len(list)-1] += "/" + s
			continue
		}
		last = m.Start
		list = append(list, text[m.Start:m.End]+"="+s)
	}
	return list
}

func TestFindStates(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Russia's partner", []string{"Russia=RUS name"}},
		{"the Russian Federation’s line", []string{"Russian Federation=RUS name"}},
		{"roast turkey and fine china for us", nil},
		{"TURKEY, Türkiye and Turkiye", []string{"TURKEY=TUR name", "Türkiye=TUR alias", "Turkiye=TUR alias"}},
		{"the U.S. and the US", []string{"U.S.=USA acronym", "US=USA acronym"}},
		{"a U.S.-led effort", []string{"U.S.=USA acronym"}},
		{"IT IS UP TO US ALL", nil},
		{"US$ 40", nil},
		{"Russian-Azerbaijani", []string{"Russian=RUS demonym", "Azerbaijani=AZE demonym"}},
		{"Sino-Indian and Sino relations", []string{"Sino=CHN demonym", "Indian=IND demonym"}},
		{"BAKU, 3 May", []string{"BAKU=AZE capital"}},
		{"The Gambia and Gambia", []string{"The Gambia=GMB name", "Gambia=GMB name"}},
		{"United\u00a0\n  Kingdom", []string{"United\u00a0\n  Kingdom=GBR name"}},
		{"the United\n\nKingdom", nil},
		{"the People’s Republic of China", []string{"People’s Republic of China=CHN name"}},
		{"CÔTE D’IVOIRE and Cote d'Ivoire", []string{"CÔTE D’IVOIRE=CIV name", "Cote d'Ivoire=CIV name"}},
		{"Saint Lucia, St Lucia, St. Lucia", []string{"Saint Lucia=LCA name", "St Lucia=LCA alias", "St. Lucia=LCA alias"}},
		{"the Congo", []string{"Congo=COD alias/COG alias"}},
		{"Guinea-Bissau, Papua New Guinea, Guinea", []string{"Guinea-Bissau=GNB name", "Papua New Guinea=PNG name", "Guinea=GIN name"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, found(test.text)); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestFindKinds(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"NATO and Nato, never nato", []string{"NATO=NATO acronym", "Nato=NATO acronym"}},
		{"the Organisation for Security and Cooperation in Europe", []string{"Organisation for Security and Cooperation in Europe=OSCE alias"}},
		{"the Norwegian foreign minister", []string{"Norwegian=NOR demonym", "foreign minister=foreign-minister noun"}},
		{"Portugal's minister of foreign affairs", []string{"Portugal=PRT name", "minister of foreign affairs=foreign-minister noun"}},
		{"floods in New Mexico", []string{"New Mexico=new-mexico name"}},
		{"told the Washington Post", []string{"Washington Post=washington-post name"}},
		{"under the treaty on the non-proliferation of nuclear weapons", []string{"treaty on the non-proliferation of nuclear weapons=npt name"}},
		{"the Antarctic treaty, UNCLOS", []string{"Antarctic treaty=antarctic-treaty alias", "UNCLOS=unclos acronym"}},
		{"the West backs rebels in the west", []string{"the West=west name", "rebels=sector-rebels noun"}},
		{"Guam and GUAM", []string{"Guam=GUM name", "GUAM=GUAM-ORG acronym/GUM name"}},
		{"Convention on International Trade in Endangered Species of Wild Fauna, and Flora",
			[]string{"Convention on International Trade in Endangered Species of Wild Fauna, and Flora=cites name"}},
		{"\u02bcaʼ \u02bc'ʻ Peru", []string{"Peru=PER name"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, found(test.text)); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestBindsState keeps the list of those who bind a state to the three of the convention.
func TestBindsState(t *testing.T) {
	for name, want := range map[string]bool{
		"president": true, "prime minister": true, "foreign minister": true,
		"ambassador": false, "defence minister": false, "spokeswoman": false, "speaker of parliament": false,
	} {
		found := Builtin().Lookup(name)
		if len(found) == 0 || found[0].BindsState != want {
			t.Errorf("Lookup(%q)[0].BindsState is not %v: %v", name, want, found)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct{ name, want string }{
		{"russia", "RUS"}, {"RU", "RUS"}, {"rus", "RUS"}, {"the russian federation", "RUS"},
		{"Belarusians", "BLR"}, {"us", "USA"}, {"Korea", "KOR PRK"}, {"Atlantis", ""}, {"", ""}, {"Democratic", ""},
	}
	for _, test := range tests {
		var ids []string
		for _, e := range Builtin().Lookup(test.name) {
			ids = append(ids, e.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("Lookup(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

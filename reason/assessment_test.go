package reason

import (
	"strings"
	"testing"

	"pacta"
	"pacta/resolve"
)

// saying is a statement about instrument T1, whose name stands in it.
func saying(id, speaker, text string) (resolve.Statement, []resolve.Source) {
	doc := "doc-" + id
	whole := resolve.Source{Document: doc, Span: pacta.Span{End: len(text)}, Quote: text}
	s := resolve.Statement{ID: id, Document: doc, Speaker: resolve.Value(speaker), Voice: "person", Named: namesIn(doc, text, 0), Content: []resolve.Source{whole}, Sources: []resolve.Source{whole}}
	var names []resolve.Source
	if i := strings.Index(text, "the pact"); i >= 0 {
		names = append(names, resolve.Source{Document: doc, Span: pacta.Span{Start: i, End: i + 8}, Quote: "the pact"})
	}
	return s, names
}

func TestAssessments(t *testing.T) {
	for _, c := range []struct {
		title string
		said  [][2]string // speaker, words
		want  int         // positions
	}{
		{"opposed", [][2]string{{"Ana Bell", "We think that the pact will strengthen the ties of Cordavia and Ardania."}, {"Ivo Crane", "With the pact, Belmak will increase pressure on Ardania."}}, 2},
		{"negated", [][2]string{{"Ana Bell", "We think that the pact will not harm relations with Ardania."}, {"Ivo Crane", "The risk is that the pact will undermine peace with Ardania."}}, 2},
		{"of one mind", [][2]string{{"Ana Bell", "We think that the pact will strengthen Ardania."}, {"Ivo Crane", "In time the pact will benefit Ardania."}}, 0},
		{"one speaker", [][2]string{{"Ana Bell", "We think that the pact will strengthen Ardania."}, {"Ana Bell", "Later the pact may harm Ardania."}}, 0},
		{"different states", [][2]string{{"Ana Bell", "We think that the pact will strengthen Ardania."}, {"Ivo Crane", "With the pact there will be pressure on Galdor."}}, 0},
		{"another subject", [][2]string{{"Ana Bell", "We think that the pact will strengthen Ardania."}, {"Ivo Crane", "The drought will harm Ardania."}}, 0},
	} {
		b := &resolve.Base{Instruments: []resolve.Instrument{{ID: "T1", Names: []resolve.Claim{{Value: "the pact"}}}}}
		for i, x := range c.said {
			s, names := saying(string(rune('p'+i)), x[0], x[1])
			b.Statements = append(b.Statements, s)
			b.Instruments[0].Names[0].Sources = append(b.Instruments[0].Names[0].Sources, names...)
		}
		got := discrepancies(b)["assessment"]
		if len(got.Positions) != c.want {
			t.Errorf("%s: %d positions, want %d: %+v", c.title, len(got.Positions), c.want, got.Positions)
		}
		if c.want > 0 && (got.Preferred != "" || got.Rule != byNobody) {
			t.Errorf("%s: prefers %q by %q, want nobody", c.title, got.Preferred, got.Rule)
		}
	}
}

// Two names of one state set side by side as partners are a slip; two states
// are none, nor is a state that is named twice in other ways.
func TestSlips(t *testing.T) {
	for text, want := range map[string]bool{
		"Ardania and Ardanians are old allies.":                           true,
		"There are talks between Ardania and Ardanian.":                   true,
		"Ardania and Belmak are old allies.":                              false,
		"Ardania and Ardania are old allies.":                             false,
		"The king of Ardania and the Ardanian army met.":                  false,
		"Cordavia said that Ardania would help all Ardanians who need it": false,
	} {
		s, _ := saying("s", "Ana Bell", text)
		if _, got := discrepancies(&resolve.Base{Statements: []resolve.Statement{s}})["slip"]; got != want {
			t.Errorf("slip in %q: %v, want %v", text, got, want)
		}
	}
}

func TestPlacesAndSignatories(t *testing.T) {
	at := func(value string, docs ...string) resolve.Claim {
		c := resolve.Claim{Value: resolve.Value(value), Count: len(docs)}
		for _, d := range docs {
			c.Sources = append(c.Sources, resolve.Source{Document: d})
		}
		return c
	}
	person := func(name, of string) resolve.Actor {
		return resolve.Actor{ID: "person:" + name, Name: name, Kind: "person", Roles: []resolve.Role{{Of: resolve.Value(of)}}}
	}
	b := &resolve.Base{
		Actors: []resolve.Actor{person("Ana Bell", "ARD"), person("Ivo Crane", "ARD"), person("Uma Dale", "BMK"), person("Ed Frost", "BMK")},
		Instruments: []resolve.Instrument{{ID: "T1", Attributes: []resolve.Claimed{
			{Attribute: "place", Values: []resolve.Claim{at("Mirna", "d1", "d2"), at("Summer Palace", "d3"), at("Halva", "d4")}},
			{Attribute: "signatory", Values: []resolve.Claim{at("Ana Bell", "d1", "d2"), at("Ivo Crane", "d3"), at("Uma Dale", "d1"), at("Ed Frost", "d1")}},
		}}},
	}
	got := discrepancies(b)
	if d := got["place"]; d.Preferred != "Mirna" || len(d.Positions) != 2 || d.Rule != byMajority {
		t.Errorf("place: %+v, want the two cities, the majority's first, and no palace", d)
	}
	if d := got["signatory"]; d.Preferred != "Ana Bell" || len(d.Positions) != 2 {
		t.Errorf("signatory: %+v, want the two who are said to have signed for one side", d)
	}
}

// The instrument's own text comes before those who signed, and they before
// the majority.
func TestPreference(t *testing.T) {
	claim := func(day, doc string) resolve.Claim {
		return resolve.Claim{Value: resolve.Value(day), Sources: []resolve.Source{{Document: doc, Span: pacta.Span{Start: 5, End: 9}}}}
	}
	majority := claim("2031-05-05", "d3")
	majority.Sources = append(majority.Sources, resolve.Source{Document: "d4"})
	x := resolve.Instrument{ID: "T1", Text: "own", Parties: []string{"ARD", "BMK"}, Signed: []resolve.Claim{claim("2031-05-03", "own"), claim("2031-05-04", "d2"), majority}}
	said := resolve.Statement{ID: "s1", Document: "d2", Speaker: "Ana Bell", Affiliation: "ARD", Content: []resolve.Source{{Document: "d2", Span: pacta.Span{End: 20}}}}
	for _, c := range []struct{ text, speaker, want, rule string }{
		{"own", "ARD", "2031-05-03", byText}, {"", "ARD", "2031-05-04", byParty}, {"", "FRN", "2031-05-05", byMajority},
	} {
		x.Text, said.Affiliation = resolve.Value(c.text), resolve.Value(c.speaker)
		d := discrepancies(&resolve.Base{Instruments: []resolve.Instrument{x}, Statements: []resolve.Statement{said}})["date"]
		if string(d.Preferred) != c.want || d.Rule != c.rule {
			t.Errorf("text %q, speaker of %s: %s by %q, want %s by %q", c.text, c.speaker, d.Preferred, d.Rule, c.want, c.rule)
		}
	}
}

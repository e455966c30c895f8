package reason

import (
	"strings"
	"testing"
)

// Every list that a rule asks for exists, and every phrase can be found by the
// first letters of its first word.
func TestLists(t *testing.T) {
	for name, phrases := range lists {
		if len(phrases) == 0 {
			t.Errorf("list %q is empty", name)
		}
		for _, ps := range phrases {
			for _, p := range ps {
				if p[0] == "" || strings.HasSuffix(p[0], "*") && len(p[0]) < 4 {
					t.Errorf("list %q: %q begins with less than three letters", name, p)
				}
				if strings.ToLower(strings.Join(p, "")) != strings.Join(p, "") {
					t.Errorf("list %q: %q is not in lower case", name, p)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		list, text string
		want       bool
	}{
		{"protection", "support Ardania militarily", true},
		{"protection", "support the long and costly work of a militarily useless state", false},
		{"protection", "come to the aid of its ally", true},
		{"military alliance", "any military alliances", true},
		{"hostile", "talks between the two", false},
		{"freeze", "has frozen its part", true},
		{"one view", "a unified view of it", true},
	} {
		if got := has(c.list, tokenize(c.text)); got != c.want {
			t.Errorf("has(%q, %q) = %v, want %v", c.list, c.text, got, c.want)
		}
	}
}

func TestMonths(t *testing.T) {
	for in, want := range map[string]int{"for five years": 60, "P5Y": 60, "18 months": 18, "P6M": 6, "for some time": 0, "": 0} {
		if got := months(in); got != want {
			t.Errorf("months(%q) = %d, want %d", in, got, want)
		}
	}
}

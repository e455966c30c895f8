package instrument

import "testing"

func TestDatesConflict(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1998", "1998-04-10", false},
		{"1998-04", "1998-04-10", false},
		{"1998-04-10/1998-04-11", "1998-04-11", false},
		{"1998-04-10", "1998-04-11", true},
		{"1997", "1998-04-10", true},
		{"", "1998", false},
		{"1998~", "1998-12-31", false},
	} {
		if got := datesConflict(c.a, c.b); got != c.want {
			t.Errorf("datesConflict(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := datesConflict(c.b, c.a); got != c.want {
			t.Errorf("datesConflict(%q, %q) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

func TestYearIn(t *testing.T) {
	for words, want := range map[string]string{"May 3": "", "May 3, 1990": "1990", "12345": "", "1990": "1990"} {
		if got := yearIn(words); got != want {
			t.Errorf("yearIn(%q) = %q, want %q", words, got, want)
		}
	}
}

package instrument

import "testing"

func TestNumerals(t *testing.T) {
	for w, want := range map[string]int{"IV": 4, "XIX": 19, "II": 2, "Vx": 0, "": 0} {
		if got := roman(w); got != want {
			t.Errorf("roman(%q) = %d, want %d", w, got, want)
		}
	}
	for w, want := range map[string]int{"ninth": 9, "3rd": 3, "21st": 21, "nine": 0, "st": 0} {
		if got := ordinal(w); got != want {
			t.Errorf("ordinal(%q) = %d, want %d", w, got, want)
		}
	}
}

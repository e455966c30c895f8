package gazetteer

import (
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{report, "U.S.", "U.S", "Côte d’Ivoire’s", "the West’", "Workers' Party", "Sino-", "St. ", "P5+1", "\xff\xfeRussia\xe2", "İstanbul"} {
		f.Add(s)
	}
	g := Builtin()
	f.Fuzz(func(t *testing.T, text string) {
		end, start := 0, 0
		for _, m := range g.Find(text, nil) {
			if m.Start >= m.End || m.End > len(text) || m.Entry == nil || m.Reading == 0 {
				t.Fatalf("Find(%q): bad match %d:%d %v", text, m.Start, m.End, m.Reading)
			}
			if m.Start < end && (m.Start != start || m.End != end) {
				t.Fatalf("Find(%q): %d:%d overlaps %d:%d", text, m.Start, m.End, start, end)
			}
			start, end = m.Start, m.End
			if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
				t.Fatalf("Find(%q): %d:%d cuts a character", text, m.Start, m.End)
			}
		}
		g.Lookup(text)
	})
}

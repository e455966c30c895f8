package quotation

import (
	"strings"
	"testing"
)

// Each case is a text and its quotations, joined with a bar; a quotation in a
// quotation is marked with its parent's number.
func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		`He said, "We will sign." Then he left.`:                                `"We will sign."`,
		"“We will sign,” the minister said, “and soon.”":                        "“We will sign,”|“and soon.”",
		"„Wir“, he said.":                                                       "„Wir“",
		"It was «a step forward», she said.":                                    "«a step forward»",
		"''It is late,'' he said, ''very late.''":                               "''It is late,''|''very late.''",
		"“She told me ‘never again’ and left,” he said.":                        "“She told me ‘never again’ and left,”|‘never again’",
		"The ministers' plan and the president's reply aren't quotes.":          "",
		"The 'peace plan' isn't one.":                                           "'peace plan'",
		"\"One paragraph runs on.\n\nAnd here it ends,\" he said. \"Another.\"": "\"One paragraph runs on.\n\nAnd here it ends,\"|\"Another.\"",
		"“First.\n\n“Second reopens.\n\n“Third ends.” He left.":                 "“First.\n\n“Second reopens.\n\n“Third ends.”",
		"“The author forgot to close.\n\nThe delegation left. “Good,” he said.": "“The author forgot to close.|“Good,”",
		"A “second“ slip and a ”third” one.":                                    "“second“",
		"He called it \"a trap\" -- \"a trap,\" he repeated.":                   "\"a trap\"|\"a trap,\"",
		"(\"Never\")": "\"Never\"",
		"‘We’re here, and it’s done,’ she said.": "‘We’re here, and it’s done,’",
	} {
		var got []string
		for _, q := range Find(text, nil) {
			got = append(got, text[q.Start:q.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("Find(%q) = %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestAt(t *testing.T) {
	text := "He: “She said ‘no’ twice” and left."
	qs := Find(text, nil)
	for word, want := range map[string]int{"He": -1, "She": 0, "no": 1, "twice": 0, "left": -1} {
		if got := At(qs, strings.Index(text, word)); got != want {
			t.Errorf("At(%q) = %d, want %d", word, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“a ‘b’ c”\n\n\"d\n\ne\"")
	f.Fuzz(func(t *testing.T, text string) {
		for i, q := range Find(text, nil) {
			if q.Start < 0 || q.End > len(text) || q.Inner.Start < q.Start || q.Inner.End > q.End || q.Parent >= i {
				t.Fatalf("Find(%q): bad quote %+v", text, q)
			}
		}
	})
}

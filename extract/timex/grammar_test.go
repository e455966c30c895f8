package timex

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestWordsAreKnown holds the code to the lexicon: an atom only has a word, and
// so can only be compared with one, when the word is in a data file.
func TestWordsAreKnown(t *testing.T) {
	call := regexp.MustCompile(`\.is\([^"()]*(?:\([^)]*\))?[^"()]*, "([^"]+)"\)`) // m.is(i-1, "the")
	files, _ := filepath.Glob("*.go")
	n := 0
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(code), -1) {
			if n++; english().words[m[1]] == nil {
				t.Errorf("%s asks for %q, which no data file holds", f, m[1])
			}
		}
	}
	if n < 50 {
		t.Errorf("found %d questions for words, the pattern is out of date", n)
	}
}

func TestCompileRejects(t *testing.T) {
	for rules, want := range map[string]string{
		"timex: {nothing}":             "no rule",
		"timex: <nothing>":             "no class",
		"timex: ( a | b":               "not closed",
		"timex: a => nothing=1":        "unknown",
		"timex: a => day=soonish":      "neither",
		"timex: a if nothing":          "unknown",
		"timex: {timex} b\ntimex: c":   "starts with itself",
		"timex a":                      "no name",
		"timex: nothing<month> in May": "unknown",
	} {
		_, err := compile(lexiconText, rules)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("compile(%q): %v, want an error with %q", rules, err, want)
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 2000: "2000-04-23", 2024: "2024-03-31", 2025: "2025-04-20"} {
		if d, ok := easter(year); !ok || d.String() != want {
			t.Errorf("easter(%d) = %v, want %s", year, d, want)
		}
	}
}

package statement_test

import (
	"os"
	"strings"
	"testing"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/gazetteer"
	"pacta/language"
)

// A source is the words that name who speaks, with the speaker they stand for.
type source struct {
	pacta.Span
	speaker string
}

// TestSpeakers counts how many sources of our own paragraphs are resolved to
// the right person, body or state.
func TestSpeakers(t *testing.T) {
	data, err := os.ReadFile("testdata/speakers/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	paragraphs, all, right := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		paragraphs++
		text, want := unmark(line)
		found := speakers(t, text)
		for _, w := range want {
			all++
			if got := speakerOf(found, w.Span); got == w.speaker {
				right++
			} else if testing.Verbose() {
				t.Logf("%q is %q, want %q: %s", w.Of(text), got, w.speaker, text)
			}
		}
	}
	if paragraphs < 150 || 10*right < 9*all {
		t.Errorf("%d of %d sources right in %d paragraphs, want 90 %% in 150", right, all, paragraphs)
	}
	t.Logf("%d of %d sources right in %d paragraphs", right, all, paragraphs)
}

// unmark takes {speaker|words} out of a line.
func unmark(line string) (string, []source) {
	var b strings.Builder
	var out []source
	for {
		before, rest, ok := strings.Cut(line, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), out
		}
		mark, after, _ := strings.Cut(rest, "}")
		speaker, words, _ := strings.Cut(mark, "|")
		out = append(out, source{pacta.Span{Start: b.Len(), End: b.Len() + len(words)}, speaker})
		b.WriteString(words)
		line = after
	}
}

func speakers(t *testing.T, text string) []pacta.Arg {
	t.Helper()
	a := pacta.NewAnalysis(&pacta.Document{Text: text}, gazetteer.Builtin(), language.English().Analyse(text, language.Options{}))
	for _, e := range []*pacta.Extractor{mention.Extractor, statement.Extractor} {
		if err := a.Run(e); err != nil {
			t.Fatal(err)
		}
	}
	var out []pacta.Arg
	for _, x := range a.Of(pacta.Statement) {
		for _, r := range x.Args {
			if r.Role == "source" {
				out = append(out, r)
			}
		}
	}
	return out
}

// speakerOf returns the value of the source that covers most of s.
func speakerOf(found []pacta.Arg, s pacta.Span) string {
	best, size := "nobody", 0
	for _, r := range found {
		if n := min(r.End, s.End) - max(r.Start, s.Start); n > size {
			best, size = r.Value, n
		}
	}
	return best
}

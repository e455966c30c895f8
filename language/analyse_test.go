package language

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// odd texts that must be survived, and whose tokens must add up.
var odd = []string{
	"",
	" ",
	"\n\n\n",
	"\xff\xfe\x80",
	"a\xffb \xc3\x28 \xe2\x82",
	".",
	"....!!!???",
	strings.Repeat(".", 5000),
	strings.Repeat("\"'“”", 700),
	strings.Repeat("(", 3000) + strings.Repeat(")", 3000),
	strings.Repeat("x", 100_000),
	strings.Repeat("a-", 20_000),
	strings.Repeat("word ", 20_000),
	strings.Repeat("1.", 9000),
	"Договор подписан в Москве. 条約は署名された。 تم التوقيع على المعاهدة.",
	"The\u00a0treaty\u200bwas\u2009signed.\u2028It holds.",
	"\ufeffA text with a byte order mark.",
	"e\u0301tude \u0301 \u200d",
	"\x00\x01\x02 The pact holds. \x7f",
	"Line one\r\nLine two\r\n\r\nLine three",
	"👍👍🏽 👨‍👩‍👧 ok",
}

func TestAnalyseAddsUp(t *testing.T) {
	for _, text := range odd {
		checkSentences(t, text, English().Analyse(text, Options{}))
	}
}

// checkSentences checks what holds for every text: tokens in order and without
// blanks, all that is no blank in a token, and trees with one root and no loop.
func checkSentences(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	at := 0
	for k := range sentences {
		s := &sentences[k]
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("%.40q: sentence %d does not span its tokens", text, k)
		}
		for _, x := range s.Tokens {
			if x.Start < at || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("%.40q: token [%d, %d) after byte %d", text, x.Start, x.End, at)
			}
			if gap := text[at:x.Start]; !blank(gap) {
				t.Fatalf("%.40q: %q is in no token", text, gap)
			}
			if strings.ContainsFunc(text[x.Start:x.End], unicode.IsSpace) {
				t.Fatalf("%.40q: blank in token %q", text, text[x.Start:x.End])
			}
			at = x.End
		}
		checkTree(t, text, s)
	}
	if !blank(text[at:]) {
		t.Fatalf("%.40q: %.40q is in no token", text, text[at:])
	}
}

func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' && r != '\u2060'
	})
}

func checkTree(t *testing.T, text string, s *Sentence) {
	t.Helper()
	roots := 0
	for i := range s.Tokens {
		x := &s.Tokens[i]
		if x.UPOS == 0 || x.XPOS == 0 || x.Rel == 0 || x.Lemma == "" {
			t.Fatalf("%.40q: token %d lacks a layer: %+v", text, i, *x)
		}
		if x.Head < 0 {
			roots++
			continue
		}
		steps := 0
		for h := i; h >= 0; h = s.Tokens[h].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("%.40q: token %d is in a loop", text, i)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%.40q: %d roots", text, roots)
	}
	for _, e := range s.Entities {
		if e.First < 0 || e.Last <= e.First || e.Last > len(s.Tokens) || e.Type == 0 {
			t.Fatalf("%.40q: entity %+v", text, e)
		}
	}
}

func TestDepths(t *testing.T) {
	const text = "Veldonia signed the pact."
	for _, c := range []struct {
		depth       Depth
		tagged, arc bool
	}{{Tokens, false, false}, {Tags, true, false}, {Trees, true, true}} {
		x := English().Analyse(text, Options{Depth: c.depth})[0].Tokens[1]
		if got := x.UPOS != 0 && x.Lemma != ""; got != c.tagged {
			t.Errorf("depth %d: tagged = %v, want %v", c.depth, got, c.tagged)
		}
		if got := x.Rel != 0; got != c.arc {
			t.Errorf("depth %d: parsed = %v, want %v", c.depth, got, c.arc)
		}
	}
}

// A plural noun between an adverb and a determiner is a verb, even where the
// lexicon knows it only as a noun.
func TestVerbsBehindAdverbs(t *testing.T) {
	for _, c := range []struct {
		text string
		want XPOS
	}{
		{"Lima also questions the accord.", TagVBZ},
		{"Peru still awaits its share.", TagVBZ},
		{"The court heard questions.", TagNNS},
	} {
		tokens := English().Analyse(c.text, Options{Depth: Tags})[0].Tokens
		i := slices.IndexFunc(tokens, func(x Token) bool { return c.text[x.End-1] == 's' && x.End-x.Start > 5 })
		if got := tokens[i].XPOS; got != c.want {
			t.Errorf("%s: tag of %q is %v, want %v", c.text, c.text[tokens[i].Start:tokens[i].End], got, c.want)
		}
	}
}

func TestSkip(t *testing.T) {
	text := "The pact holds ADVERTISEMENT and will hold. Subscribe now! It ends in May."
	from := strings.Index(text, "ADVERTISEMENT")
	last := strings.Index(text, "Subscribe")
	skip := [][2]int{{last, last + len("Subscribe now!")}, {from, from + len("ADVERTISEMENT")}, {from + 3, from + 5}, {-4, 0}, {900, 1000}}
	var got []string
	for _, s := range English().Analyse(text, Options{Depth: Tokens, Skip: skip}) {
		got = append(got, text[s.Start:s.End])
	}
	want := []string{"The pact holds", "and will hold.", "It ends in May."}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestSameEachTimeAndInParallel(t *testing.T) {
	text := benchParagraph + strings.Join(odd[13:], "\n\n")
	want := English().Analyse(text, Options{})
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if d := cmp.Diff(want, English().Analyse(text, Options{})); d != "" {
				t.Error(d)
			}
		})
	}
	wait.Wait()
}

// The working memory is kept, so a second text of the same kind costs a few
// blocks and no more, however many tokens it has.
func TestNoAllocationPerToken(t *testing.T) {
	text := strings.Repeat(benchParagraph, 20)
	words := 0
	for _, s := range English().Analyse(text, Options{}) {
		words += len(s.Tokens)
	}
	n := testing.AllocsPerRun(5, func() { English().Analyse(text, Options{}) })
	if n > float64(words)/20 {
		t.Errorf("%.0f allocations for %d words", n, words)
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, text := range odd {
		if len(text) < 2000 {
			f.Add(text, 0, 0)
		}
	}
	f.Add(benchParagraph, 20, 40)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		if len(text) > 5000 {
			t.Skip()
		}
		checkSentences(t, text, English().Analyse(text, Options{}))
		for _, s := range English().Analyse(text, Options{Skip: [][2]int{{from, to}}}) {
			if from < to && s.Start < to && s.End > from {
				t.Fatalf("sentence [%d, %d) spans the skipped [%d, %d)", s.Start, s.End, from, to)
			}
			_ = CoNLLU(text, &s) + Draw(text, &s)
		}
		if utf8.ValidString(text) {
			for _, s := range English().Analyse(text, Options{Depth: Tokens}) {
				for i := range s.Tokens {
					if !utf8.ValidString(s.Text(text, i)) {
						t.Fatalf("token %q cuts a character", s.Text(text, i))
					}
				}
			}
		}
	})
}

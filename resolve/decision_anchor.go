package resolve

import (
	"strings"
	"unicode/utf8"

	"pacta"
)

// An Anchor is words of a document that show a record, with enough around them
// to find them again when the document is read anew.
type Anchor struct {
	Document string `json:"document"` // its ID
	SHA256   string `json:"sha256"`   // of the bytes it was read from
	Title    string `json:"title,omitempty"`
	pacta.Span
	Quote  string `json:"quote"`
	Prefix string `json:"prefix,omitempty"` // what stands before and after the words
	Suffix string `json:"suffix,omitempty"`
}

// context is how many bytes around its words an anchor keeps, at most.
const context = 48

// AnchorOf returns the anchor for a source in the text of its document.
func AnchorOf(s Source, sha256, title, text string) Anchor {
	a := Anchor{Document: s.Document, SHA256: sha256, Title: title, Span: s.Span, Quote: s.Quote}
	from, to := max(0, s.Start-context), min(len(text), s.End+context)
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > s.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	a.Prefix, a.Suffix = text[from:s.Start], text[s.End:to]
	return a
}

// In returns where the words of a stand in text, which may be another reading
// of its document: at their place, else where what stands around them fits
// best, else nowhere. White space may have been set anew.
func (a *Anchor) In(text string) (pacta.Span, bool) {
	if a.Start >= 0 && a.End <= len(text) && a.Start < a.End && text[a.Start:a.End] == a.Quote {
		return a.Span, true
	}
	words := strings.Fields(a.Quote)
	if len(words) == 0 {
		return pacta.Span{}, false
	}
	best, score, places := pacta.Span{}, -1, 0
	for at := 0; ; {
		i := strings.Index(text[at:], words[0])
		if i < 0 {
			break
		}
		start := at + i
		at = start + 1
		end, ok := follow(text, start, words)
		if !ok {
			continue
		}
		places++
		s := a.fits(text, start, end)
		if s > score || s == score && distance(start, a.Start) < distance(best.Start, a.Start) {
			best, score = pacta.Span{Start: start, End: end}, s
		}
	}
	if score < 2 && places > 1 && len(words) < 4 {
		return pacta.Span{}, false // a name that stands in many places, and little around it is as it was
	}
	return best, score >= 0
}

// follow returns the end of words in text when they stand there from start on,
// whatever the white space between them.
func follow(text string, start int, words []string) (end int, ok bool) {
	end = start
	for i, w := range words {
		if i > 0 {
			rest := strings.TrimLeft(text[end:], " \t\n\u00a0")
			if len(rest) == len(text)-end {
				return 0, false
			}
			end = len(text) - len(rest)
		}
		if !strings.HasPrefix(text[end:], w) {
			return 0, false
		}
		end += len(w)
	}
	return end, true
}

// fits counts the words around [start, end) that stand around a as well.
func (a *Anchor) fits(text string, start, end int) int {
	n := 0
	before, was := strings.Fields(text[max(0, start-2*context):start]), strings.Fields(a.Prefix)
	for n < len(before) && n < len(was) && before[len(before)-1-n] == was[len(was)-1-n] {
		n++
	}
	after, will := strings.Fields(text[end:min(len(text), end+2*context)]), strings.Fields(a.Suffix)
	m := 0
	for m < len(after) && m < len(will) && after[m] == will[m] {
		m++
	}
	return n + m
}

func distance(a, b int) int { return max(a-b, b-a) }

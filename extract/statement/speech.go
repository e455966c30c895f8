package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
	"pacta/extract/mention/quotation"
	"pacta/language"
)

// isSpeech tells a quotation that is a sentence of its own from words that are
// quoted within one: it begins a sentence, or a comma, colon, dash or verb of
// saying stands before it, and it ends one or a mark stands behind it.
func (d *document) isSpeech(q int) bool {
	x := &d.quotes[q]
	inner := strings.TrimSpace(x.Inner.Of(d.text))
	if inner == "" {
		return false
	}
	if x.Paragraphs > 1 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(inner)
	words := strings.Count(inner, " ") + 1
	before := strings.TrimRight(d.text[max(0, x.Start-8):x.Start], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case strings.HasSuffix(before, ":"):
		return true
	case x.Start == 0 || strings.HasSuffix(before, "\n") || d.sentenceStart(x.Start) || last == '.' || last == '?' || last == '!' || last == '”' || last == '"':
		return words > 2 || d.ends(x, inner)
	case last == ',' || last == '—' || last == '–' || last == '-' || last == '―':
		return words > 2 && (unicode.IsUpper(first) || d.ends(x, inner) || d.afterCue(x.Start))
	}
	return (unicode.IsUpper(first) || words > 5) && words > 2 && d.afterCue(x.Start) || unicode.IsUpper(first) && strings.ContainsRune("!?", lastRune(inner)) && d.afterShout(x.Start)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// afterShout reports whether the word right before the byte at is a verb that
// takes a quotation: chanted “Go home!”
func (d *document) afterShout(at int) bool {
	i := d.sentenceAt(at)
	if i < 0 {
		return false
	}
	t := d.tree(i)
	k := t.at(at) - 1
	if k < 0 || t.Tokens[k].UPOS != language.VERB {
		return false
	}
	e := d.quoting(t, k)
	return e != nil && e.frames&(clause|quote) != 0
}

// ends reports whether the quotation ends in a mark, or one stands behind it.
func (d *document) ends(x *quotation.Quote, inner string) bool {
	r, _ := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(",.?!…-—–", r) || strings.HasPrefix(strings.TrimLeft(d.text[x.End:min(len(d.text), x.End+2)], " "), ",")
}

// afterCue reports whether the word before the byte at, commas left out, is a verb of saying.
func (d *document) afterCue(at int) bool {
	i := d.sentenceAt(at)
	if i < 0 {
		return false
	}
	t := d.tree(i)
	for k := t.at(at) - 1; k >= 0 && k > t.at(at)-4; k-- {
		if isPunct(&t.Tokens[k]) {
			continue
		}
		return t.Tokens[k].UPOS == language.VERB && d.strong(t, k)
	}
	return false
}

func (d *document) sentenceStart(at int) bool {
	i := d.sentenceAt(at)
	return i >= 0 && d.sents[i].Start >= at-1
}

// onlyCue reports whether sentence i is no more than a cue clause that was cut
// off behind a quotation which ends in a question or exclamation mark.
func (d *document) onlyCue(i, level int) bool {
	t := d.tree(i)
	if len(t.Tokens) > 16 || len(t.Tokens) < 2 {
		return false
	}
	v := d.cueAfter(t, 0, level)
	return v >= 0 && v < 10 && (d.strong(t, v) || len(t.Tokens) < 9) && t.find(v, language.Ccomp) < 0 && t.thatAfter(v, len(t.Tokens), true) == 0 && (v > 0 || t.find(v, language.Nsubj) > v)
}

// signed reads a quotation with its speaker behind a dash: “…” — Ana Brun.
func (d *document) signed(q int) bool {
	x := &d.quotes[q]
	rest := d.text[x.End:min(len(d.text), x.End+160)]
	trimmed := strings.TrimLeft(rest, " \n\u00a0")
	n := 0
	for _, dash := range []string{"―", "—", "–", "--", "-"} {
		if strings.HasPrefix(trimmed, dash) {
			n = len(dash)
			break
		}
	}
	if n == 0 {
		return false
	}
	cue := pacta.Span{Start: x.End + len(rest) - len(trimmed)}
	cue.End = cue.Start + n
	line := trimmed[n:]
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
	}
	name := strings.Trim(line, " .\u00a0")
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) || strings.Count(name, " ") > 8 || len(name) < 3 {
		return false
	}
	start := cue.End + strings.Index(d.text[cue.End:], name)
	i := d.sentenceAt(x.Start)
	if i < 0 {
		return false
	}
	d.found = append(d.found, attribution{sentence: i, verb: -1, entry: &entry{kind: "says", stance: "neutral"}, level: x.Parent, direct: true, rule: "quotation, signed", sure: 0.9,
		cue: []pacta.Span{cue}, source: pacta.Span{Start: start, End: start + len(name)}, content: spans(x.Span)})
	return true
}

// goOn gives a quotation without a cue to the speaker of the quotation before
// it: “…,” he said. “…”
func (d *document) goOn(q int) {
	x := &d.quotes[q]
	if x.Parent >= 0 || len(d.found) == 0 {
		return
	}
	k := len(d.found) - 1
	for k > 0 && (!d.found[k].direct || d.found[k].level >= 0) && k > len(d.found)-6 {
		k--
	}
	a := &d.found[k]
	end := a.span().End
	if !a.direct || end > x.Start || a.level >= 0 {
		return
	}
	i, j := d.sentenceAt(x.Start), a.sentence
	if i < 0 || i-d.lastSentence(a) > 1 {
		return
	}
	if i > j+1 && i > d.lastSentence(a)+1 {
		return
	}
	between := d.text[end:x.Start]
	if strings.ContainsRune(strings.TrimSpace(between), '\n') {
		return
	}
	if !d.sentenceStart(x.Start) {
		return
	}
	if strings.Contains(d.text[end:x.Start], "\n") {
		line, _, _ := strings.Cut(d.text[x.End:min(len(d.text), x.End+80)], "\n")
		if strings.TrimSpace(line) != "" {
			return // what follows says whose it is, in words that no rule reads
		}
		// A paragraph of its own that only consists of a quotation: the same speaker goes on.
		y := *a
		y.content, y.rule, y.sure = []pacta.Span{x.Span}, "quotation without a cue", 0.6
		d.found = append(d.found, y)
		return
	}
	a.content = append(a.content, x.Span)
}

// lastSentence returns the sentence in which a ends.
func (d *document) lastSentence(a *attribution) int {
	if i := d.sentenceAt(a.span().End - 1); i >= 0 {
		return i
	}
	return a.sentence
}

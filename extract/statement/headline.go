package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// blocks reads a paragraph that a cue with a colon announces: "Brun added:".
func (d *document) blocks() {
	for i := 0; i+1 < len(d.sents); i++ {
		s, next := &d.sents[i], &d.sents[i+1]
		if d.text[s.End-1] != ':' || strings.IndexByte(d.text[s.End:next.Start], '\n') < 0 || len(next.Tokens) < 4 {
			continue
		}
		t := d.tree(i)
		n := len(t.Tokens)
		v := d.cueBefore(t, n-1, -1)
		if v < 0 || v < n-4 || !d.strong(t, v) || d.taken(i, v) || d.level(d.tree(i+1), 0) >= 0 || next.Tokens[0].UPOS == language.PUNCT {
			continue
		}
		who, _ := t.subject(v)
		if who < 0 || who >= v {
			continue
		}
		end := strings.IndexByte(d.text[next.Start:], '\n')
		if end < 0 {
			end = len(d.text) - next.Start
		}
		d.found = append(d.found, attribution{sentence: i, verb: v, entry: d.quoting(t, v), level: -1, rule: "paragraph after a colon", sure: 0.8, direct: true,
			source: t.sourceSpan(who, v), cue: []pacta.Span{t.cueSpan(v, "")}, content: spans(pacta.Span{Start: next.Start, End: next.Start + end})})
		t.cues = append(t.cues, v)
	}
}

// headlines reads lines of the form "Russian FM: …" and "… - analyst".
func (d *document) headlines() {
	for i := range d.sents {
		s := &d.sents[i]
		if s.Start > 0 && d.text[s.Start-1] != '\n' || len(s.Tokens) > 40 {
			continue
		}
		t := d.tree(i)
		for k := 1; k < len(t.Tokens)-2 && k < 9; k++ {
			if t.low[k] == ":" {
				d.headline(i, t, k)
				break
			}
			if t.edge(k) && t.low[k] != "-" {
				break
			}
		}
		if n := len(t.Tokens); n > 6 {
			for k := n - 2; k > n-7 && k > 3; k-- {
				if w := t.low[k]; (w == "-" || w == "–" || w == "—") && d.text[t.Tokens[k].Start-1] == ' ' {
					d.tagline(i, t, k)
					break
				}
			}
		}
	}
}

// headline reads "Speaker: content" with the colon at token k.
func (d *document) headline(i int, t *tree, k int) {
	source := t.span(0, k)
	if transcript(source.Of(d.text)) && !d.isOutlet(t, 0, k) {
		end := strings.IndexByte(d.text[source.End:], '\n')
		if end < 0 {
			end = len(d.text) - source.End
		}
		content := t.span(k+1, len(t.Tokens))
		if end += source.End; !content.IsZero() && end > content.End {
			content.End = end
		}
		if !content.IsZero() {
			d.mark(i, t, k, source, content, "transcript")
		}
		return
	}
	if !d.speaks(t, 0, k) || strings.ContainsRune(source.Of(d.text), '\n') {
		return
	}
	content := t.span(k+1, len(t.Tokens))
	if content.IsZero() || d.covered(content) {
		return
	}
	d.mark(i, t, k, source, content, "headline")
}

// tagline reads "content - Speaker" with the dash at token k.
func (d *document) tagline(i int, t *tree, k int) {
	source := t.span(k+1, len(t.Tokens))
	if cut := strings.IndexByte(source.Of(d.text), '\n'); cut >= 0 {
		source.End = source.Start + cut
	}
	if !d.speaks(t, k+1, len(t.Tokens)) {
		return
	}
	if content := t.span(0, k); !content.IsZero() && !d.covered(content) {
		d.mark(i, t, k, source, content, "headline")
	}
}

func (d *document) mark(i int, t *tree, k int, source, content pacta.Span, rule string) {
	d.found = append(d.found, attribution{
		sentence: i, verb: -1, entry: &entry{kind: "says", stance: "neutral"}, source: source, level: -1, rule: rule, sure: 0.8,
		cue: []pacta.Span{{Start: t.Tokens[k].Start, End: t.Tokens[k].End}}, content: spans(content),
	})
}

// speaks reports whether the tokens [first, last) name somebody who can speak,
// and nothing more.
func (d *document) speaks(t *tree, first, last int) bool {
	s := pacta.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
	if d.isOutlet(t, first, last) {
		return false // "Tarn Post: Talks end" names who printed it
	}
	x, ok := d.actors.At(s)
	if ok && x.Type != "place" && x.Span.End >= s.End-1 {
		return last-first < 8 && !t.hasVerb(first, last)
	}
	k := &t.Tokens[last-1]
	return last-first <= 3 && (speechNouns[fold(k.Lemma)] || headSources[fold(k.Lemma)])
}

// isOutlet reports whether the tokens [first, last) name the paper or agency that
// the document or its heading is from.
func (d *document) isOutlet(t *tree, first, last int) bool {
	s := pacta.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}.Of(d.text)
	if o := d.Doc.Outlet.Value; o != "" && (strings.EqualFold(s, o) || strings.EqualFold(strings.TrimPrefix(strings.ToLower(s), "the "), strings.TrimPrefix(strings.ToLower(o), "the "))) {
		return true
	}
	if last-first > 1 && last-first < 5 && outletNouns[t.low[last-1]] {
		for k := first; k < last; k++ {
			if r, _ := utf8.DecodeRuneInString(d.text[t.Tokens[k].Start:]); !unicode.IsUpper(r) {
				return false
			}
		}
		return true
	}
	for _, m := range d.Names.Find(s, nil) {
		if m.Entry.Kind == gazetteer.Outlet && m.End == len(s) {
			return true
		}
	}
	return false
}

// outletNouns are the last words of the names of papers and agencies.
var outletNouns = set("post times news journal tribune gazette herald courier observer wire daily weekly chronicle telegraph guardian mail mirror globe press review monitor bulletin examiner inquirer dispatch messenger sun star echo")

var headSources = set("analyst expert source official report poll study survey minister president spokesman spokeswoman observer economist witness media ministry police")

func (t *tree) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if t.verbal(i) {
			return true
		}
	}
	return false
}

// covered reports whether a statement was found already that has most of s as its content.
func (d *document) covered(s pacta.Span) bool {
	for i := range d.found {
		for _, c := range d.found[i].content {
			if c.Overlaps(s) && 2*(min(c.End, s.End)-max(c.Start, s.Start)) > s.Len() {
				return true
			}
		}
	}
	return false
}

// transcript reports whether s is a name as transcripts put it before what
// somebody says: in capitals.
func transcript(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4 && strings.Count(s, " ") <= 2
}

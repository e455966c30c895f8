package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// view is one sentence as the patterns of this package read it. Its slices are
// used again for the next sentence.
type view struct {
	*language.Sentence
	n       int
	index   int
	text    string
	low     []string // folded words
	caps    []bool   // begins with a capital letter
	used    []bool   // already part of a named candidate
	match   []int    // index into matches of the name that covers the token, -1 if none
	matches []gazetteer.Match
	tagged  bool
	parsed  bool
}

func (v *view) load(d *document, i int) {
	s := &d.Sentences[i]
	v.Sentence, v.index, v.n, v.text = s, i, len(s.Tokens), d.text
	v.low, v.caps, v.used, v.match = v.low[:0], v.caps[:0], v.used[:0], v.match[:0]
	v.matches = d.Names.Find(d.text[s.Start:s.End], v.matches[:0])
	v.matches = choose(v.matches)
	v.tagged, v.parsed = false, false
	m := 0
	for t := range s.Tokens {
		k := &s.Tokens[t]
		word := d.text[k.Start:k.End]
		r, _ := utf8.DecodeRuneInString(word)
		v.low = append(v.low, strings.ToLower(word))
		v.caps = append(v.caps, unicode.IsUpper(r))
		v.used = append(v.used, false)
		v.tagged = v.tagged || k.UPOS != 0
		v.parsed = v.parsed || k.Head >= 0
		for m < len(v.matches) && v.matches[m].End+s.Start <= k.Start {
			m++
		}
		if m < len(v.matches) && v.matches[m].Start+s.Start < k.End {
			v.match = append(v.match, m)
		} else {
			v.match = append(v.match, -1)
		}
	}
}

// choose keeps of several matches of one span the surest, a state before others.
func choose(in []gazetteer.Match) []gazetteer.Match {
	out := in[:0]
	for _, m := range in {
		if n := len(out); n > 0 && out[n-1].Start == m.Start {
			if out[n-1].Weak && !m.Weak {
				out[n-1] = m
			}
			continue
		}
		out = append(out, m)
	}
	return out
}

// word returns the folded word of token i, "" outside of the sentence.
func (v *view) word(i int) string {
	if i < 0 || i >= v.n {
		return ""
	}
	return v.low[i]
}

func (v *view) cap(i int) bool { return i >= 0 && i < v.n && v.caps[i] }

// span returns the bytes of the tokens [first, last).
func (v *view) span(first, last int) pacta.Span {
	return pacta.Span{Start: v.Tokens[first].Start, End: v.Tokens[last-1].End}
}

// name returns the gazetteer match that covers token i and its token range.
func (v *view) name(i int) (m *gazetteer.Match, first, last int) {
	if i < 0 || i >= v.n || v.match[i] < 0 {
		return nil, 0, 0
	}
	k := v.match[i]
	first, last = i, i+1
	for first > 0 && v.match[first-1] == k {
		first--
	}
	for last < v.n && v.match[last] == k {
		last++
	}
	return &v.matches[k], first, last
}

// lemma returns the lemma of token i in lower case, its word where there is none.
func (v *view) lemma(i int) string {
	if i < 0 || i >= v.n {
		return ""
	}
	if l := v.Tokens[i].Lemma; l != "" && v.tagged {
		return strings.ToLower(l)
	}
	return v.low[i]
}

// isModifier reports whether token i may stand before a role or body noun in its phrase.
func (v *view) isModifier(i int) bool {
	if i < 0 {
		return false
	}
	if v.tagged {
		switch v.Tokens[i].XPOS {
		case language.TagJJ, language.TagJJS, language.TagNN, language.TagNNP, language.TagNNPS, language.TagPOS, language.TagHYPH, language.TagAFX, language.TagVBN:
			return true
		case language.TagNNS:
			return v.caps[i] || v.low[i] == "affairs" || v.low[i] == "rights"
		}
		return v.low[i] == "then" || v.low[i] == "newly"
	}
	return v.caps[i] && !notNames[v.low[i]] || modifiers[v.low[i]] || v.low[i] == "-" || v.low[i] == "'" || v.low[i] == "’" ||
		v.low[i] == "s" && i > 0 && (v.low[i-1] == "'" || v.low[i-1] == "’") || v.match[i] >= 0 || v.low[i] == "'s" || v.low[i] == "’s"
}

// touches reports whether token i directly follows token i-1.
func (v *view) touches(i int) bool {
	return i > 0 && i < v.n && v.Tokens[i-1].End == v.Tokens[i].Start
}

// nounAt reports whether token i is tagged as a common noun.
func (v *view) nounAt(i int) bool { return i < v.n && v.Tokens[i].UPOS == language.NOUN }

// breaks reports whether a line ends between the tokens a and b.
func (v *view) breaks(a, b int) bool {
	return b < v.n && strings.IndexByte(v.text[v.Tokens[a].End:v.Tokens[b].Start], '\n') >= 0
}

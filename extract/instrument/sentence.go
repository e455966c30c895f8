package instrument

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"pacta"
	"pacta/language"
)

// A token is a word of a sentence with what the lexicon knows of it.
type token struct {
	pacta.Span
	word
	tag     language.UPOS // 0 where the text was not tagged
	letters bool          // begins with a letter
	digits  bool          // begins with a digit
	capital bool
}

// A sentence is the tokens that phrases are read from.
type sentence struct {
	*reader
	index               int
	tokens              []token
	times               []int32 // by token: index in timeList, -1 for none
	actors              []int32 // by token: index in actorList
	timeList, actorList []pacta.Annotation
}

// view fills s with the tokens of sentence i; heads says whether one of them
// may be the noun of an instrument or of a provision.
func (s *sentence) view(i int) (heads bool) {
	s.index, s.tokens = i, s.tokens[:0]
	for _, t := range s.a.Sentences[i].Tokens {
		v := token{Span: pacta.Span{Start: t.Start, End: t.End}, tag: t.UPOS}
		switch c := s.text[t.Start]; {
		case 'a' <= c && c <= 'z':
			v.letters = true
		case 'A' <= c && c <= 'Z':
			v.letters, v.capital = true, true
		case '0' <= c && c <= '9':
			v.digits = true
		case c >= utf8.RuneSelf:
			r, _ := utf8.DecodeRuneInString(s.text[t.Start:t.End])
			v.letters, v.capital = unicode.IsLetter(r), unicode.IsUpper(r)
		}
		if v.letters {
			v.word = lookup(s.text[t.Start:t.End])
			heads = heads || v.is(isHead|isUnit)
		}
		s.tokens = append(s.tokens, v)
	}
	return heads
}

// at returns token i, the zero token outside of the sentence.
func (s *sentence) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}

// text returns the words of token i.
func (s *sentence) words(i int) string {
	t := s.at(i)
	return s.text[t.Start:t.End]
}

// span returns the bytes of the tokens [first, last).
func (s *sentence) span(first, last int) pacta.Span {
	if first >= last {
		return pacta.Span{}
	}
	return pacta.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End}
}

// joined reports whether nothing stands between tokens i and i+1.
func (s *sentence) joined(i int) bool {
	return s.at(i+1).Start == s.at(i).End && i+1 < len(s.tokens)
}

// after returns the index of the first token at or behind byte at.
func (s *sentence) after(at int) int {
	i, _ := slices.BinarySearchFunc(s.tokens, at, func(t token, at int) int { return t.Start - at })
	return i
}

// isOpening and isClosing tell quotation marks apart; a straight one is both.
func isOpening(w string) bool {
	return w == "“" || w == "‘" || w == `"` || w == "«" || w == "``" || w == "„"
}

func isClosing(w string) bool {
	return w == "”" || w == "’" || w == `"` || w == "»" || w == "''" || w == "“"
}

// isHyphen reports whether token i joins two words.
func (s *sentence) isHyphen(i int) bool {
	w := s.words(i)
	return (w == "-" || w == "–" || w == "‑") && s.joined(i-1) && s.joined(i)
}

// noteCover notes for each token which time expression and which actor cover it:
// the first that does, which is the longest.
func (s *sentence) noteCover() {
	x := s.a.Sentences[s.index]
	span := pacta.Span{Start: x.Start, End: x.End}
	s.times, s.actors = s.times[:0], s.actors[:0]
	for range s.tokens {
		s.times, s.actors = append(s.times, -1), append(s.actors, -1)
	}
	s.timeList, s.actorList = s.a.Within(pacta.Time, span), s.a.Within(pacta.Mention, span)
	for k := range s.timeList {
		s.cover(s.times, s.timeList[k].Span, k)
	}
	for k := range s.actorList {
		if t := s.actorList[k].Type; t != "instrument" && t != "office" && !s.titles(&s.actorList[k]) {
			s.cover(s.actors, s.actorList[k].Span, k)
		}
	}
}

// titles reports whether x is the title of an instrument that was taken for a
// place or a person: "Lakeside Declaration".
func (s *sentence) titles(x *pacta.Annotation) bool {
	i := s.after(x.End) - 1
	return i > 0 && s.tokens[i].Start > x.Start && s.tokens[i].is(isHead) && s.tokens[i].need == strong && !isCode(x.Value)
}

// cover enters k for the tokens of span that nothing covers yet. A name may
// begin or end within a token.
func (s *sentence) cover(at []int32, span pacta.Span, k int) {
	i := s.after(span.Start)
	if i > 0 && s.tokens[i-1].End > span.Start {
		i--
	}
	for ; i < len(s.tokens) && s.tokens[i].Start < span.End; i++ {
		if at[i] < 0 {
			at[i] = int32(k)
		}
	}
}

// time returns the time expression that covers token i.
func (s *sentence) time(i int) (pacta.Annotation, bool) {
	if i < 0 || i >= len(s.tokens) || s.times[i] < 0 {
		return pacta.Annotation{}, false
	}
	return s.timeList[s.times[i]], true
}

// actor returns the mention of a state, organisation, person or place that
// covers token i, the longest where there are several.
func (s *sentence) actor(i int) (pacta.Annotation, bool) {
	if i < 0 || i >= len(s.tokens) || s.actors[i] < 0 {
		return pacta.Annotation{}, false
	}
	return s.actorList[s.actors[i]], true
}

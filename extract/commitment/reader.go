package commitment

import (
	"pacta"
	"pacta/language"
)

// A Reader gives other extractors what this one knows of a sentence: who acts
// at a verb, whose words a place holds, for whom a phrase stands.
type Reader struct {
	v  *view
	vs *voices
}

// NewReader returns a reader of a document that the extractors before this one
// have read.
func NewReader(a *pacta.Analysis) *Reader {
	return &Reader{v: newView(a.Doc.Text), vs: newVoices(a)}
}

// Load makes s the sentence that the other methods speak of.
func (r *Reader) Load(s *language.Sentence) { r.v.load(s) }

// Words returns the forms of the tokens in lower case; the slice is good until
// the next Load.
func (r *Reader) Words() []string { return r.v.word }

// Lemmas returns the dictionary forms of the tokens.
func (r *Reader) Lemmas() []string { return r.v.lemma }

// Subject returns the tokens [from, to) of the noun phrase that acts at the
// verb at token i, auxiliaries and adverbs taken off.
func (r *Reader) Subject(i int) (from, to int) {
	v := r.v
	for i > 0 && (v.isAdverb(i-1) || v.isNegation(i-1) || v.tag(i-1) == language.TagMD || v.is(i-1, "and") && v.isAdverb(i-2) && v.isAdverb(i) || v.is(i-1, "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "to", "does", "do", "did", "also", "not")) {
		i--
	}
	s, _ := v.subject(i, 0)
	said := false
	for k := s.from; k < s.to-1; k++ {
		said = said || says[v.lemma[k]] && v.isVerb(k)
		if said && v.is(k, "that") { // "said in a letter that Marland"
			return k + 1, s.to
		}
	}
	return s.from, s.to
}

// NounPhrase returns the end of the noun phrase that begins at token i.
func (r *Reader) NounPhrase(i int) int {
	s := scan{view: r.v, hi: r.v.len()}
	return s.nounPhraseAt(i, s.hi).to
}

// IsAgent reports whether the tokens [from, to) name somebody who can owe or
// do something.
func (r *Reader) IsAgent(from, to int) bool { return r.v.isAgent(run{from, to}) }

// IsInstrument reports whether the tokens [from, to) name an instrument or a
// part of one.
func (r *Reader) IsInstrument(from, to int) bool {
	return from < to && r.v.isInstrument(run{from, to})
}

// Span returns the bytes of the tokens [from, to).
func (r *Reader) Span(from, to int) pacta.Span { return r.v.span(run{from, to}) }

// Codes returns for whom a phrase stands, an argument for each.
func (r *Reader) Codes(s pacta.Span) []pacta.Arg { return r.vs.codes(s) }

// A Speaker is whose words a place holds.
type Speaker struct {
	Source, Date pacta.Arg // zero in an outlet's own words
	Document     bool      // the words are those of an instrument
	Binds        bool      // the speaker can bind a state by what he says
}

// SpeakerAt returns whose words the byte at holds.
func (r *Reader) SpeakerAt(at int) Speaker {
	sp := r.vs.at(at)
	if sp == nil || sp.voice.kind == "nobody" {
		return Speaker{}
	}
	return Speaker{Source: sp.voice.source, Date: sp.voice.date, Document: sp.voice.isDocument(), Binds: sp.voice.binds}
}

// IsOwn reports whether the tokens [from, to) are the speaker at that place,
// or the state that the speaker speaks for.
func (r *Reader) IsOwn(from, to int) bool {
	sp := r.vs.at(r.v.s.Tokens[from].Start)
	if sp == nil || from >= to {
		return false
	}
	s := scan{view: r.v, voice: sp.voice, vs: r.vs, hi: r.v.len()}
	return s.isOwn(run{from, to})
}

package statement

import (
	_ "embed"
	"strings"
	"sync"

	"pacta/language"
)

//go:embed data/cues.txt
var cuesText string

// frame is a set of what may be the content of a cue.
type frame uint16

const (
	clause frame = 1 << iota // that …, a bare clause, a quotation, whether …
	quote                    // only a quotation
	object                   // the direct object
	infinitive
	objectInfinitive // somebody to do something
	objectAs         // something as something
	objectAdjective  // something good
	tell             // the object is the addressee
	preposition      // the phrase after one of entry.prepositions
	weak             // only with "that", or by a source that can speak
)

var frameNames = map[string]frame{
	"clause": clause, "quote": quote, "obj": object, "inf": infinitive, "objinf": objectInfinitive,
	"objas": objectAs, "objadj": objectAdjective, "tell": tell, "weak": weak,
}

// An entry is what a cue word can be.
type entry struct {
	lemma        string
	kind         string // says, claims, denies …
	stance       string
	frames       frame
	prepositions []string
	senses       []sense
}

// A sense is one line of cues.txt for a word: with these frames it has this kind.
type sense struct {
	frames       frame
	prepositions string
	kind, stance string
}

// as returns e with the kind and stance of the sense that has the frame.
func (e *entry) as(f frame, prep string) *entry {
	for i := range e.senses {
		s := &e.senses[i]
		if s.frames&f != 0 && (prep == "" || strings.Contains(s.prepositions, " "+prep+" ")) {
			return &entry{lemma: e.lemma, kind: s.kind, stance: s.stance, frames: e.frames, prepositions: e.prepositions}
		}
	}
	return e
}

type lexicon struct{ verbs, nouns, adjectives map[string]*entry }

var cues = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]*entry{}, map[string]*entry{}, map[string]*entry{}}
	for line := range strings.Lines(cuesText) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 5 || f[0][0] == '#' {
			continue
		}
		m := map[string]map[string]*entry{"v": l.verbs, "n": l.nouns, "a": l.adjectives}[f[0]]
		s := sense{kind: f[1], stance: f[2], prepositions: " "}
		for _, w := range strings.Fields(f[3]) {
			if p, ok := strings.CutPrefix(w, "@"); ok {
				s.frames |= preposition
				s.prepositions += p + " "
				continue
			}
			s.frames |= frameNames[w]
		}
		for _, w := range strings.Fields(f[4]) {
			e := m[w]
			if e == nil {
				e = &entry{lemma: w, kind: f[1], stance: f[2]}
				m[w] = e
			}
			e.frames |= s.frames
			e.prepositions = append(e.prepositions, strings.Fields(s.prepositions)...)
			e.senses = append(e.senses, s)
		}
	}
	return l
})

// entry returns what token i can attribute, nil if nothing.
func (l *lexicon) entry(t *tree, i int) *entry {
	k := &t.Tokens[i]
	switch k.UPOS {
	case language.VERB:
		return l.verbs[fold(k.Lemma)]
	case language.NOUN:
		if t.verbLike(i) {
			return l.verbs[fold(k.Lemma)]
		}
		return l.nouns[fold(k.Lemma)]
	case language.ADJ:
		return l.adjectives[fold(k.Lemma)]
	}
	return nil
}

// verbLike reports whether a token that is tagged as a plural noun is the verb of
// its clause all the same: "the preamble notes that", "Oslo also questions it".
func (t *tree) verbLike(i int) bool {
	k := &t.Tokens[i]
	if k.XPOS != language.TagNNS || t.find(i, language.Nsubj) < 0 || t.find(i, language.Cop) >= 0 {
		return false
	}
	return t.find(i, language.Obj, language.Ccomp, language.AclRelcl) > i || t.word(i+1) == "that"
}

func fold(s string) string { return strings.ToLower(s) }

func (e *entry) takes(prep string) bool {
	for _, p := range e.prepositions {
		if p == prep {
			return true
		}
	}
	return false
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

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
		if e := l.adjectives[t.low[i]]; e != nil && k.XPOS == language.TagVBN && t.find(i, language.AuxPass, language.Cop) >= 0 {
			return e // "is convinced that"
		}
		return l.verb(t, i)
	case language.NOUN:
		if e := l.verb(t, i); e != nil && k.XPOS == language.TagNNS && (t.verbLike(i) || !nouny[e.lemma] && i > 0 && t.find(i, language.Cop, language.Det) < 0) {
			return e
		}
		return l.nouns[fold(k.Lemma)]
	case language.ADJ:
		return l.adjectives[fold(k.Lemma)]
	}
	return nil
}

// verb returns the entry of the verb at token i, by its lemma, or by its form
// where the lemma is not one that the list knows.
func (l *lexicon) verb(t *tree, i int) *entry {
	if e := l.verbs[fold(t.Tokens[i].Lemma)]; e != nil {
		return e
	}
	return inflected(l.verbs, t.low[i])
}

// inflected looks w up without the ending of a verb form: criticised, vows, denying.
func inflected(m map[string]*entry, w string) *entry {
	for _, r := range [...]struct{ end, with string }{{"ied", "y"}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"es", ""}, {"s", ""}, {"ing", ""}, {"ing", "e"}} {
		stem, ok := strings.CutSuffix(w, r.end)
		if !ok || len(stem) < 2 {
			continue
		}
		if e := m[stem+r.with]; e != nil {
			return e
		}
		if n := len(stem); r.with == "" && stem[n-1] == stem[n-2] {
			if e := m[stem[:n-1]]; e != nil {
				return e
			}
		}
	}
	return nil
}

// nouny are verbs whose third person is a plural noun as well.
var nouny = set(`claim state call report plan note demand request question offer promise pledge vow threat hope wish want need view regard order appeal push press attack
	charge fear doubt guess judge support show figure signal hint blog post text tweet quote comment remark estimate project forecast rule measure favour favor desire worry
	dream blast hit address voice issue release touch answer reply book study survey poll talk speech lecture chat joke challenge force lobby invite object protest score brand label
	name term style frame cast hold sense notice cause aim mean back credit honor honour thank salute cheer lament praise rebuke scold insult bash lash hammer detail outline exhibit echo`)

// verbLike reports whether a token that is tagged as a plural noun is the verb of
// its clause all the same: "the preamble notes that", "Oslo also questions it".
func (t *tree) verbLike(i int) bool {
	k := &t.Tokens[i]
	if k.XPOS != language.TagNNS || t.find(i, language.Cop) >= 0 || i == 0 {
		return false
	}
	if u := t.Tokens[i-1].UPOS; t.word(i+1) == "that" && (u == language.NOUN || u == language.PROPN || u == language.NUM) && !t.finite(0, i) {
		return true
	}
	if t.find(i, language.Nsubj) >= 0 {
		return t.find(i, language.Obj, language.Ccomp, language.AclRelcl) > i || t.word(i+1) == "that"
	}
	if i > 1 && t.Tokens[i-1].UPOS == language.ADV && nominal(t.Tokens[i-2].UPOS) && i+1 < len(t.Tokens) && (t.Tokens[i+1].UPOS == language.DET || t.low[i+1] == "its" || t.low[i+1] == "that") {
		return true // "Oslo also questions the value": no adverb stands before a noun
	}
	if u := t.Tokens[i-1].UPOS; u != language.NOUN && u != language.PROPN || t.Tokens[i-1].Head != i || k.Head >= 0 && t.rel(i) != language.Ccomp {
		return false
	}
	switch t.word(i + 1) {
	case "that", "to", "the", "a", "an", "its", "their", "his", "her", "for", "whether", "no":
		return true
	}
	return false
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

package event

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/lexicon.txt
var lexiconText string

// classSet is a set of classes of nouns.
type classSet [2]uint64

func (c classSet) meets(x classSet) bool { return c[0]&x[0] != 0 || c[1]&x[1] != 0 }

func (c classSet) with(x classSet) classSet { return classSet{c[0] | x[0], c[1] | x[1]} }

func (c classSet) has(class int) bool { return c[class/64]&(1<<(class%64)) != 0 }

// A class is a group of nouns that may name an event themselves.
type class struct {
	name, typ, mode string
	strong          bool // names its event without the help of a verb
}

// A frame is what a verb names together with nouns of some classes.
type frame struct {
	typ, mode string
	classes   classSet
	any       bool   // any object will do
	who       bool   // an object that is a known actor will do
	line      string // for Why
}

// A verb is what a lemma, alone or with a particle, may name.
type verb struct {
	frames    []frame
	typ, mode string
	ops       ops
}

// ops is a set of ways in which a word bears on another event.
type ops uint16

const (
	opPromise ops = 1 << iota
	opPlan
	opReady
	opThreat
	opDemand
	opRefuse
	opAllow
	opTry
	opBegin
	opStop
	opSay
	opLight
)

var opNames = map[string]ops{"promise": opPromise, "plan": opPlan, "ready": opReady, "threat": opThreat, "demand": opDemand, "refuse": opRefuse,
	"allow": opAllow, "try": opTry, "begin": opBegin, "stop": opStop, "say": opSay, "light": opLight}

type lexicon struct {
	classes           []class
	named             map[string]classSet
	nouns             map[string]classSet
	verbs             map[[2]string]*verb // lemma, particle or preposition
	manners, contexts map[string]string   // words to modes of ASSAULT, to contexts
	forms             map[string]string   // inflected forms to lemmas
}

// words returns the lexicon, read on the first call.
var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{named: map[string]classSet{}, nouns: map[string]classSet{}, verbs: map[[2]string]*verb{}, forms: map[string]string{},
		manners: map[string]string{}, contexts: map[string]string{}}
	byName := l.named
	for line := range strings.Lines(lexiconText) {
		head, rest, _ := strings.Cut(line, "|")
		f := strings.Fields(head)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		switch f[0] {
		case "class":
			l.addClass(f[1:], strings.Fields(rest), byName)
		case "verb":
			for _, w := range strings.Fields(rest) {
				v := l.verb(w)
				if v.typ == "" {
					v.typ, v.mode = f[1], mode(f[2])
				}
			}
		case "frame":
			l.addFrame(f, rest, byName)
		case "manner", "context":
			m := map[string]map[string]string{"manner": l.manners, "context": l.contexts}[f[0]]
			for _, w := range strings.Fields(rest) {
				m[w] = f[1]
			}
		case "form":
			for _, w := range f[2:] {
				l.forms[w] = f[1]
			}
		case "op":
			for _, w := range strings.Fields(rest) {
				l.verb(w).ops |= opNames[f[1]]
			}
		}
	}
	l.complete()
	return l
})

func mode(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func (l *lexicon) addClass(f, nouns []string, byName map[string]classSet) {
	var bit classSet
	bit[len(l.classes)/64] = 1 << (len(l.classes) % 64)
	l.classes = append(l.classes, class{name: f[0], typ: mode(f[1]), mode: mode(f[2]), strong: f[3] == "strong"})
	byName[f[0]] = bit
	for _, n := range nouns {
		l.nouns[n] = l.nouns[n].with(bit)
		inflections(l.forms, n)
	}
}

func (l *lexicon) addFrame(f []string, rest string, byName map[string]classSet) {
	verbs, classes, _ := strings.Cut(rest, "|")
	x := frame{typ: f[1], mode: mode(f[2]), line: strings.TrimSpace(classes)}
	for _, c := range strings.Fields(classes) {
		x.classes, x.any, x.who = x.classes.with(byName[c]), x.any || c == "*", x.who || c == "@who"
	}
	for _, w := range strings.Fields(verbs) {
		v := l.verb(w)
		v.frames = append(v.frames, x)
	}
}

func (l *lexicon) verb(w string) *verb {
	lemma, particle, _ := strings.Cut(w, "_")
	k := [2]string{lemma, particle}
	if l.verbs[k] == nil {
		l.verbs[k] = &verb{}
		inflections(l.forms, lemma)
	}
	return l.verbs[k]
}

// complete gives verbs with a particle the frames of the bare verb as well.
func (l *lexicon) complete() {
	for k, v := range l.verbs {
		bare := l.verbs[[2]string{k[0]}]
		if k[1] == "" || bare == nil {
			continue
		}
		v.frames = append(v.frames[:len(v.frames):len(v.frames)], bare.frames...)
		if v.ops == 0 {
			v.ops = bare.ops
			if v.typ == "" {
				v.typ, v.mode = bare.typ, bare.mode
			}
		}
	}
}

// event returns the first event that nouns of the classes name themselves, nil
// if they name none.
func (l *lexicon) event(c classSet) *class {
	for i := range l.classes {
		if c.has(i) && l.classes[i].typ != "" {
			return &l.classes[i]
		}
	}
	return nil
}

// lemma returns the lemma of a word in lower case: that of the lexicon where
// the one given is unknown to it.
func (l *lexicon) lemma(lemma, word string) string {
	if lemma == "" {
		lemma = word
	}
	lemma = lower(lemma)
	if l.verbs[[2]string{lemma}] != nil || l.nouns[lemma] != (classSet{}) {
		return lemma
	}
	if f := l.forms[lower(word)]; f != "" {
		return f
	}
	return lemma
}

// lower is strings.ToLower that leaves lower case ASCII alone.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(w)
		}
	}
	return w
}

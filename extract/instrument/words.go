package instrument

import (
	_ "embed"
	"strings"
)

//go:embed words.tsv
var wordsTSV string

var lexicon = readWords(wordsTSV)

// A class is a set of things that a word may be.
type class uint32

const (
	isHead       class = 1 << iota // the noun of an instrument
	isPlural                       // of a head
	isDefinite                     // the
	isThis                         // this, that
	isPossessive                   // its, their
	isIndefinite                   // a, an
	isAny                          // any, every, some
	isSign                         // sign, conclude
	isPlan                         // will, draft, talks
	isPast                         // after
	isAux
	isPreposition
	isConjunction
	isRelative
	isPronoun
	isSelf
	isAdverb
	isTelling // joint, peace: makes a weak head an instrument
	isPrivate // licensing: an agreement of companies
	isLight   // new, key: tells nothing about the subject
	isBody    // treaty base
	isOrganization
	isUnilateral // declaration of war
	isUnit       // article, paragraph
	isBusiness   // shares: an agreement of companies
)

const (
	isDeterminer = isDefinite | isThis | isPossessive | isIndefinite | isAny
	isFunction   = isPreposition | isConjunction | isRelative | isPronoun | isAux | isSelf
)

var classNames = map[string]class{
	"head": isHead, "heads": isHead | isPlural, "def": isDefinite, "dem": isThis, "poss": isPossessive,
	"indef": isIndefinite, "any": isAny, "sign": isSign, "plan": isPlan, "past": isPast, "aux": isAux,
	"prep": isPreposition, "conj": isConjunction, "rel": isRelative, "pron": isPronoun, "self": isSelf,
	"adv": isAdverb, "joint": isTelling, "private": isPrivate, "light": isLight, "body": isBody,
	"org": isOrganization, "unilateral": isUnilateral, "unit": isUnit, "business": isBusiness,
}

// need says how much a head asks of the phrase around it.
type need uint8

const (
	strong need = iota + 1
	weak
	title
	text
)

var needs = map[string]need{"strong": strong, "weak": weak, "title": title, "text": text}

// A preposition says what may follow a head after it.
type preposition uint8

const (
	ofTitle preposition = iota + 1 // of, on, for: the subject
	ofParties
	withParty
	byAgent
	inPlace
)

var prepositions = map[string]preposition{
	"title": ofTitle, "party": ofParties, "with": withParty, "by": byAgent, "in": inPlace,
}

// A verb form of signing.
type signing uint8

const (
	hasSigned signing = iota + 1
	toSign
	ofSigning
)

var signings = map[string]signing{"done": hasSigned, "plan": toSign, "ing": ofSigning}

// A word is what the lexicon knows of one word; the zero word is unknown.
type word struct {
	class   class
	typ     string // of a head: declaration; of a unit: article
	need    need
	prep    preposition
	signing signing
}

func (w word) is(c class) bool { return w.class&c != 0 }

// readWords parses words.tsv; a word on several lines is several things.
func readWords(tsv string) map[string]word {
	out := map[string]word{}
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 2 {
			continue
		}
		w := out[f[0]]
		w.class |= classNames[f[1]]
		if len(f) > 2 {
			w.value(f[1], f[2])
		}
		out[f[0]] = w
	}
	return out
}

// value notes the third column of a line.
func (w *word) value(class, value string) {
	switch class {
	case "head", "heads":
		typ, need, _ := strings.Cut(value, " ")
		w.typ, w.need = typ, needs[need]
	case "unit":
		w.typ = value
	case "prep":
		w.prep = prepositions[value]
	case "sign":
		w.signing = signings[value]
	}
}

// longest is the length in bytes of the longest word that is looked up.
const longest = 16

// lookup returns what the lexicon knows of s, whatever its case.
func lookup(s string) word {
	if len(s) > longest {
		return word{}
	}
	var b [longest]byte
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return lexicon[string(b[:len(s)])]
}

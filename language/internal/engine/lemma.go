package engine

import (
	"strings"
	"unsafe"
)

// Lemmatizer finds the dictionary form: first in a list of forms seen, then
// by the longest suffix that has a rule.
type Lemmatizer struct {
	forms   Table  // form in lower case and Penn tag to a place in strings
	rules   Table  // suffix and Penn tag to a rule
	strings []byte // each a length byte and the bytes
	made    map[string]string
	buf     []byte
}

// maxMade bounds the memory of made-up lemmas; then it starts again.
const maxMade = 1 << 14

// NewLemmatizer reads the sections of a lemmatizer. It is not safe for
// concurrent use.
func NewLemmatizer(forms, rules, texts []byte) *Lemmatizer {
	return &Lemmatizer{forms: NewTable(forms), rules: NewTable(rules), strings: texts, made: map[string]string{}}
}

// LemmaKey is the key of a form and a Penn tag in the list of forms; keep says
// that the tag keeps capitals.
func LemmaKey(form string, xpos uint8) uint32 {
	h := uint64(mixT)
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c < 128 && asciiClass[c] == classUpper {
			c |= 0x20
		}
		h = step(h, c)
	}
	return feat2(1, fold(h), uint32(xpos))
}

// lemmaCheck is stored beside the place, since a wrong lemma is a wrong word.
func lemmaCheck(h uint32) uint32 { return h >> 8 & 0x1f }

// LemmaPayload packs the place of a lemma in the strings.
func LemmaPayload(key uint32, at int) uint32 { return uint32(at) | lemmaCheck(key)<<19 }

// A rule cuts bytes off the end and adds a string.
const maxSuffix = 5

// SuffixKey is the key of the last n bytes of a lower-case form.
func SuffixKey(form string, n int, xpos uint8) uint32 {
	h := uint64(mixT)
	for i := len(form) - n; i < len(form); i++ {
		h = step(h, form[i])
	}
	return feat3(2, fold(h), uint32(xpos), uint32(n))
}

// RulePayload packs a rule: bytes to cut, the place of what to add, and more of
// the key's hash.
func RulePayload(key uint32, cut, at int) uint32 {
	return uint32(cut) | uint32(at)&0x3ff<<4 | ruleCheck(key)<<14
}

func ruleCheck(key uint32) uint32 { return key >> 8 & 0x3ff }

// Lemma returns the lemma of form with a Penn tag; keepCase is true for proper
// nouns. The string is shared: a part of form, of the weights, or kept for later calls.
func (l *Lemmatizer) Lemma(form string, xpos uint8, keepCase bool) string {
	key := LemmaKey(form, xpos)
	if p := l.forms.Find(key); p != 0 && p>>19 == lemmaCheck(key) {
		return l.text(p & 0x7ffff)
	}
	lower := form
	if !keepCase && !isLowerASCII(form) {
		lower = l.lower(form)
	}
	for n := min(maxSuffix, len(lower)-1); n >= 0; n-- {
		key := SuffixKey(lower, n, xpos)
		p := l.rules.Find(key)
		if p == 0 || p>>14 != ruleCheck(key) {
			continue
		}
		cut, add := int(p&15), l.text(p>>4&0x3ff)
		if cut == 0 && add == "" || cut >= len(lower) {
			return lower
		}
		if add == "" {
			return lower[:len(lower)-cut]
		}
		l.buf = append(append(l.buf[:0], lower[:len(lower)-cut]...), add...)
		return l.keep()
	}
	return lower
}

func isLowerASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 || asciiClass[s[i]] == classUpper {
			return false
		}
	}
	return true
}

func (l *Lemmatizer) text(at uint32) string {
	n := l.strings[at]
	return unsafe.String(unsafe.SliceData(l.strings[at+1:]), int(n))
}

func (l *Lemmatizer) lower(form string) string {
	l.buf = l.buf[:0]
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= 128 {
			return strings.ToLower(form)
		}
		if asciiClass[c] == classUpper {
			c |= 0x20
		}
		l.buf = append(l.buf, c)
	}
	return l.keep()
}

// keep returns buf as a string, an earlier one where there is one.
func (l *Lemmatizer) keep() string {
	if old, ok := l.made[string(l.buf)]; ok {
		return old
	}
	if len(l.made) >= maxMade {
		clear(l.made)
	}
	s := string(l.buf)
	l.made[s] = s
	return s
}

package engine

// Lexicon knows the forms seen in training: how often, and with which tags.
type Lexicon struct {
	forms   Table  // Word.Hash to ambiguity class and frequency
	lowers  Table  // Word.Lower to the same, of the form in any case
	classes []byte // for each ambiguity class, a fixed number of tags, 0 after the last
}

// classTags is the number of tags kept of an ambiguity class.
const classTags = 8

// Steps of Word.Known.
const (
	knownNever  = iota // or once
	knownTwice         // two to four times
	knownOften         // five to 29 times
	knownClosed        // 30 times or more: takes no other tag than those seen
)

// KnownStep turns a count into a step of Word.Known.
func KnownStep(count int) uint8 {
	switch {
	case count < 2:
		return knownNever
	case count < 5:
		return knownTwice
	case count < 30:
		return knownOften
	}
	return knownClosed
}

// lexPayload packs an entry: ambiguity class, frequency step, and more of the
// hash, since taking one word for another is costly here.
func lexPayload(hash uint32, class uint16, known uint8) uint32 {
	return uint32(class)&0x7ff | uint32(known)<<11 | hash>>8&0x3ff<<14
}

func (l *Lexicon) find(t *Table, hash uint32) uint32 {
	p := t.Find(hash)
	if p>>14 != hash>>8&0x3ff {
		return 0
	}
	return p
}

// look fills in Class and Known.
func (l *Lexicon) look(w *Word) {
	p := l.find(&l.forms, w.Hash)
	if p == 0 {
		p = l.find(&l.lowers, w.Lower)
	}
	w.Class, w.Known = uint16(p&0x7ff), uint8(p>>11&7)
}

// tags returns the joint tags of an ambiguity class; 0 ends the list early.
func (l *Lexicon) tags(class uint16) []byte {
	return l.classes[int(class)*classTags : (int(class)+1)*classTags]
}

// LexiconEntry is one form, or the sum of all forms with the same Word.Lower.
type LexiconEntry struct {
	Hash  uint32
	Class uint16
	Count int
}

// BuildLexicon lays out the sections "lexicon.forms" or "lexicon.lowers".
func BuildLexicon(list []LexiconEntry) []byte {
	var entries []Entry
	for _, e := range list {
		entries = append(entries, Entry{e.Hash, lexPayload(e.Hash, e.Class, KnownStep(e.Count)), float32(e.Count)})
	}
	data, _ := BuildTable(entries, 4)
	return data
}

// NewLexicon reads the three sections of a lexicon.
func NewLexicon(forms, lowers, classes []byte) Lexicon {
	if len(classes) == 0 {
		classes = make([]byte, classTags)
	}
	return Lexicon{NewTable(forms), NewTable(lowers), classes}
}

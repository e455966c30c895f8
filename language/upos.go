package language

import "pacta/language/internal/engine"

// UPOS is a universal part-of-speech tag; the zero value means not tagged.
type UPOS uint8

// The universal tags of UD English. The order is that of engine.UPOSNames.
const (
	_ UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

// String returns the name that CoNLL-U files use, or "_" for none.
func (x UPOS) String() string {
	if int(x) < len(engine.UPOSNames) {
		return engine.UPOSNames[x]
	}
	return "_"
}

package language

import "pacta/language/internal/engine"

// XPOS is a Penn Treebank tag as English Web Treebank and GUM use it; the zero
// value means not tagged.
type XPOS uint8

// The Penn tags of UD English. The order is that of engine.XPOSNames.
const (
	_ XPOS = iota
	TagCC
	TagCD
	TagDT
	TagEX
	TagFW
	TagIN
	TagJJ
	TagJJR
	TagJJS
	TagLS
	TagMD
	TagNN
	TagNNS
	TagNNP
	TagNNPS
	TagPDT
	TagPOS
	TagPRP
	TagPRPS
	TagRB
	TagRBR
	TagRBS
	TagRP
	TagSYM
	TagTO
	TagUH
	TagVB
	TagVBD
	TagVBG
	TagVBN
	TagVBP
	TagVBZ
	TagWDT
	TagWP
	TagWPS
	TagWRB
	TagADD
	TagAFX
	TagGW
	TagHYPH
	TagNFP
	TagPeriod
	TagComma
	TagColon
	TagOpenQuote
	TagCloseQuote
	TagLRB
	TagRRB
	TagDollar
	TagHash
)

// String returns the name that CoNLL-U files use, or "_" for none.
func (x XPOS) String() string {
	if int(x) < len(engine.XPOSNames) {
		return engine.XPOSNames[x]
	}
	return "_"
}

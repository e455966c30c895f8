// Package engine holds the statistical models behind package language:
// features, compact weight tables and decoding. It knows tags and relations by
// number; package language gives the numbers their names.
package engine

import "strings"

// UPOSNames lists the universal tags by number; 0 is none.
var UPOSNames = [...]string{"_",
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
	"PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// XPOSNames lists the Penn tags by number; 0 is none.
var XPOSNames = [...]string{"_",
	"CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP",
	"NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
	"VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW",
	"HYPH", "NFP", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#",
}

// RelNames lists the relations by number; 0 is none.
var RelNames = [...]string{"_",
	"root", "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "csubj:pass",
	"csubj:outer", "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl",
	"dislocated", "advcl", "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop",
	"mark", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod", "acl",
	"acl:relcl", "amod", "det", "det:predet", "case", "conj", "cc", "cc:preconj", "fixed",
	"flat", "list", "parataxis", "compound", "compound:prt", "orphan", "goeswith",
	"reparandum", "punct", "dep",
}

// EntityNames lists the entity types by number; 0 is none.
var EntityNames = [...]string{"_", "person", "organization", "place", "event", "object", "time", "abstract"}

// RelBase maps each relation to the one without its subtype.
var RelBase = relBase()

func relBase() (base [len(RelNames)]uint8) {
	for i, name := range RelNames {
		stem, _, _ := strings.Cut(name, ":")
		for j, other := range RelNames {
			if other == stem {
				base[i] = uint8(j)
			}
		}
	}
	return base
}

// Number returns the place of name in names, or 0.
func Number(names []string, name string) uint8 {
	for i, n := range names {
		if n == name {
			return uint8(i)
		}
	}
	return 0
}

package language

import "pacta/language/internal/engine"

// Rel is a Universal Dependencies relation; the zero value means not parsed.
type Rel uint8

// The relations of UD English. The order is that of engine.RelNames.
const (
	_ Rel = iota
	Root
	Nsubj
	NsubjPass
	NsubjOuter
	Obj
	Iobj
	Csubj
	CsubjPass
	CsubjOuter
	Ccomp
	Xcomp
	Obl
	OblAgent
	OblTmod
	Vocative
	Expl
	Dislocated
	Advcl
	AdvclRelcl
	Advmod
	Discourse
	Aux
	AuxPass
	Cop
	Mark
	Nmod
	NmodPoss
	NmodUnmarked
	NmodDesc
	Appos
	Nummod
	Acl
	AclRelcl
	Amod
	Det
	DetPredet
	Case
	Conj
	Cc
	CcPreconj
	Fixed
	Flat
	List
	Parataxis
	Compound
	CompoundPrt
	Orphan
	Goeswith
	Reparandum
	Punct
	Dep
)

// String returns the name that CoNLL-U files use, or "_" for none.
func (x Rel) String() string {
	if int(x) < len(engine.RelNames) {
		return engine.RelNames[x]
	}
	return "_"
}

// Base returns the relation without its subtype: Nsubj for NsubjPass.
func (x Rel) Base() Rel {
	if int(x) < len(engine.RelBase) {
		return Rel(engine.RelBase[x])
	}
	return 0
}

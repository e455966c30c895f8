package fulfilment

import (
	"pacta/language"
)

// A claim is one annotation in the making, in tokens of the sentence.
type claim struct {
	typ     string
	cue     [2]int // tokens
	party   [2]int
	object  [2]int
	from    int // where the clause begins
	accuser [2]int
}

// claim tries the cue at token i.
func (f *finder) claim(i int, k cue) bool {
	c := claim{typ: k.claim, cue: [2]int{i, i + 1}, from: i}
	ok := false
	switch k.pattern {
	case "verb":
		ok = f.verb(i, k, &c)
	case "owed":
		ok = !f.isPassive(i) && f.owed(i, k, &c)
	case "refuse":
		ok = f.refusal(i, &c)
	case "noun":
		ok = f.noun(i, &c)
	case "suspend":
		ok = f.suspension(i, &c)
	case "state":
		ok = f.state(i, k, &c)
	case "abeyance":
		ok = f.abeyance(i, &c)
	case "against":
		ok = f.against(i, k, &c)
	case "failure":
		ok = f.failure(i, &c)
	case "hold":
		ok = f.holds(i, k, &c)
	}
	return ok && f.accept(&c)
}

// accept emits a claim unless its clause takes it back.
func (f *finder) accept(c *claim) bool {
	if f.isConditional(c) || !f.framed(c) || f.isUnreal(c) || f.isPrivateAffair(c) {
		return false
	}
	if c.from < f.last && c.cue[0] >= f.last {
		c.from = c.cue[0] // the subject is that of the claim before
	}
	f.emit(c)
	return true
}

// isConditional reports whether the claim stands in a clause of "if".
func (f *finder) isConditional(c *claim) bool {
	for j := c.from - 1; j >= 0 && j > c.from-4; j-- {
		if f.is(j, "long") && f.is(j-1, "as") {
			return true
		}
		if f.is(j, "if", "unless", "whether", "should", "when", "until") {
			return !f.is(j, "when") || !f.isPast(c.cue[0])
		}
		if f.tag(j) != language.TagRB && !f.is(j, "the", "even", "that") {
			return false
		}
	}
	return f.is(c.from, "if", "unless")
}

// isPast reports whether the verb at token i tells of the past.
func (f *finder) isPast(i int) bool {
	if f.tag(i) == language.TagVBD && !f.isPassive(i) {
		return true
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if f.is(k, "was", "were", "had") {
			return true
		}
	}
	return false
}

func (f *finder) isVerb(i int) bool {
	t := f.tag(i)
	if f.is(i, "freezing", "suspending", "halting", "violating", "breaching") {
		return true
	}
	return t >= language.TagVB && t <= language.TagVBZ
}

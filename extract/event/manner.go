package event

import (
	"pacta"
	"pacta/language"
)

// manner returns how force was used, by the words of the clause of r: those
// that name the event first, then those nearest to it.
func (d *document) manner(r *reading) string {
	l, at := words(), cueToken(r)
	for _, k := range [3]int{at, r.inner, r.noun} {
		if k >= 0 && l.manners[d.lemma[k]] != "" {
			return l.manners[d.lemma[k]]
		}
	}
	first, last := d.s.Subtree(at)
	best, far := "", 1<<20
	for k := first; k < last; k++ {
		if m := l.manners[d.lemma[k]]; m != "" && abs(k-at) < far && !d.apart(k, at) {
			best, far = m, abs(k-at)
		}
	}
	return best
}

// apart reports whether a clause that is coordinated with that of token at
// holds k.
func (d *document) apart(k, at int) bool {
	for ; k >= 0 && k != at; k = d.s.Tokens[k].Head {
		if d.s.Tokens[k].Rel == language.Conj && d.isVerb(k) {
			return true
		}
	}
	return false
}

// contexts returns the fields that the words of the clause of r speak of, at
// most three, in text order.
func (d *document) contexts(r *reading) []pacta.Arg {
	l := words()
	first, last := d.s.Subtree(cueToken(r))
	var out []pacta.Arg
next:
	for k := first; k < last && len(out) < 3; k++ {
		c := l.contexts[d.lemma[k]]
		if c == "" {
			continue
		}
		for _, x := range out {
			if x.Value == c {
				continue next
			}
		}
		out = append(out, pacta.Arg{Role: "context", Value: c})
	}
	return out
}

package statement

import (
	"slices"

	"pacta"
	"pacta/language"
)

// provisions drops what a treaty text lays down: "The term X means …", "Each Party
// shall …", "The Parties agreed to …" are provisions and commitments. What stays
// is what the parties say of the world and of themselves: they declare, recognise
// or reaffirm something.
func (d *document) provisions() {
	if d.Doc.Genre != pacta.GenreTreaty {
		return
	}
	d.found = slices.DeleteFunc(d.found, func(x attribution) bool {
		return x.verb < 0 || x.entry == nil || !recitals[x.entry.lemma] || d.tree(x.sentence).plan(x.verb)
	})
}

// recitals are what the parties of an instrument say in it, by lemma.
var recitals = set("declare proclaim recognize recognise reaffirm affirm acknowledge recall note stress emphasize emphasise underline underscore confirm reiterate state express condemn deplore welcome consider believe convince convinced hope wish desire aware mindful conscious determined resolve resolved")

// plan reports whether the verb v, or the one that it is joined to, is what
// somebody will or may do: "shall mutually recognise", "will support the talks".
func (t *tree) plan(v int) bool {
	for steps := 0; steps < 3; steps++ {
		for c := t.child[v]; c >= 0; c = t.next[c] {
			switch t.low[c] {
			case "shall", "will", "'ll", "’ll", "wo", "may", "must":
				if c < v {
					return true
				}
			}
		}
		h := t.Tokens[v].Head
		if h < 0 || !t.verbal(h) || t.Tokens[v].Rel != language.Conj {
			return false
		}
		v = h
	}
	return false
}

// future reports whether "shall" or "will" goes with the verb v itself.
func (t *tree) future(v int) bool {
	for c := t.child[v]; c >= 0 && c < v; c = t.next[c] {
		switch t.low[c] {
		case "shall", "will", "'ll", "’ll", "wo":
			return true
		}
	}
	return false
}

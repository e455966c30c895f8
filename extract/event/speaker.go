package event

import (
	"sort"

	"pacta"
	"pacta/language"
)

// sayer returns for the pronoun i, subject of what somebody says, that somebody:
// "the rebels said they would leave".
func (d *document) sayer(i int) []actor {
	switch d.lemma[i] {
	case "he", "she", "it", "they", "we", "i":
	default:
		return nil
	}
	v := d.s.Tokens[i].Head
	if v < 0 || d.s.Tokens[v].Rel != language.Ccomp || d.s.Tokens[v].Head < 0 {
		return nil
	}
	if e := d.entry(d.s.Tokens[v].Head); e == nil || e.ops&^opLight == 0 {
		return nil
	}
	if xs := d.source(d.s.Tokens[v].Head); len(xs) > 0 {
		return xs
	}
	if k := d.subject(d.s.Tokens[v].Head); k >= 0 && k != i {
		return d.people(k)
	}
	return nil
}

// speakers returns whose words the clause of i is.
func (d *document) speakers(i int) []actor {
	for range 6 {
		t := &d.s.Tokens[i]
		if t.Head < 0 {
			break
		}
		if t.Rel == language.Ccomp || t.Rel == language.Parataxis {
			if xs := d.source(t.Head); len(xs) > 0 {
				return xs
			}
			if v := d.entry(t.Head); v != nil && v.ops&opSay != 0 {
				return d.people(d.subject(t.Head))
			}
		}
		i = t.Head
	}
	for _, k := range d.kids[i] {
		if d.s.Tokens[k].Rel == language.Parataxis {
			if v := d.entry(int(k)); v != nil && v.ops&opSay != 0 {
				return d.people(d.subject(int(k)))
			}
		}
	}
	return nil
}

// source returns the speaker of the statement that the verb i attributes.
func (d *document) source(i int) []actor {
	cue := d.span(i)
	xs := d.Of(pacta.Statement)
	at := sort.Search(len(xs), func(k int) bool { return xs[k].Start > cue.Start })
	for k := at - 1; k >= 0 && k >= at-12; k-- {
		if xs[k].End < cue.End {
			continue
		}
		for _, c := range xs[k].Args {
			if c.Role != "cue" || !c.Contains(cue) {
				continue
			}
			if who, ok := xs[k].Arg("source"); ok && !who.IsZero() {
				return d.codes(who.Span, false)
			}
		}
	}
	return nil
}

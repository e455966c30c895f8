package statement

import "strings"

// nest finds which statements stand within another, and drops of these what is
// not somebody else's speech: "I think" and "we want" in a quotation say what
// the speaker says, and a told belief within a statement is part of it.
func (d *document) nest() {
	outer := make([]int, len(d.found))
	for i := range d.found {
		outer[i] = d.enclosing(i)
	}
	kept := d.found[:0]
	for i, x := range d.found {
		if outer[i] < 0 && x.level >= 0 && !d.reported(&x, &attribution{}) {
			continue
		}
		if o := outer[i]; o >= 0 {
			y := &d.found[o]
			if !d.reported(&x, y) {
				continue
			}
			x.within = y.span()
		}
		kept = append(kept, x)
	}
	d.found = kept
}

// enclosing returns the smallest other attribution whose content holds that of i, -1 if none does.
func (d *document) enclosing(i int) int {
	x := &d.found[i]
	s := x.span()
	best, size := -1, 0
	for k := max(0, i-40); k < len(d.found) && d.found[k].span().Start <= s.Start; k++ {
		y := &d.found[k]
		if k == i {
			continue
		}
		for _, c := range y.content {
			if c.Start <= s.Start && s.End <= c.End+1 && c != s && (best < 0 || c.Len() < size) {
				best, size = k, c.Len()
			}
		}
	}
	return best
}

// reported reports whether x, inside of y, is the speech of somebody else who is named.
func (d *document) reported(x, y *attribution) bool {
	if x.source.IsZero() || x.source == y.source {
		return false
	}
	switch strings.ToLower(x.source.Of(d.text)) {
	case "i", "we", "you", "they", "it", "one", "me", "us", "people", "everyone", "who", "which", "that", "anyone", "somebody", "someone":
		return false
	}
	if x.direct {
		return true
	}
	switch strings.ToLower(x.source.Of(d.text)) {
	case "he", "she": // a pronoun within told words is seldom a speech of its own
		if !sayers[x.entry.lemma] || !strings.HasPrefix(x.content[0].Of(d.text), "that ") {
			return false
		}
	}
	a, ok := d.actors.At(x.source)
	if !ok || a.Type == "place" || a.Type == "group" {
		return false
	}
	switch x.entry.kind {
	case "believes", "hopes", "asks", "agrees":
		return false
	}
	return strings.HasPrefix(x.rule, "clause") || strings.HasPrefix(x.rule, "according") || x.entry.kind == "claims" || x.entry.kind == "accuses" || x.entry.kind == "denies" || strings.HasSuffix(x.rule, "clause") || sayers[x.entry.lemma]
}

package mention

// reach is how many sentences back a pronoun or description looks.
const (
	reachPronoun     = 8
	reachDescription = 40
)

// byRole returns the person whom a description means: the last one spoken of
// who holds that office, else one named later who does.
func (d *document) byRole(c *candidate, before []candidate) *person {
	if !c.definite {
		return nil
	}
	var best *person
	var bestScore float64
	for _, p := range d.people {
		exact, loose := false, false
		for i := range p.offices {
			o := &p.offices[i]
			exact = exact || o.head == c.head && (c.affil.Value == "" || o.affil == c.affil.Value)
			loose = loose || d.sameOffice(c, o)
		}
		if !exact && !loose || c.gender != 0 && p.gender != 0 && p.gender != 'u' && c.gender != p.gender {
			continue
		}
		if p.last >= 0 && c.sentence-before[p.last].sentence > reachDescription {
			continue
		}
		if p.last < 0 && (c.affil.Value == "" || !exact) {
			continue
		}
		s := d.salience(c, p) + 40
		if exact {
			s += 2
		}
		if best == nil || s > bestScore {
			best, bestScore = p, s
		}
	}
	if best == nil && c.affil.Value == "" && speakers[c.class] {
		return d.byPosition(c, before)
	}
	return best
}

// speakers are the classes of nouns with which a report takes up the person it
// has been quoting, also where it did not call him that before.
var speakers = map[string]bool{"expert": true, "official": true, "diplomat": true, "politician": true, "legislator": true, "spokes": true, "media": true, "activist": true, "executive": true, "leader": true}

// byPosition returns the subject spoken of last, unless his offices rule it out.
func (d *document) byPosition(c *candidate, before []candidate) *person {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		if c.sentence-b.sentence > reachPronoun {
			return nil
		}
		if b.person == nil || b.quote >= 0 && b.quote != c.quote || b.oblique || !b.subject && b.sentence == c.sentence {
			continue
		}
		if o := b.person.main(); o != nil && (o.class == "head" || o.class == "minister" || o.class == "royal") && c.class != "leader" && c.class != "official" && c.class != "politician" {
			continue
		}
		if c.gender == 0 || b.person.gender == 0 || c.gender == b.person.gender {
			return b.person
		}
	}
	return nil
}

// byPronoun returns the person whom he or she means. It goes back through the
// sentences; within one, a subject comes before what stands first, and what
// stands behind a preposition comes last. What somebody quotes is not spoken of
// outside of the quotation.
func (d *document) byPronoun(c *candidate, before []candidate) *person {
	var best *person
	bestScore := -1e9
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		gap := c.sentence - b.sentence
		if gap > reachPronoun && best != nil || gap > 3*reachPronoun {
			break
		}
		if b.person == nil || b.quote >= 0 && b.quote != c.quote && !d.inside(c.quote, b.quote) || !agrees(c, b.person) {
			continue
		}
		s := -1.5 * float64(gap)
		if b.subject {
			s += 1.2
		}
		if b.oblique {
			s -= 0.6
		}
		if gap == 0 && b.quote != c.quote {
			s -= 0.5
		}
		if s -= 0.02 * float64(b.span.Start-d.Sentences[b.sentence].Start) / 10; b.person.gender == c.gender {
			s += 0.8
		}
		if b.kind == pronoun && b.subject {
			s += 0.4
		}
		if s > bestScore {
			best, bestScore = b.person, s
		}
	}
	return best
}

// inside reports whether quotation q stands in quotation outer.
func (d *document) inside(q, outer int) bool {
	for q >= 0 {
		if q == outer {
			return true
		}
		q = d.quotes[q].Parent
	}
	return false
}

func agrees(c *candidate, p *person) bool {
	return p.gender == 0 || p.gender == 'u' || c.gender == p.gender
}

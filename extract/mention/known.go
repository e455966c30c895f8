package mention

import (
	"strings"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// body reads the phrase around the body noun h: "the Russian foreign ministry".
func (d *document) body(h int, b body) {
	v := &d.view
	if m, first, last := v.name(h); m != nil && m.Entry.Kind == gazetteer.Organization && !m.Weak && last-first > 1 {
		return
	}
	if b.class == "outlet" && !v.caps[h] && (v.word(h+1) == "of" || !outlets[v.low[h]]) {
		return
	}
	if v.tagged && !v.caps[h] && (v.Tokens[h].UPOS != language.NOUN || v.nounAt(h+1)) || v.word(h+1) == "-" && v.touches(h+1) {
		return // "military presence"
	}
	left := d.extend(h)
	right, comp := d.complement(h)
	if comp == 0 || b.class == "officials" && !v.caps[comp] {
		right, comp = h+1, 0
	}
	c := candidate{kind: bodied, mention: "organization", head: v.low[h], class: b.class, sector: b.sector, affil: d.affiliation(left, h, comp, right)}
	c.definite = v.word(left-1) == "the" || c.affil.Value != ""
	switch b.class {
	case "people", "officials", "rebels", "army":
		c.mention = "group"
	case "side":
		if c.affil.Value == "" {
			return
		}
		c.mention, c.value = "state", c.affil.Value
	case "government":
		if c.affil.Value != "" {
			c.mention, c.value = "state", c.affil.Value
		}
	}
	if v.caps[h] && left == h && v.word(left-1) != "the" {
		return
	}
	if !c.definite && !v.caps[h] && b.class != "officials" && b.class != "people" {
		return
	}
	if c.value == "" {
		c.value = d.plain(left, right)
	}
	first := left
	if determiners[v.word(left-1)] {
		first--
	}
	d.use(left, h+1)
	d.add(c, first, right)
}

// known adds the gazetteer name m at the tokens [first, last).
func (d *document) known(m *gazetteer.Match, first, last int) {
	v := &d.view
	e := m.Entry
	if m.Weak && (v.used[first] && !v.isPossessed(last-1) || v.cap(first-1) && first > 1) && e.Kind != gazetteer.Organization {
		return
	}
	c := candidate{kind: known, value: e.ID, sector: e.Sector}
	switch e.Kind {
	case gazetteer.State, gazetteer.Territory, gazetteer.Entity:
		c.mention = "state"
		c.sector = ""
		if strings.HasPrefix(e.ID, "X-") && m.Reading != gazetteer.Government {
			if subject, _ := v.position(first, last); !subject {
				c.mention = "place" // a disputed territory where nobody acts
			}
		}
		switch m.Reading {
		case gazetteer.Capital:
			if v.isCity(first, last) {
				c.mention, c.value = "place", e.Capital
				if v.low[first] == "the" {
					c.value = d.plain(first, last) // "The Hague", a seat of government beside the capital
				}
				c.affil = pacta.Arg{Role: "affiliation", Value: e.ID}
			} else {
				c.sector = "GOV"
			}
		case gazetteer.Government:
			if cityPrepositions[v.before(first)] {
				c.mention = "place"
			}
			c.sector = "GOV"
		}
	case gazetteer.Region, gazetteer.Place:
		c.mention = "place"
		if e.Country != "" {
			c.affil = pacta.Arg{Role: "affiliation", Value: e.Country}
		}
	case gazetteer.Organization, gazetteer.Outlet:
		c.mention = "organization"
		c.parent = e.Parent
		if m.Weak && v.low[first] == "the" && last-first == 2 {
			_, common := d.words.bodies[v.low[first+1]]
			c.weak = common || v.low[first+1] == "commonwealth" && v.word(last) != "of"
			c.head = v.low[first+1]
		}
	case gazetteer.People, gazetteer.Group:
		c.mention = "group"
		if e.Country != "" {
			c.affil = pacta.Arg{Role: "affiliation", Value: e.Country}
		}
	default:
		return // offices and sectors are read by their words; instruments have their own extractor
	}
	d.add(c, first, last)
}

// vouched reports whether a name such as "the Commission" is that of the known
// organisation: the text named it, its parent or a sister in full, and no other
// body with that noun since.
func vouched(c *candidate, before []candidate) bool {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		switch {
		case b.kind == collected && b.head == c.head:
			return false
		case b.kind == known && b.mention == "organization" && (b.value == c.value || c.parent != "" && (b.value == c.parent || b.parent == c.parent)):
			return true
		}
	}
	return false
}

// before returns the word before token i, a determiner left out.
func (v *view) before(i int) string {
	if determiners[v.word(i-1)] {
		i--
	}
	return v.word(i - 1)
}

// isCity reports whether the capital at [first, last) is meant as a town: after
// "in", "at", "near", after "to" and "from" with a word of motion, in a dateline
// and before a word for a part of a town.
func (v *view) isCity(first, last int) bool {
	p := v.before(first)
	if cityPrepositions[p] {
		return true
	}
	if p == "to" || p == "from" || p == "for" || p == "of" {
		for i := first - 2; i >= 0 && i >= first-6; i-- {
			if motions[v.lemma(i)] || motions[v.low[i]] {
				return true
			}
		}
		return p == "of" && cityNouns[v.word(first-2)]
	}
	if cityNouns[v.word(last)] {
		return true
	}
	// A dateline: "BAKU, Azerbaijan, April 23." or "MOSCOW (Agency) —"
	if first == 0 && v.n == last+1 && v.low[last] == "." {
		return true // "ANKARA." alone
	}
	return first == 0 && (v.word(last) == "," && v.cap(last+1) || v.word(last) == "(" || v.word(last) == "—" || v.word(last) == "–" || v.word(last) == "-" && !v.touches(last))
}

// outlets are the nouns for a paper or station that mean one without a capital.
var outlets = set("newspaper daily weekly magazine channel broadcaster website outlet")

var cityNouns = set("city capital suburb suburbs outskirts street streets airport metro time region district residents square mayor downtown center centre stop university conference summit declaration agreement agreements accord accords protocol treaty memorandum process format talks")

package mention

import (
	"math"
	"strings"

	"pacta"
)

// A person of the document, put together from all mentions.
type person struct {
	name    string // the fullest that the document uses
	given   string // first word of the name, "" while only the surname is known
	surname string
	gender  byte
	offices []office
	count   int // mentions so far
	last    int // index of the last mention, -1 if none yet
}

// An office is what a document says that a person is.
type office struct{ head, class, words, affil, sector string }

// main returns the first office that the document gives p, nil if none.
func (p *person) main() *office {
	for i := range p.offices {
		if p.offices[i].affil != "" {
			return &p.offices[i]
		}
	}
	if len(p.offices) > 0 {
		return &p.offices[0]
	}
	return nil
}

// parts cuts a name into its first word and its surname with particles.
func parts(name string) (given, surname string) {
	ws := strings.Fields(name)
	for len(ws) > 1 && (ws[len(ws)-1] == "Jr." || ws[len(ws)-1] == "Sr." || ws[len(ws)-1] == "III") {
		ws = ws[:len(ws)-1]
	}
	if len(ws) == 0 {
		return "", name
	}
	i := len(ws) - 1
	for i > 1 && particles[strings.ToLower(ws[i-1])] {
		i--
	}
	if i == 0 {
		return "", ws[0]
	}
	return ws[0], strings.Join(ws[i:], " ")
}

// register makes the persons of all sure names, the full ones first, so that a
// bare surname in the headline finds the person named below.
func (d *document) register() {
	for _, full := range [2]bool{true, false} {
		for i := range d.found {
			c := &d.found[i]
			if c.kind != named || strings.ContainsRune(c.value, ' ') != full {
				continue
			}
			d.learn(c)
		}
	}
}

// learn gives the person that c names what c says, making that person if needed.
func (d *document) learn(c *candidate) {
	given, surname := parts(c.value)
	var p *person
	for _, q := range d.bySur[surname] {
		if given == "" && (d.fits(c, q) || len(d.bySur[surname]) == 1 && (c.gender == 0 || q.gender == 0 || c.gender == q.gender)) || given != "" && sameGiven(given, q.given) {
			p = q
			break
		}
	}
	if p == nil {
		p = &person{name: c.value, given: given, surname: surname, last: -1}
		d.people = append(d.people, p)
		d.bySur[surname] = append(d.bySur[surname], p)
	}
	if len(c.value) > len(p.name) && !strings.Contains(c.value, "\n") {
		p.name = c.value
		p.given = given
	}
	if p.gender == 0 && c.gender != 'u' {
		p.gender = c.gender
	}
	if c.head != "" {
		p.add(office{c.head, c.class, c.office.Value, c.affil.Value, c.sector})
	}
}

func (p *person) add(o office) {
	for i := range p.offices {
		if q := &p.offices[i]; q.head == o.head && (q.affil == o.affil || q.affil == "" || o.affil == "") {
			if q.affil == "" {
				q.affil = o.affil
			}
			return
		}
	}
	p.offices = append(p.offices, o)
}

// sameGiven compares first names; an initial stands for the name.
func sameGiven(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	return (initial(a) || initial(b)) && a[0] == b[0]
}

// fits reports whether c, by its office and gender, can be p.
func (d *document) fits(c *candidate, p *person) bool {
	if c.gender != 0 && c.gender != 'u' && p.gender != 0 && p.gender != 'u' && c.gender != p.gender {
		return false
	}
	if c.head == "" {
		return false
	}
	for i := range p.offices {
		if d.sameOffice(c, &p.offices[i]) {
			return true
		}
	}
	return false
}

// generic nouns stand for any office of these classes.
var generic = map[string]string{
	"official": "head minister official spokes diplomat executive military", "politician": "head minister legislator leader politician official",
	"leader": "head royal leader minister executive chair", "diplomat": "diplomat minister", "expert": "expert media", "analyst": "expert", "lawmaker": "legislator",
	"commander": "military", "officer": "military police", "general": "military", "envoy": "diplomat", "observer": "expert", "scholar": "expert", "commentator": "expert media",
	"specialist": "expert", "legislator": "legislator", "politologist": "expert", "representative": "spokes diplomat", "minister": "minister", "head": "executive chair", "chief": "executive chair minister official",
	"chair": "chair", "author": "media expert", "academic": "expert", "researcher": "expert", "director": "executive", "secretary": "minister official", "strongman": "head leader", "deputy": "legislator minister", "mp": "legislator",
	"spokesperson": "spokes", "cleric": "cleric", "candidate": "politician", "nominee": "politician", "speaker": "legislator", "writer": "media", "statesman": "head minister",
	"statesperson": "head minister", "oppositionist": "politician activist", "activist": "activist", "lawyer": "legal",
}

// sameOffice reports whether c can describe the holder of o.
func (d *document) sameOffice(c *candidate, o *office) bool {
	if c.affil.Value != "" && o.affil != "" && c.affil.Value != o.affil {
		return false
	}
	if c.head == o.head || c.kind != named && strings.HasSuffix(o.head, " "+c.head) {
		return true
	}
	if c.kind == named {
		return false
	}
	for cl := range strings.FieldsSeq(generic[c.head]) {
		if cl == o.class {
			return true
		}
	}
	return false
}

// resolve finds, in text order, whom every mention stands for.
func (d *document) resolve() {
	kept := d.found[:0]
	for i := range d.found {
		c := d.found[i]
		switch c.kind {
		case 0:
			if !d.settle(&c) {
				continue
			}
		case named:
			c.person = d.byName(&c)
		case described:
			c.person = d.byRole(&c, kept)
			if c.person != nil {
				c.mention = "person"
			}
		case known:
			if c.weak && !vouched(&c, kept) {
				continue
			}
		case bodied:
			if c.affil.Value == "" && !d.sameBody(&c, kept) {
				continue
			}
		case pronoun:
			if c.person = d.byPronoun(&c, kept); c.person == nil {
				continue
			}
		}
		if p := c.person; p != nil {
			if p.last >= 0 && c.kind != named {
				c.back = kept[p.last].span
			}
			if c.kind == described {
				p.add(office{c.head, c.class, c.office.Value, c.affil.Value, c.sector})
			}
			if p.gender == 0 && c.gender != 'u' {
				p.gender = c.gender
			}
			p.count++
			p.last = len(kept)
		}
		kept = append(kept, c)
	}
	d.found = kept
}

// standing are the classes of bodies that "the" alone picks out: the state's own.
var standing = map[string]bool{"government": true, "ministry": true, "parliament": true, "army": true, "police": true, "court": true, "opposition": true, "rebels": true, "people": true, "officials": true, "embassy": true, "presidency": true}

// sameBody finds the organisation that "the ministry", "the institute" refers
// back to, and reports whether c is worth keeping.
func (d *document) sameBody(c *candidate, before []candidate) bool {
	for i := len(before) - 1; i >= 0 && c.sentence-before[i].sentence <= reachDescription; i-- {
		b := &before[i]
		if b.head == c.head && (b.kind == collected || b.kind == bodied && b.affil.Value != "") || b.kind == known && b.mention == "organization" && strings.HasSuffix(strings.ToLower(b.span.Of(d.text)), " "+c.head) {
			c.back, c.value, c.affil.Value, c.mention = b.span, b.value, b.affil.Value, b.mention
			c.affil.Role = "affiliation"
			return true
		}
	}
	return standing[c.class]
}

// settle decides on a run of capitals that nothing vouched for: it is a person
// when one of its words is the surname of somebody whom the document names.
func (d *document) settle(c *candidate) bool {
	at := c.span.Start
	for _, w := range strings.FieldsFunc(c.value, func(r rune) bool { return r == ' ' || r == '-' || r == '\n' }) {
		k := strings.Index(c.span.Of(d.text)[at-c.span.Start:], w)
		if k < 0 {
			break
		}
		at += k
		if d.bySur[w] != nil {
			c.kind, c.span = named, pacta.Span{Start: at, End: at + len(w)}
			c.value = w
			c.person = d.byName(c)
			return c.person != nil
		}
		at += len(w)
	}
	return false
}

// byName returns the person whom a name means. Of several with one surname it
// takes the one whose first name, office or gender fits, else the one spoken of.
func (d *document) byName(c *candidate) *person {
	given, surname := parts(c.value)
	var best *person
	bestScore := math.Inf(-1)
	for _, p := range d.bySur[surname] {
		if given != "" && !sameGiven(given, p.given) {
			continue
		}
		if c.gender != 0 && c.gender != 'u' && p.gender != 0 && p.gender != c.gender {
			continue
		}
		s := d.salience(c, p)
		if d.fits(c, p) {
			s += 6
		}
		if s > bestScore {
			best, bestScore = p, s
		}
	}
	return best
}

// salience is how much a person is spoken of just before c.
func (d *document) salience(c *candidate, p *person) float64 {
	if p.last < 0 {
		return -20
	}
	l := &d.found[p.last]
	s := 0.8*math.Log2(1+float64(p.count)) - 0.35*math.Min(float64(c.sentence-l.sentence), 12)
	if l.subject {
		s += 0.8
	}
	if l.oblique {
		s -= 0.5
	}
	return s
}

package mention

import (
	"unicode/utf8"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// run1 is a run of capitalised tokens [first, last) that may be a name.
type run1 struct {
	first, last int
	body        int  // the organisation noun in it, -1 if it may be a person
	sure        bool // a given name, a title, an office or the engine says that it is a person
	gender      byte
	roles       []candidate // offices that stand beside it
	entity      language.EntityType
}

func (r *run1) attach(c *candidate) {
	r.sure = true
	r.roles = append(r.roles, *c)
	if r.gender == 0 || r.gender == 'u' {
		if c.gender != 0 {
			r.gender = c.gender
		}
	}
}

// actorKinds are the entries that somebody can act for.
var actorKinds = map[gazetteer.Kind]bool{gazetteer.State: true, gazetteer.Territory: true, gazetteer.Entity: true, gazetteer.Organization: true, gazetteer.Group: true, gazetteer.Outlet: true}

// runs finds the runs of the sentence, and marks their tokens as used.
func (d *document) runs() []run1 {
	v := &d.view
	var out []run1
	for i := 0; i < v.n; {
		if !v.caps[i] || v.used[i] || notNames[v.low[i]] {
			i++
			continue
		}
		if r, ok := d.organization(i); ok {
			out = append(out, r)
			i = r.last
			continue
		}
		r, ok := d.personal(i)
		if !ok {
			if _, _, last := v.name(i); last > i {
				i = last
				continue
			}
			i++
			continue
		}
		out = append(out, d.split(r)...)
		i = r.last
	}
	for k := range out {
		d.use(out[k].first, out[k].last)
	}
	return out
}

// organization reads a run of capitals that holds a noun for a body, with the
// small words in between: "Institute for Strategic Studies".
func (d *document) organization(i int) (run1, bool) {
	v := &d.view
	end, body := i, -1
	for t := i; t < v.n && (t == i || !v.breaks(t-1, t)); t++ {
		if joiners[v.low[t]] && t > i {
			if body < 0 && v.low[t] != "and" && v.low[t] != "&" {
				break
			}
			if body >= 0 && v.low[t] == "and" && v.word(t+1) == "the" && v.match[t-1] >= 0 {
				break // "the Government of Chile and the Government of Peru"
			}
			continue
		}
		if v.touches(t) && (v.low[t] == "-" || v.low[t] == "'s" || v.low[t] == "’s") && t+1 < v.n && v.cap(t+1) {
			continue
		}
		if !v.caps[t] || notNames[v.low[t]] || titles[v.low[t]] != 0 {
			break
		}
		if _, isRole := d.words.roles[v.low[t]]; isRole && (body < 0 || t == body+1) {
			break
		}
		if body >= 0 && t > body && d.words.given[d.text[v.Tokens[t].Start:v.Tokens[t].End]] != 0 && v.cap(t+1) {
			break
		}
		if _, ok := d.words.bodies[v.low[t]]; ok {
			body = t
		}
		end = t + 1
	}
	if body < 0 || end-i < 2 {
		return run1{}, false
	}
	if m, first, last := v.name(body); m != nil && !m.Weak && first >= i && m.Entry.Kind <= gazetteer.Organization {
		if last >= end || first == i {
			return run1{}, false // a known organisation
		}
	}
	if end-i == 2 && v.match[i] >= 0 && body == i+1 || v.wholeKnown(i, end) {
		return run1{}, false // "Russian Army": read as a body with its state
	}
	return run1{first: i, last: end, body: body}, true
}

func (v *view) wholeKnown(first, last int) bool {
	m, f, l := v.name(first)
	return m != nil && f == first && l == last && m.Entry.Kind <= gazetteer.Organization
}

// personal reads a run of capitals that may be a personal name.
func (d *document) personal(i int) (run1, bool) {
	v := &d.view
	if !d.nameToken(i, i) {
		return run1{}, false
	}
	r := run1{first: i, last: i + 1, body: -1}
	for t := i + 1; t < v.n && !v.breaks(t-1, t); t++ {
		switch {
		case particles[v.low[t]] && (v.cap(t+1) || particles[v.word(t+1)] && v.cap(t+2)):
		case v.low[t] == "." && v.Tokens[t-1].End-v.Tokens[t-1].Start == 1 && v.touches(t) && v.cap(t+1):
		case (v.low[t] == "-" || v.low[t] == "'" || v.low[t] == "’") && v.touches(t) && v.touches(t+1) && v.cap(t+1) && v.low[t+1] != "s":
			if m, _, _ := v.name(t + 1); m != nil {
				r.last = t
				return r, true
			}
		case v.caps[t] && d.nameToken(t, i) || (v.low[t] == "jr." || v.low[t] == "sr."):
			r.last = t + 1
		default:
			return r, true
		}
	}
	return r, true
}

// nameToken reports whether token t may be part of a personal name that begins at first.
func (d *document) nameToken(t, first int) bool {
	v := &d.view
	if notNames[v.low[t]] || titles[v.low[t]] != 0 || shortRoles[v.low[t]] != "" && t == first {
		return false
	}
	if honorifics[v.low[t]] && t > first && v.caps[t] && v.cap(t+1) {
		return true // "Hassan Sheikh Mohamud"
	}
	if _, isRole := d.words.roles[v.low[t]]; isRole && !(t == first && d.surnameAt(t)) {
		return t > first && !v.cap(t+1) && t == first+1 && d.words.given[d.text[v.Tokens[t-1].Start:v.Tokens[t-1].End]] != 0
	}
	if m, f, l := v.name(t); m != nil && (!m.Weak || f < t && f != first || l-f > 1) {
		return t > first && l-f == 1 && d.words.given[d.text[v.Tokens[t-1].Start:v.Tokens[t-1].End]] != 0 && m.Reading != gazetteer.Demonym && m.Reading != gazetteer.Acronym
	}
	return true
}

// split cuts a run in two where a second given name begins, as in headlines.
func (d *document) split(r run1) []run1 {
	v := &d.view
	isGiven := func(t int) bool { return d.words.given[d.text[v.Tokens[t].Start:v.Tokens[t].End]] != 0 }
	out := []run1{}
	for t := r.first + 1; t < r.last-1; t++ {
		if isGiven(t) && v.caps[t] && v.caps[t+1] && !isGiven(t-1) && v.low[t-1] != "-" && !particles[v.low[t-1]] && (t-r.first >= 2 || r.first == 0 && !isGiven(r.first)) {
			out = append(out, run1{first: r.first, last: t, body: -1})
			r.first = t
			t++
		}
	}
	return append(out, r)
}

// runBeside returns the run that the role phrase [left, right) belongs to: the
// one that follows, or the one beside a comma.
func runBeside(v *view, runs []run1, left, right int) int {
	next := right
	for titles[v.word(next)] != 0 || shortRoles[v.word(next)] != "" || v.word(next) == "." && next > right {
		next++
	}
	before := left
	if determiners[v.word(before-1)] {
		before--
	}
	for k := range runs {
		if r := &runs[k]; r.first == next && r.body < 0 && !v.breaks(right-1, next) {
			return k
		}
	}
	for k := range runs {
		r := &runs[k]
		if r.body >= 0 {
			continue
		}
		switch {
		case r.first == right+1 && v.word(right) == "," && (before < left || left == 0) && (r.last >= v.n || v.low[r.last] == "," || v.low[r.last] == "."):
			return k
		case r.last == before-1 && v.word(before-1) == "," && r.last-r.first >= 2:
			return k
		}
	}
	return -1
}

// addRun turns a run into a candidate.
func (d *document) addRun(r *run1) {
	v := &d.view
	if r.body >= 0 {
		d.addOrganization(r)
		return
	}
	r.entity = v.entity(r.first, r.last)
	first := d.text[v.Tokens[r.first].Start:v.Tokens[r.first].End]
	if g := d.words.given[first]; g != 0 && r.last-r.first > 1 {
		r.sure = true
		if r.gender == 0 && g != 'u' {
			r.gender = g
		}
	}
	t := r.first - 1
	if v.word(t) == "." {
		t--
	}
	if g := titles[v.word(t)]; g != 0 && v.cap(t) {
		r.sure = true
		if g != 'u' {
			r.gender = g
		}
	}
	r.sure = r.sure || r.entity == language.Person || r.entity == 0 && v.actsAlone(r.first, r.last)
	c := candidate{kind: named, mention: "person", gender: r.gender, value: d.plain(r.first, r.last)}
	for _, o := range r.roles {
		if c.head == "" || c.affil.Value == "" && o.affil.Value != "" {
			c.head, c.class, c.office, c.sector = o.head, o.class, o.office, o.sector
		}
		if o.affil.Value != "" {
			c.affil = o.affil
		}
	}
	if !r.sure {
		c.kind = 0 // decided when all names of the document are known
		if r.last-r.first > 1 && (r.entity == language.Organization || r.entity == language.Place) {
			c.kind, c.mention = collected, "organization"
			if r.entity == language.Place {
				c.mention = "place"
			}
		}
	}
	d.add(c, r.first, r.last)
}

// actsAlone reports whether the run [first, last) is two or three proper nouns
// that are the subject of a verb right behind them.
func (v *view) actsAlone(first, last int) bool {
	if !v.tagged || last-first < 2 || last-first > 3 || last >= v.n || v.Tokens[last].UPOS != language.VERB && v.Tokens[last].UPOS != language.AUX {
		return false
	}
	for t := first; t < last; t++ {
		if v.Tokens[t].UPOS != language.PROPN {
			return false
		}
	}
	return true
}

func (d *document) addOrganization(r *run1) {
	v := &d.view
	b := d.words.bodies[v.low[r.body]]
	c := candidate{kind: collected, mention: "organization", value: d.plain(r.first, r.last), head: v.low[r.body], class: b.class, sector: b.sector}
	for t := r.first; t < r.last; t++ {
		if m, first, last := v.name(t); m != nil && m.Entry.Kind <= gazetteer.Entity {
			c.affil = pacta.Arg{Role: "affiliation", Span: v.span(first, last), Value: m.Entry.ID}
			break
		}
	}
	if c.affil.Value != "" && b.class == "government" {
		c.mention, c.value = "state", c.affil.Value
	}
	d.add(c, r.first, r.last)
}

// entity returns the type of the engine's entity that covers or fills [first, last).
func (v *view) entity(first, last int) language.EntityType {
	for _, e := range v.Entities {
		if e.First < last && first < e.Last && (e.First <= first || e.Last >= last) {
			return e.Type
		}
	}
	return 0
}

// initial reports whether s is a single capital letter.
func initial(s string) bool { return utf8.RuneCountInString(s) == 1 }

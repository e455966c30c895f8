package mention

import (
	"slices"
	"strings"

	"pacta"
	"pacta/extract/mention/quotation"
	"pacta/gazetteer"
	"pacta/language"
)

// read adds the candidates of sentence i.
func (d *document) read(i int) {
	v := &d.view
	v.load(d, i)
	start := len(d.found)
	d.ownOutlet()
	runs := d.runs()
	for h := 0; h < v.n; h++ {
		if _, ok := d.roleAt(h); ok {
			d.role(h, runs)
		} else {
			d.plural(h, runs)
		}
	}
	for k := range runs {
		d.addRun(&runs[k])
	}
	for h := 0; h < v.n; h++ {
		if b, ok := d.words.bodies[v.low[h]]; ok && !v.used[h] {
			d.body(h, b)
		}
	}
	for t := 0; t < v.n; t++ {
		if m, first, last := v.name(t); m != nil {
			d.known(m, first, last)
			t = last - 1
		} else if g, ok := pronouns[v.low[t]]; ok {
			d.add(candidate{kind: pronoun, mention: "person", gender: g}, t, t+1)
		}
	}
	slices.SortStableFunc(d.found[start:], func(x, y candidate) int { return x.span.Compare(y.span) })
}

// ownOutlet adds the name of the paper that published the document, whatever
// its words say elsewhere: "Coastal Observer" is no observer.
func (d *document) ownOutlet() {
	v := &d.view
	name := strings.Fields(strings.ToLower(d.Doc.Outlet.Value))
	if len(name) < 2 {
		return
	}
next:
	for t := 0; t+len(name) <= v.n; t++ {
		for k, w := range name {
			if v.low[t+k] != w {
				continue next
			}
		}
		if m, first, last := v.name(t); m != nil && first <= t && last >= t+len(name) {
			continue // the gazetteer knows it
		}
		for k := t; k < t+len(name); k++ {
			v.match[k] = -1
		}
		d.use(t, t+len(name))
		d.add(candidate{kind: collected, mention: "organization", value: d.Doc.Outlet.Value, class: "outlet", sector: "MED"}, t, t+len(name))
	}
}

var pronouns = map[string]byte{
	"he": 'm', "him": 'm', "his": 'm', "himself": 'm', "she": 'f', "her": 'f', "hers": 'f', "herself": 'f',
}

// add completes a candidate that covers the tokens [first, last).
func (d *document) add(c candidate, first, last int) {
	v := &d.view
	c.span, c.sentence = v.span(first, last), v.index
	c.quote = quotation.At(d.quotes, c.span.Start)
	c.subject, c.oblique = v.position(first, last)
	d.found = append(d.found, c)
}

// position tells whether the phrase [first, last) is a subject, and whether it
// stands behind a preposition or in the genitive, by its tree or by the words around it.
func (v *view) position(first, last int) (subject, oblique bool) {
	if v.parsed {
		for t := first; t < last; t++ {
			k := &v.Tokens[t]
			if k.Head >= first && k.Head < last {
				continue
			}
			switch k.Rel.Base() {
			case language.Nsubj, language.Csubj:
				return true, false
			case language.Obl, language.Nmod:
				return false, true
			}
			return false, false
		}
	}
	p := first - 1
	if determiners[v.word(p)] {
		p--
	}
	if subjectStops[v.word(p)] || v.word(last) == "'s" || v.word(last) == "’s" || v.word(last) == "'" || v.word(last) == "’" {
		return false, true
	}
	return last < v.n && !v.caps[last] && first <= 6, false
}

// role reads the phrase around the role noun h and gives it to the name beside
// it, or adds it as a description.
func (d *document) role(h int, runs []run1) {
	v := &d.view
	r, _ := d.roleAt(h)
	if v.used[h] || v.isModifier(h) && d.roleFollows(h) {
		return
	}
	left := d.extend(h)
	body := pacta.Span{}
	for k := range runs {
		if r := &runs[k]; r.body >= 0 && r.last == left {
			left, body = r.first, v.span(r.first, r.last) // "Russian Foreign Ministry spokesperson"
			break
		}
	}
	right, comp := d.complement(h)
	c := candidate{kind: described, mention: "office", head: r.same, class: r.class, sector: r.sector, gender: r.gender}
	if h > left && d.words.roles[v.low[h-1]+" "+v.low[h]].same != "" {
		c.head = d.words.roles[v.low[h-1]+" "+v.low[h]].same
	} else if h > left && r.class == "minister" && v.low[h] == "minister" {
		c.head = v.low[h-1] + " minister"
	}
	c.affil = d.affiliation(left, h, comp, right)
	if c.affil.Value == "" && !body.IsZero() {
		c.affil = pacta.Arg{Role: "affiliation", Span: body, Value: body.Of(d.text)}
	}
	c.office = pacta.Arg{Role: "office", Span: v.span(left, h+1), Value: d.officeWords(left, h)}
	if c.sector == "" {
		c.sector = d.sectorAround(left, right)
	}
	det := v.word(left - 1)
	c.definite = det == "the" || det == "this" || det == "that" || det == "his" || det == "her" || det == "its" || det == "their" || c.affil.Value != "" && det != "a" && det != "an" && det != "another" && det != "one" && det != "some"
	if k := runBeside(v, runs, left, right); k >= 0 {
		runs[k].attach(&c)
		d.use(left, h+1)
		return
	}
	first := left
	if determiners[det] {
		first--
	}
	if v.caps[h] && !c.definite && h-left == 0 && det == "" && h > 0 {
		return // a capital "General" in the middle of a name that is none of ours
	}
	if !c.definite && (r.class == "person" || r.class == "counterpart" || r.class == "member") {
		return
	}
	c.value = d.plain(left, right)
	d.use(left, h+1)
	d.add(c, first, right)
}

// roleFollows reports whether the noun after h is the head of the phrase: in
// "deputy minister" it is "minister".
func (d *document) roleFollows(h int) bool {
	_, ok := d.roleAt(h + 1)
	return ok
}

// roleAt returns what token h says of a person, if it is a noun that does.
func (d *document) roleAt(h int) (role, bool) {
	v := &d.view
	if h >= v.n {
		return role{}, false
	}
	r, ok := d.words.roles[v.low[h]]
	if !ok {
		if s, short := shortRoles[v.low[h]]; short && v.caps[h] && v.cap(h+1) {
			return d.words.roles[s], true
		}
		return r, false
	}
	if d.surnameAt(h) {
		return r, false
	}
	if v.tagged && v.Tokens[h].UPOS != language.NOUN && v.Tokens[h].UPOS != language.PROPN && !(v.caps[h] && v.cap(h+1)) {
		return r, false
	}
	if v.tagged && !v.caps[h] && v.nounAt(h+1) || v.touches(h+1) && v.word(h+1) == "-" {
		if _, also := d.words.roles[v.word(h+1)]; !also {
			return r, false // "expert interaction", "member-states"
		}
	}
	if len(v.low[h]) <= 3 && !v.caps[h] {
		return r, h > 0 && v.low[h] == "man" // "pm" in "4 pm" is no premier
	}
	return r, true
}

// surnameAt reports whether the role noun at token h is a surname: "Judge King".
func (d *document) surnameAt(h int) bool {
	v := &d.view
	if !v.caps[h] || !surnameRoles[v.low[h]] || !v.cap(h-1) || v.cap(h+1) {
		return false
	}
	_, ok := d.words.roles[v.low[h-1]]
	return ok || titles[v.low[h-1]] != 0
}

// extend returns the first token of the phrase whose head is h, without determiner.
func (d *document) extend(h int) int {
	v := &d.view
	left := h
	for left > 0 && h-left < 9 && v.isModifier(left-1) && !determiners[v.low[left-1]] && !v.isSubjectBefore(left-1) {
		left--
	}
	for left < h && (notNames[v.low[left]] && v.low[left] != "new" && v.low[left] != "former" && v.low[left] != "first" || v.low[left] == "'s" || v.low[left] == "’s" || v.low[left] == "-") {
		left++
	}
	return left
}

// isSubjectBefore stops a phrase at a comma, a bracket or a used name.
func (v *view) isSubjectBefore(i int) bool { return v.used[i] && !v.isPossessed(i) }

func (v *view) isPossessed(i int) bool {
	for i++; i < v.n && v.used[i]; i++ { // "the Chilean government's office"
	}
	w := v.word(i)
	return w == "'s" || w == "’s" || w == "'" || w == "’"
}

// complement returns where the phrase of the head h ends with its "of …", and
// the first token of what follows the preposition (0 if there is none).
func (d *document) complement(h int) (right, comp int) {
	v := &d.view
	right = h + 1
	for n := 0; n < 3; n++ {
		w := v.word(right)
		if w != "of" && w != "for" && w != "at" && w != "in" && w != "to" && w != "with" && w != "on" {
			break
		}
		t := right + 1
		for determiners[v.word(t)] {
			t++
		}
		end := d.nominal(t)
		if end == t && w == "of" && v.tagged {
			for end < v.n && (v.nounAt(end) || v.Tokens[end].UPOS == language.ADJ) {
				end++
			}
			if end > t {
				right = end
				continue
			}
		}
		if m, _, _ := v.name(t); w == "in" && (m == nil || m.Entry.Kind > gazetteer.Entity || m.Reading == gazetteer.Capital && d.words.bodies[v.low[h]].class != "government") {
			break // "the envoy in Baku", but "the government in Baku" is the state's
		}
		if end == t || (w == "in" || w == "to" || w == "on" || w == "with") && !v.caps[t] {
			break
		}
		if comp == 0 && w != "to" && w != "with" {
			comp = t
		}
		right = end
	}
	return right, comp
}

// nominal returns the end of the name or body phrase that begins at t.
func (d *document) nominal(t int) int {
	v := &d.view
	end := t
	for i := t; i < v.n && i < t+10; i++ {
		switch {
		case v.match[i] >= 0:
			_, _, last := v.name(i)
			i = last - 1
			end = last
		case v.caps[i] && !notNames[v.low[i]]:
			if _, isRole := d.words.roles[v.low[i]]; isRole && i > t {
				return end
			}
			if i > t && d.words.given[d.text[v.Tokens[i].Start:v.Tokens[i].End]] != 0 && v.cap(i+1) {
				return end
			}
			end = i + 1
		case d.words.bodies[v.low[i]].class != "" && (i == t || v.isModifier(i-1)):
			return i + 1
		case modifiers[v.low[i]] && v.isModifier(i):
		case v.low[i] == "and" && v.word(i+1) == "the" && i > t && v.match[i-1] >= 0:
			return end // "the Government of Chile and the Government of Peru"
		case v.tagged && i > t && !v.caps[i] && v.match[i-1] >= 0 && (v.nounAt(i) || v.Tokens[i].UPOS == language.ADJ) && d.words.bodies[v.word(i+1)].class != "":
		case (v.low[i] == "of" || v.low[i] == "and" || v.low[i] == "for" || v.low[i] == "the") && i > t && (v.cap(i+1) || v.word(i+1) == "the" && v.cap(i+2)) && v.caps[i-1]:
		default:
			return end
		}
	}
	return end
}

// affiliation finds the state or organisation that the phrase names: before its
// head, else after "of".
func (d *document) affiliation(left, h, comp, right int) pacta.Arg {
	v := &d.view
	phrase := [][2]int{{left, h}, {comp, right}}
	if comp == 0 {
		phrase = phrase[:1]
	}
	if comp > 0 {
		if first, last, ok := d.institute(comp, right); ok {
			return pacta.Arg{Role: "affiliation", Span: v.span(first, last), Value: d.plain(first, last)}
		}
	}
	for _, r := range phrase {
		for t := r[0]; t < r[1]; t++ {
			if m, first, last := v.name(t); m != nil && actorKinds[m.Entry.Kind] {
				code := m.Entry.ID
				if m.Entry.Country != "" && m.Entry.Kind == gazetteer.Territory {
					code = m.Entry.Country
				}
				return pacta.Arg{Role: "affiliation", Span: v.span(first, last), Value: code}
			}
		}
	}
	if comp > 0 && v.caps[comp] {
		end := d.nominal(comp)
		return pacta.Arg{Role: "affiliation", Span: v.span(comp, end), Value: d.plain(comp, end)}
	}
	return pacta.Arg{}
}

// institute finds a house of its own, of research, letters or trade, in the phrase
// [comp, right): whoever directs "the Chilean Institute for Law" acts for it, not for Chile.
func (d *document) institute(comp, right int) (first, last int, ok bool) {
	v := &d.view
	for t := comp; t < right; t++ {
		if !v.caps[t] {
			continue
		}
		switch d.words.bodies[v.low[t]].class {
		case "institute", "outlet", "company", "party", "bank":
		default:
			continue
		}
		if m, _, _ := v.name(t); m != nil && m.Entry.Kind != gazetteer.Region && m.Entry.Kind != gazetteer.Place {
			return 0, 0, false // the gazetteer has its code
		}
		return comp, d.nominal(comp), true
	}
	return 0, 0, false
}

// officeWords returns the office without the state: "Foreign Minister".
func (d *document) officeWords(left, h int) string {
	v := &d.view
	end := h + 1
	if v.word(end) == "of" && ofOffice[v.word(end+1)] {
		end += 2
	}
	for left < h && (v.match[left] >= 0 && v.matches[v.match[left]].Entry.Kind <= 3 || v.low[left] == "'s" || v.low[left] == "’s" || v.low[left] == "'" || v.low[left] == "’" || v.low[left] == "s" || v.low[left] == "-") {
		left++
	}
	return d.plain(left, end)
}

// ofOffice are the words after "of" that belong to the office: secretary of state.
var ofOffice = set("state staff defense defence mission government parliament department police delegation cabinet protocol")

// plain returns the words of [first, last) as they stand.
func (d *document) plain(first, last int) string {
	if last <= first {
		return ""
	}
	return d.view.span(first, last).Of(d.text)
}

func (d *document) use(first, last int) {
	for i := first; i < last; i++ {
		d.view.used[i] = true
	}
}

// sectorAround takes the sector of a body noun in the phrase.
func (d *document) sectorAround(left, right int) string {
	for i := left; i < right; i++ {
		if b, ok := d.words.bodies[d.view.low[i]]; ok {
			return b.sector
		}
	}
	return ""
}

package timex

import (
	"pacta/edtf"
	"pacta/language"
)

// A tense is what the words around an expression say of its direction.
type tense int8

const (
	tenseNone tense = iota
	tensePast
	tenseFuture
)

// nameless resolves a month, day of a month, quarter, season or holiday
// without a year.
func (r *reader) nameless(x *found) (point, bool) {
	f := &x.f
	base := r.when.from(f.get(rel), months)
	if base.unit == 0 || base.unit > years {
		_, ok := f.within(2000) // a leap year: 29 February may exist
		return point{}, ok
	}
	x.anchor = base
	y, _, _ := base.day.Date()
	if f.has(dir) {
		return f.directed(y, base.day)
	}
	return f.nearest(y, base.day, x.tense)
}

// directed resolves "last April", "this fall", "next March".
func (f *frame) directed(y int, at edtf.Day) (point, bool) {
	switch f.get(dir) {
	case 0:
		return f.within(y)
	case -1:
		for i := y; i > y-9; i-- {
			if p, ok := f.within(i); ok && p.interval().Last < at {
				return p, true
			}
		}
	default:
		for i := y; i < y+9; i++ {
			if p, ok := f.within(i); ok && p.day > at {
				return p, true
			}
		}
	}
	return point{}, false
}

// nearest resolves against the year whose candidate is closest, unless the
// tense points away from it.
func (f *frame) nearest(y int, at edtf.Day, t tense) (point, bool) {
	if f.has(quarter) && t == tenseFuture {
		t = tenseNone // reports on a quarter come after it: "will announce results for the third quarter"
	}
	var best point
	found, least := false, 0
	for i := y - 4; i <= y+4; i++ {
		p, ok := f.within(i)
		if !ok {
			continue
		}
		iv := p.interval()
		away := 0
		switch {
		case iv.Last < at:
			away = int(at - iv.Last)
			if t == tenseFuture {
				away += 300
			}
		case iv.First > at:
			away = int(iv.First - at)
			if t == tensePast {
				away += 200
			}
		}
		if f.has(weekday) && p.unit == days && p.day.Weekday() != f.get(weekday) {
			away += 10_000 // "Saturday, April 25": the weekday tells the year
		}
		if !found || away < least {
			best, found, least = p, true, away
		}
	}
	return best, found
}

// weekday resolves a day of the week: the latest, today included, or the next
// where the verb points ahead.
func (r *reader) weekday(x *found) (point, bool) {
	f := &x.f
	base := r.when.from(f.get(rel), days)
	if base.unit != days {
		return point{}, true
	}
	x.anchor = base
	d := base.day
	back := edtf.Day((d.Weekday() - f.get(weekday) + 7) % 7)
	ahead := edtf.Day((f.get(weekday) - d.Weekday() + 7) % 7)
	switch {
	case f.has(dir) && f.get(dir) < 0:
		if back == 0 {
			back = 7
		}
		d -= back
	case f.has(dir) && f.get(dir) > 0:
		if ahead == 0 {
			ahead = 7
		}
		d += ahead
	case f.has(dir):
		d += edtf.Day(f.get(weekday) - d.Weekday())
	case x.tense == tenseFuture:
		d += ahead
	default:
		d -= back
	}
	return point{d, days}, true
}

// weekend returns the day whose week holds "the weekend": the last one that
// has begun, or the next where the verb points ahead.
func (r *reader) weekend(base point, t tense) point {
	if base.unit == days && t != tenseFuture && base.day.Weekday() < 6 {
		base.day -= 7
	}
	return base
}

// tenseAt returns the tense of the verb that governs x, from the tree where
// there is one, else from the words before it.
func (r *reader) tenseAt(x *found) tense {
	if x.function == "start" {
		switch {
		case r.is(x.first-1, "since"):
			return tensePast
		case r.is(x.first-1, "as"), r.is(x.first-1, "effective"):
			return tenseFuture
		}
	}
	if t := r.token(x.first); t != nil && t.Rel != 0 {
		t := r.treeTense(x)
		if x.function == "deadline" && !r.is(x.end, "'") && (t == tenseNone || r.extends) {
			return tenseFuture
		}
		return t
	}
	if x.function == "deadline" {
		return tenseFuture
	}
	sent := r.at(x.first).sent
	for i := x.first - 1; i >= 0 && r.at(i).sent == sent && x.first-i < 25; i-- {
		switch a := r.at(i); {
		case a.is(classFuture):
			return tenseFuture
		case a.is(classPast):
			return tensePast
		}
	}
	return tenseNone
}

// treeTense climbs from the last word of x to the first verb above it that
// tells the tense.
func (r *reader) treeTense(x *found) tense {
	a := r.at(x.end - 1)
	s := &r.sentences[a.sent]
	i := int(a.tok)
	r.extends = false
	for n := 0; n < 12 && i >= 0; n++ {
		t := &s.Tokens[i]
		if n > 0 && t.Rel == language.NmodPoss || r.is(x.end, "'") {
			return tenseNone // "Friday's meeting"
		}
		if t.UPOS == language.VERB || t.UPOS == language.AUX {
			r.extends = r.extends || r.wordOf(s, i).is(classExtend)
			if v, done := r.verbTense(s, i); done {
				return v
			}
		} else if r.schedules(s, i) && n > 0 {
			return tenseFuture // "due on Friday"
		}
		i = t.Head
	}
	return tenseNone
}

// schedules reports whether the word at token i points to a later time:
// "scheduled", "due", "plans".
func (r *reader) schedules(s *language.Sentence, i int) bool { return r.wordOf(s, i).is(classFuture) }

// wordOf returns the entry of the word at token i, nil where there is none.
func (r *reader) wordOf(s *language.Sentence, i int) *word {
	var low [longest]byte
	w := s.Text(r.text, i)
	if len(w) > longest {
		return nil
	}
	for j := range len(w) {
		low[j] = w[j] | 0x20
	}
	return r.words[string(low[:len(w)])]
}

// verbTense reads the tense of a verb off its form and its auxiliaries; done
// is false where the verb above it decides.
func (r *reader) verbTense(s *language.Sentence, verb int) (t tense, done bool) {
	to, had, is := false, false, false
	for j := range s.Children(verb) {
		c := &s.Tokens[j]
		if c.Rel.Base() != language.Aux && c.Rel != language.Mark && c.Rel != language.Cop {
			continue
		}
		word := s.Text(r.text, j)
		switch {
		case c.XPOS == language.TagMD && (word == "will" || word == "shall" || word == "'ll" || word == "wo" || word == "would"):
			return tenseFuture, true
		case c.XPOS == language.TagMD:
			return tenseNone, true
		case c.XPOS == language.TagVBD, word == "has", word == "have", word == "'ve":
			t, had = tensePast, had || word == "had"
		case c.XPOS == language.TagVBZ, c.XPOS == language.TagVBP:
			is = true
		case c.XPOS == language.TagTO:
			to = true
		}
	}
	v := &s.Tokens[verb]
	switch {
	case to && is, r.schedules(s, verb) && !had:
		return tenseFuture, true
	case t == tensePast || v.XPOS == language.TagVBD:
		return tensePast, true
	case to:
		if v.Head >= 0 && (r.schedules(s, v.Head) || r.wordOf(s, v.Head).is(classIntend)) {
			return r.scheduled(s, v.Head), true
		}
		return tenseNone, false
	case is || v.XPOS == language.TagVBP || v.XPOS == language.TagVBZ:
		return tenseNone, true
	}
	return tenseNone, v.XPOS == language.TagVBN
}

// scheduled tells "is due to" from "had been due to".
func (r *reader) scheduled(s *language.Sentence, i int) tense {
	for j := range s.Children(i) {
		if s.Tokens[j].Rel.Base() == language.Aux && s.Text(r.text, j) == "had" {
			return tensePast
		}
	}
	return tenseFuture
}

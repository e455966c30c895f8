package timex

import "pacta/language"

// A guard is a condition on the atoms [i, j) that a rule matched, on what
// stands around them, and on what they say so far.
type guard func(m *matcher, i, j int, f *frame) bool

// guards are the conditions that grammar.txt names after "if".
var guards = map[string]guard{
	"day31":      func(_ *matcher, _, _ int, f *frame) bool { return 1 <= f.get(day) && f.get(day) <= 31 },
	"quarter4":   func(_ *matcher, _, _ int, f *frame) bool { return 1 <= f.get(quarter) && f.get(quarter) <= 4 },
	"half2":      func(_ *matcher, _, _ int, f *frame) bool { return 1 <= f.get(half) && f.get(half) <= 2 },
	"decade":     func(_ *matcher, _, _ int, f *frame) bool { return f.get(decade)%10 == 0 },
	"number":     func(m *matcher, i, j int, _ *frame) bool { return m.at(j).is(classInt) || m.at(j).is(classNum) },
	"notamount":  notAmount,
	"whole":      whole,
	"yearreason": yearReason,
	"baremonth":  bareMonth,
	"bareseason": bareSeason,
	"bareday":    bareDay,
	"bareunits":  bareUnits,
	"measure":    measure,
	"duration":   duration,
	"capital":    func(m *matcher, i, _ int, _ *frame) bool { return m.at(i).capital || m.is(i, "the") },
	"bare":       func(m *matcher, _, j int, _ *frame) bool { return !m.hyphenated(j) && !m.is(j, "the") },
	"sameday": func(m *matcher, i, j int, _ *frame) bool {
		return !m.is(j, "as") && (j-i == 3 || m.is(i, "that") && !m.hyphenated(j))
	},
	"period": period,
	"latest": func(_ *matcher, _, _ int, f *frame) bool { return f.get(unit) >= quarters },
	"freq": func(m *matcher, i, _ int, f *frame) bool {
		return (!m.at(i).capital || m.starts1(i)) && (f.get(unit) <= days || m.tagged(i, true, language.ADV) || m.is(i, "annually"))
	},
	"rate":     rate,
	"lastweek": func(m *matcher, _, j int, _ *frame) bool { return m.is(j-2, "last") },
	"lonepart": lonePart,
	"noname": func(m *matcher, i, _ int, _ *frame) bool {
		return !m.at(i).capital || m.starts1(i) || !m.at(i-1).capital
	},
	"notwhich": func(m *matcher, _, j int, _ *frame) bool {
		return !m.is(j, "of") && !m.is(j, "when") && !(m.is(j, "in") && m.is(j+1, "which"))
	},
	"dayalone": dayAlone,
	"article":  func(m *matcher, i, j int, _ *frame) bool { return !(m.is(i, "the") && m.is(j-2, "-")) },
	"nounless": func(m *matcher, _, j int, _ *frame) bool {
		return !m.tagged(j, true, language.NOUN, language.ADJ, language.PROPN, language.VERB)
	},
	"stops":    func(m *matcher, _, j int, _ *frame) bool { return m.at(j).end == 0 || m.is(j, ",") || m.is(j, ".") },
	"overmore": overMore,
	"years":    func(_ *matcher, _, _ int, f *frame) bool { return f.get(unit) == years },
	"yearended": func(m *matcher, _, j int, _ *frame) bool {
		return (m.is(j, "ended") || m.is(j, "ending")) && (m.at(j+1).is(classMonth) || m.at(j+1).is(classMonthAbbr) || m.is(j+1, "tomorrow") || m.is(j+1, "yesterday") || m.is(j+1, "today"))
	},
	"present": func(m *matcher, i, j int, _ *frame) bool { return j-i > 2 || m.is(i-1, "at") || m.noun(i+1) },
	"moment": func(m *matcher, i, _ int, _ *frame) bool {
		return m.is(i, "this") || m.is(i-1, "at") || m.is(i-1, "for")
	},
	"noun":        func(m *matcher, _, j int, _ *frame) bool { return m.noun(j - 1) },
	"attributive": attributive,
}

// hyphenated reports whether atom j is a hyphen that ties the match to what
// follows.
func (m *matcher) hyphenated(j int) bool {
	return m.is(j, "-") && m.at(j).glued && m.at(j+1).glued
}

// starts1 reports whether atom i begins its sentence.
func (m *matcher) starts1(i int) bool {
	return i == 0 || m.is(i-1, ".") || m.at(i).sent != m.at(i-1).sent
}

// token returns the token of atom i, nil where the text is not tagged.
func (m *matcher) token(i int) *language.Token {
	if i < 0 || i >= len(m.atoms) {
		return nil
	}
	a := &m.atoms[i]
	t := &m.sentences[a.sent].Tokens[a.tok]
	if t.UPOS == 0 {
		return nil
	}
	return t
}

// tagged reports whether atom i has one of the tags; without tags, otherwise.
func (m *matcher) tagged(i int, otherwise bool, tags ...language.UPOS) bool {
	t := m.token(i)
	if t == nil {
		return otherwise
	}
	for _, x := range tags {
		if t.UPOS == x {
			return true
		}
	}
	return false
}

// noun reports whether atom i is not an adjective or the first part of a compound.
func (m *matcher) noun(i int) bool {
	if m.hyphenated(i + 1) {
		return false
	}
	t := m.token(i)
	if t == nil {
		return true
	}
	return t.UPOS == language.NOUN && t.Rel != language.Compound && t.Rel != language.Amod
}

// notAmount refuses a number that goes on ("10,000", "26.5", "5 percent").
func notAmount(m *matcher, i, j int, f *frame) bool {
	a, b := m.at(j), m.at(j+1)
	if m.at(j-1).digits == 0 {
		return true
	}
	if a.is(classCounted) || m.is(j, ":") && a.glued && b.glued {
		return false
	}
	return !(a.glued && b.glued && b.digits > 0 && (m.is(j, ".") || m.is(j, ",") && b.digits == 3))
}

// whole refuses digits that are part of a longer number or fraction.
func whole(m *matcher, i, j int, _ *frame) bool {
	if a := m.at(i); a.glued && (m.is(i-1, ".") || m.is(i-1, "/") || m.is(i-1, "-") || m.is(i-1, "$")) {
		return false
	}
	a, b := m.at(j), m.at(j+1)
	return !(a.glued && (a.digits > 0 || b.glued && b.digits > 0 && (m.is(j, "/") || m.is(j, "-"))))
}

// yearReason accepts four digits as a year when something says so: what stands
// before or behind, or a place in a range of years.
func yearReason(m *matcher, i, j int, f *frame) bool {
	if m.at(i).digits == 0 || m.is(i, "'") {
		return m.at(i).digits == 0 && (f.get(year) > 1000 && j-i > 1 || m.at(i-1).is(classYearPrep))
	}
	n := f.get(year)
	if n < 1000 || n > 2100 {
		return false
	}
	prev, next := m.at(i-1), m.at(j)
	if prev.capital && prev.word == nil && !m.starts1(i-1) && prev.sent == m.at(i).sent {
		return false // "Agenda 2030" is a name
	}
	if m.is(i-1, ".") && m.is(i-2, "no") || prev.is(classCurrency) || next.is(classCounted) || next.is(classUnits) || next.glued && (next.digits > 0 || next.letters) {
		return false
	}
	if m.is(j, "-") && next.glued && m.at(j+1).glued && m.at(j+1).digits == 0 {
		return false
	}
	if prev.glued && (m.is(i-1, "-") || m.is(i-1, "/")) {
		return m.at(i-2).digits == 4 || m.at(i-2).digits == 0 && m.is(i-2, "mid") || m.is(i-2, "post") || m.is(i-2, "end") || m.is(i-2, "pre")
	}
	if prev.is(classYearPrep) {
		return n >= 1400
	}
	return n >= 1800 && n < 2060 && (m.at(i).start > 0 && m.token(i) == nil || m.tagged(i, true, language.NUM, language.NOUN, language.PROPN))
}

// dayAlone accepts "the 5th" as a day of the month that is talked about.
func dayAlone(m *matcher, i, j int, _ *frame) bool {
	if !m.is(i-1, "on") && !m.is(i-1, "by") && !m.is(i-1, "until") && !m.is(i-1, "since") {
		return false
	}
	return !m.tagged(j, m.at(j).letters && !m.at(j).is(classYearPrep), language.NOUN, language.ADJ, language.PROPN, language.NUM)
}

// bareMonth accepts a month without day or year. Names that are common words
// need a preposition or a tag.
func bareMonth(m *matcher, i, j int, _ *frame) bool {
	a := m.at(i)
	if m.hyphenated(j) && m.at(j+1).digits == 0 {
		return m.is(i-1, "-") || !a.word.amb
	}
	if !a.word.amb {
		return a.is(classMonth) || j-i > 1 || m.at(i-1).is(classMonthPrep) && !m.is(i-1, ",") && !m.is(i-1, "-") && !m.is(i-1, "and")
	}
	if m.at(i - 1).is(classMonthPrep) {
		return !m.is(i-1, ",") || m.tagged(i, false, language.PROPN)
	}
	return !m.starts1(i) && m.tagged(i, false, language.PROPN) && !m.tagged(i-1, true, language.PROPN) && !m.tagged(i+1, true, language.PROPN)
}

// bareSeason accepts a season without year.
func bareSeason(m *matcher, i, j int, _ *frame) bool {
	if m.at(j-1).capital || m.hyphenated(j) {
		return false
	}
	if !m.tagged(j-1, true, language.NOUN) {
		return false
	}
	if m.is(j-1, "fall") || m.is(j-1, "spring") {
		return m.at(i-1).is(classSeasonPrep) && !m.is(i-1, "the") && !m.is(j, "in") && !m.is(j, "of")
	}
	return m.at(i - 1).is(classSeasonPrep)
}

// bareDay accepts a day of the week; not as a part of a name ("Sunday Times").
func bareDay(m *matcher, i, j int, _ *frame) bool {
	if m.at(i).is(classWeekday) {
		return m.at(i).capital
	}
	return j-i > 1 || m.is(i-1, "on")
}

// bareUnits accepts "days" or "years" alone, in "for years", "days after".
func bareUnits(m *matcher, i, j int, f *frame) bool {
	if f.get(unit) < days {
		return false
	}
	if m.is(j, "of") {
		return m.is(i-1, "after") || m.is(i-1, "for") || m.is(i-1, "follows") || m.is(i-1, "following")
	}
	return (m.is(i-1, "for") || m.is(i-1, "in") || m.is(i-1, "within")) && !m.is(j, "to") || m.is(j, "ago") || m.is(j, "later") || m.is(j, "earlier")
}

// measure refuses a number that cannot count units of time: a year or a sum.
func measure(m *matcher, i, j int, f *frame) bool {
	return !m.at(i-1).is(classCurrency) && !(m.at(i).glued && (m.is(i-1, ".") || m.is(i-1, ",")))
}

// duration refuses "a second chance", "the first day" and the like.
func duration(m *matcher, i, j int, f *frame) bool {
	if m.is(j, "-") && m.is(j+1, "old") || m.is(j, "old") || m.is(j, "of") && m.is(j+1, "age") {
		return false // ages are no times
	}
	if m.at(j-1).capital && !m.at(i).capital || m.at(j-1).capital && m.at(i).digits > 0 {
		return false // "60 Minutes" is a name
	}
	if f.get(unit) == quarters && (m.is(j, "of") || m.is(i+1, "-") || j-i == 2 && (m.is(i, "a") || m.is(i, "one") || m.is(i, "three"))) {
		return false // a fraction
	}
	if m.at(j-1).is(classUnit) && m.hyphenated(j) && !m.is(j-2, "-") {
		return false // "a year-earlier loss"
	}
	if m.at(j-1).is(classUnits) && (m.is(j-2, "a") || m.is(j-2, "an")) {
		return false
	}
	if f.get(unit) == second {
		return m.at(j-1).is(classUnits) || m.at(i).digits > 0
	}
	if m.is(i, "a") || m.is(i, "an") {
		if f.get(unit) <= days && !m.is(i-1, "for") && !m.is(j-2, "half") && j-i == 2 {
			return f.get(unit) == hours && !m.is(i-1, "an")
		}
	}
	if m.is(i, "some") && j-i == 2 && m.at(j-1).is(classUnit) {
		return false
	}
	if m.is(i, "many") && m.is(i-1, "how") {
		return false
	}
	return true
}

// overMore tells "over five years" as more than from "over five years" as during:
// the tagger calls the first an adverb; else a preposition must stand before.
func overMore(m *matcher, i, j int, _ *frame) bool {
	if m.is(i-1, "for") || m.is(i-1, "after") || m.is(i-1, "just") || m.is(i-1, "in") || m.is(i-1, "by") {
		return true
	}
	return (m.at(j).digits > 0 || m.at(j).is(classNum) || m.is(j, "a") || m.is(j, "an")) && m.tagged(i, false, language.ADV)
}

// rate accepts "a year" behind an amount: "$5 million a year".
func rate(m *matcher, i, j int, f *frame) bool {
	if f.get(unit) < days {
		return false
	}
	if m.is(i, "per") {
		return true
	}
	p := m.at(i - 1)
	return p.is(classRateAfter) || p.digits > 0 || p.is(classNum)
}

// lonePart accepts "the morning" without a day.
func lonePart(m *matcher, i, j int, f *frame) bool {
	return m.is(i, "the") && (m.is(i-1, "in") || m.is(i-1, "during")) && !m.hyphenated(j)
}

// period accepts "the week", "the quarter", "the year" as times of their own.
func period(m *matcher, i, j int, _ *frame) bool {
	switch {
	case m.hyphenated(j), m.is(j, "of"), m.is(j, "when"), m.is(j, "that"), m.is(j, "in") && m.is(j+1, "which"):
		return false // "the week of the vote"
	case m.is(j, "ended"), m.is(j, "ending"):
		return m.is(j-1, "quarter")
	case m.is(j-1, "century"), m.is(j-1, "decade"), m.is(j-1, "millennium"), m.is(j-1, "semester"):
		return false
	}
	return true
}

// attributive accepts an adjective that stands before its noun.
func attributive(m *matcher, i, j int, _ *frame) bool {
	if m.hyphenated(j) || m.is(j, ",") || m.is(j, ".") {
		return false
	}
	return m.tagged(i, true, language.ADJ)
}

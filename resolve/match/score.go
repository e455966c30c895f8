package match

import (
	"fmt"
	"slices"
	"strings"
)

// A likeness is how much two titles share: of the words of the one that says
// less, and of the words of both.
type likeness struct{ part, whole float64 }

// likeness compares the words of two titles, names of states apart.
func (x *Reading) likeness(y *Reading) likeness {
	common, a, b := 0.0, 0.0, 0.0
	for _, w := range x.words {
		a += w.weight
		if y.has(w.word) {
			common += w.weight
		}
	}
	for _, w := range y.words {
		b += w.weight
	}
	if a == 0 && b == 0 {
		return likeness{1, 1}
	}
	if a == 0 || b == 0 {
		return likeness{}
	}
	common = min(common, a, b)
	return likeness{common / min(a, b), common / (a + b - common)}
}

// has reports whether x has a word, or one that differs by a slip of the pen.
func (x *Reading) has(w string) bool {
	if _, ok := slices.BinarySearchFunc(x.words, w, func(a weighted, w string) int { return strings.Compare(a.word, w) }); ok {
		return true
	}
	if len(w) < 6 {
		return false
	}
	for _, v := range x.words {
		if slip(v.word, w) {
			return true
		}
	}
	return false
}

// slip reports whether two long words have the same beginning and all but the
// same end, or differ in one letter.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 6 || len(b)-len(a) > 3 {
		return false
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if n >= 5 && n*4 >= len(b)*3 {
		return true
	}
	return n >= 2 && len(b)-len(a) <= 1 && (a[n:] == b[n+1:] || len(a) == len(b) && a[n+1:] == b[n+1:])
}

// acronymOf reports whether the title of x is an acronym that stands in the
// title of y or is made of its first letters.
func (x *Reading) acronymOf(y *Reading) bool {
	if x.acronym == "" || y.acronym != "" {
		return false
	}
	initials := ""
	for _, w := range fold(y.Record.Title, nil) {
		if w == x.acronym {
			return true
		}
		if w != "of" && w != "the" && w != "and" && w != "for" && w != "on" {
			initials += w[:1]
		}
	}
	return strings.Contains(initials, x.acronym)
}

// conflict reports whether something rules out that x and y are one.
func (x *Reading) conflict(y *Reading, l likeness, why *reasons) bool {
	switch {
	case x.known != "" && y.known != "" && x.known != y.known:
		why.add("two well-known instruments")
	case x.datesApart(y, l):
		why.add("other dates: " + x.Record.Date + " and " + y.Record.Date)
	case x.otherParties(y):
		why.add("other parties: " + strings.Join(x.parties, " ") + " and " + strings.Join(y.parties, " "))
	case x.otherNumbers(y) != "":
		why.add("other numbers: " + x.otherNumbers(y))
	case x.otherYears(y):
		why.add("other years: " + strings.Join(x.years, " ") + " and " + strings.Join(y.years, " "))
	case x.otherOps(y):
		why.add(fmt.Sprintf("one would %s another instrument, the other would %s", does(x), does(y)))
	default:
		return false
	}
	return true
}

func does(x *Reading) string {
	if len(x.ops) == 0 {
		return "not change"
	}
	return strings.Join(x.ops, " and ")
}

// Days that two lists may differ in the date of one instrument, if the titles
// are nearly equal.
const dateSlack = 8

// datesApart reports whether the dates cannot be those of one instrument. Entry
// into force comes after signature, by ten years or so at most.
func (x *Reading) datesApart(y *Reading, l likeness) bool {
	if !x.dated || !y.dated || x.date.Overlaps(y.date) {
		return false
	}
	if x.Record.DateKind == "in_force" || y.Record.DateKind == "in_force" {
		signed, force := x, y
		if x.Record.DateKind == "in_force" {
			signed, force = y, x
		}
		gap := force.date.First - signed.date.Last
		return force.Record.DateKind != signed.Record.DateKind && (gap < -dateSlack || gap > 16*366)
	}
	return x.farApart(y) || l.part < 0.9
}

// farApart reports whether two dates of signature rule out that x and y are
// one whatever their titles say. It is asked first, since it is cheap.
func (x *Reading) farApart(y *Reading) bool {
	if !x.dated || !y.dated || x.Record.DateKind == "in_force" || y.Record.DateKind == "in_force" {
		return false
	}
	return max(x.date.First-y.date.Last, y.date.First-x.date.Last) > dateSlack
}

// otherParties reports whether each has a party that the other has not. Lists
// leave parties out, so that a part is no conflict.
func (x *Reading) otherParties(y *Reading) bool {
	if len(x.parties) == 0 || len(y.parties) == 0 {
		return false
	}
	a, b := lacks(x.parties, y.parties), lacks(y.parties, x.parties)
	if x.foreign != y.foreign { // names in other languages are missed
		return a == len(x.parties) && b == len(y.parties) && a > 1 && b > 1
	}
	return a > 0 && b > 0
}

// lacks counts what of a is not in b.
func lacks(a, b []string) int {
	n := 0
	for _, p := range a {
		if !slices.Contains(b, p) {
			n++
		}
	}
	return n
}

// otherNumbers returns what is numbered differently in both titles, "" if
// nothing is.
func (x *Reading) otherNumbers(y *Reading) string {
	for _, of := range []string{"annex", "no", "minute", "session", "phase", "group", "decision"} {
		a, b := x.numbersOf(of), y.numbersOf(of)
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		if l, m := lacks(a, b), lacks(b, a); l > 0 && m > 0 || of == "annex" && l+m > 0 && !x.foreign && !y.foreign {
			return of + " " + strings.Join(a, ", ") + " and " + strings.Join(b, ", ")
		}
	}
	return ""
}

// otherYears reports whether two titles of which one has no date give years
// that have none in common.
func (x *Reading) otherYears(y *Reading) bool {
	return !(x.dated && y.dated) && len(x.years) > 0 && len(y.years) > 0 && lacks(x.years, y.years) == len(x.years)
}

func (x *Reading) numbersOf(of string) []string {
	var out []string
	for _, n := range x.numbers {
		if n.of == of {
			out = append(out, n.number)
		}
	}
	return out
}

// otherOps reports whether one changes another instrument in a way that the
// other does not.
func (x *Reading) otherOps(y *Reading) bool {
	if x.foreign || y.foreign || x.short || y.short {
		return false
	}
	if x.depth > 1 != (y.depth > 1) && (x.outer() == "protocol") != (y.outer() == "protocol") {
		return true
	}
	for _, op := range []string{"amend", "terminate", "extend", "accede"} {
		if slices.Contains(x.ops, op) != slices.Contains(y.ops, op) && len(x.types)+len(x.ops) > 0 && len(y.types)+len(y.ops) > 0 {
			return true
		}
	}
	return false
}

// weigh returns how far above or below the border the likeness of two records
// without a conflict lies, and says why.
func (x *Reading) weigh(y *Reading, l likeness, why *reasons) float64 {
	parties := len(x.parties) > 1 && slices.Equal(x.parties, y.parties)
	if parties {
		why.add("same parties " + strings.Join(x.parties, " "))
	}
	switch {
	case x.dated && y.dated && x.date.Overlaps(y.date) && x.exact && y.exact:
		why.add("same date " + x.Record.Date)
		return x.sameDay(y, l, parties, why)
	case x.dated && y.dated && x.date.Overlaps(y.date):
		why.add("dates agree as far as they go")
		if (parties || x.sameBodies(y)) && (x.bare() || y.bare()) {
			why.add("one title names only the parties")
			return 0.3
		}
		return min(l.part-0.75, l.whole-0.3) + bonus(parties, 0.2)
	case x.Record.DateKind != y.Record.DateKind:
		why.add("one date is of entry into force")
		if x.foreign != y.foreign {
			return l.part - 0.5 + bonus(parties, 0.4)
		}
		if x.sameNumbers(y) != "" {
			return l.part - 0.3
		}
		return min(l.part-0.8, l.whole-0.5) + bonus(parties, 0.15)
	case x.dated && y.dated:
		why.add("dates days apart")
		return min(l.part-0.9, l.whole-0.8)
	}
	if x.sameBodies(y) && x.bare() && y.bare() {
		why.add("both titles name only the same parties")
		return 0.3
	}
	return min(l.part-0.8, l.whole-0.6) + bonus(parties, 0.1)
}

// within reports whether x names two parties and y names these and more.
func (x *Reading) within(y *Reading) bool {
	return len(x.parties) > 1 && lacks(x.parties, y.parties) == 0
}

// sameNumbers returns the session or number that both titles give, "" if they
// share none.
func (x *Reading) sameNumbers(y *Reading) string {
	for _, n := range x.numbers {
		if (n.of == "session" || n.of == "minute") && slices.Contains(y.numbers, n) {
			return n.of + " " + n.number
		}
	}
	return ""
}

// sameBodies reports whether two titles name the same two or more states and
// organisations.
func (x *Reading) sameBodies(y *Reading) bool {
	return len(x.parties)+len(x.bodies) > 1 && slices.Equal(x.parties, y.parties) && slices.Equal(x.bodies, y.bodies)
}

func bonus(yes bool, b float64) float64 {
	if yes {
		return b
	}
	return 0
}

// sameDay weighs two records of one day: few instruments of one day differ in
// all but the date, unless parties conclude several at once.
func (x *Reading) sameDay(y *Reading, l likeness, parties bool, why *reasons) float64 {
	switch {
	case x.acronymOf(y) || y.acronymOf(x):
		why.add("one is the acronym of the other")
		return 0.4
	case x.foreign != y.foreign:
		why.add("titles in two languages")
		if l.part == 0 && !parties && !x.otherScript() && !y.otherScript() {
			return -0.1
		}
		return 0.1 + 0.4*l.part + bonus(parties, 0.1)
	case x.short != y.short && (l.part == 0 || l.whole > 0.5):
		why.add("one is a short title")
		return 0.1 + 0.4*l.part
	}
	if n := x.sameNumbers(y); n != "" {
		why.add("both " + n)
		return l.part - 0.3
	}
	if parties || x.within(y) || y.within(x) {
		return min(l.part-0.65, l.whole-0.2)
	}
	if (len(x.parties) == 1) != (len(y.parties) == 1) && len(x.parties)*len(y.parties) > 0 { // a name may have been missed
		return min(l.part-0.72, l.whole-0.6)
	}
	return min(l.part-0.72, l.whole-0.4)
}

// otherScript reports whether a title is written in another script than Latin,
// so that words cannot be compared.
func (x *Reading) otherScript() bool {
	for _, r := range x.Record.Title {
		if r >= 0x370 && r < 0x1E00 || r > 0x2E80 {
			return true
		}
	}
	return false
}

// bare reports whether a title names nothing but parties.
func (x *Reading) bare() bool {
	for _, t := range fold(x.unnamed, nil) {
		if _, w := look(t); w == (word{}) && t != "ec" && t != "eec" && len(t) > 1 {
			return false
		}
	}
	return true
}

// isShort reports whether a title is a nickname or acronym: two or three words
// that say nothing of a subject, "Lakeside Convention".
func (x *Reading) isShort() bool {
	if x.acronym != "" {
		return true
	}
	tokens := fold(x.Record.Title, nil)
	for _, t := range tokens {
		if lexicon[t].stop {
			return false
		}
	}
	return len(tokens) <= 3 && len(x.parties) == 0 && len(x.ops) == 0
}

func (x *Reading) outer() string {
	if len(x.types) == 0 {
		return ""
	}
	return x.types[0]
}

// common says in words how much the titles share.
func (x *Reading) common(y *Reading) string {
	var both []string
	for _, w := range x.words {
		if w.weight == 1 && y.has(w.word) {
			both = append(both, w.word)
		}
	}
	if len(both) == 0 {
		return "no subject words in common"
	}
	return "in common: " + strings.Join(both, ", ")
}

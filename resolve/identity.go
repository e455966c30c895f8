package resolve

import (
	"maps"
	"slices"
	"strings"

	"pacta/edtf"
)

// joined is the score from which two records are one instrument, and apart the
// one below which nothing in between may join them.
const (
	joined = 3.0
	apart  = -1.0
)

// reasons collects in words what speaks for or against one instrument; nil
// where only the score is asked for, as for most pairs.
type reasons []string

func (w *reasons) add(words ...string) {
	if w != nil {
		*w = append(*w, strings.Join(words, ""))
	}
}

// same compares what two documents say of an instrument. The score adds what
// speaks for one instrument and takes away what speaks against it.
func same(a, b *record) float64 {
	if !canBeOne(a, b) {
		return never
	}
	return scoreTypes(a, b, nil) + scoreDates(a, b, nil) + scoreParties(a, b, nil) + scorePersons(a, b, nil) +
		scoreSubjects(a, b, nil) + scorePlaces(a, b, nil) + scoreNames(a, b, nil)
}

// explain says in words what is decisive in the score of same.
func explain(a, b *record) string {
	var why reasons
	for _, part := range []func(a, b *record, why *reasons) float64{scoreTypes, scoreDates, scoreParties, scorePersons, scoreSubjects, scorePlaces, scoreNames} {
		part(a, b, &why)
	}
	return strings.Join(why, "; ")
}

// never is the score of records that cannot be one instrument: two well-known
// ones, or one that was signed and one that is still sought.
const never = -10.0

func canBeOne(a, b *record) bool {
	return (a.known == "" || b.known == "") && compatibleStanding(a.standing, b.standing)
}

func compatibleStanding(a, b string) bool {
	if a == "generic" || b == "generic" || a == "lead" || b == "lead" {
		return false
	}
	return a == b || (a == "" || b == "") && a != "body" && b != "body" && a != "prospective" && b != "prospective"
}

// looseTypes are words by which reports call any instrument.
var looseTypes = map[string]bool{"agreement": true, "accord": true, "deal": true, "document": true, "pact": true, "text": true, "instrument": true}

func scoreTypes(a, b *record, why *reasons) float64 {
	if len(a.kinds) == 0 || len(b.kinds) == 0 {
		return 0
	}
	loose := false
	for _, x := range a.kinds {
		for _, y := range b.kinds {
			if x == y && !looseTypes[x] {
				why.add("both called ", x)
				return 1
			}
			loose = loose || looseTypes[x] || looseTypes[y]
		}
	}
	if loose {
		return 0
	}
	why.add("called ", a.kinds[0], " and ", b.kinds[0])
	return -2
}

func scoreDates(a, b *record, why *reasons) float64 {
	if len(a.days) == 0 || len(b.days) == 0 {
		return 0
	}
	best, note, at := otherDates, "other dates", 0
	for i, x := range a.days {
		for _, y := range b.days {
			if s, n := scoreDay(x, y); s > best {
				best, note, at = s, n, i
			}
		}
	}
	if why != nil && best == sameDate {
		note += " " + a.days[at].String()
	}
	why.add(note)
	return best
}

const sameDate, otherDates = 3.0, -4.0

// scoreDay compares two dates: equal days, days that touch (one night in two
// time zones), or a year or month that holds the other date.
func scoreDay(x, y edtf.Interval) (float64, string) {
	fine := func(d edtf.Interval) bool { return d.Last-d.First <= 3 }
	switch {
	case fine(x) && fine(y) && x.Overlaps(y):
		return sameDate, "same date"
	case fine(x) && fine(y) && x.First-y.Last <= 1 && y.First-x.Last <= 1:
		return 2.5, "dates a day apart"
	case !(fine(x) && fine(y)) && x.Overlaps(y):
		return 1.5, "dates agree as far as they go"
	}
	return otherDates, ""
}

func scoreParties(a, b *record, why *reasons) float64 {
	if len(a.party) == 0 || len(b.party) == 0 {
		return 0
	}
	common := 0
	for _, p := range a.party {
		if slices.Contains(b.party, p) {
			common++
		}
	}
	switch {
	case common == len(a.party) && common == len(b.party):
		if common == 1 {
			why.add("one party in common")
			return 0.5
		}
		why.add("same parties")
		return 2
	case common == 0:
		why.add("other parties")
		return -5
	case common == len(a.party) || common == len(b.party):
		if common > 1 {
			why.add("parties of one among those of the other")
			return 0.5
		}
		return 0
	}
	why.add("only some parties in common")
	return -2
}

func scorePersons(a, b *record, why *reasons) float64 {
	common := 0
	for p := range a.persons {
		if _, ok := b.persons[p]; ok {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	why.add("signed by the same persons")
	return min(1.5, float64(common))
}

func scoreSubjects(a, b *record, why *reasons) float64 {
	if len(a.subject) == 0 || len(b.subject) == 0 {
		return 0
	}
	common := 0
	for w := range a.subject {
		if b.subject[w] {
			common++
		}
	}
	if common == 0 {
		why.add("other subject words")
		return -1.5
	}
	share := float64(common) / float64(min(len(a.subject), len(b.subject)))
	if share < 0.34 {
		return 0
	}
	about, score := "subject words ", 0.5+min(2, float64(common))*share/1.5
	if share == 1 && telling(a.subject, b.subject) > 1 {
		about, score = "both about ", 3
	}
	if why != nil {
		words := slices.DeleteFunc(slices.Sorted(maps.Keys(a.subject)), func(w string) bool { return !b.subject[w] })
		why.add(about, strings.Join(words, ", "))
	}
	return score
}

// telling counts the common words that few instruments share: an agreement on
// trade and cooperation may be any, one on a path to normalisation hardly.
func telling(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] && !ordinary[w] {
			n++
		}
	}
	return n
}

func scorePlaces(a, b *record, why *reasons) float64 {
	for p := range a.places {
		if _, ok := b.places[p]; ok {
			why.add("same place")
			return 0.5
		}
	}
	if len(a.places) > 0 && len(b.places) > 0 {
		why.add("other places")
		return -0.5
	}
	return 0
}

// scoreNames compares proper names: the same title is one instrument unless
// something speaks against it.
func scoreNames(a, b *record, why *reasons) float64 {
	if n := firstCommon(a.proper, b.proper); n != "" {
		why.add("same name ", n)
		return 2
	}
	if n := firstCommon(a.nicks, b.nicks); n != "" {
		why.add("both called the ", n)
		return 3
	}
	return 0
}

// firstCommon returns the first in the alphabet of what stands in both sets.
func firstCommon(a, b map[string]bool) string {
	first := ""
	for n := range a {
		if b[n] && (first == "" || n < first) {
			first = n
		}
	}
	return first
}

// IsLooseType reports whether word is one by which reports call instruments of
// any sort.
func IsLooseType(word string) bool { return looseTypes[word] }

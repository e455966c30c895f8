package resolve

import (
	"cmp"
	"fmt"
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

// same compares what two documents say of an instrument. The score adds what
// speaks for one instrument and takes away what speaks against it; reason says
// in words what was decisive.
func same(a, b *record) (score float64, reason string) {
	if a.known != "" && b.known != "" {
		return -10, "two different well-known instruments"
	}
	if !compatibleStanding(a.standing, b.standing) {
		return -10, fmt.Sprintf("one is %s, the other %s", a.standing, b.standing)
	}
	var why []string
	for _, part := range []func(a, b *record) (float64, string){scoreTypes, scoreDates, scoreParties, scorePersons, scoreSubjects, scorePlaces, scoreNames} {
		s, w := part(a, b)
		score += s
		if w != "" {
			why = append(why, w)
		}
	}
	return score, strings.Join(why, "; ")
}

func compatibleStanding(a, b string) bool {
	if a == "generic" || b == "generic" || a == "lead" || b == "lead" {
		return false
	}
	return a == b || (a == "" || b == "") && a != "body" && b != "body" && a != "prospective" && b != "prospective"
}

// looseTypes are words by which reports call any instrument.
var looseTypes = map[string]bool{"agreement": true, "accord": true, "deal": true, "document": true, "pact": true, "text": true, "instrument": true}

func scoreTypes(a, b *record) (float64, string) {
	if len(a.kinds) == 0 || len(b.kinds) == 0 {
		return 0, ""
	}
	loose := false
	for _, x := range a.kinds {
		for _, y := range b.kinds {
			if x == y && !looseTypes[x] {
				return 1, "both called " + x
			}
			loose = loose || looseTypes[x] || looseTypes[y]
		}
	}
	if loose {
		return 0, ""
	}
	return -2, "called " + a.kinds[0] + " and " + b.kinds[0]
}

func scoreDates(a, b *record) (float64, string) {
	if len(a.days) == 0 || len(b.days) == 0 {
		return 0, ""
	}
	best, why := -4.0, "other dates"
	for _, x := range a.days {
		for _, y := range b.days {
			s, w := scoreDay(x, y)
			if s > best {
				best, why = s, w
			}
		}
	}
	return best, why
}

// scoreDay compares two dates: equal days, days that touch (one night in two
// time zones), or a year or month that holds the other date.
func scoreDay(x, y edtf.Interval) (float64, string) {
	fine := func(d edtf.Interval) bool { return d.Last-d.First <= 3 }
	switch {
	case fine(x) && fine(y) && x.Overlaps(y):
		return 3, "same date " + x.String()
	case fine(x) && fine(y) && x.First-y.Last <= 1 && y.First-x.Last <= 1:
		return 2.5, "dates a day apart"
	case !(fine(x) && fine(y)) && x.Overlaps(y):
		return 1.5, "dates agree as far as they go"
	}
	return -4, "other dates"
}

func scoreParties(a, b *record) (float64, string) {
	if len(a.party) == 0 || len(b.party) == 0 {
		return 0, ""
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
			return 0.5, "one party in common"
		}
		return 2, "same parties"
	case common == 0:
		return -5, "other parties"
	case common == len(a.party) || common == len(b.party):
		if common > 1 {
			return 0.5, "parties of one among those of the other"
		}
		return 0, ""
	}
	return -2, "only some parties in common"
}

func scorePersons(a, b *record) (float64, string) {
	common := 0
	for p := range a.persons {
		if _, ok := b.persons[p]; ok {
			common++
		}
	}
	if common == 0 {
		return 0, ""
	}
	return min(1.5, float64(common)), "signed by the same persons"
}

func scoreSubjects(a, b *record) (float64, string) {
	if len(a.subject) == 0 || len(b.subject) == 0 {
		return 0, ""
	}
	var common []string
	for w := range a.subject {
		if b.subject[w] {
			common = append(common, w)
		}
	}
	if len(common) == 0 {
		return -1.5, "other subject words"
	}
	slices.Sort(common)
	share := float64(len(common)) / float64(min(len(a.subject), len(b.subject)))
	if share < 0.34 {
		return 0, ""
	}
	return 0.5 + min(2, float64(len(common)))*share/1.5, "subject words " + strings.Join(common, ", ")
}

func scorePlaces(a, b *record) (float64, string) {
	for p := range a.places {
		if _, ok := b.places[p]; ok {
			return 0.5, "same place"
		}
	}
	if len(a.places) > 0 && len(b.places) > 0 {
		return -0.5, "other places"
	}
	return 0, ""
}

// scoreNames compares proper names: the same title is one instrument unless
// something speaks against it.
func scoreNames(a, b *record) (float64, string) {
	for _, n := range slices.Sorted(maps.Keys(a.proper)) {
		if b.proper[n] {
			return 2, "same name " + n
		}
	}
	return 0, ""
}

// keys returns the blocks that r stands in: only records that share one are
// ever compared. Each key holds two things that a pair must agree on, so that
// blocks stay small in a large base.
func (r *record) keys() []string {
	var out []string
	for _, d := range r.days {
		if d.Last-d.First <= 3 {
			for day := d.First - 1; day <= d.Last+1; day++ {
				out = append(out, "day "+day.String())
			}
		}
	}
	for n := range r.proper {
		out = append(out, "name "+n)
	}
	for w := range r.subject {
		for _, k := range r.kinds {
			out = append(out, "word "+k+" "+w)
		}
	}
	if len(r.party) > 1 {
		parties := strings.Join(r.party, " ")
		for w := range r.subject {
			out = append(out, "parties "+parties+" "+w)
		}
		for _, d := range r.days {
			year, _, _ := d.First.Date()
			out = append(out, fmt.Sprint("parties ", parties, " ", year))
		}
		for _, k := range r.kinds {
			out = append(out, "parties "+parties+" "+k)
		}
		out = append(out, "parties "+parties+" "+r.standing)
	}
	return set(out)
}

// A group is the records that are one instrument, with the links that made it.
type group struct {
	records []*record
	links   []Link
}

// cluster returns the records in groups of one instrument each. Records are
// joined from the surest pair down; two groups are not joined when a pair in
// them speaks against it.
func cluster(records []*record) []*group {
	nodes := collapse(records)
	head := make([]int, len(nodes)) // the node whose group this one is in, by way of others
	for i := range head {
		head[i] = i
	}
	find := func(i int) int {
		for head[i] != i {
			head[i] = head[head[i]]
			i = head[i]
		}
		return i
	}
	for _, p := range pairs(nodes) {
		i, j := find(p.i), find(p.j)
		if i == j || conflict(nodes[i], nodes[j]) {
			continue
		}
		a, b := nodes[i], nodes[j]
		a.records = append(a.records, b.records...)
		a.links = append(append(a.links, b.links...), Link{To: p.name, Score: min(1, p.score/6), Reason: p.why})
		head[j] = i
	}
	var out []*group
	for i, g := range nodes {
		if find(i) == i {
			out = append(out, g)
		}
	}
	return out
}

// collapse makes one group of records that say exactly the same, so that an
// instrument named in a thousand reports is compared once.
func collapse(records []*record) []*group {
	byKey := map[string]*group{}
	for _, r := range records {
		k := r.key
		if r.known != "" {
			k = r.known
		} else if !r.telling() {
			k += " " + r.locals[0].document + " " + r.locals[0].value
		}
		if byKey[k] == nil {
			byKey[k] = &group{}
		}
		byKey[k].records = append(byKey[k].records, r)
	}
	var out []*group
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		out = append(out, byKey[k])
	}
	return out
}

// telling reports whether r says enough to be recognised by itself.
func (r *record) telling() bool {
	if r.standing == "generic" || r.standing == "lead" {
		return false
	}
	return len(r.proper) > 0 || len(r.party) > 1 && (len(r.days) > 0 || len(r.subject) > 0 || r.standing == "prospective" || r.standing == "body")
}

// A pair of nodes that may be one instrument.
type pair struct {
	i, j  int
	score float64
	why   string
	name  string
}

// crowd is the size from which a block says too little to compare all of it:
// what shares only "treaty" and "peace" with a thousand others is told apart
// by its other blocks.
const crowd = 400

// pairs returns the pairs of nodes that score enough, the surest first.
func pairs(nodes []*group) []pair {
	blocks := map[string][]int{}
	for i, n := range nodes {
		for _, k := range n.records[0].keys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var out []pair
	for _, members := range blocks {
		if len(members) > crowd {
			continue
		}
		for x, i := range members {
			for _, j := range members[x+1:] {
				if seen[[2]int{i, j}] {
					continue
				}
				seen[[2]int{i, j}] = true
				if s, why := same(nodes[i].records[0], nodes[j].records[0]); s >= joined {
					out = append(out, pair{i, j, s, why, nodes[j].records[0].locals[0].document})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Or(cmp.Compare(b.score, a.score), a.i-b.i, a.j-b.j) })
	return out
}

// conflict reports whether a record of a and one of b cannot be one instrument.
func conflict(a, b *group) bool {
	for _, x := range a.records {
		for _, y := range b.records {
			if s, _ := same(x, y); s < apart {
				return true
			}
		}
	}
	return false
}

// IsLooseType reports whether word is one by which reports call instruments of
// any sort.
func IsLooseType(word string) bool { return looseTypes[word] }

package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

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
	for n := range r.nicks {
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
	records  []*record
	variants []*variant
	links    []Link
	base     string // what groups share that are one before anything is compared
	rows     []Row  // of all records, where records has only those that differ
}

// A variant is the records of a group that share a key. They differ at most in
// persons, places and proper names; records has one of each sort.
type variant struct{ records []*record }

// cluster returns the records in groups of one instrument each, as people
// decided. What they left open is joined from the surest pair down; two groups
// are not joined when a pair in them speaks against it.
func cluster(records []*record, rows map[string][]Row, l *links, crowded func(block string) bool) []*group {
	nodes := collapse(records, rows)
	b := newBonds(len(nodes), l, func(i int) []side { return nodes[i].sides() })
	absorb := func(head, other int) {
		x, y := nodes[head], nodes[other]
		x.records, x.variants, x.links = append(x.records, y.records...), append(x.variants, y.variants...), append(x.links, y.links...)
		x.rows = append(x.rows, y.rows...)
	}
	based := map[string]int{}
	for i, n := range nodes {
		if h := b.find(i); h != i {
			absorb(h, i)
		}
		if _, ok := based[n.base]; !ok {
			based[n.base] = i
		}
	}
	for i, n := range nodes {
		if head, other := b.join(based[n.base], i); head != other {
			absorb(head, other)
		}
	}
	for _, p := range pairs(nodes, crowded) {
		i, j := b.find(p.i), b.find(p.j)
		if i == j || b.forbidden(i, j) || conflict(nodes[i], nodes[j]) {
			continue
		}
		x, y := nodes[p.i].records[0], nodes[p.j].records[0]
		nodes[j].links = append(nodes[j].links, Link{To: y.locals[0].document, Score: min(1, p.score/6), Reason: explain(x, y)})
		absorb(b.join(i, j))
	}
	var out []*group
	for i, g := range nodes {
		if b.find(i) == i {
			g.links = append(l.reasons(g.sides()), g.links...)
			out = append(out, g)
		}
	}
	return out
}

// whole makes records all records of g, where they are only those that differ.
func (g *group) whole() {
	if len(g.rows) == 0 {
		return
	}
	g.records = nil
	for _, row := range g.rows {
		rs, err := recordsOf(row)
		if err != nil {
			panic(err) // this program wrote it a moment ago
		}
		g.records = append(g.records, rs...)
	}
	g.rows = nil
}

// sides returns what decisions name the records of g.
func (g *group) sides() []side {
	var out []side
	for _, r := range g.records {
		out = append(out, r.sides...)
	}
	return out
}

// collapse makes one group of records that say exactly the same, so that an
// instrument named in a thousand reports is compared once.
func collapse(records []*record, rows map[string][]Row) []*group {
	byKey := map[string]*group{}
	for _, r := range records {
		k := r.node()
		base := k
		if len(r.sides) > 0 {
			k += " decided " + r.locals[0].document + " " + r.locals[0].value
		}
		if byKey[k] == nil {
			byKey[k] = &group{base: base, rows: rows[k]}
		}
		byKey[k].records = append(byKey[k].records, r)
	}
	var out []*group
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		g := byKey[k]
		g.variants = variants(g.records)
		out = append(out, g)
	}
	return out
}

// node returns what records share that say exactly the same.
func (r *record) node() string {
	switch {
	case r.known != "":
		return r.known
	case !r.telling():
		return r.key + " " + r.locals[0].document + " " + r.locals[0].value
	}
	return r.key
}

// variants sorts records by what same can tell apart in them.
func variants(records []*record) []*variant {
	var out []*variant
	byKey, seen := map[string]*variant{}, map[string]bool{}
	for _, r := range records {
		v := byKey[r.key]
		if v == nil {
			v = &variant{}
			byKey[r.key] = v
			out = append(out, v)
		}
		if d := r.key + "|" + r.details(); !seen[d] {
			seen[d] = true
			v.records = append(v.records, r)
		}
	}
	return out
}

// details returns what records of one key can differ in.
func (r *record) details() string {
	var b strings.Builder
	for _, names := range [][]string{slices.Sorted(maps.Keys(r.persons)), slices.Sorted(maps.Keys(r.places)), slices.Sorted(maps.Keys(r.proper)), slices.Sorted(maps.Keys(r.nicks))} {
		b.WriteString(strings.Join(names, "; "))
		b.WriteByte('|')
	}
	return b.String()
}

// telling reports whether r says enough to be recognised by itself.
func (r *record) telling() bool {
	if r.standing == "generic" || r.standing == "lead" {
		return false
	}
	return len(r.proper) > 0 || len(r.nicks) > 0 || len(r.party) > 1 && (len(r.days) > 0 || len(r.subject) > 0 || r.standing == "prospective" || r.standing == "body")
}

// A pair of nodes that may be one instrument.
type pair struct {
	i, j  int
	score float64
}

// crowd is the size from which a block says too little to compare all of it:
// what shares only "treaty" and "peace" with a thousand others is told apart
// by its other blocks.
const crowd = 400

// pairs returns the pairs of nodes that score enough, the surest first. What is
// crowded is told where nodes are not all there are, else nil.
func pairs(nodes []*group, crowded func(block string) bool) []pair {
	blocks := map[string][]int{}
	keys := make([][]string, len(nodes))
	for i, n := range nodes {
		keys[i] = n.records[0].keys()
		for _, k := range keys[i] {
			blocks[k] = append(blocks[k], i)
		}
	}
	if crowded == nil {
		crowded = func(block string) bool { return len(blocks[block]) > crowd }
	}
	met := make([]int, len(nodes)) // the last node that this one was compared with, and one
	var out []pair
	for i, n := range nodes {
		for _, k := range keys[i] {
			members := blocks[k]
			if len(members) == 1 || crowded(k) {
				continue
			}
			at, _ := slices.BinarySearch(members, i)
			for _, j := range members[at+1:] {
				if met[j] == i+1 {
					continue
				}
				met[j] = i + 1
				if s := same(n.records[0], nodes[j].records[0]); s >= joined {
					out = append(out, pair{i, j, s})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Or(cmp.Compare(b.score, a.score), a.i-b.i, a.j-b.j) })
	return out
}

// conflict reports whether a record of a and one of b cannot be one instrument.
func conflict(a, b *group) bool {
	for _, x := range a.variants {
		for _, y := range b.variants {
			if x.conflicts(y) {
				return true
			}
		}
	}
	return false
}

// conflicts compares the records of two variants. Most are decided by what all
// of them share: persons, places and names add at most 5 to it and take away
// no more than 0.5.
func (v *variant) conflicts(w *variant) bool {
	x, y := v.records[0], w.records[0]
	if !canBeOne(x, y) {
		return true
	}
	const rounding = 0.01
	shared := scoreTypes(x, y, nil) + scoreDates(x, y, nil) + scoreParties(x, y, nil) + scoreSubjects(x, y, nil)
	switch {
	case shared-0.5 > apart+rounding:
		return false
	case shared+5 < apart-rounding:
		return true
	}
	for _, x := range v.records {
		for _, y := range w.records {
			if same(x, y) < apart {
				return true
			}
		}
	}
	return false
}

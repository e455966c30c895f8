package resolve

import (
	"maps"
	"slices"
)

// blocks are the promises and reports of all documents by what they must share
// to be compared. They are kept as rows, which take a fifth of the room, unless
// people decided something that rows do not tell.
type blocks struct {
	links    *links
	promises map[string][]*promise
	reports  map[string][]*report
	rows     map[byte]map[string][]Row
}

func newBlocks(l *links) *blocks {
	return &blocks{l, map[string][]*promise{}, map[string][]*report{}, map[byte]map[string][]Row{RowPromise: {}, RowReport: {}}}
}

func (b *blocks) packed() bool { return b.links == nil }

func (b *blocks) row(r Row) {
	if m := b.rows[r.Kind]; m != nil && b.packed() {
		m[r.Block] = append(m[r.Block], Row{Document: r.Document, Data: slices.Clip(r.Data)})
	}
}

func (b *blocks) add(d *document) {
	if !b.packed() {
		d.promises(b.promises)
		d.reports(b.reports)
	}
}

// eachCommitment hands over the commitments of all blocks, block by block where
// nobody decided otherwise.
func (b *blocks) eachCommitment(emit func(*Commitment)) {
	some := func(xs []Commitment) {
		for i := range xs {
			emit(&xs[i])
		}
	}
	if !b.packed() {
		some(commitments(b.promises, b.links))
	}
	eachBlock(b.rows[RowPromise], promisesOf, func(k string, ps []*promise) { some(commitments(map[string][]*promise{k: ps}, nil)) })
}

// eachEvent hands over the events of all blocks; see eachCommitment.
func (b *blocks) eachEvent(emit func(*Event)) {
	some := func(xs []Event) {
		for i := range xs {
			emit(&xs[i])
		}
	}
	if !b.packed() {
		some(events(b.reports, b.links))
	}
	eachBlock(b.rows[RowReport], reportsOf, func(k string, rs []*report) { some(events(map[string][]*report{k: rs}, nil)) })
}

// eachBlock unpacks blocks one by one and lets go of them.
func eachBlock[T any](rows map[string][]Row, of func([]Row) ([]T, error), f func(string, []T)) {
	for _, k := range slices.Sorted(maps.Keys(rows)) {
		xs, err := of(rows[k])
		if err != nil {
			panic(err) // this program wrote it a moment ago
		}
		delete(rows, k)
		f(k, xs)
	}
}

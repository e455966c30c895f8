package main

import (
	"cmp"
	"slices"

	"pacta/language/internal/engine"
)

// moves is an averaged perceptron over the three transitions.
type moves struct {
	store *store
	rows  []moveRow
	now   int32
}

type moveRow struct {
	w     [3]float32
	since int32
	count int32
	sum   [3]float64
}

func newMoves() *moves { return &moves{store: newStore()} }

func (m *moves) scores(feats []uint32) (s [3]float32) {
	for _, f := range feats {
		if id := m.store.find(f); id >= 0 {
			w := &m.rows[id].w
			s[0] += w[0]
			s[1] += w[1]
			s[2] += w[2]
		}
	}
	return s
}

func (m *moves) update(feats []uint32, toward, from int) {
	for _, f := range feats {
		id := m.store.add(f)
		if int(id) == len(m.rows) {
			m.rows = append(m.rows, moveRow{since: m.now})
		}
		r := &m.rows[id]
		dt := float64(m.now - r.since)
		r.since = m.now
		for k := range r.w {
			r.sum[k] += float64(r.w[k]) * dt
		}
		r.w[toward]++
		r.w[from]--
		r.count++
	}
}

// average returns the weights of a feature over the time of training, relative
// to those of Shift, and how often it moved.
func (m *moves) average(f uint32) (left, right float32, count int32) {
	id := m.store.find(f)
	if id < 0 {
		return 0, 0, 0
	}
	r := &m.rows[id]
	var avg [3]float32
	for k := range avg {
		avg[k] = float32((r.sum[k] + float64(r.w[k])*float64(m.now-r.since)) / float64(m.now))
	}
	return avg[1] - avg[0], avg[2] - avg[0], r.count
}

// moved is a transition feature, and how often it moved in all models.
type moved struct {
	entry engine.Entry
	count int32
}

// moveTable lays out the mean of several models, for the features that moved
// most often.
func moveTable(models []*moves, most int) []byte {
	var all []moved
	done := newStore()
	for _, m := range models {
		for _, f := range m.store.list {
			if done.find(f) >= 0 {
				continue
			}
			done.add(f)
			var left, right float32
			var count int32
			for _, o := range models {
				l, r, c := o.average(f)
				left, right, count = left+l, right+r, count+c
			}
			n := float32(len(models))
			payload := engine.MovePayload(left/n, right/n)
			if payload != 0 {
				reach := max(left, right, 0) - min(left, right, 0)
				all = append(all, moved{engine.Entry{Hash: f, Payload: payload, Weight: reach}, count})
			}
		}
	}
	slices.SortFunc(all, func(a, b moved) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(b.entry.Weight, a.entry.Weight), cmp.Compare(a.entry.Hash, b.entry.Hash))
	})
	all = all[:min(most, len(all))]
	entries := make([]engine.Entry, len(all))
	for i := range all {
		entries[i] = all[i].entry
	}
	data, dropped := engine.BuildTable(entries, 6.2)
	note("transition table: %d of %d features, %d dropped", len(all), len(done.list), dropped)
	return data
}

package main

import (
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

// moveTable lays out the mean of several models, for the features that moved
// at least min times in a model.
func moveTable(models []*moves, min float64) []byte {
	var entries []engine.Entry
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
			if float64(count) < min*float64(n) || payload == 0 {
				continue
			}
			entries = append(entries, engine.Entry{Hash: f, Payload: payload, Weight: max(left, right, 0) - mini(left, right, 0)})
		}
	}
	all := len(entries)
	data, dropped := engine.BuildTable(entries, 5.6)
	note("transition table: %d of %d features, %d dropped", all, len(done.list), dropped)
	return data
}

func mini(x ...float32) float32 { return slices.Min(x) }

package main

import "pacta/language/internal/engine"

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

// table lays out the averaged weights of the features that moved at least min
// times.
func (m *moves) table(min int32) []byte {
	var entries []engine.Entry
	for id, f := range m.store.list {
		r := &m.rows[id]
		if r.count < min {
			continue
		}
		var avg [3]float32
		for k := range avg {
			avg[k] = float32((r.sum[k] + float64(r.w[k])*float64(m.now-r.since)) / float64(m.now))
		}
		payload := engine.MovePayload(avg[1]-avg[0], avg[2]-avg[0])
		if payload == 0 {
			continue
		}
		size := max(avg[0], avg[1], avg[2]) - min3(avg)
		entries = append(entries, engine.Entry{Hash: f, Payload: payload, Weight: size})
	}
	data, dropped := engine.BuildTable(entries, 5.6)
	note("transition table: %d of %d features, %d dropped", len(entries), len(m.rows), dropped)
	return data
}

func min3(x [3]float32) float32 { return min(x[0], x[1], x[2]) }

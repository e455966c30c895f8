package main

import "pacta/language/internal/engine"

// cell is the weight of one class for one feature, averaged over time.
type cell struct {
	class uint8
	count uint16 // updates, saturating
	w     float32
	since int32
	sum   float64
}

// multi is an averaged perceptron over many classes with sparse rows.
type multi struct {
	store *store
	rows  [][]cell
	now   int32
}

func newMulti() *multi { return &multi{store: newStore()} }

// add adds the weights of the features to the scores.
func (m *multi) add(scores *[256]float32, feats []uint32) {
	for _, f := range feats {
		if id := m.store.find(f); id >= 0 {
			for i := range m.rows[id] {
				c := &m.rows[id][i]
				scores[c.class] += c.w
			}
		}
	}
}

// update moves the weights of the features toward one class and away from
// another.
func (m *multi) update(feats []uint32, toward, from uint8) {
	for _, f := range feats {
		id := m.store.add(f)
		if int(id) == len(m.rows) {
			m.rows = append(m.rows, nil)
		}
		m.move(id, toward, 1)
		m.move(id, from, -1)
	}
}

func (m *multi) move(id int32, class uint8, by float32) {
	row := m.rows[id]
	i := 0
	for i < len(row) && row[i].class != class {
		i++
	}
	if i == len(row) {
		row = append(row, cell{class: class, since: m.now})
		m.rows[id] = row
	}
	c := &row[i]
	c.sum += float64(c.w) * float64(m.now-c.since)
	c.since = m.now
	c.w += by
	if c.count < 1<<16-1 {
		c.count++
	}
}

// averages returns the mean weights of a feature over the time of training,
// and how often each moved.
func (m *multi) averages(f uint32, weights, counts *[256]float64) {
	id := m.store.find(f)
	if id < 0 {
		return
	}
	for _, c := range m.rows[id] {
		weights[c.class] += (c.sum + float64(c.w)*float64(m.now-c.since)) / float64(m.now)
		counts[c.class] += float64(c.count)
	}
}

// multiSections lays out the mean of several models, for the weights that moved
// at least min times in a model.
func multiSections(models []*multi, min, times float64) (index, rows []byte) {
	var list []engine.Row
	done := newStore()
	n := float64(len(models))
	for _, m := range models {
		for _, f := range m.store.list {
			if done.find(f) >= 0 {
				continue
			}
			done.add(f)
			var weights, counts [256]float64
			for _, o := range models {
				o.averages(f, &weights, &counts)
			}
			row := engine.Row{Hash: f}
			for c := range weights {
				if counts[c] >= min*n && counts[c] > 0 {
					row.Cells = append(row.Cells, engine.Cell{Class: uint8(c), Weight: float32(weights[c] / n)})
				}
			}
			if len(row.Cells) > 0 {
				list = append(list, row)
			}
		}
	}
	return engine.BuildRows(list, times)
}

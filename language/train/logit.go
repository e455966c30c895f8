package main

import (
	"math"

	"pacta/language/internal/engine"
)

// logit is a multinomial logistic model over few classes, learned with a step
// for each weight that shrinks with what it has seen (Duchi et al. 2011).
type logit struct {
	classes int
	store   *store
	w, g    []float32 // weights and sums of squared gradients, a row of classes for each feature
	sum     []float32 // of the weights that keep has seen
	kept    int
}

func newLogit(classes int) *logit { return &logit{classes: classes, store: newStore()} }

func (m *logit) row(id int32) []float32 { return m.w[int(id)*m.classes : (int(id)+1)*m.classes] }

// probabilities fills p.
func (m *logit) probabilities(feats []uint32, p []float64) (top int) {
	clear(p)
	for _, f := range feats {
		if id := m.store.find(f); id >= 0 {
			for c, w := range m.row(id) {
				p[c] += float64(w)
			}
		}
	}
	for c := range p {
		if p[c] > p[top] {
			top = c
		}
	}
	sum, most := 0.0, p[top]
	for c := range p {
		p[c] = math.Exp(p[c] - most)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return top
}

// learn moves the weights toward the gold class and reports whether it was the
// likeliest before.
func (m *logit) learn(feats []uint32, gold uint8) bool {
	p := make([]float64, m.classes)
	top := m.probabilities(feats, p)
	p[gold]--
	for _, f := range feats {
		id := m.store.add(f)
		if int(id+1)*m.classes > len(m.w) {
			m.w, m.g = append(m.w, make([]float32, m.classes)...), append(m.g, make([]float32, m.classes)...)
		}
		w, g := m.row(id), m.g[int(id)*m.classes:]
		for c := range w {
			by := float32(p[c])
			g[c] += by * by
			w[c] -= logitStep * by / (1e-3 + float32(math.Sqrt(float64(g[c]))))
		}
	}
	return top == int(gold)
}

// keep lets the weights as they are now count in what sections writes: their
// mean over several times.
func (m *logit) keep() {
	m.sum = append(m.sum, make([]float32, len(m.w)-len(m.sum))...)
	for i, w := range m.w {
		m.sum[i] += w
	}
	m.kept++
}

const (
	logitStep  = 0.01
	logitLeast = 0.02 // weights below this are left out
	logitScale = 256
)

// sections lays the weights out for engine.NewRows.
func (m *logit) sections() (index, rows []byte) {
	var list []engine.Row
	for id, f := range m.store.list {
		r := engine.Row{Hash: f}
		for c, w := range m.sum[id*m.classes : (id+1)*m.classes] {
			w /= float32(m.kept)
			if w > logitLeast || w < -logitLeast {
				r.Cells = append(r.Cells, engine.Cell{Class: uint8(c), Weight: w})
			}
		}
		list = append(list, r)
	}
	return engine.BuildRows(list, logitScale)
}

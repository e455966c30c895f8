package main

import "testing"

func TestLogitLearns(t *testing.T) {
	m := newLogit(3)
	examples := []struct {
		feats []uint32
		class uint8
	}{{[]uint32{1, 10}, 0}, {[]uint32{1, 20}, 1}, {[]uint32{1, 30}, 2}, {[]uint32{2, 20}, 1}}
	for range 4000 {
		for _, e := range examples {
			m.learn(e.feats, e.class)
		}
	}
	p := make([]float64, 3)
	for _, e := range examples {
		if top := m.probabilities(e.feats, p); top != int(e.class) || p[top] < 0.6 {
			t.Errorf("probabilities(%v) = %.2f, want class %d", e.feats, p, e.class)
		}
	}
	m.keep()
	if index, rows := m.sections(); len(index) == 0 || len(rows) < 2 {
		t.Errorf("sections() are %d and %d bytes, want weights", len(index), len(rows))
	}
}

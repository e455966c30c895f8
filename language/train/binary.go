package main

import (
	"math"

	"pacta/language/internal/engine"
)

// binary is an averaged perceptron with a margin that answers yes or no.
type binary struct {
	store *store
	w     []float32
	sum   []float64 // weight times the time it held
	since []int32
	count []int32 // updates
	now   int32
}

func newBinary() *binary { return &binary{store: newStore()} }

func (b *binary) score(feats []uint32) float32 {
	var s float32
	for _, f := range feats {
		if id := b.store.find(f); id >= 0 {
			s += b.w[id]
		}
	}
	return s
}

// learn scores an example and moves the weights where it is wrong or unsure.
func (b *binary) learn(feats []uint32, yes bool, margin float32) bool {
	b.now++
	s := b.score(feats)
	sign := float32(-1)
	if yes {
		sign = 1
	}
	if s*sign <= margin {
		for _, f := range feats {
			b.move(f, sign)
		}
	}
	return s > 0 == yes
}

func (b *binary) move(f uint32, by float32) {
	id := b.store.add(f)
	if int(id) == len(b.w) {
		b.w, b.sum, b.since, b.count = append(b.w, 0), append(b.sum, 0), append(b.since, b.now), append(b.count, 0)
	}
	b.sum[id] += float64(b.w[id]) * float64(b.now-b.since[id])
	b.since[id] = b.now
	b.w[id] += by
	b.count[id]++
}

// average returns the mean weight of a feature over the time of training.
func (b *binary) average(f uint32) (mean float64, moved int32) {
	id := b.store.find(f)
	if id < 0 {
		return 0, 0
	}
	return (b.sum[id] + float64(b.w[id])*float64(b.now-b.since[id])) / float64(b.now), b.count[id]
}

// binaryTable writes the mean of several models.
func binaryTable(models []*binary) []byte {
	var entries []engine.Entry
	done := newStore()
	for _, m := range models {
		for _, f := range m.store.list {
			if done.find(f) >= 0 {
				continue
			}
			done.add(f)
			mean, moved := 0.0, int32(0)
			for _, o := range models {
				w, n := o.average(f)
				mean, moved = mean+w/float64(len(models)), moved+n
			}
			if w := int32(math.Round(mean * 256)); w != 0 && int(moved) >= len(models) {
				entries = append(entries, engine.Entry{Hash: f, Payload: uint32(w) & 0xffffff, Weight: float32(math.Abs(mean))})
			}
		}
	}
	data, _ := engine.BuildTable(entries, 4.5)
	return data
}

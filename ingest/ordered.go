package ingest

import "iter"

// Ordered runs work over in on several goroutines and yields the results in
// the order of the input. At most 2×workers items are held at a time, so that
// a stream of any length takes bounded memory. An error of in is yielded at
// its place, with a zero result, and does not end the sequence.
func Ordered[I, O any](in iter.Seq2[I, error], workers int, work func(I) O) iter.Seq2[O, error] {
	return func(yield func(O, error) bool) {
		stop := make(chan struct{})
		defer close(stop)
		queue := feed(in, max(workers, 1), work, stop)
		for slot := range queue {
			r := <-slot
			if !yield(r.value, r.err) {
				return
			}
		}
	}
}

type result[O any] struct {
	value O
	err   error
}

type job[I, O any] struct {
	item I
	slot chan result[O]
}

// feed starts the workers and returns their results as a queue of slots in
// input order. Everything it started ends soon after stop is closed.
func feed[I, O any](in iter.Seq2[I, error], workers int, work func(I) O, stop chan struct{}) chan chan result[O] {
	queue := make(chan chan result[O], 2*workers)
	jobs := make(chan job[I, O])
	for range workers {
		go func() {
			for j := range jobs {
				j.slot <- result[O]{value: work(j.item)}
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(jobs)
		for item, err := range in {
			slot := make(chan result[O], 1)
			select {
			case queue <- slot:
			case <-stop:
				return
			}
			if err != nil {
				slot <- result[O]{err: err}
				continue
			}
			select {
			case jobs <- job[I, O]{item, slot}:
			case <-stop:
				return
			}
		}
	}()
	return queue
}

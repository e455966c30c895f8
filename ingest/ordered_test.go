package ingest

import (
	"errors"
	"iter"
	"math/rand/v2"
	"testing"
	"time"
)

var errOdd = errors.New("odd")

func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i%10 == 7 {
				err = errOdd
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

func TestOrderedKeepsOrderAndErrors(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 16} {
		i := 0
		for got, err := range Ordered(numbers(500), workers, slowDouble) {
			want, wantErr := 2*i, error(nil)
			if i%10 == 7 {
				want, wantErr = 0, errOdd
			}
			if got != want || err != wantErr {
				t.Fatalf("%d workers: result %d = %d, %v, want %d, %v", workers, i, got, err, want, wantErr)
			}
			i++
		}
		if i != 500 {
			t.Fatalf("%d workers: %d results, want 500", workers, i)
		}
	}
}

func TestOrderedStopsEarly(t *testing.T) {
	n := 0
	for range Ordered(numbers(1_000_000_000), 4, slowDouble) {
		if n++; n == 25 {
			break
		}
	}
	if n != 25 {
		t.Errorf("%d results, want 25", n)
	}
}

func slowDouble(i int) int {
	time.Sleep(time.Duration(rand.IntN(50)) * time.Microsecond)
	return 2 * i
}

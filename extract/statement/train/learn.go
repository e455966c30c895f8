package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"

	"pacta/extract/statement"
)

// An example is a candidate with whether it is a statement.
type example struct {
	features []uint32
	good     bool
	weight   float64
	fold     int
	what     string // for the list of errors
}

const (
	epochs = 40
	rate   = 0.08
	decay  = 0.0004
)

// learn fits a logistic regression by stochastic gradient descent in a fixed
// order. Conversions keep the arithmetic the same on every machine.
func learn(xs []example) []float64 {
	w := make([]float64, statement.Hashes)
	n := len(xs)
	step := stride(n)
	for e := range epochs {
		eta := rate / (1 + float64(0.1*float64(e)))
		for k, i := 0, e%max(n, 1); k < n; k, i = k+1, (i+step)%n {
			x := &xs[i]
			sum := 0.0
			for _, f := range x.features {
				sum += w[f]
			}
			want := 0.0
			if x.good {
				want = 1
			}
			g := float64(eta * float64(x.weight*float64(want-1/(1+math.Exp(-sum)))))
			for _, f := range x.features {
				w[f] = float64(w[f]*float64(1-float64(eta*decay))) + g
			}
		}
	}
	return w
}

// stride returns a step that visits all of n in a scattered order.
func stride(n int) int {
	s := max(1, n*5/13)
	for gcd(s, n) != 1 {
		s++
	}
	return s
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// encode writes the weights as signed 16-bit numbers.
func encode(w []float64) []byte {
	out := make([]byte, 2*len(w))
	for i, x := range w {
		v := math.Max(math.MinInt16, math.Min(math.MaxInt16, math.Round(x/statement.Unit)))
		binary.LittleEndian.PutUint16(out[2*i:], uint16(int16(v)))
	}
	return out
}

// report prints how well the weights decide.
func report(name string, xs []example, w []float64) {
	var tp, fp, fn, right int
	for _, x := range xs {
		sum := 0.0
		for _, f := range x.features {
			sum += w[f]
		}
		switch {
		case sum > 0 && x.good:
			tp++
		case sum > 0:
			fp++
		case x.good:
			fn++
		}
		if sum > 0 == x.good {
			right++
		} else if os.Getenv("ERRORS") != "" && name == "held out" {
			fmt.Fprintf(os.Stderr, "  %5.1f %v %s\n", sum, x.good, x.what)
		}
	}
	p, r := float64(tp)/float64(max(tp+fp, 1)), float64(tp)/float64(max(tp+fn, 1))
	fmt.Fprintf(os.Stderr, "%-9s %5d examples, %5d good: right %.3f, P %.3f, R %.3f, F1 %.3f\n", name, len(xs), tp+fn, float64(right)/float64(max(len(xs), 1)), p, r, 2*p*r/max(p+r, 1e-9))
}

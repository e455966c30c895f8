package main

import (
	"log"
	"math"

	"pacta/extract/event"
)

const (
	epochs = 4
	rate   = .02
	// caution is how much more a sentence without an event counts.
	caution = 3.5
	decay   = 1e-3
)

// learn maximises the probability that the reading of the right type is chosen
// among all readings of a sentence and no reading at all. Which of the readings
// of that type is meant is left open.
func learn(examples []example) []float64 {
	w, sum := make([]float64, event.Rows), make([]float64, event.Rows)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	seed := uint32(7)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			seed = seed*1664525 + 1013904223
			j := int(seed>>8) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, k := range order {
			step(&examples[k], w, sum)
		}
	}
	return w
}

// step moves the weights for one example, with the step size of AdaGrad.
func step(x *example, w, sum []float64) {
	n := len(x.candidates)
	p := make([]float64, n+1)
	total, right := 0.0, 0.0
	for i := range x.candidates {
		p[i] = math.Exp(score(&x.candidates[i], w))
		total += p[i]
		if x.candidates[i].Type == x.typ {
			right += p[i]
		}
	}
	p[n] = 1
	total++
	if x.typ == "" {
		right = 1
	}
	if right == 0 {
		return
	}
	scale := 1.0
	if x.typ == "" {
		scale = caution
	}
	for i := range x.candidates {
		c := &x.candidates[i]
		g := scale * p[i] / total
		if c.Type == x.typ {
			g -= p[i] / right
		}
		for _, k := range c.Rows {
			d := g + decay*w[k]
			sum[k] += d * d
			w[k] -= rate * d / (math.Sqrt(sum[k]) + 1e-3)
		}
	}
}

func score(c *event.Candidate, w []float64) float64 {
	s := float64(c.Prior)
	for _, k := range c.Rows {
		s += w[k]
	}
	return math.Min(s, 30)
}

// quantise rounds the weights to the steps that the extractor stores.
func quantise(w []float64) []byte {
	out := make([]byte, len(w))
	for i, x := range w {
		out[i] = byte(int8(math.Round(max(-127, min(127, x/event.Step)))))
	}
	return out
}

// validate learns without each part in turn and reports what is right there.
func validate(examples []example, folds int) {
	right, n, coded, none := 0, 0, 0, 0
	for f := range folds {
		var train []example
		for i := range examples {
			if i%folds != f {
				train = append(train, examples[i])
			}
		}
		w := learn(train)
		for i := f; i < len(examples); i += folds {
			typ := best(&examples[i], w)
			if examples[i].typ == "" {
				none++
				if typ != "" {
					coded++
				}
				continue
			}
			n++
			if typ == examples[i].typ {
				right++
			}
		}
	}
	log.Printf("right %d of %d = %.1f %%, coded without event %d of %d = %.1f %%", right, n, 100*float64(right)/float64(n), coded, none, 100*float64(coded)/float64(none))
}

// best returns the type of the best reading of x, "" if none beats nothing.
func best(x *example, w []float64) string {
	top, typ := 0.0, ""
	for j := range x.candidates {
		if s := score(&x.candidates[j], w); s > top {
			top, typ = s, x.candidates[j].Type
		}
	}
	return typ
}

// report prints for each type how many of its own sentences have a reading of
// that type and how many put it first.
func report(examples []example, w []float64) {
	type row struct{ n, reach, first int }
	rows := map[string]*row{}
	var names []string
	for i := range examples {
		x := &examples[i]
		r := rows[x.typ]
		if r == nil {
			r = &row{}
			rows[x.typ] = r
			names = append(names, x.typ)
		}
		r.n++
		reach := x.typ == ""
		for j := range x.candidates {
			reach = reach || x.candidates[j].Type == x.typ
		}
		if reach {
			r.reach++
		}
		if best(x, w) == x.typ {
			r.first++
		}
	}
	for _, n := range names {
		log.Printf("%-10s %4d sentences  %4d reached  %4d right", n, rows[n].n, rows[n].reach, rows[n].first)
	}
}

package main

import (
	"log"
	"math"

	"pacta/extract/commitment"
)

const (
	epochs = 30
	rate   = 0.1
	decay  = 0.2
	// caution is how much more an example without a commitment counts: reports
	// hold many more of them than the marked sentences.
	caution = 2
	forces  = int(commitment.Forces)
)

// learn fits a multinomial logistic regression by stochastic gradient descent
// in a fixed order. Conversions keep the arithmetic the same on every machine.
func learn(xs []example) []float64 {
	w := make([]float64, commitment.Rows*forces)
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	seed := uint32(7)
	for e := range epochs {
		for i := len(order) - 1; i > 0; i-- {
			seed = seed*1664525 + 1013904223
			j := int(seed>>8) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		eta := rate / (1 + float64(0.2*float64(e)))
		for _, k := range order {
			step(&xs[k], w, eta)
		}
	}
	return w
}

func step(x *example, w []float64, eta float64) {
	p := probabilities(x, w)
	if x.force == commitment.NoForce {
		eta *= caution
	}
	for f := range forces {
		g := p[f]
		if f == int(x.force) {
			g -= 1
		}
		for _, k := range x.Evidence {
			i := int(k)*forces + f
			w[i] = float64(w[i]*float64(1-float64(eta*decay))) - float64(eta*g)
		}
	}
}

func probabilities(x *example, w []float64) [forces]float64 {
	var p [forces]float64
	top := math.Inf(-1)
	for f := range forces {
		for _, k := range x.Evidence {
			p[f] += w[int(k)*forces+f]
		}
		top = math.Max(top, p[f])
	}
	sum := 0.0
	for f := range forces {
		p[f] = math.Exp(p[f] - top)
		sum += p[f]
	}
	for f := range forces {
		p[f] /= sum
	}
	return p
}

func byRule(x *example) commitment.Force { return x.Rule }

func byWeights(w []float64) func(*example) commitment.Force {
	return func(x *example) commitment.Force {
		best, p := commitment.NoForce, probabilities(x, w)
		for f := range commitment.Forces {
			if p[f] > p[best] {
				best = f
			}
		}
		return best
	}
}

// share returns how many of xs a judge gets right.
func share(xs []example, judge func(*example) commitment.Force) float64 {
	right := 0
	for i := range xs {
		if judge(&xs[i]) == xs[i].force {
			right++
		}
	}
	return float64(right) / float64(max(1, len(xs)))
}

// quantise rounds the weights to the steps that the extractor stores.
func quantise(w []float64) []byte {
	out := make([]byte, len(w))
	for i, x := range w {
		out[i] = byte(int8(math.Round(max(-127, min(127, x/commitment.Step)))))
	}
	return out
}

// validate learns without each part of the records in turn and compares the
// model with the rules on that part.
func validate(xs []example, folds int, show bool) {
	var rules, model, both confusion
	n := 0
	for f := range folds {
		var train, test []example
		for _, x := range xs {
			if x.record%folds == f {
				test = append(test, x)
			} else {
				train = append(train, x)
			}
		}
		judge := byWeights(learn(train))
		for i := range test {
			x := &test[i]
			if !x.later { // the rules were made with these
				continue
			}
			n++
			rules.add(x.force, x.Rule)
			model.add(x.force, judge(x))
			if x.Rule != commitment.NoForce {
				both.add(x.force, x.Rule)
			} else {
				both.add(x.force, judge(x))
			}
			if show && judge(x) != x.force {
				log.Printf("%d, not %d (rules %d): %s", judge(x), x.force, x.Rule, x.text)
			}
		}
	}
	log.Printf("%d modal verbs, %d of them in sentences that the rules were not made with\nrules: %s\nmodel: %s\nmodel where the rules see nothing: %s", len(xs), n, &rules, &model, &both)
}

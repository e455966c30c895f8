package statement

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"

	"pacta"
)

// The model is a logistic regression over hashed features: one signed 16-bit
// weight for each of 1<<14 hashes, in units of 1/1024. extract/statement/train
// learns it from marked sentences that we wrote and from the attribution
// relations of GUM (CC BY; see NOTICE).

//go:embed statement.weights
var weightsData []byte

// Hashes is the number of weights of the model.
const Hashes = 1 << 14

// Unit is what a weight of 1 in statement.weights stands for.
const Unit = 1.0 / 1024

// threshold is the score above which a proposal is a statement.
const threshold = -0.4

type model [Hashes]int16

var weights = sync.OnceValue(func() *model {
	m := &model{}
	for i := range m {
		if 2*i+2 <= len(weightsData) {
			m[i] = int16(binary.LittleEndian.Uint16(weightsData[2*i:]))
		}
	}
	return m
})

func (m *model) score(features []uint32) float64 {
	sum := 0
	for _, f := range features {
		sum += int(m[f])
	}
	return float64(sum) * Unit
}

func probability(score float64) float64 {
	return math.Round(100/(1+math.Exp(-score))) / 100
}

// hash is FNV-1a over the parts with a bar between, folded to the table.
func hash(parts []string) uint32 {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ '|') * 16777619
	}
	return (h ^ h>>14) % Hashes
}

// A Candidate is a reading of a cue that the rules find possible: what the
// model is trained on.
type Candidate struct {
	Rule     string
	Cue      int // first byte of the cue word
	Source   pacta.Span
	Content  []pacta.Span
	Clause   bool // the content is a clause
	Features []uint32
}

// Candidates lists what the model decides on in a document that the mention
// extractor has read, in text order.
func Candidates(a *pacta.Analysis) []Candidate {
	d := newDocument(a)
	var out []Candidate
	d.collect = func(o *option) {
		t := d.tree(o.sentence)
		out = append(out, Candidate{
			Rule: o.rule, Cue: t.Tokens[o.verb].Start, Source: o.source, Content: o.content, Features: o.features,
			Clause: len(o.rule) >= 6 && (o.rule[:6] == "clause" || o.rule[:4] == "bare"),
		})
	}
	d.direct()
	for i := range d.sents {
		d.indirect(i)
	}
	return out
}

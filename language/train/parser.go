package main

import (
	"math/rand/v2"

	"pacta/language/internal/engine"
)

// guide is the tree that another parser made of a sentence, by word; head -1
// is the root.
type guide struct {
	heads []int32
	rels  []uint8
}

// parserTrainer learns the transitions and relations of one parser.
type parserTrainer struct {
	name    string
	back    bool
	explore float64
	moves   *moves
	labels  *multi
	random  *rand.Rand
	feats   []uint32
	lfeats  []uint32
	state   engine.State
}

func newParserTrainer(name string, back bool, seed uint64) *parserTrainer {
	return &parserTrainer{name: name, back: back, moves: newMoves(), labels: newMulti(), random: rand.New(rand.NewPCG(seed, 3))}
}

// train runs the epochs; guides may be nil.
func (p *parserTrainer) train(sentences []sentence, guides []guide, epochs int) {
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		p.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		p.explore = 0
		if epoch > 0 {
			p.explore = 0.9
		}
		heads, labels, words := 0, 0, 0
		for _, i := range order {
			var g *guide
			if guides != nil {
				g = &guides[i]
			}
			h, l := p.sentence(&sentences[i], g)
			heads, labels, words = heads+h, labels+l, words+len(sentences[i].words)
		}
		note("%s: epoch %d, UAS %.2f LAS %.2f, %d features", p.name, epoch+1, 100*float64(heads)/float64(words), 100*float64(labels)/float64(words), len(p.moves.rows))
	}
}

// begin sets the state to the start of a sentence, with the guide's tree.
func begin(st *engine.State, words []engine.Word, g *guide, back bool) {
	st.Begin(words, back)
	if g == nil {
		return
	}
	n := len(words)
	heads, rels := make([]int32, n+1), make([]uint8, n+1)
	for i, h := range g.heads {
		at := i + 1
		if back {
			at = n - i
		}
		rels[at] = g.rels[i]
		switch {
		case h < 0:
		case back:
			heads[at] = int32(n) - h
		default:
			heads[at] = h + 1
		}
	}
	st.SetGuide(heads, rels)
}

func (p *parserTrainer) sentence(s *sentence, g *guide) (heads, labels int) {
	o := newOracle(s, p.back)
	st := &p.state
	begin(st, s.words, g, p.back)
	for !st.Done() {
		move := p.step(st, o)
		rel := uint8(0)
		if move != engine.Shift {
			rel = p.label(st, o, move)
			head, dep := st.Arc(move)
			if o.head[dep] == head {
				heads++
				if o.rel[dep] == rel {
					labels++
				}
			}
		}
		st.Apply(move, rel)
	}
	if o.head[st.Stack[0]] == int32(len(s.words)+1) {
		heads++
		labels++
	}
	return heads, labels
}

// step picks the next transition and learns from it.
func (p *parserTrainer) step(st *engine.State, o *oracle) int {
	legal := st.Legal()
	if !legal[engine.Left] && !legal[engine.Right] {
		return engine.Shift
	}
	if !legal[engine.Shift] {
		return engine.Right
	}
	p.moves.now++
	p.feats = st.MoveFeatures(p.feats[:0])
	scores, costs := p.moves.scores(p.feats), o.costs(st)
	top, right := -1, -1
	least := 1 << 30
	for k := range scores {
		if legal[k] {
			least = min(least, costs[k])
			if top < 0 || scores[k] > scores[top] {
				top = k
			}
		}
	}
	wrong := -1
	for k := range scores {
		switch {
		case !legal[k]:
		case costs[k] == least && (right < 0 || scores[k] > scores[right]):
			right = k
		case costs[k] > least && (wrong < 0 || scores[k] > scores[wrong]):
			wrong = k
		}
	}
	if wrong >= 0 && scores[right] <= scores[wrong]+moveMargin {
		p.moves.update(p.feats, right, wrong)
	}
	if costs[top] == least || p.random.Float64() < p.explore {
		return top
	}
	return right
}

const (
	moveMargin  = 4
	labelMargin = 4
)

// label picks the relation of the arc and learns from it where the arc is right.
func (p *parserTrainer) label(st *engine.State, o *oracle, move int) uint8 {
	head, dep := st.Arc(move)
	p.labels.now++
	p.lfeats = st.LabelFeatures(head, dep, p.lfeats[:0])
	var scores [256]float32
	p.labels.add(&scores, p.lfeats)
	top, other := rank(&scores, nil, len(engine.RelNames), o.rel[dep])
	if o.head[dep] == head && scores[o.rel[dep]] <= scores[other]+labelMargin {
		p.labels.update(p.lfeats, o.rel[dep], other)
	}
	return top
}

// size bounds what is kept of a parser.
type size struct {
	moves  int     // transition features
	labels float64 // updates of a relation's weight in a run
}

// parserSections writes the mean of several parsers under a prefix.
func parserSections(parsers []*parserTrainer, prefix string, keep size, out map[string][]byte) {
	var m []*moves
	var l []*multi
	for _, p := range parsers {
		m, l = append(m, p.moves), append(l, p.labels)
	}
	out[prefix+".moves"] = moveTable(m, keep.moves)
	out[prefix+".index"], out[prefix+".rows"] = multiSections(l, keep.labels, 32)
}

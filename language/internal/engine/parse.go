package engine

// Parser builds a tree in one pass: at each step a linear model picks a
// transition, and at each arc another picks the relation.
type Parser struct {
	moves  Table // feature to the weights of Left and Right relative to Shift, 12 bits each
	labels Rows
	sure   Table // small context to the decision that the models always take in it, plus one
}

// NewParser reads the sections of a parser.
func NewParser(moves, index, rows, sure []byte) Parser {
	return Parser{NewTable(moves), NewRows(index, rows), NewTable(sure)}
}

// ParserOf reads the parser whose sections have a prefix.
func ParserOf(s map[string][]byte, prefix string) Parser {
	return NewParser(s[prefix+".moves"], s[prefix+".index"], s[prefix+".rows"], s[prefix+".sure"])
}

// MoveKeys are the small contexts of a transition in which the models may
// always decide the same; the first that is known decides.
func (s *State) MoveKeys() [3]uint32 {
	n := s.Nodes
	i0, i1, j0 := s.top(0), s.top(1), s.ahead(0)
	s0, s1, b0, b1 := &n[i0], &n[i1], &n[j0], &n[s.ahead(1)]
	keys := [3]uint32{
		feat4(301, s0.t, b0.t, b1.t, s1.p|uint32(s0.Rel)<<8),
		feat4(302, s0.w, b0.t, b1.t, s1.p),
		feat4(303, s0.t, b0.w, s1.p, b1.p),
	}
	if s0.guide != 0 || b0.guide != 0 {
		g := s.guided(i0, i1, j0)
		keys[2] = feat4(304, g.all()|g.head1<<11, s0.t, s1.p, b0.p|b1.p<<8)
	}
	return keys
}

// LabelKeys are the small contexts of a relation, likewise.
func (s *State) LabelKeys(head, dep int32) [3]uint32 {
	h, d := &s.Nodes[head], &s.Nodes[dep]
	side := uint32(0)
	if dep < head {
		side = 1
	}
	k := s.Nodes[d.kase].p
	return [3]uint32{
		feat4(311, d.t, h.t, k, side),
		feat4(312, d.w, h.p|d.t<<8, k, side),
		feat4(313, d.t, uint32(d.guideRel)|h.p<<8, k, side),
	}
}

// SurePayload packs a decision with more of its key's hash, since taking one
// context for another is costly here.
func SurePayload(key uint32, what uint8) uint32 {
	return uint32(what) + 1 | key>>8&0xffff<<8
}

// decided looks keys up and returns a decision, or -1.
func (p *Parser) decided(keys [3]uint32) int {
	found := keys
	p.sure.FindAll(found[:])
	for i, f := range found {
		if f != 0 && f>>8 == keys[i]>>8&0xffff {
			return int(f&0xff) - 1
		}
	}
	return -1
}

// MovePayload packs the weights of Left and Right relative to Shift.
func MovePayload(left, right float32) uint32 {
	clip := func(w float32) uint32 {
		w *= moveScale
		if w < 0 {
			w -= 1
		}
		return uint32(int32(max(-2047, min(2047, w+0.5)))) & 0xfff
	}
	return clip(left) | clip(right)<<12
}

// moveScale is the resolution of transition weights.
const moveScale = 16

// Parse runs the parser from a state that Begin made.
func (p *Parser) Parse(s *State) { p.Watch(s, nil) }

// Watch runs the parser and shows each state to see, if there is one, with the
// transition that it is about to take and the relation that it makes.
func (p *Parser) Watch(s *State, see func(move int, rel uint8)) {
	var buf [moveFeatures]uint32
	for !s.Done() {
		move := p.move(s, &buf)
		rel := uint8(0)
		if move != Shift {
			rel = p.label(s, move)
		}
		if see != nil {
			see(move, rel)
		}
		s.Apply(move, rel)
	}
	s.finish()
}

// finish makes the word that is left the root.
func (s *State) finish() {
	if len(s.Stack) == 1 {
		s.Nodes[s.Stack[0]].Head, s.Nodes[s.Stack[0]].Rel = 0, relRoot
	}
}

func (p *Parser) move(s *State, buf *[moveFeatures]uint32) int {
	legal := s.Legal()
	if !legal[Right] && !legal[Left] {
		return Shift
	}
	if !legal[Shift] {
		return Right
	}
	if move := p.decided(s.MoveKeys()); move >= 0 && legal[move] {
		return move
	}
	var left, right int32
	feats := s.MoveFeatures(buf[:0])
	p.moves.FindAll(feats)
	for _, w := range feats {
		left += int32(w<<20) >> 20
		right += int32(w<<8) >> 20
	}
	switch {
	case left > 0 && (left >= right || !legal[Right]):
		return Left
	case right > 0 && legal[Right]:
		return Right
	}
	return Shift
}

func (p *Parser) label(s *State, move int) uint8 {
	var scores [256]int32
	var buf [labelFeatures]uint32
	head, dep := s.Arc(move)
	if rel := p.decided(s.LabelKeys(head, dep)); rel >= 0 {
		return uint8(rel)
	}
	p.labels.Add(&scores, s.LabelFeatures(head, dep, buf[:0]))
	return best(&scores, nil, len(RelNames))
}

package engine

// Parser builds a tree in one pass: at each step a linear model picks a
// transition, and at each arc another picks the relation.
type Parser struct {
	moves  Table // feature to the weights of Left and Right relative to Shift, 12 bits each
	labels Rows
}

// NewParser reads the sections of a parser.
func NewParser(moves, index, rows []byte) Parser {
	return Parser{NewTable(moves), NewRows(index, rows)}
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
func (p *Parser) Parse(s *State) {
	var buf [moveFeatures]uint32
	for !s.Done() {
		move := p.move(s, &buf)
		rel := uint8(0)
		if move != Shift {
			rel = p.label(s, move)
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
	var left, right int32
	for _, f := range s.MoveFeatures(buf[:0]) {
		w := p.moves.Find(f)
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
	for _, f := range s.LabelFeatures(head, dep, buf[:0]) {
		p.labels.Add(&scores, f)
	}
	return best(&scores, nil, len(RelNames))
}

// Trees parses sentences: first from right to left, then, guided by that tree,
// from left to right.
type Trees struct {
	model       *Model
	back, State State
	heads       []int32
	rels        []uint8
}

// NewTrees uses the weights of m.
func NewTrees(m *Model) *Trees { return &Trees{model: m} }

// Parse leaves the tree in t.State.
func (t *Trees) Parse(words []Word) {
	n := len(words)
	t.back.Begin(words, true)
	t.model.Guide.Parse(&t.back)
	t.heads, t.rels = append(t.heads[:0], 0), append(t.rels[:0], 0)
	for i := 1; i <= n; i++ {
		x := &t.back.Nodes[n+1-i]
		head := int32(0)
		if x.Head > 0 {
			head = int32(n+1) - x.Head
		}
		t.heads, t.rels = append(t.heads, head), append(t.rels, x.Rel)
	}
	t.State.Begin(words, false)
	t.State.SetGuide(t.heads, t.rels)
	t.model.Parser.Parse(&t.State)
}

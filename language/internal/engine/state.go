package engine

// Node is a word in a parser's state. Node 0 stands for what is not there, so
// that features need no tests.
type Node struct {
	w, t, p uint32 // word, joint tag, universal tag
	suffix  uint32

	Head int32 // 0 none yet
	Rel  uint8

	left, left2, right, right2 int32 // outermost and next dependents on each side
	kase                       int32 // dependent that introduces the phrase: case, mark, cc
	sets                       [2]uint64
	count                      [2]uint8

	commas, verbs uint16 // number of commas and verbs before the node

	guide     int32 // head according to the guiding parse; 0 none
	guideRel  uint8
	guideLeft int32 // outermost dependents according to it, 0 none
	guideRite int32
}

// State is a parser's state under the arc-hybrid system: nodes in the order in
// which it reads them, the stack, and the first node of the buffer. The word
// left at the end is the root.
type State struct {
	Nodes []Node
	Stack []int32
	Next  int32 // first of the buffer; len(Nodes) when it is empty
	back  bool  // reads from right to left
}

// The transitions.
const (
	Shift = iota
	Left  // the next word takes the top of the stack as a dependent
	Right // the second of the stack takes the top
)

var (
	relRoot = Number(RelNames[:], "root")
	relCase = Number(RelNames[:], "case")
	relMark = Number(RelNames[:], "mark")
	relCc   = Number(RelNames[:], "cc")

	uposVerb  = Number(UPOSNames[:], "VERB")
	uposAux   = Number(UPOSNames[:], "AUX")
	uposPunct = Number(UPOSNames[:], "PUNCT")
)

// Begin sets the state to the beginning of a sentence. back reads the words
// from right to left.
func (s *State) Begin(words []Word, back bool) {
	n := len(words)
	if cap(s.Nodes) < n+1 {
		s.Nodes = make([]Node, n+1, 2*n+2)
	}
	s.Nodes = s.Nodes[:n+1]
	s.Stack = s.Stack[:0]
	s.Next, s.back = 1, back
	s.Nodes[0] = Node{w: 1, t: 255, p: 31, suffix: 1}
	for i := range words {
		w := &words[i]
		at := i + 1
		if back {
			at = n - i
		}
		s.Nodes[at] = Node{w: nodeWord(w), t: uint32(w.Tag), p: uint32(w.UPOS), suffix: uint32(w.Suf & 0xffffff)}
	}
	var commas, verbs uint16
	for i := 1; i <= n; i++ {
		x := &s.Nodes[i]
		x.commas, x.verbs = commas, verbs
		switch uint8(x.p) {
		case uposVerb, uposAux:
			verbs++
		case uposPunct:
			commas++
		}
	}
}

// nodeWord is the word as the parser sees it: of a rare one its tag and ending.
func nodeWord(w *Word) uint32 {
	if w.Known == knownNever {
		return feat2(99, uint32(w.Suf&0xffffff), uint32(w.Tag))
	}
	return w.Lower
}

// SetGuide gives the state the heads and relations of another parse; heads are
// node numbers in this state's order, 0 for the root.
func (s *State) SetGuide(heads []int32, rels []uint8) {
	for i := 1; i < len(s.Nodes); i++ {
		x := &s.Nodes[i]
		x.guide, x.guideRel = heads[i], rels[i]
	}
	for i := 1; i < len(s.Nodes); i++ {
		h := heads[i]
		if h == 0 {
			continue
		}
		x := &s.Nodes[h]
		if int32(i) < h {
			if x.guideLeft == 0 {
				x.guideLeft = int32(i)
			}
		} else {
			x.guideRite = int32(i)
		}
	}
}

// Done reports whether one word is left.
func (s *State) Done() bool { return int(s.Next) == len(s.Nodes) && len(s.Stack) <= 1 }

// Legal reports which transitions may be taken.
func (s *State) Legal() (ok [3]bool) {
	more := int(s.Next) < len(s.Nodes)
	return [3]bool{more, more && len(s.Stack) > 0, len(s.Stack) > 1}
}

// top returns the i-th node from the top of the stack, or 0.
func (s *State) top(i int) int32 {
	if i < len(s.Stack) {
		return s.Stack[len(s.Stack)-1-i]
	}
	return 0
}

// ahead returns the i-th node of the buffer, or 0.
func (s *State) ahead(i int32) int32 {
	if int(s.Next+i) < len(s.Nodes) {
		return s.Next + i
	}
	return 0
}

// Arc returns the head and dependent that a transition would join; 0, 0 for Shift.
func (s *State) Arc(move int) (head, dep int32) {
	switch move {
	case Left:
		return s.Next, s.top(0)
	case Right:
		return s.top(1), s.top(0)
	}
	return 0, 0
}

// Apply takes a transition; rel is the relation of the arc it makes.
func (s *State) Apply(move int, rel uint8) {
	if move == Shift {
		s.Stack = append(s.Stack, s.Next)
		s.Next++
		return
	}
	head, dep := s.Arc(move)
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.attach(head, dep, rel)
}

func (s *State) attach(head, dep int32, rel uint8) {
	d, h := &s.Nodes[dep], &s.Nodes[head]
	d.Head, d.Rel = head, rel
	side := 0
	if dep < head {
		h.left, h.left2 = dep, h.left
	} else {
		side = 1
		h.right, h.right2 = dep, h.right
	}
	h.sets[side] |= 1 << (rel & 63)
	if h.count[side] < 7 {
		h.count[side]++
	}
	if rel == relCase || rel == relMark || (rel == relCc && h.kase == 0) {
		h.kase = dep
	}
}

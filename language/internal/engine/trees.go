package engine

// Trees parses sentences: first from right to left, then, guided by that tree,
// from left to right.
type Trees struct {
	Tree
	model       *Model
	back, front State
	heads       []int32
	rels        []uint8
}

// Tree is a tree: words, heads (-1 the root) and relations.
type Tree struct {
	Words []Word
	Heads []int32
	Rels  []uint8
}

// NewTrees uses the weights of m.
func NewTrees(m *Model) *Trees { return &Trees{model: m} }

// Parse leaves the result in t.Heads and t.Rels, by word.
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
	t.front.Begin(words, false)
	t.front.SetGuide(t.heads, t.rels)
	t.model.Parser.Parse(&t.front)
	t.Words, t.Heads, t.Rels = words, t.Heads[:0], t.Rels[:0]
	for i := range words {
		x := &t.front.Nodes[i+1]
		t.Heads, t.Rels = append(t.Heads, x.Head-1), append(t.Rels, x.Rel)
	}
}

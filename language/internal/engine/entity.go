package engine

// Names finds named entities: the names in a tree, each given a type or none by
// a linear model.
type Names struct {
	weights Rows
	lists   Table // Word.Lower to the lists that it is on, a bit each
}

// NewNames reads the sections of the name finder.
func NewNames(index, rows, lists []byte) Names {
	return Names{NewRows(index, rows), NewTable(lists)}
}

const nameFeatures = 112

// NameFeatures appends the features of the type of a name: first shared ones,
// of context, shape and lists, then those of the very words.
func (n *Names) NameFeatures(t *Tree, m *Name, out []uint32) (feats []uint32, shared int) {
	w := t.Words
	head := &w[m.Head]
	p2, p1, n1, n2 := wordAt(w, m.First-2), wordAt(w, m.First-1), wordAt(w, m.Last), wordAt(w, m.Last+1)
	first, last := &w[m.First], &w[m.Last-1]
	gov, rel := &noWord, uint32(t.Rels[m.Head])
	if h := t.Heads[m.Head]; h >= 0 {
		gov = &w[h]
	}
	whole := uint64(mixT)
	for i := m.First; i < m.Last; i++ {
		whole = (whole ^ uint64(w[i].Lower)) * mixC
	}
	size := uint32(min(m.Last-m.First, 5))
	kase, det := n.introduced(t, m.Head)
	title := n.title(t, m)
	caps := uint32(head.Caps) | size<<3
	out = append(out,
		feat1(1, 0), feat2(6, size, head.Shape),
		feat1(7, p1.Lower), feat1(8, n1.Lower), feat2(9, p2.Lower, p1.Lower), feat2(10, n1.Lower, n2.Lower), feat2(11, p1.Lower, n1.Lower),
		feat1(12, rel), feat2(13, rel, gov.Lower), feat2(14, rel, kase), feat2(15, kase, gov.Lower), feat1(16, kase), feat2(17, det, size), feat2(18, det, kase),
		feat1(19, title), feat2(20, title, rel), feat1(21, uint32(head.Suf&0xffffff)), feat1(22, uint32(head.Suf)), feat1(23, uint32(last.Suf&0xffffff)), feat1(24, head.Pre&0xffffff),
		feat1(25, caps), feat2(26, caps, kase), feat2(27, uint32(head.XPOS), rel), feat2(28, uint32(p1.Tag), uint32(n1.Tag)), feat2(29, uint32(head.Known), uint32(head.Suf&0xffff)),
		feat1(33, first.Shape), feat1(34, gov.Lower), feat2(35, rel, uint32(gov.Tag)), feat2(36, uint32(first.Suf&0xffff), uint32(last.Suf&0xffff)),
	)
	lists := uint32(0)
	for i := m.First; i < m.Last; i++ {
		l := n.lists.Find(w[i].Lower)
		lists |= l
		if l != 0 {
			out = append(out, feat2(41, l, uint32(min(i-m.First, 3))), feat2(42, l, size))
		}
		if len(out) > nameFeatures-30 {
			break
		}
	}
	around, govLists, titleLists := n.lists.Find(p1.Lower), n.lists.Find(gov.Lower), n.lists.Find(title)|n.lists.Find(title^apposMark)
	who := n.relative(t, m)
	out = append(out, feat1(43, lists), feat2(44, lists, kase), feat2(45, lists, rel), feat2(46, n.lists.Find(head.Lower), n.lists.Find(last.Lower)|size<<24),
		feat2(47, around, lists), feat2(48, n.lists.Find(n1.Lower), lists), feat2(49, lists, uint32(gov.Tag)), feat2(50, lists, size),
		feat2(51, govLists, rel), feat3(52, govLists, rel, kase), feat1(53, titleLists), feat2(54, titleLists, lists), feat2(55, who, size), feat3(56, govLists, rel, lists),
		feat2(60, n.beside(n1, n2), n.beside(p1, p2)), feat3(61, n.beside(n1, n2), rel, lists),
		feat3(57, rel, kase, size), feat3(58, kase, det, lists), feat2(59, who, lists))
	shared = len(out)
	for i := m.First; i < min(m.Last, m.First+8); i++ {
		out = append(out, feat1(40, w[i].Lower))
	}
	return append(out, feat1(2, fold(whole)), feat1(3, head.Lower), feat1(4, first.Lower), feat1(5, last.Lower), feat2(30, first.Lower, last.Lower), feat2(31, kase, head.Lower), feat2(32, det, head.Lower)), shared
}

// beside returns the lists of a word behind a comma ("Belmar, Veldonia").
func (n *Names) beside(comma, next *Word) uint32 {
	if comma.First != classComma {
		return 1 << 31
	}
	return n.lists.Find(next.Lower)
}

// introduced returns the preposition and the determiner of a head.
func (n *Names) introduced(t *Tree, head int) (kase, det uint32) {
	for i := max(0, head-12); i < head; i++ {
		if int(t.Heads[i]) != head {
			continue
		}
		if t.Rels[i] == relCase {
			kase = t.Words[i].Lower
		}
		if t.Words[i].UPOS == uposDet {
			det = t.Words[i].Lower
		}
	}
	if head+1 < len(t.Words) && t.Rels[head+1] == relCase {
		kase = t.Words[head+1].Lower
	}
	return kase, det
}

// relative returns a word of the next three that tells persons from things, or
// a possessive mark.
func (n *Names) relative(t *Tree, m *Name) uint32 {
	for i := m.Last; i < min(m.Last+3, len(t.Words)); i++ {
		switch w := t.Words[i].Lower; w {
		case lowerWho, lowerWhich, lowerWhere, lowerS:
			return w
		}
	}
	return 0
}

var (
	_, lowerWho   = HashForm("who")
	_, lowerWhich = HashForm("which")
	_, lowerWhere = HashForm("where")
	_, lowerS     = HashForm("'s")
)

// apposMark tells a noun in apposition from one before the name.
const apposMark = 0x5555

// title returns a common noun right before the name that is a part of its
// phrase ("spokesperson"), or one in apposition.
func (n *Names) title(t *Tree, m *Name) uint32 {
	if i := m.First - 1; i >= 0 && t.Words[i].UPOS == uposNoun {
		return t.Words[i].Lower
	}
	for i := m.Last; i < min(m.Last+10, len(t.Words)); i++ {
		if int(t.Heads[i]) == m.Head && t.Rels[i] == relAppos {
			return t.Words[i].Lower ^ apposMark
		}
	}
	return 0
}

// Candidate is a name with the scores of its types; 0 is no entity.
type Candidate struct {
	Name
	Sentence int // for the caller
	scores   [len(EntityNames)]int32
	key      uint32
	titles   int
}

// Score appends the names of a tree with their scores.
func (n *Names) Score(t *Tree, sentence int, out []Candidate) []Candidate {
	n0 := len(out)
	var spans [64]Name
	for _, m := range t.NamesIn(spans[:0]) {
		out = append(out, Candidate{Name: m, Sentence: sentence})
	}
	var buf [nameFeatures + 16]uint32
	for i := n0; i < len(out); i++ {
		c := &out[i]
		var scores [256]int32
		feats, _ := n.NameFeatures(t, &c.Name, buf[:0])
		n.weights.Add(&scores, feats)
		copy(c.scores[:], scores[:])
		c.key = t.nameKey(&c.Name)
		c.titles = n.Titles(t, &c.Name)
		if n.noName(t, &c.Name) {
			c.scores, c.key = [len(EntityNames)]int32{1}, 0
		}
	}
	return out
}

// noName reports whether the name is rather a noun for holders of an office that
// has a capital out of respect ("the Senators"), or but the end of a name ("Inc.").
func (n *Names) noName(t *Tree, m *Name) bool {
	w := &t.Words[m.Last-1]
	lists := n.lists.Find(w.Lower)
	return m.Head == m.Last-1 && w.XPOS == xposNNPS && lists&(1<<roleList) != 0 || m.Last-m.First == 1 && lists&(1<<suffixList) != 0
}

// nameKey is the same for names that likely mean the same: the last word's,
// unless the name has a link like "of" or stands before another as its title.
func (t *Tree) nameKey(m *Name) uint32 {
	h := uint64(mixT)
	apart := t.Rels[m.Head] == relDesc || t.Rels[m.Head] == relDate
	if apart {
		h++ // a title or the month of a date tells nothing about the name that is like it
	}
	linked := apart || m.Last-m.First > 3
	for i := m.First; i < m.Last; i++ {
		w := &t.Words[i]
		h = (h ^ uint64(w.Lower)) * mixC
		linked = linked || w.UPOS == uposAdp
	}
	if linked {
		return fold(h)
	}
	return t.Words[m.Last-1].Lower
}

// Settle gives the names of a document their types: each by its own scores and,
// with less weight, those of the names that share its key.
func Settle(names []Candidate) {
	sums := make(map[uint32]*[len(EntityNames)]int32)
	for i := range names {
		sum := sums[names[i].key]
		if sum == nil {
			sum = new([len(EntityNames)]int32)
			sums[names[i].key] = sum
		}
		for c, s := range names[i].scores {
			sum[c] += s
		}
	}
	for i := range names {
		var scores [256]int32
		for c, s := range names[i].scores {
			scores[c] = s + sums[names[i].key][c]
		}
		names[i].Type = best0(&scores, len(EntityNames))
		if names[i].Type == entityPerson {
			names[i].First += names[i].titles
		}
	}
}

var entityPerson = Number(EntityNames[:], "person")

// Titles counts the words of a name that are titles before a person's name
// proper ("President", "Dr.").
func (n *Names) Titles(t *Tree, m *Name) int {
	count := 0
	for i := m.First; i+1 < m.Last && t.named(i+1) && n.lists.Find(t.Words[i].Lower)&(1<<titleList) != 0; i++ {
		count++
	}
	return count
}

// titleList is the number of the list of titles in train/own/lists.txt.
const titleList = 5

// roleList is that of the list of plurals for holders of an office.
const roleList = 15

// suffixList is that of what may follow a name.
const suffixList = 16

// best0 is best with class 0 among the classes.
func best0(scores *[256]int32, n int) uint8 {
	top := 0
	for c := 1; c < n; c++ {
		if scores[c] > scores[top] {
			top = c
		}
	}
	return uint8(top)
}

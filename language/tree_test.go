package language

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const treeText = "Veldonia signed the old pact today."

// treeSentence is treeText as a tree made by hand.
func treeSentence() *Sentence {
	return &Sentence{Start: 0, End: 35, Tokens: []Token{
		{0, 8, "Veldonia", 1, PROPN, TagNNP, Nsubj},
		{9, 15, "sign", -1, VERB, TagVBD, Root},
		{16, 19, "the", 4, DET, TagDT, Det},
		{20, 23, "old", 4, ADJ, TagJJ, Amod},
		{24, 28, "pact", 1, NOUN, TagNN, Obj},
		{29, 34, "today", 1, NOUN, TagNN, OblTmod},
		{34, 35, ".", 1, PUNCT, TagPeriod, Punct},
	}, Entities: []Entity{{0, 1, Place}}}
}

func TestTree(t *testing.T) {
	s := treeSentence()
	if got := s.Root(); got != 1 {
		t.Errorf("Root() = %d, want 1", got)
	}
	if d := cmp.Diff([]int{0, 4, 5, 6}, slices.Collect(s.Children(1))); d != "" {
		t.Error(d)
	}
	if got := s.Child(1, Iobj, Obj); got != 4 {
		t.Errorf("Child(1, Iobj, Obj) = %d, want 4", got)
	}
	if got := s.Child(4, Nsubj); got != -1 {
		t.Errorf("Child(4, Nsubj) = %d, want -1", got)
	}
	if first, last := s.Subtree(4); first != 2 || last != 5 {
		t.Errorf("Subtree(4) = %d, %d, want 2, 5", first, last)
	}
	if first, last := s.Subtree(1); first != 0 || last != 7 {
		t.Errorf("Subtree(1) = %d, %d, want 0, 7", first, last)
	}
	if got := s.Text(treeText, 4); got != "pact" {
		t.Errorf("Text(4) = %q, want pact", got)
	}
	if n := testing.AllocsPerRun(10, func() { s.Child(1, Obj); s.Subtree(1) }); n > 0 {
		t.Errorf("Child and Subtree allocate %v times", n)
	}
}

func TestConLLU(t *testing.T) {
	want := `# text = Veldonia signed the old pact today.
1	Veldonia	Veldonia	PROPN	NNP	_	2	nsubj	_	Entity=(place)|Bytes=0:8
2	signed	sign	VERB	VBD	_	0	root	_	Bytes=9:15
3	the	the	DET	DT	_	5	det	_	Bytes=16:19
4	old	old	ADJ	JJ	_	5	amod	_	Bytes=20:23
5	pact	pact	NOUN	NN	_	2	obj	_	Bytes=24:28
6	today	today	NOUN	NN	_	2	obl:unmarked	_	SpaceAfter=No|Bytes=29:34
7	.	.	PUNCT	.	_	2	punct	_	Bytes=34:35

`
	if d := cmp.Diff(want, CoNLLU(treeText, treeSentence())); d != "" {
		t.Error(d)
	}
}

func TestDraw(t *testing.T) {
	want := `╭─╼ Veldonia  PROPN nsubj
┾ signed  VERB root
│ ╭─╼ the  DET det
│ ├─╼ old  ADJ amod
├─┶ pact  NOUN obj
├─╼ today  NOUN obl:unmarked
╰─╼ .  PUNCT punct
`
	if d := cmp.Diff(want, Draw(treeText, treeSentence())); d != "" {
		t.Error(d)
	}
	s := treeSentence()
	for i := range s.Tokens {
		s.Tokens[i].Head, s.Tokens[i].Rel = -1, 0
	}
	if got, want := Draw(treeText, s)[:len("Veldonia")], "Veldonia"; got != want {
		t.Errorf("Draw without a tree starts with %q, want %q", got, want)
	}
}

func TestTagNames(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{X.String(), "X"}, {PROPN.String(), "PROPN"}, {ADJ.String(), "ADJ"}, {UPOS(0).String(), "_"}, {UPOS(200).String(), "_"},
		{TagVBZ.String(), "VBZ"}, {TagPRPS.String(), "PRP$"}, {TagHash.String(), "#"}, {TagNFP.String(), "NFP"}, {TagCC.String(), "CC"},
		{NsubjPass.String(), "nsubj:pass"}, {OblTmod.String(), "obl:unmarked"}, {Dep.String(), "dep"}, {CompoundPrt.String(), "compound:prt"},
		{NsubjPass.Base().String(), "nsubj"}, {Root.Base().String(), "root"}, {OblTmod.Base().String(), "obl"},
		{Person.String(), "person"}, {Abstract.String(), "abstract"}, {EntityType(0).String(), "_"},
	} {
		if c.got != c.want {
			t.Errorf("String() = %q, want %q", c.got, c.want)
		}
	}
}

package main

import (
	"testing"

	"pacta/language/internal/engine"
)

// Taking transitions that cost nothing builds the very tree, in both
// directions.
func TestOracleBuildsTheTree(t *testing.T) {
	for _, heads := range [][]int{
		{-1},
		{1, -1, 4, 4, 1, 1},
		{1, 2, 3, -1},
		{-1, 0, 1, 2},
		{3, 2, 0, -1, 6, 6, 3},
	} {
		for _, back := range []bool{false, true} {
			s := &sentence{words: make([]engine.Word, len(heads)), heads: heads, rels: make([]uint8, len(heads))}
			o := newOracle(s, back)
			var st engine.State
			st.Begin(s.words, back)
			for !st.Done() {
				legal, costs := st.Legal(), o.costs(&st)
				move := -1
				for k := range costs {
					if legal[k] && costs[k] == 0 {
						move = k
						break
					}
				}
				if move < 0 {
					t.Fatalf("heads %v: no transition is free", heads)
				}
				st.Apply(move, 1)
			}
			for i, h := range heads {
				node, want := i+1, h+1
				if back {
					node = len(heads) - i
					if want = len(heads) - h; h < 0 {
						want = 0
					}
				}
				if got := int(st.Nodes[node].Head); got != want {
					t.Errorf("heads %v, back %v: head of word %d = node %d, want %d", heads, back, i, got, want)
				}
			}
		}
	}
}

func TestOwnFilesAreReadable(t *testing.T) {
	d := tokenDocument()
	if len(d.sents) < 20 {
		t.Fatalf("own/tokens.txt has %d lines", len(d.sents))
	}
	for _, s := range d.sents {
		for _, w := range s.words {
			if d.text[w.start:w.end] != w.form {
				t.Errorf("word %q lies at %q", w.form, d.text[w.start:w.end])
			}
		}
	}
	d = sentenceDocument(engine.FromSections(nil))
	if len(d.sents) < 100 {
		t.Fatalf("own/sentences.txt has %d sentences", len(d.sents))
	}
	for _, s := range d.sents {
		if p := d.paras[s.para]; len(s.words) == 0 || s.start < p[0] || s.end > p[1] || s.words[len(s.words)-1].end != s.end {
			t.Errorf("sentence %q does not lie in its paragraph %q", d.text[s.start:s.end], d.text[p[0]:p[1]])
		}
	}
}

func TestEntitySpans(t *testing.T) {
	misc := func(m string) row { return row{"1", "w", "w", "NOUN", "NN", "_", "0", "root", "_", m} }
	got := entitySpans([]row{misc("Entity=(1-person-new-nnnnn-cf1-1,2-coref(2-place-new-nnnnn-cf1-1-coref)"), misc("_"), misc("Entity=1)(3-event-x-y-z-1-w)|SpaceAfter=No")})
	want := []struct {
		first, last int
		kind        string
	}{{0, 3, "person"}, {0, 1, "place"}, {2, 3, "event"}}
	if len(got) != len(want) {
		t.Fatalf("entitySpans = %+v", got)
	}
	for i, w := range want {
		if got[i].first != w.first || got[i].last != w.last || got[i].kind != w.kind {
			t.Errorf("span %d = %+v, want %+v", i, got[i], w)
		}
	}
}

func TestOwnVerbsInflect(t *testing.T) {
	for v, want := range map[string][2]string{"ratify": {"ratified", "ratifying"}, "provoke": {"provoked", "provoking"}, "admit": {"admitted", "admitting"}, "sign": {"signed", "signing"}, "agree": {"agreed", "agreeing"}, "deploy": {"deployed", "deploying"}} {
		if _, ed, ing := inflect(v); ed != want[0] || ing != want[1] {
			t.Errorf("inflect(%q) = %q, %q, want %q, %q", v, ed, ing, want[0], want[1])
		}
	}
}

func TestOwnTrees(t *testing.T) {
	docs, err := ownTreeDocuments()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		for _, s := range d.sents {
			for _, w := range s.words {
				if w.upos == "" || engine.Number(engine.XPOSNames[:], w.xpos) == 0 || engine.Number(engine.RelNames[:], w.rel) == 0 || w.form == "no-such-slot" {
					t.Fatalf("%q: word %+v", d.text[s.start:s.end], w)
				}
			}
		}
	}
	if testing.Verbose() {
		t.Log(docs[0].text)
	}
}

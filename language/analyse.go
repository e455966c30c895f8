package language

import "pacta/language/internal/engine"

// analyser is the working memory of one call of Analyse.
type analyser struct {
	engine    *engine.Model
	segmenter *engine.Segmenter
	lemmas    *engine.Lemmatizer
	trees     *engine.Trees
	names     []engine.Candidate
}

func (m *Model) analyser() *analyser {
	if a, ok := m.pool.Get().(*analyser); ok {
		return a
	}
	return &analyser{engine: m.engine, segmenter: engine.NewSegmenter(m.engine), lemmas: m.engine.NewLemmatizer(), trees: engine.NewTrees(m.engine)}
}

// Analyse returns the sentences of the whole text, in order.
func (m *Model) Analyse(text string, o Options) []Sentence {
	a := m.analyser()
	defer m.pool.Put(a)
	var out []Sentence
	a.names = a.names[:0]
	arena := newArena(len(text))
	paragraphs := engine.NewParagraphs(text, o.Skip)
	for {
		start, end, ok := paragraphs.Next()
		if !ok {
			break
		}
		a.segmenter.Paragraph(text, start, end)
		for words := a.segmenter.Next(); len(words) > 0; words = a.segmenter.Next() {
			out = append(out, a.sentence(text, words, len(out), arena, o))
		}
	}
	a.entities(out)
	return out
}

func (a *analyser) sentence(text string, words []engine.Word, number int, arena *arena, o Options) Sentence {
	tokens := arena.tokens(len(words))
	for i := range words {
		w := &words[i]
		tokens[i] = Token{Start: w.Start, End: w.End, Head: -1}
	}
	if o.Depth != Tokens {
		a.tag(text, words, tokens)
	}
	if o.Depth == Trees {
		a.parse(words, tokens)
		a.names = a.engine.Names.Score(&a.trees.Tree, number, a.names)
	}
	return Sentence{Start: words[0].Start, End: words[len(words)-1].End, Tokens: tokens}
}

func (a *analyser) tag(text string, words []engine.Word, tokens []Token) {
	a.engine.Tagger.Tag(words)
	a.engine.Tagger.Revise(text, words)
	for i := range words {
		w, t := &words[i], &tokens[i]
		t.UPOS, t.XPOS = UPOS(w.UPOS), XPOS(w.XPOS)
		t.Lemma = a.lemmas.Lemma(text[w.Start:w.End], w.XPOS, t.UPOS == PROPN || t.XPOS == TagNNP || t.XPOS == TagNNPS)
	}
}

func (a *analyser) parse(words []engine.Word, tokens []Token) {
	a.trees.Parse(words)
	for i := range tokens {
		tokens[i].Head, tokens[i].Rel = int(a.trees.Heads[i]), Rel(a.trees.Rels[i])
	}
}

// entities gives the sentences their named entities.
func (a *analyser) entities(out []Sentence) {
	engine.Settle(a.names)
	all := make([]Entity, 0, len(a.names))
	for i := 0; i < len(a.names); {
		k, first := a.names[i].Sentence, len(all)
		for ; i < len(a.names) && a.names[i].Sentence == k; i++ {
			if n := &a.names[i]; n.Type != 0 {
				all = append(all, Entity{n.First, n.Last, EntityType(n.Type)})
			}
		}
		if len(all) > first {
			out[k].Entities = all[first:len(all):len(all)]
		}
	}
}

// arena hands out the tokens of all sentences from a few large blocks.
type arena struct {
	free []Token
	next int // size of the next block
}

func newArena(textBytes int) *arena { return &arena{next: max(16, textBytes/5)} }

const maxBlock = 1 << 15

func (a *arena) tokens(n int) []Token {
	if n > len(a.free) {
		size := max(n, min(a.next, maxBlock))
		a.free = make([]Token, size)
		a.next = size
	}
	out := a.free[:n:n]
	a.free = a.free[n:]
	return out
}

package main

import "pacta/language/internal/engine"

// sentencesOf turns gold documents into sentences to learn from.
func sentencesOf(docs []gold, tags *tagset) []sentence {
	plain := engine.FromSections(nil)
	var out []sentence
	for d := range docs {
		for i := range docs[d].sents {
			g := &docs[d].sents[i]
			s := sentence{doc: &docs[d], gold: g, words: plain.ReadWords(docs[d].text, sentenceRanges(g))}
			for k := range g.words {
				s.tags = append(s.tags, tags.of(&g.words[k]))
				s.heads = append(s.heads, g.words[k].head)
				s.rels = append(s.rels, engine.Number(engine.RelNames[:], g.words[k].rel))
			}
			out = append(out, s)
		}
	}
	return out
}

// clone copies sentences so that their words can be tagged apart.
func clone(list []sentence) []sentence {
	out := append([]sentence(nil), list...)
	for i := range out {
		out[i].words = append([]engine.Word(nil), out[i].words...)
	}
	return out
}

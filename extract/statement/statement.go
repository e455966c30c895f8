// Package statement finds who said what: attributions of content to a source,
// direct, indirect and mixed, with the cue between them, the speaker resolved
// in the document, the kind of cue and the stance that is taken.
//
// Quotations are read from their marks, everything else from the trees and the
// cue words of data/cues.txt.
package statement

import (
	"slices"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/mention/quotation"
	"pacta/language"
)

// Extractor finds statements, beliefs, wishes and plans with their sources.
var Extractor = &pacta.Extractor{
	Name:     "statement",
	Doc:      "Finds who said what: source, cue and content, direct, indirect and mixed, with the speaker, the kind of cue and the stance.",
	Version:  2,
	Requires: []*pacta.Extractor{mention.Extractor},
	Run:      run,
}

func newDocument(a *pacta.Analysis) *document {
	d := &document{Analysis: a, text: a.Doc.Text, lexicon: cues(), actors: mention.Of(a)}
	d.quotes = quotation.Find(d.text, a.Doc.Dropped)
	d.sents = joined(a.Sentences, d.text)
	d.trees = make([]tree, len(d.sents))
	return d
}

func run(a *pacta.Analysis) {
	d := newDocument(a)
	d.direct()
	d.blocks()
	for i := range d.sents {
		d.indirect(i)
	}
	d.headlines()
	d.provisions()
	d.settle()
	d.nest()
	d.relatives()
	for i := range d.found {
		d.emit(&d.found[i])
	}
}

// document is what is known while one document is read.
type document struct {
	*pacta.Analysis
	text    string
	lexicon *lexicon
	actors  *mention.Index
	quotes  []quotation.Quote
	sents   []language.Sentence
	trees   []tree // by sentence, grown when first asked for
	found   []attribution

	options       []option
	contentBuffer []content
	collect       func(*option) // set by Candidates
}

// An attribution is a statement on its way: who, by which words, what.
type attribution struct {
	sentence int
	verb     int // token of the cue, -1 where a mark or name does its work
	entry    *entry
	source   pacta.Span // zero if none is named
	cue      []pacta.Span
	content  []pacta.Span
	object   pacta.Span // an addressee
	level    int        // the quotation that the cue stands in, -1 if none
	rule     string
	negated  bool
	direct   bool
	light    bool // a noun with a light verb: "voiced its readiness"
	// impersonal: "it was noted that", which has no source by nature.
	impersonal bool
	outlet     bool // the reporting document's own voice
	sure       float64
	within     pacta.Span // the statement whose content holds this one
}

// span is the whole attribution.
func (x *attribution) span() pacta.Span {
	s := x.source
	for _, y := range x.cue {
		s = s.Union(y)
	}
	for _, y := range x.content {
		s = s.Union(y)
	}
	return s
}

// settle puts the attributions in order and drops one that says of the same
// words what a surer one says.
func (d *document) settle() {
	slices.SortStableFunc(d.found, func(x, y attribution) int {
		if c := x.span().Compare(y.span()); c != 0 {
			return c
		}
		return len(y.content) - len(x.content)
	})
	kept := d.found[:0]
next:
	for _, x := range d.found {
		if len(x.content) == 0 {
			continue
		}
		for i := len(kept) - 1; i >= 0 && i >= len(kept)-4; i-- {
			if slices.Equal(kept[i].content, x.content) && (kept[i].source == x.source || slices.Equal(kept[i].cue, x.cue)) {
				continue next
			}
		}
		kept = append(kept, x)
	}
	d.found = kept
}

// tree returns sentence i with its children and subtrees at hand.
func (d *document) tree(i int) *tree {
	t := &d.trees[i]
	if t.Sentence == nil {
		t.grow(&d.sents[i], d.text)
	}
	return t
}

// isPunct reports whether token k is punctuation.
func isPunct(k *language.Token) bool { return k.UPOS == language.PUNCT }

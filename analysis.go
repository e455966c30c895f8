package pacta

import (
	"fmt"
	"slices"

	"pacta/gazetteer"
	"pacta/language"
)

// An Extractor finds annotations of some kinds in a document. It is a value
// that holds a pure function: no options, no I/O, no error. Whoever runs it
// checks spans and fills in quotes and author.
type Extractor struct {
	Name     string // "timex"
	Doc      string // one sentence: what it finds
	Version  int    // raised with every change of what it finds
	Requires []*Extractor
	Run      func(*Analysis)
}

// ID names the extractor and its version: "timex@3", the By of what it finds.
func (e *Extractor) ID() string { return fmt.Sprintf("%s@%d", e.Name, e.Version) }

// An Analysis is a document on its way through the extractors: what the
// language engine and earlier extractors know of it, and where new
// annotations go.
type Analysis struct {
	Doc       *Document
	Names     *gazetteer.Gazetteer
	Sentences []language.Sentence // outside of boilerplate, in text order

	by     string
	byKind map[Kind][]Annotation
}

// NewAnalysis returns an analysis of doc without annotations.
func NewAnalysis(doc *Document, names *gazetteer.Gazetteer, sentences []language.Sentence) *Analysis {
	return &Analysis{Doc: doc, Names: names, Sentences: sentences, byKind: map[Kind][]Annotation{}}
}

// Run lets e add its annotations, then checks each and keeps all of them in
// text order. An annotation that does not fit the document or the Schema is a
// bug in e and comes back as an error; the rest stays.
func (a *Analysis) Run(e *Extractor) error {
	a.by = e.ID()
	before := map[Kind]int{}
	for k, xs := range a.byKind {
		before[k] = len(xs)
	}
	e.Run(a)
	var first error
	for _, d := range Schema {
		xs, n := a.byKind[d.Kind], before[d.Kind]
		if len(xs) == n {
			continue
		}
		kept := xs[:n]
		for _, x := range xs[n:] {
			if err := a.complete(&x); err != nil {
				if first == nil {
					first = fmt.Errorf("%s: %w", e.Name, err)
				}
				continue
			}
			kept = append(kept, x)
		}
		slices.SortStableFunc(kept, func(x, y Annotation) int { return x.Compare(&y) })
		a.byKind[d.Kind] = kept
	}
	return first
}

// Add adds one annotation. Quote, By and a missing Confidence (1) are filled in.
func (a *Analysis) Add(x Annotation) {
	a.byKind[x.Kind] = append(a.byKind[x.Kind], x)
}

// Of returns the annotations of kind in text order. The slice is shared: do
// not change it.
func (a *Analysis) Of(kind Kind) []Annotation { return a.byKind[kind] }

// Within returns the annotations of kind that start within s, in text order.
func (a *Analysis) Within(kind Kind, s Span) []Annotation {
	xs := a.byKind[kind]
	lo, _ := slices.BinarySearchFunc(xs, s.Start, func(x Annotation, at int) int { return x.Start - at })
	hi := lo
	for hi < len(xs) && xs[hi].Start < s.End {
		hi++
	}
	return xs[lo:hi]
}

// All returns every annotation in text order, freshly allocated.
func (a *Analysis) All() []Annotation {
	var out []Annotation
	for _, d := range Schema {
		out = append(out, a.byKind[d.Kind]...)
	}
	slices.SortStableFunc(out, func(x, y Annotation) int { return x.Compare(&y) })
	return out
}

// SentenceAt returns the index of the sentence that holds the byte at, or -1
// when at lies between sentences or in boilerplate.
func (a *Analysis) SentenceAt(at int) int {
	i, ok := slices.BinarySearchFunc(a.Sentences, at, func(s language.Sentence, at int) int { return s.Start - at })
	if ok {
		return i
	}
	if i--; i >= 0 && at < a.Sentences[i].End {
		return i
	}
	return -1
}

// complete checks x against the document and the Schema and fills in what
// follows from its spans.
func (a *Analysis) complete(x *Annotation) error {
	text := a.Doc.Text
	fits := func(s Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) }
	if !fits(x.Span) || x.Len() == 0 {
		return fmt.Errorf("%s %s: span %v of a text of %d bytes", x.Kind, x.Type, x.Span, len(text))
	}
	x.Quote, x.By = x.Of(text), a.by
	if x.Confidence == 0 {
		x.Confidence = 1
	}
	for i := range x.Args {
		r := &x.Args[i]
		if !fits(r.Span) {
			return fmt.Errorf("%s %s: %s: span %v of a text of %d bytes", x.Kind, x.Type, r.Role, r.Span, len(text))
		}
		r.Quote = r.Of(text)
	}
	return Check(x)
}

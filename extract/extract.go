// Package extract runs the extractors over a document. All lists them in the
// order in which they run: to add one, write its folder and its test, and put
// one line here.
package extract

import (
	"fmt"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// A Pipeline analyses documents. It is immutable and safe for concurrent use.
type Pipeline struct {
	names *gazetteer.Gazetteer
	model *language.Model
	steps []*pacta.Extractor
}

// New returns the pipeline with all extractors.
func New() *Pipeline {
	return &Pipeline{names: gazetteer.Builtin(), model: language.English(), steps: All}
}

// Analyse runs every extractor over doc. Errors are bugs in single extractors
// (a panic, a span out of place): what the others found is returned all the same.
func (p *Pipeline) Analyse(doc *pacta.Document) (*pacta.Analysis, []error) {
	skip := make([][2]int, len(doc.Dropped))
	for i, s := range doc.Dropped {
		skip[i] = [2]int{s.Start, s.End}
	}
	a := pacta.NewAnalysis(doc, p.names, p.model.Analyse(doc.Text, language.Options{Skip: skip}))
	var errs []error
	for _, e := range p.steps {
		if err := run(e, a); err != nil {
			errs = append(errs, err)
		}
	}
	return a, errs
}

// Version names everything that the result of Analyse depends on. A stored
// document with another version is stale.
func (p *Pipeline) Version() string {
	v := p.model.Hash() + " " + p.names.Hash()
	for _, e := range p.steps {
		v += " " + e.ID()
	}
	return v
}

// run is Analysis.Run with a panic turned into an error, so that one broken
// extractor costs one layer of one document.
func run(e *pacta.Extractor, a *pacta.Analysis) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: panic: %v", e.Name, p)
		}
	}()
	return a.Run(e)
}

package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"pacta"
	"pacta/extract"
	"pacta/read"
)

// An Annotated is what became of one line of the wire format: a document and
// its analysis, or the reason why there is none.
type Annotated struct {
	Line     int
	ID       string          // of a line that could not be read, as far as it is known
	Document *pacta.Document // nil when the line could not be read
	Analysis *pacta.Analysis
	Err      error // why there is no document, or what went wrong in single extractors
}

// Annotate reads r as lines of the wire format and yields every line analysed,
// in the order of the input, with workers documents at work at a time. The
// error of the sequence is one of r; what is wrong with one line is in its
// Annotated.
func Annotate(r io.Reader, p *extract.Pipeline, workers int) iter.Seq2[Annotated, error] {
	return func(yield func(Annotated, error) bool) {
		work := func(l lineOrError) Annotated { return annotateLine(l, p) }
		for x, err := range Ordered(lineByLine(r), workers, work) {
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

// A lineOrError carries what is wrong with one line past Ordered as a value,
// since it ends nothing.
type lineOrError struct {
	Line
	err error
}

func lineByLine(r io.Reader) iter.Seq2[lineOrError, error] {
	return func(yield func(lineOrError, error) bool) {
		for l, err := range Lines(r) {
			x := lineOrError{l, err}
			if err == nil || isInvalid(err) {
				err = nil
			}
			if !yield(x, err) {
				return
			}
		}
	}
}

func annotateLine(l lineOrError, p *extract.Pipeline) Annotated {
	out := Annotated{Line: l.Number, Err: l.err}
	if out.Err != nil {
		return out
	}
	d, err := read.Row(fmt.Sprintf("line %d", l.Number), l.Text, read.Options{})
	if err != nil {
		out.ID, out.Err = idOf(l.Text), err
		return out
	}
	out.Document = d
	a, problem := analysed(d, p.Analyse, analyseTime)
	if out.Analysis = a; problem != "" {
		out.Err = errors.New(problem)
	}
	return out
}

// idOf returns the id of a line that is no document.
func idOf(line []byte) string {
	var x struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(line, &x) != nil {
		return ""
	}
	return x.ID
}

// joined puts the faults of several extractors into one error of one line.
func joined(errs []error) error {
	if len(errs) == 0 {
		return nil
	}
	var s []string
	for _, err := range errs {
		s = append(s, err.Error())
	}
	return fmt.Errorf("%s", strings.Join(s, "; "))
}

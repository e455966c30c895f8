package export

import (
	"bytes"
	"encoding/json"

	"pacta"
	"pacta/language"
)

// Layers says what Annotated writes beside the annotations.
type Layers struct {
	Tokens bool // sentences with their tokens
	Unit   Unit // what offsets count
}

// Annotated returns a document with its annotations as one line of JSON,
// without line end: section 1 of the wire format. The analysis may be nil, and
// problem is the error field, "" for none.
func Annotated(doc *pacta.Document, a *pacta.Analysis, problem string, layers Layers) []byte {
	out := annotated{ID: doc.ExternalID, Document: head(doc), Annotations: []annotation{}, Error: problem}
	if a != nil {
		out.Annotations = annotations(a.All())
	}
	if a != nil && layers.Tokens {
		s := sentences(a.Sentences)
		out.Sentences = &s
	}
	if layers.Unit != Bytes {
		out.recount(layers.Unit.Offsets(doc.Text))
	}
	return line(out)
}

// Unread returns the line that stands for a document that could not be read:
// an id, as far as it is known, and the error.
func Unread(id, problem string) []byte {
	return line(struct {
		ID          string       `json:"id"`
		Annotations []annotation `json:"annotations"`
		Error       string       `json:"error"`
	}{id, []annotation{}, problem})
}

// annotated is a line of `pacta annotate`.
type annotated struct {
	ID          string       `json:"id"`
	Document    metadata     `json:"document"`
	Annotations []annotation `json:"annotations"`
	Sentences   *[]sentence  `json:"sentences,omitempty"`
	Error       string       `json:"error,omitempty"`
}

type metadata struct {
	Title     *string  `json:"title"`
	Outlet    *string  `json:"outlet"`
	Author    *string  `json:"author"`
	Published date     `json:"published"`
	Language  *string  `json:"language"`
	Genre     *string  `json:"genre"`
	Dropped   [][2]int `json:"dropped"`
}

type date struct {
	Value *string     `json:"value"`
	Basis pacta.Basis `json:"basis"`
	pacta.Span
	Why string `json:"why,omitempty"`
}

type annotation struct {
	pacta.Annotation
	Args []pacta.Arg `json:"args"` // never null
}

type sentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Tokens []token `json:"tokens"`
}

type token struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Lemma  string `json:"lemma"`
	UPOS   string `json:"upos"`
	XPOS   string `json:"xpos"`
	Head   int    `json:"head"`
	Deprel string `json:"deprel"`
}

func head(d *pacta.Document) metadata {
	basis := d.Published.Basis
	if basis == "" {
		basis = pacta.None
	}
	return metadata{
		Title: optional(d.Title.Value), Outlet: optional(d.Outlet.Value), Author: optional(d.Author.Value),
		Published: date{optional(d.Published.Value), basis, d.Published.Span, d.Published.Why},
		Language:  optional(d.Language), Genre: optional(d.Genre), Dropped: pairs(d.Dropped),
	}
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func pairs(spans []pacta.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{s.Start, s.End}
	}
	return out
}

func annotations(xs []pacta.Annotation) []annotation {
	out := make([]annotation, len(xs))
	for i, x := range xs {
		args := x.Args
		if args == nil {
			args = []pacta.Arg{}
		}
		out[i] = annotation{x, args}
	}
	return out
}

func sentences(xs []language.Sentence) []sentence {
	out := make([]sentence, len(xs))
	for i, s := range xs {
		tokens := make([]token, len(s.Tokens))
		for j, t := range s.Tokens {
			tokens[j] = token{t.Start, t.End, t.Lemma, t.UPOS.String(), t.XPOS.String(), t.Head, t.Rel.String()}
		}
		out[i] = sentence{s.Start, s.End, tokens}
	}
	return out
}

// line encodes v without line end and without escaping for HTML.
func line(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // every field is a string, number or slice of these
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

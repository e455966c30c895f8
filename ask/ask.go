// Package ask answers questions in plain English from a base. An answer is put
// together from values of the base and quotes; every part of it has a source,
// and what no source says is answered with "not stated in the sources".
// Nothing is generated. The package owns no tables.
package ask

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// Kinds of answers.
const (
	Fact         = "fact"
	List         = "list"
	Disagreement = "disagreement"
	NotStated    = "not_stated"
	FalsePremise = "false_premise"
)

// An Answer is what the base says to a question.
type Answer struct {
	Question string           `json:"question"`
	Answer   string           `json:"answer"`
	Kind     string           `json:"kind"`
	Parts    []Part           `json:"parts"`
	Sources  []resolve.Source `json:"sources"`
	LookedAt int              `json:"looked_at"` // documents in the base that were searched

	lead string // what the parts together say, in the words of the codebook
}

// A Part is one line of an answer: a value of the base, or a sentence, with
// the words that show it.
type Part struct {
	Label  string         `json:"label"` // what the value is: "signed", "obligation of RUS"
	Value  string         `json:"value"`
	Object string         `json:"object,omitempty"` // ID of the object that holds it
	Source resolve.Source `json:"source"`
}

// Ask answers question from b. An empty question is pacta.ErrInvalid.
func Ask(ctx context.Context, b *treatybase.Base, question string) (*Answer, error) {
	ctx = treatybase.Upheld(ctx) // nothing is answered from what people rejected
	if len(parse(question).words) == 0 && !parse(question).it {
		return nil, fmt.Errorf("a question without content words: %w", pacta.ErrInvalid)
	}
	o, err := b.Overview(ctx, "")
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: question, LookedAt: o.Documents, Parts: []Part{}, Sources: []resolve.Source{}}
	var before *reader
	for _, text := range clauses(question) {
		r, err := newReader(ctx, b, text, before)
		if err != nil {
			return nil, err
		}
		one, err := r.answer()
		if err != nil {
			return nil, err
		}
		a.join(one)
		before = r
	}
	return a.finish(), nil
}

// handlers answer one sort of question each; the first that can does. The
// order is from the most particular sort to the most general.
var handlers = []func(*reader, *Answer) (bool, error){
	(*reader).disagreements, (*reader).tensions, (*reader).comparison, (*reader).membership, (*reader).status,
	(*reader).premise, (*reader).unknownInstrument, (*reader).saidWhen, (*reader).provisionText, (*reader).provisionOf, (*reader).named, (*reader).cited, (*reader).attributes,
	(*reader).refusals,
	(*reader).fulfilment, (*reader).basis, (*reader).condition, (*reader).modality, (*reader).promised, (*reader).demanded,
	(*reader).stance, (*reader).said, (*reader).promises, (*reader).happened, (*reader).facts,
}

// answer answers the question of r.
func (r *reader) answer() (*Answer, error) {
	for _, h := range handlers {
		a := &Answer{}
		done, err := h(r, a)
		if err != nil {
			return nil, err
		}
		if done {
			return a, nil
		}
	}
	return &Answer{Kind: NotStated}, nil
}

// join takes over the answer to a part of the question.
func (a *Answer) join(b *Answer) {
	switch {
	case a.Kind == "" || len(a.Parts) == 0 && len(b.Parts) > 0:
		a.Kind = b.Kind
	case len(b.Parts) > 0 && a.Kind == Fact:
		a.Kind = List
	}
	if a.lead == "" {
		a.lead = b.lead
	}
	for _, p := range b.Parts {
		if !slices.Contains(a.Parts, p) {
			a.Parts = append(a.Parts, p)
		}
	}
}

// finish writes the answer out of its parts.
func (a *Answer) finish() *Answer {
	if len(a.Parts) == 0 && a.Kind != FalsePremise {
		a.Kind = NotStated
	}
	var b strings.Builder
	switch a.Kind {
	case NotStated:
		b.WriteString("Not stated in the sources.")
	case FalsePremise:
		b.WriteString("The sources do not bear out what the question takes for granted.")
	case Disagreement:
		b.WriteString("The sources disagree.")
	default:
		b.WriteString(a.lead)
	}
	for _, p := range a.Parts {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		if p.Label != "" {
			b.WriteString(p.Label + ": ")
		}
		b.WriteString(p.Value)
		if q := oneLine(p.Source.Quote); q != "" && q != p.Value {
			b.WriteString(" – “" + q + "”")
		}
		a.Sources = append(a.Sources, p.Source)
	}
	a.Answer = b.String()
	return a
}

// add appends a part for the first source of a value.
func (a *Answer) add(label, value, object string, sources []resolve.Source) {
	if len(sources) > 0 {
		a.Parts = append(a.Parts, Part{label, value, object, sources[0]})
	}
}

// listed sets the kind by the number of parts.
func (a *Answer) listed() bool {
	switch len(a.Parts) {
	case 0:
		a.Kind = NotStated
	case 1:
		a.Kind = Fact
	default:
		a.Kind = List
	}
	return true
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

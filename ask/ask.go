// Package ask answers questions in plain English from a base. An answer is put
// together from values of the base and quotes; every part of it has a source,
// and what no source says is answered with "not stated in the sources".
// Nothing is generated. The package owns no tables.
package ask

import (
	"context"
	"fmt"
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
	q := parse(question)
	if len(q.words) == 0 {
		return nil, fmt.Errorf("a question without content words: %w", pacta.ErrInvalid)
	}
	o, err := b.Overview(ctx, "")
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: question, LookedAt: o.Documents, Parts: []Part{}, Sources: []resolve.Source{}}
	x, err := subject(ctx, b, q)
	if err != nil {
		return nil, err
	}
	if x != nil && a.fromInstrument(q, x) {
		return a.finish(), nil
	}
	if err := a.fromFacts(ctx, b, q); err != nil {
		return nil, err
	}
	return a.finish(), nil
}

// finish writes the answer out of its parts.
func (a *Answer) finish() *Answer {
	if len(a.Parts) == 0 {
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

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

package resolve

import (
	"slices"

	"pacta"
)

// named returns the states and organisations that a document names within
// spans, each with the words that name it, in text order.
func named(in *Input, spans ...pacta.Span) []Claim {
	out := []Claim{}
	for _, s := range spans {
		lo, _ := slices.BinarySearchFunc(in.Annotations, s.Start, func(x pacta.Annotation, at int) int { return x.Start - at })
		for j := lo; j < len(in.Annotations) && in.Annotations[j].Start < s.End; j++ {
			x := &in.Annotations[j]
			if x.Kind == pacta.Mention && x.End <= s.End && (x.Type == "state" || x.Type == "organization" || x.Type == "place") && isCode(x.Value) {
				out = append(out, Claim{Value: Value(x.Value), Sources: []Source{source(in.ID, x.Span, x.Quote)}})
			}
		}
	}
	return out
}

// isCode reports whether value is a code of the gazetteer (RUS, CSTO,
// X-NAGORNO-KARABAKH) and not an identity within one document.
func isCode(value string) bool {
	for i := 0; i < len(value); i++ {
		if c := value[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(value) > 1
}

// phrases returns the words that fill the roles of x, in text order.
func phrases(in *Input, x *pacta.Annotation) []Phrase {
	out := []Phrase{}
	for _, a := range x.Args {
		if !a.IsZero() {
			out = append(out, Phrase{Role: a.Role, Source: source(in.ID, a.Span, a.Quote)})
		}
	}
	slices.SortStableFunc(out, func(a, b Phrase) int { return a.Span.Compare(b.Span) })
	return out
}

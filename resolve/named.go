package resolve

import (
	"cmp"
	"slices"
	"strings"

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

// inOrder orders names by where they stand and drops what stands twice.
func inOrder(xs []Claim) []Claim {
	slices.SortFunc(xs, func(a, b Claim) int {
		return cmp.Or(compareSources(a.Sources[0], b.Sources[0]), strings.Compare(string(a.Value), string(b.Value)))
	})
	xs = slices.CompactFunc(xs, func(a, b Claim) bool { return a.Value == b.Value && compareSources(a.Sources[0], b.Sources[0]) == 0 })
	if len(xs) > keep {
		xs = xs[:keep:keep]
	}
	if xs == nil {
		return []Claim{}
	}
	return xs
}

// listReach is within how many bytes of an organisation's name its members are
// listed.
const listReach = 300

// listed returns the members of an organisation where documents list at least
// three of them right after its name: the name first, then the members.
func listed(in *Input, at int, members []string) []Claim {
	org := &in.Annotations[at]
	out := []Claim{{Value: Value(org.Value), Sources: []Source{source(in.ID, org.Span, org.Quote)}}}
	for j := at + 1; j < len(in.Annotations) && in.Annotations[j].Start < org.End+listReach; j++ {
		x := &in.Annotations[j]
		if x.Kind == pacta.Mention && x.Type == "state" && slices.Contains(members, x.Value) &&
			!slices.ContainsFunc(out, func(c Claim) bool { return string(c.Value) == x.Value }) {
			out = append(out, Claim{Value: Value(x.Value), Sources: []Source{source(in.ID, x.Span, x.Quote)}})
		}
	}
	if len(out) < 4 {
		return nil
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

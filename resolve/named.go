package resolve

import (
	"cmp"
	"slices"
	"strings"

	"pacta"
)

// namesIn returns the states and organisations that a document names, each
// with the words that name it, in text order.
func namesIn(in *Input) []Claim {
	out := []Claim{}
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind == pacta.Mention && (x.Type == "state" || x.Type == "organization" || x.Type == "place") && isCode(x.Value) {
			out = append(out, Claim{Value: Value(x.Value), Sources: []Source{source(in.ID, x.Span, x.Quote)}})
		}
	}
	return slices.Clip(out)
}

// named returns the names within s. It shares them with others as far as it
// can: they are most of what objects hold, and must not be changed.
func (d *document) named(s pacta.Span) []Claim {
	lo, _ := slices.BinarySearchFunc(d.names, s.Start, func(c Claim, at int) int { return c.Sources[0].Start - at })
	hi, whole := lo, true
	for ; hi < len(d.names) && d.names[hi].Sources[0].Start < s.End; hi++ {
		whole = whole && d.names[hi].Sources[0].End <= s.End
	}
	if whole {
		return d.names[lo:hi:hi]
	}
	out := []Claim{}
	for _, c := range d.names[lo:hi] {
		if c.Sources[0].End <= s.End {
			out = append(out, c)
		}
	}
	return out
}

// firstFrom returns the index of the first annotation that starts at or after
// a byte.
func firstFrom(xs []pacta.Annotation, at int) int {
	lo, hi := 0, len(xs)
	for lo < hi {
		if mid := (lo + hi) / 2; xs[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// inOrder orders names by where they stand and drops what stands twice.
func inOrder(xs []Claim) []Claim {
	order := func(a, b Claim) int {
		return cmp.Or(compareSources(a.Sources[0], b.Sources[0]), strings.Compare(string(a.Value), string(b.Value)))
	}
	for i := 1; i < len(xs); i++ {
		if order(xs[i-1], xs[i]) >= 0 { // a document shares xs
			xs = slices.SortedFunc(slices.Values(xs), order)
			xs = slices.CompactFunc(xs, func(a, b Claim) bool { return order(a, b) == 0 })
			break
		}
	}
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
// X-SOMALILAND) and not an identity within one document.
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

package reason

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"pacta"
	"pacta/edtf"
	"pacta/resolve"
)

// A passage is a sentence that some object stands on, with the states and
// organisations that it names.
type passage struct {
	resolve.Source
	object string // ID of the statement, event or claim
	by     string // who says it, "" for the document itself
	names  []resolve.Claim
	date   string
}

// names returns what a document names, gathered from all objects.
func (w *world) gatherNames() {
	w.names = map[string][]resolve.Claim{}
	add := func(cs []resolve.Claim) {
		for _, c := range cs {
			d := c.Sources[0].Document
			w.names[d] = append(w.names[d], c)
		}
	}
	for i := range w.Statements {
		add(w.Statements[i].Named)
	}
	for i := range w.Commitments {
		add(w.Commitments[i].Named)
	}
	for i := range w.Events {
		add(w.Events[i].Named)
	}
	for d, cs := range w.names {
		slices.SortFunc(cs, compareNames)
		w.names[d] = slices.CompactFunc(cs, func(a, b resolve.Claim) bool { return compareNames(a, b) == 0 })
	}
}

func compareNames(a, b resolve.Claim) int {
	return cmp.Or(a.Sources[0].Span.Compare(b.Sources[0].Span), strings.Compare(string(a.Value), string(b.Value)))
}

// within returns the names in s, in text order.
func (w *world) within(s resolve.Source) []resolve.Claim {
	xs := w.names[s.Document]
	lo, _ := slices.BinarySearchFunc(xs, s.Start, func(c resolve.Claim, at int) int { return c.Sources[0].Start - at })
	hi := lo
	for hi < len(xs) && xs[hi].Sources[0].Start < s.End {
		hi++
	}
	return xs[lo:hi]
}

// gatherPassages collects the sentences of statements, events and claims, each
// place once.
func (w *world) gatherPassages() {
	seen := map[resolve.Source]bool{}
	add := func(object, by, date string, sources []resolve.Source) {
		for _, s := range sources {
			for _, x := range sentences(s) {
				if seen[x] {
					continue
				}
				seen[x] = true
				if names := w.within(x); len(names) > 0 {
					w.passages = append(w.passages, passage{x, object, by, names, date})
				}
			}
		}
	}
	for i := range w.Statements {
		s := &w.Statements[i]
		add(s.ID, string(cmp.Or(s.Speaker, s.SpeakerName)), string(s.Date), s.Sources)
		add(s.ID, string(cmp.Or(s.Speaker, s.SpeakerName)), string(s.Date), s.Content)
	}
	for i := range w.Events {
		if e := &w.Events[i]; happened(e.Factuality) {
			add(e.ID, "", string(e.Date), e.Sources)
		}
	}
	for i := range w.Fulfilments {
		f := &w.Fulfilments[i]
		add(f.ID, string(f.By), string(f.Date), f.Sources)
	}
	slices.SortStableFunc(w.passages, func(a, b passage) int {
		return cmp.Or(strings.Compare(a.Document, b.Document), a.Span.Compare(b.Span), strings.Compare(a.object, b.object))
	})
	w.naming = map[string][]int{}
	for i := range w.passages {
		for _, n := range w.passages[i].names {
			k := string(n.Value)
			if at := w.naming[k]; len(at) == 0 || at[len(at)-1] != i {
				w.naming[k] = append(at, i)
			}
		}
	}
}

// about returns the passages that name both x and y, in order.
func (w *world) about(x, y string) []*passage {
	a, b := w.naming[x], w.naming[y]
	if len(b) < len(a) {
		a, b = b, a
	}
	var out []*passage
	for _, i := range a {
		if _, ok := slices.BinarySearch(b, i); ok {
			out = append(out, &w.passages[i])
		}
	}
	return out
}

func happened(factuality string) bool {
	return factuality == "" || factuality == "done" || factuality == "ongoing"
}

// sentences cuts a source into its sentences, so that a finding never rests on
// a whole page.
func sentences(s resolve.Source) []resolve.Source {
	var out []resolve.Source
	q, start := s.Quote, 0
	cut := func(end int) {
		for start < end && (q[start] == ' ' || q[start] == '\n') {
			start++
		}
		if end > start {
			out = append(out, part(s, pacta.Span{Start: start, End: end}))
		}
		start = end
	}
	for i := 0; i+2 < len(q); i++ {
		switch {
		case q[i] == '\n' && q[i+1] == '\n':
			cut(i)
		case (q[i] == '.' || q[i] == '!' || q[i] == '?') && (q[i+1] == ' ' || q[i+1] == '\n') && unicode.IsUpper(rune(q[i+2])) && i > 2 && !unicode.IsUpper(rune(q[i-1])):
			cut(i + 1)
		}
	}
	cut(len(q))
	return out
}

// part returns the words of s that span, in bytes of its quote, covers.
func part(s resolve.Source, span pacta.Span) resolve.Source {
	return resolve.Source{Document: s.Document, Span: pacta.Span{Start: s.Start + span.Start, End: s.Start + span.End}, Quote: span.Of(s.Quote)}
}

// at returns the token of ts, the words of p, at which the first name of code
// begins, -1 if p does not name it.
func (p *passage) at(ts []token, code string) int {
	for _, n := range p.names {
		if string(n.Value) != code {
			continue
		}
		for i, t := range ts {
			if t.Start+p.Start >= n.Sources[0].Start {
				return i
			}
		}
	}
	return -1
}

// earliest returns the first day of the earliest of dates.
func earliest(cs []resolve.Claim) (edtf.Day, bool) {
	first, ok := edtf.Latest, false
	for _, c := range cs {
		if d, err := edtf.Parse(string(c.Value)); err == nil && (!ok || d.First < first) {
			first, ok = d.First, true
		}
	}
	return first, ok
}

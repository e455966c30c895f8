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

func compareNames(a, b resolve.Claim) int {
	return cmp.Or(a.Sources[0].Span.Compare(b.Sources[0].Span), strings.Compare(string(a.Value), string(b.Value)))
}

// A sheet is a document on its way into findings.
type sheet struct {
	*world
	*resolve.Page
	passages []passage
}

// within returns the names in s, in text order.
func (p *sheet) within(s resolve.Source) []resolve.Claim {
	lo, _ := slices.BinarySearchFunc(p.Names, s.Start, func(c resolve.Claim, at int) int { return c.Sources[0].Start - at })
	hi := lo
	for hi < len(p.Names) && p.Names[hi].Sources[0].Start < s.End {
		hi++
	}
	return p.Names[lo:hi]
}

// gatherPassages collects the sentences of statements, events and claims, each
// place once.
func (p *sheet) gatherPassages() {
	seen := map[pacta.Span]bool{}
	add := func(object, by, date string, sources ...resolve.Source) {
		for _, s := range sources {
			for _, x := range sentences(s) {
				if seen[x.Span] {
					continue
				}
				seen[x.Span] = true
				if names := p.within(x); len(names) > 0 {
					p.passages = append(p.passages, passage{x, object, by, names, date})
				}
			}
		}
	}
	for i := range p.Statements {
		s := &p.Statements[i]
		add(s.ID, string(cmp.Or(s.Speaker, s.SpeakerName)), string(s.Date), s.Sources...)
		add(s.ID, string(cmp.Or(s.Speaker, s.SpeakerName)), string(s.Date), s.Content...)
	}
	for _, e := range p.Events {
		add(e.Event, "", string(e.Date), e.Source)
	}
	for i := range p.Fulfilments {
		f := &p.Fulfilments[i]
		add(f.ID, string(f.By), string(f.Date), f.Sources...)
	}
	slices.SortStableFunc(p.passages, func(a, b passage) int { return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.object, b.object)) })
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

package fulfilment

import (
	"strings"

	"pacta"
)

// source returns who makes the claim at token i.
func (f *finder) source(c *claim) []pacta.Arg {
	if c.accuser[0] < c.accuser[1] {
		s := f.Span(c.accuser[0], c.accuser[1])
		out := f.Codes(s)
		if len(out) == 0 {
			return []pacta.Arg{{Role: "source", Span: s, Value: s.Of(f.a.Doc.Text)}}
		}
		for i := range out {
			out[i].Role = "source"
			if out[i].IsZero() || len(out) == 1 {
				out[i].Span = s
			}
		}
		return out
	}
	if from, to := f.said(c.cue[0]); from < to {
		return f.sourceArgs(from, to)
	}
	sp := f.SpeakerAt(f.s.Tokens[c.cue[0]].Start)
	if !sp.Source.IsZero() {
		v := sp.Source.Value
		if v == "" {
			v = sp.Source.Quote
		}
		out := []pacta.Arg{{Role: "source", Span: sp.Source.Span, Value: v}}
		if sp.Date.Value != "" {
			out = append(out, pacta.Arg{Role: "date", Span: sp.Date.Span, Value: sp.Date.Value})
		}
		return out
	}
	if from, to := f.attribution(c); from < to {
		return f.sourceArgs(from, to)
	}
	out := []pacta.Arg{{Role: "source", Value: f.outlet()}}
	if p := f.a.Doc.Published.Value; p != "" {
		out = append(out, pacta.Arg{Role: "date", Value: p})
	}
	return out
}

// outlet names whose own words the document holds.
func (f *finder) outlet() string {
	for _, v := range [...]string{f.a.Doc.Outlet.Value, f.a.Doc.Author.Value} {
		if v != "" {
			return v
		}
	}
	return "this report"
}

// emit adds the annotation of c.
func (f *finder) emit(c *claim) {
	from := min(c.from, c.cue[0])
	to := max(c.cue[1], c.object[1], c.party[1])
	f.last = max(c.cue[1], c.object[1])
	x := pacta.Annotation{Kind: pacta.Fulfilment, Type: c.typ, Span: f.Span(from, to), Why: f.word[c.cue[0]]}
	x.Args = append(x.Args, f.partyArgs(c)...)
	x.Args = append(x.Args, pacta.Arg{Role: "cue", Span: f.Span(c.cue[0], c.cue[1])})
	x.Args = append(x.Args, f.instrument(c)...)
	if c.object[0] < c.object[1] {
		x.Args = append(x.Args, pacta.Arg{Role: "commitment", Span: f.Span(c.object[0], c.object[1])})
	}
	x.Args = append(x.Args, f.source(c)...)
	f.a.Add(x)
}

func (f *finder) partyArgs(c *claim) []pacta.Arg {
	if c.party[0] >= c.party[1] {
		return nil
	}
	s := f.Span(c.party[0], c.party[1])
	out := f.Codes(s)
	if len(out) == 0 {
		return []pacta.Arg{{Role: "party", Span: s, Value: f.self(c)}}
	}
	for i := range out {
		out[i].Role = "party"
		if out[i].IsZero() || len(out) == 1 {
			out[i].Span = s
		}
	}
	return out
}

// self returns for whom a pronoun stands that means the state that speaks:
// "Marland said it had suspended", "" for none.
func (f *finder) self(c *claim) string {
	if c.party[1]-c.party[0] != 1 || !f.is(c.party[0], "it", "they", "we") || !f.IsOwn(c.party[0], c.party[1]) {
		return ""
	}
	src := f.SpeakerAt(f.s.Tokens[c.party[0]].Start).Source
	for _, x := range f.Codes(src.Span) {
		return x.Value
	}
	return ""
}

// instrument returns the instrument and provision that the claim is about: in
// its object, in its sentence, or the one spoken of last.
func (f *finder) instrument(c *claim) []pacta.Arg {
	var out []pacta.Arg
	sentence := pacta.Span{Start: f.s.Start, End: f.s.End}
	for _, s := range [...]pacta.Span{f.Span(c.object[0], max(c.object[0], c.object[1])), sentence} {
		for _, m := range f.a.Within(pacta.Mention, s) {
			if m.Type == "instrument" && len(out) == 0 {
				out = append(out, pacta.Arg{Role: "instrument", Span: m.Span, Value: m.Value})
			}
		}
	}
	if len(out) == 0 && c.typ != "promised" && !strings.Contains(f.Span(c.object[0], max(c.object[0], c.object[1])).Of(f.a.Doc.Text), "obligations") {
		for _, m := range f.a.Of(pacta.Mention) {
			if m.Start >= f.s.Start {
				break
			}
			if m.Type == "instrument" {
				out = append(out[:0], pacta.Arg{Role: "instrument", Value: m.Value})
			}
		}
	}
	for _, x := range f.a.Within(pacta.Citation, sentence) {
		if x.Type == "provision" {
			return append(out, pacta.Arg{Role: "provision", Span: x.Span, Value: x.Value})
		}
	}
	return out
}

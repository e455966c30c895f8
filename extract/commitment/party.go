package commitment

import "pacta"

// codes returns who a noun phrase names, as arguments with a value each and
// the span of the name where the phrase holds it. "The Parties" are those of
// the instrument.
func (vs *voices) codes(span pacta.Span) []pacta.Arg {
	var out []pacta.Arg
	for _, x := range vs.actors.Actors(span) {
		if x.Code == "" || has(out, x.Code) {
			continue
		}
		p := pacta.Arg{Value: x.Code}
		if span.Contains(x.Span) {
			p.Span = x.Span
		}
		out = append(out, p)
	}
	return out
}

func has(args []pacta.Arg, value string) bool {
	for _, a := range args {
		if a.Value == value {
			return true
		}
	}
	return false
}

// codes returns the values of who the tokens of r name.
func (s *scan) codes(r run) []string {
	var out []string
	if s.vs == nil {
		return nil
	}
	for _, p := range s.vs.codes(s.span(r)) {
		out = append(out, p.Value)
	}
	return out
}

// instrumentOf returns the identity of the instrument that holds what stands
// in span: the one that speaks, the one that the sentence names, or the one
// spoken of last.
func (f *finder) instrumentOf(v *voice, span pacta.Span) string {
	if v.instrument != "" {
		return v.instrument
	}
	if v.kind == "person" && v.layer != "reading" {
		return ""
	}
	ms := f.a.Of(pacta.Mention)
	last := ""
	for i := range ms {
		if ms[i].Type != "instrument" {
			continue
		}
		if f.a.Doc.Genre == pacta.GenreTreaty {
			return ms[i].Value
		}
		if ms[i].Start >= span.End {
			break
		}
		if ms[i].ValueOf("status") != "generic" {
			last = ms[i].Value
		}
		if ms[i].Start >= span.Start {
			return ms[i].Value
		}
	}
	return last
}

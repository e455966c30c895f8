package commitment

import (
	"strings"

	"pacta"
)

// codes returns who a noun phrase names, as arguments with a value each and
// the span of the name where the phrase holds it.
func (vs *voices) codes(span pacta.Span) []pacta.Arg {
	var out []pacta.Arg
	for _, m := range vs.a.Within(pacta.Mention, span) {
		if (m.Type == "state" || m.Type == "organization") && m.Value != "" && span.Contains(m.Span) && !has(out, m.Value) {
			out = append(out, pacta.Arg{Span: m.Span, Value: m.Value})
		}
	}
	if len(out) > 0 || !isGeneric(span.Of(vs.a.Doc.Text)) {
		return out
	}
	for _, code := range vs.partiesBefore(span) {
		out = append(out, pacta.Arg{Value: code})
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

var generic = []string{"part", "side", "countries", "states", "both", "they", "signator", "presidents", "leaders", "neither", "capitals", "governments", "two"}

// isGeneric reports whether words stand for the parties of an instrument
// without naming them.
func isGeneric(words string) bool {
	w := strings.ToLower(words)
	for _, g := range generic {
		if strings.Contains(w, g) {
			return true
		}
	}
	return false
}

// partiesBefore returns the parties of the last instrument mentioned up to the
// end of span that has any, or else of the first after it.
func (vs *voices) partiesBefore(span pacta.Span) []string {
	var best []string
	for i := range vs.a.Of(pacta.Mention) {
		m := &vs.a.Of(pacta.Mention)[i]
		if m.Type != "instrument" {
			continue
		}
		p := m.Values("party")
		if m.Start > span.End && best != nil {
			break
		}
		if len(p) > 1 {
			best = p
			if m.Start > span.End || vs.a.Doc.Genre == pacta.GenreTreaty {
				break
			}
		}
	}
	return best
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

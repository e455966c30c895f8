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

// instrumentOf returns the identity of the instrument that holds a clause: the
// one that speaks, the one that is its subject, the one that the sentence
// names, or the one spoken of last. An assurance or demand has none.
func (f *finder) instrumentOf(sc *scan, c *clause, span pacta.Span) string {
	if c.modality == "assurance" || c.modality == "demand" {
		return ""
	}
	if f.a.Doc.Genre == pacta.GenreTreaty {
		return f.ownInstrument()
	}
	if id := f.instrumentIn(c.voice.source.Span); id != "" && c.voice.isDocument() {
		return id
	}
	if id := f.instrumentIn(sc.span(run{0, c.verb})); id != "" {
		return id
	}
	if c.voice.layer == "reading" {
		if id := f.instrumentIn(pacta.Span{Start: sc.s.Start, End: sc.s.End}); id != "" {
			return id
		}
	}
	last := ""
	for _, m := range f.a.Of(pacta.Mention) {
		if m.Start >= span.Start && last != "" {
			break
		}
		if m.Type == "instrument" && m.ValueOf("status") != "generic" {
			if last = m.Value; m.Start >= span.Start {
				break
			}
		}
	}
	return last
}

// ownInstrument returns the identity of the instrument whose text the document
// is.
func (f *finder) ownInstrument() string {
	for _, m := range f.a.Of(pacta.Mention) {
		if m.Type == "instrument" {
			return m.Value
		}
	}
	return ""
}

func (f *finder) instrumentIn(s pacta.Span) string {
	for _, m := range f.a.Within(pacta.Mention, s) {
		if m.Type == "instrument" {
			return m.Value
		}
	}
	return ""
}

// citedProvision returns the number of the provision that a report names for a
// clause: "Under Article 4", "the first paragraph states".
func (f *finder) citedProvision(sc *scan, c *clause) string {
	for _, s := range [...]pacta.Span{c.voice.source.Span, sc.span(run{0, c.verb})} {
		for _, x := range f.a.Within(pacta.Citation, s) {
			if x.Type == "provision" {
				return x.Value
			}
		}
	}
	return ""
}

// partiesOf returns the parties of an instrument: as the document gives them,
// or as the gazetteer does.
func (vs *voices) partiesOf(id string) []string {
	if id == "" {
		return nil
	}
	for _, m := range vs.a.Of(pacta.Mention) {
		if m.Type == "instrument" && m.Value == id {
			if p := m.Values("party"); len(p) > 1 {
				return p
			}
		}
	}
	if e := vs.a.Names.ByID(id); e != nil {
		return e.Parties
	}
	return nil
}

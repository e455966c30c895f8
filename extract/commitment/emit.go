package commitment

import (
	"slices"
	"strings"

	"pacta"
)

// emit adds the commitments that sc found, one for each action.
func (f *finder) emit(sc *scan) {
	for i := range sc.found {
		c := &sc.found[i]
		for k := range c.actions {
			if f.isTold(sc.span(c.actions[k].run)) {
				continue
			}
			f.a.Add(f.annotation(sc, c, k))
		}
	}
	sc.found = nil
}

// isTold notes an action, and reports whether it was told before.
func (f *finder) isTold(action pacta.Span) bool {
	for _, s := range f.told {
		if s == action {
			return true
		}
	}
	f.told = append(f.told, action)
	return false
}

// annotation returns the annotation of the k-th action of c.
func (f *finder) annotation(sc *scan, c *clause, k int) pacta.Annotation {
	action := c.actions[k].run
	c.modality = c.actions[k].modality
	x := pacta.Annotation{Kind: pacta.Commitment, Type: c.modality, Span: f.clauseSpan(sc, c, k), Why: c.why}
	areas := f.areas(sc, c, action)
	x.Value = areas[0]
	x.Args = append(x.Args, f.partyArgs(sc, c)...)
	for _, r := range c.cues {
		x.Args = append(x.Args, pacta.Arg{Role: "cue", Span: sc.span(r)})
	}
	if !c.outer.cue.IsZero() {
		x.Args = append(x.Args, pacta.Arg{Role: "cue", Span: c.outer.cue})
	}
	said := action
	if k == 0 && c.denial > 0 && c.denial < action.from && (c.modality == "assurance" || c.modality == "demand") {
		said.from = c.denial // no modality says that it is not to be
	}
	told := sc.span(said)
	if last := min(said.to, sc.len()-1); k == len(c.actions)-1 && (sc.is(last, ":") || said.to >= sc.len()-1 && !sc.isPunct(sc.len()-1) && f.opensList()) {
		told.End = f.listEnd(sc.s.Tokens[last].End, told.End)
		x.End = max(x.End, told.End)
	}
	x.Args = append(x.Args, pacta.Arg{Role: "action", Span: told})
	x.Args = append(x.Args, f.beneficiary(sc, c, action)...)
	for _, r := range c.roles {
		if s := sc.span(r.run); !s.IsZero() {
			x.Args = append(x.Args, pacta.Arg{Role: r.name, Span: s, Value: f.timeValue(r.name, s)})
		}
	}
	for _, a := range areas[1:] {
		x.Args = append(x.Args, pacta.Arg{Role: "area", Value: a})
	}
	x.Args = append(x.Args, f.origin(sc, c, x.Span)...)
	return x
}

// listEnd returns where the list ends that a colon at the end of an
// instrument's sentence opens, whose items stand in the sentences after it;
// otherwise where the action ends.
func (f *finder) listEnd(colon, end int) int {
	const longest = 1500 // bytes
	if f.a.Doc.Genre != pacta.GenreTreaty || f.next == 0 || colon < f.a.Sentences[f.next-1].End-1 {
		return end
	}
	v := newView(f.a.Doc.Text)
	for i := f.next; i < len(f.a.Sentences); i++ {
		s := &f.a.Sentences[i]
		if len(s.Tokens) == 0 || s.End-colon > longest {
			break
		}
		v.load(s)
		if v.enumerator(0, v.len()) == 0 || f.outside(s.Start) {
			break
		}
		last := len(s.Tokens) - 1
		if v.isPunct(last) && last > 0 {
			last--
		}
		end = s.Tokens[last].End
	}
	return end
}

// clauseSpan returns the words that say the k-th action: the whole clause for
// a single one.
func (f *finder) clauseSpan(sc *scan, c *clause, k int) pacta.Span {
	from := min(c.from, c.verb)
	if len(c.cues) > 0 {
		from = min(from, c.cues[0].from)
	}
	s := sc.span(sc.trim(run{from, c.end}))
	if s.Len() == 0 {
		return sc.span(c.actions[k].run)
	}
	return s
}

// areas returns the subject areas of an action, "cooperation" where no word
// speaks for any.
func (f *finder) areas(sc *scan, c *clause, action run) []string {
	words := sc.word[action.from:action.to]
	if alliance := sc.alliance(c, action); alliance != "" {
		out := []string{alliance}
		for _, a := range f.worded(words) {
			if a != alliance && len(out) < 4 {
				out = append(out, a)
			}
		}
		return out
	}
	out := f.worded(words)
	if len(out) == 0 {
		out = f.worded(sc.word[min(c.from, action.from):max(c.end, action.to)])
	}
	if len(out) == 0 {
		return []string{"cooperation"}
	}
	return out
}

// worded returns the areas that words speak for. In the words of an instrument
// single words do not make an alliance: its five areas are left to alliance.
func (f *finder) worded(words []string) []string {
	out := areasOf(words)
	if f.a.Doc.Genre != pacta.GenreTreaty {
		return out
	}
	return slices.DeleteFunc(out, func(a string) bool { return slices.Contains(military, a) })
}

// military are the five areas of ATOP.
var military = []string{"defence", "offence", "neutrality", "non-aggression", "consultation"}

// partyArgs returns who is to act, one argument for each code.
func (f *finder) partyArgs(sc *scan, c *clause) []pacta.Arg {
	span := c.outer.party
	if span.IsZero() {
		span = sc.span(c.party)
	}
	if span.IsZero() {
		return f.unnamed(sc, c)
	}
	codes := f.codesOf(sc, c, span)
	if at := sc.antecedent(c); len(codes) == 0 && !at.empty() {
		codes = f.codesOf(sc, c, sc.span(at))
		for i := range codes {
			codes[i].Span = span
		}
	}
	if len(codes) == 0 && c.modality == "assurance" && sc.isSelf(c.party) {
		for _, p := range c.voice.states {
			codes = append(codes, pacta.Arg{Value: p})
		}
	}
	if len(codes) == 0 {
		return []pacta.Arg{{Role: "party", Span: span}}
	}
	var out []pacta.Arg
	for _, p := range codes {
		if p.IsZero() || len(codes) == 1 && span.Contains(p.Span) {
			p.Span = span
		}
		out = append(out, pacta.Arg{Role: "party", Span: p.Span, Value: p.Value})
	}
	return out
}

// codesOf returns whom a party phrase stands for: "the sides" in the words of
// an instrument are its parties, "they" are those spoken of last.
func (f *finder) codesOf(sc *scan, c *clause, span pacta.Span) []pacta.Arg {
	words := strings.ToLower(span.Of(f.a.Doc.Text))
	if c.voice.isDocument() && isParties(words) {
		var out []pacta.Arg
		for _, p := range f.vs.partiesOf(f.instrumentOf(sc, c, span)) {
			out = append(out, pacta.Arg{Value: p})
		}
		if len(out) > 0 && len(out) <= 40 {
			return out
		}
		if words != "they" && !strings.HasPrefix(words, "both") {
			return nil
		}
	}
	codes := f.vs.codes(span)
	if len(codes) == 0 && (words == "they" || words == "both" || words == "both sides") {
		for _, p := range f.parties {
			codes = append(codes, pacta.Arg{Value: p})
		}
	}
	if len(codes) > 1 {
		f.parties = f.parties[:0]
		for _, p := range codes {
			f.parties = append(f.parties, p.Value)
		}
	}
	return codes
}

var (
	partyWords  = set("party", "parties", "side", "sides", "signatory", "signatories")
	partyLeads  = set("the", "a", "any", "each", "every", "either", "neither", "both", "no", "one", "all", "of", "two", "three", "high", "contracting", "them")
	partyProses = set("they", "either of them", "neither of them", "each of them", "both of them", "both")
)

// isParties reports whether words mean the parties of the instrument: "either
// of the Contracting Parties".
func isParties(words string) bool {
	if partyProses[words] {
		return true
	}
	w := strings.Fields(words)
	for i := range w {
		if i == len(w)-1 {
			return partyWords[w[i]]
		}
		if !partyLeads[w[i]] {
			return false
		}
	}
	return false
}

// unnamed returns the parties of the instrument for a clause that names nobody
// who is to act: what it lays down, all of them owe. Open treaties with many
// parties are left alone.
func (f *finder) unnamed(sc *scan, c *clause) []pacta.Arg {
	if c.modality == "assurance" || c.modality == "demand" {
		return nil
	}
	var out []pacta.Arg
	parties := f.vs.partiesOf(f.instrumentOf(sc, c, sc.span(run{min(c.from, c.verb), c.end})))
	if len(parties) > 40 {
		return nil
	}
	var served []string // nobody owes himself
	if r := sc.served(run{min(c.from, c.verb), c.end}); !r.empty() && len(parties) == 2 {
		served = sc.codes(r)
	}
	for _, p := range parties {
		if len(served) != 1 || served[0] != p {
			out = append(out, pacta.Arg{Role: "party", Value: p})
		}
	}
	return out
}

// beneficiary returns to whom the action is owed, where it says so.
func (f *finder) beneficiary(sc *scan, c *clause, action run) []pacta.Arg {
	if r := sc.served(action); !r.empty() {
		out := f.vs.codes(sc.span(r))
		for i := range out {
			out[i].Role, out[i].Span = "beneficiary", sc.span(r)
		}
		if len(out) > 0 {
			return out
		}
		return []pacta.Arg{{Role: "beneficiary", Span: sc.span(r)}}
	}
	for k := action.from; k < action.to; k++ {
		switch {
		case sc.is(k, "each", "one") && sc.is(k+1, "other", "another"):
			n := k + 2
			return []pacta.Arg{{Role: "beneficiary", Span: sc.span(run{k, n})}}
		case sc.is(k, "other", "latter", "attacked") && sc.is(k-1, "the", "one", "party"):
			n := k + 1
			for n < action.to && sc.isNoun(n) {
				n++
			}
			return []pacta.Arg{{Role: "beneficiary", Span: sc.span(run{k - 1, n})}}
		}
	}
	return nil
}

// served returns whom something is for: "for the unrestricted use of Marland",
// "open to the ships of Ostia".
func (s *scan) served(r run) run {
	for k := r.from; k+2 < r.to; k++ {
		if !(s.is(k, "use", "benefit", "enjoyment", "disposal") && s.is(k+1, "of") || s.is(k, "available", "open") && s.is(k+1, "to")) {
			continue
		}
		if p := s.nounPhraseAt(k+2, r.to); s.isAgent(p) {
			return s.trim(p)
		}
	}
	return run{}
}

// timeValue returns the value of the temporal expression in a deadline or
// duration.
func (f *finder) timeValue(role string, s pacta.Span) string {
	if role != "deadline" && role != "duration" {
		return ""
	}
	for _, t := range f.a.Within(pacta.Time, s) {
		return t.Value
	}
	return ""
}

// origin returns where a commitment stands and whose words it is.
func (f *finder) origin(sc *scan, c *clause, span pacta.Span) []pacta.Arg {
	layer := c.voice.layer
	switch c.modality {
	case "assurance", "demand":
		layer = c.modality
	}
	var out []pacta.Arg
	if id := f.instrumentOf(sc, c, span); id != "" {
		out = append(out, pacta.Arg{Role: "instrument", Value: id})
	}
	if f.a.Doc.Genre == pacta.GenreTreaty {
		if n := f.places.Number(span.Start); n != "" {
			out = append(out, pacta.Arg{Role: "provision", Value: n})
		}
	} else if n := f.citedProvision(sc, c); n != "" {
		out = append(out, pacta.Arg{Role: "provision", Value: n})
	}
	out = append(out, pacta.Arg{Role: "layer", Value: layer})
	if layer == "text" || layer == "paraphrase" {
		return out
	}
	if !c.voice.source.IsZero() {
		out = append(out, pacta.Arg{Role: "by", Span: c.voice.source.Span, Value: c.voice.source.Value})
	}
	if c.voice.date.Value != "" {
		out = append(out, pacta.Arg{Role: "date", Span: c.voice.date.Span, Value: c.voice.date.Value})
	}
	return out
}

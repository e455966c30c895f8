package statement

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A speaker is who a source stands for.
type speaker struct {
	name, voice, office, affiliation string
	officeSpan, affilSpan            pacta.Span
}

// documentNouns speak for the text that they name.
var documentNouns = set(`agreement declaration treaty document text article paragraph clause communique communiqué resolution constitution preamble charter protocol
	memorandum accord pact convention provision point section annex law statement articles paragraphs provisions clauses points accords`)

// speaker resolves the source of x in the document.
func (d *document) speaker(x *attribution) speaker {
	switch {
	case x.outlet:
		return speaker{name: d.Doc.Outlet.Value, voice: "outlet"}
	case x.impersonal:
		return d.textBefore(x)
	case x.source.IsZero():
		return speaker{}
	}
	words := strings.ToLower(x.source.Of(d.text))
	switch words {
	case "i", "we", "me", "us", "my", "our", "myself", "i'm", "mine":
		return d.quoter(x)
	case "it", "its", "which", "that", "who", "whom":
		return d.antecedent(x, words)
	}
	if head := d.headWord(x.source); documentNouns[head] {
		return speaker{name: plainName(x.source.Of(d.text)), voice: "document"}
	}
	a, ok := d.actors.At(x.source)
	if !ok {
		if set := d.actors.Codes(x.source); len(set) > 0 {
			return speaker{name: strings.Join(set, " "), voice: "state"}
		}
		return speaker{name: plainName(x.source.Of(d.text)), voice: d.unknownVoice(x)}
	}
	s := speaker{office: a.Office, affiliation: a.Code}
	switch a.Type {
	case "person", "office":
		s.name, s.voice = a.Name, "person"
	case "state":
		s.name, s.voice, s.affiliation = a.Code, "state", ""
		if set := d.actors.Codes(x.source); len(set) > 1 {
			s.name = strings.Join(set, " ")
		}
	case "place":
		return speaker{name: plainName(x.source.Of(d.text)), voice: "person"}
	default:
		s.name, s.voice = a.Name, "organization"
		if s.name == "" {
			s.name, s.affiliation = a.Code, ""
		}
	}
	if m := d.actors.Covering(a.Span.Start); m != nil && m.Span == a.Span {
		office, _ := m.Arg("office")
		affil, _ := m.Arg("affiliation")
		s.officeSpan, s.affilSpan = office.Span, affil.Span
		if s.affiliation == "" {
			s.affilSpan = pacta.Span{}
		}
	}
	return s
}

// unknownVoice guesses the voice of a source that no mention covers: a name that
// is nobody's is a body's.
func (d *document) unknownVoice(x *attribution) string {
	t := d.tree(x.sentence)
	if k := t.at(x.source.End) - 1; k >= 0 && k < len(t.Tokens) && t.Tokens[k].UPOS == language.PROPN {
		return "organization"
	}
	return "person"
}

// textBefore returns the text that "it is emphasised that" goes on reading: that
// of the document which spoke a few sentences before.
func (d *document) textBefore(x *attribution) speaker {
	for i := len(d.found) - 1; i >= 0; i-- {
		y := &d.found[i]
		if y.sentence >= x.sentence || y.source.IsZero() {
			continue
		}
		if x.sentence-y.sentence > 4 {
			break
		}
		if documentNouns[d.headWord(y.source)] {
			s := d.speaker(y)
			return speaker{name: s.name, voice: s.voice}
		}
	}
	return speaker{}
}

// plainName is a source as a name: without article and on one line.
func plainName(s string) string {
	switch strings.ToLower(s) {
	case "he", "she", "they", "their", "his", "her", "some", "many", "others", "it", "you", "who", "one", "them", "everyone", "people", "those":
		return ""
	}
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.Join(strings.Fields(s), " ")
}

// headWord returns the last word of the phrase before its first preposition, folded.
func (d *document) headWord(s pacta.Span) string {
	head := ""
	for w := range strings.FieldsSeq(strings.ToLower(s.Of(d.text))) {
		if w == "of" || w == "on" || w == "between" || w == "for" || w == "from" || w == "in" || w == "signed" || w == "with" || w == "by" {
			break
		}
		if len(w) > 0 && w[0] >= '0' && w[0] <= '9' && head != "" || w == "and" {
			continue
		}
		head = strings.Trim(w, ",.;:()")
	}
	return head
}

// quoter returns who "I" is: the speaker of the quotation that x stands in.
func (d *document) quoter(x *attribution) speaker {
	best := -1
	for i := range d.found {
		y := &d.found[i]
		if y == x || y.source.IsZero() {
			continue
		}
		for _, c := range y.content {
			if c.Contains(x.source) && (best < 0 || y.span().Len() < d.found[best].span().Len()) && !sameWords(d.text, y.source, x.source) {
				best = i
			}
		}
	}
	if best < 0 {
		return speaker{voice: "person"}
	}
	s := d.speaker(&d.found[best])
	s.officeSpan, s.affilSpan = pacta.Span{}, pacta.Span{}
	return s
}

func sameWords(text string, a, b pacta.Span) bool {
	return strings.EqualFold(a.Of(text), b.Of(text)) || isFirstPerson(a.Of(text))
}

func isFirstPerson(s string) bool {
	switch strings.ToLower(s) {
	case "i", "we", "me", "us":
		return true
	}
	return false
}

// relativeHead returns the phrase that the relative clause of the cue belongs to:
// "a report which says".
func (d *document) relativeHead(x *attribution) pacta.Span {
	t := d.tree(x.sentence)
	if x.verb < 0 || t.Tokens[x.verb].Rel != language.AclRelcl {
		return pacta.Span{}
	}
	h, who := t.Tokens[x.verb].Head, t.at(x.source.Start)
	if h < 0 || who <= h {
		return pacta.Span{}
	}
	return t.span(t.first[h], who)
}

// antecedent resolves "it", "who", "which" to the nearest body, state or person before.
func (d *document) antecedent(x *attribution, word string) speaker {
	if s := d.relativeHead(x); word != "it" && !s.IsZero() {
		y := *x
		y.source = s
		return d.speaker(&y)
	}
	sent := d.sents[x.sentence]
	from := sent.Start
	if word == "it" && x.sentence > 0 {
		from = d.sents[x.sentence-1].Start
	}
	ms := d.actors.Within(pacta.Span{Start: from, End: x.source.Start})
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.End > x.source.Start {
			continue
		}
		if word == "it" && m.Type != "organization" && m.Type != "state" || m.Type == "place" || m.Type == "instrument" {
			continue
		}
		if a, ok := d.actors.At(m.Span); ok {
			y := *x
			y.source = a.Span
			if !isFirstPerson(a.Span.Of(d.text)) {
				s := d.speaker(&y)
				return s
			}
		}
	}
	return speaker{voice: "person"}
}

// relatives gives a relative pronoun's statements to the phrase that it stands
// for: "Oslo, which considers …" is said of Oslo.
func (d *document) relatives() {
	for i := range d.found {
		switch x := &d.found[i]; strings.ToLower(x.source.Of(d.text)) {
		case "which", "that":
			if s := d.relativeHead(x); !s.IsZero() {
				x.source = s
			}
		}
	}
}

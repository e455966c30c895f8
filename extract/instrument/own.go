package instrument

import (
	"strings"

	"pacta"
)

// ownText makes the instrument whose text the document is: named by its title, with
// the parties that title, preamble or signatures name, and date and place of
// its conclusion.
func (r *reader) ownText() {
	provisions := r.a.Of(pacta.Provision)
	if r.a.Doc.Genre != pacta.GenreTreaty && len(provisions) == 0 {
		return
	}
	title := r.titleSpan(provisions)
	if title.Len() == 0 {
		return
	}
	p := &phrase{Span: title, typ: titleType(title.Of(r.text)), need: strong, capital: true, status: "signed", confidence: 1}
	p.parties = r.ownParties(title, provisions)
	if t, ok := r.testimonium(provisions); ok {
		p.date = dated{Span: t.date, value: t.value}
		p.place = t.place
	}
	r.clauses(p, provisions)
	e := &entity{ownText: true, status: "signed"}
	r.entities = append(r.entities, e)
	e.add(p, r.codes(p), strings.ToLower(p.place.Of(r.text)))
	r.phrases = append(r.phrases, p)
	r.title = title
}

// titleSpan returns the words of the title: the lines at the head that name a
// sort of instrument, else those that the reader found, else the first line
// before the first provision.
func (r *reader) titleSpan(provisions []pacta.Annotation) pacta.Span {
	if s := r.titleBlock(provisions); !s.IsZero() {
		return s
	}
	if s := r.a.Doc.Title.Span; !s.IsZero() && s.End <= len(r.text) {
		return s
	}
	end := len(r.text)
	for i := range provisions {
		if provisions[i].Start > 0 {
			end = provisions[i].Start
			break
		}
	}
	start := len(r.text[:end]) - len(strings.TrimLeft(r.text[:end], " \t\r\n\ufeff"))
	if n := strings.IndexByte(r.text[start:end], '\n'); n > 0 {
		end = start + n
	}
	if n := preambleIn(r.text[start:min(end, start+longestTitle)]); n > 0 {
		end = start + n
	}
	if end-start > longestTitle {
		end = start + longestTitle
		if n := strings.LastIndexByte(r.text[start:end], ' '); n > 0 {
			end = start + n
		}
	}
	return pacta.Span{Start: start, End: start + len(strings.TrimRight(r.text[start:end], " \t\r\n"))}
}

// longestTitle is in bytes; what is longer is the beginning of the text.
const longestTitle = 300

// titleType returns the first word of a title that says what sort of
// instrument it is.
func titleType(title string) string {
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '\n' || r == ',' || r == '-' }) {
		if k := lookup(w); k.is(isHead) && k.need != text {
			return k.typ
		}
	}
	return ""
}

// testimonium returns what the end of the instrument says of its conclusion;
// where that has no date, what any other place says.
func (r *reader) testimonium(provisions []pacta.Annotation) (testimonium, bool) {
	for i := range provisions {
		if provisions[i].Type != "signature" {
			continue
		}
		if t, ok := findTestimonium(r.text[:provisions[i].End], provisions[i].Start); ok {
			return t, true
		}
	}
	if t, ok := r.headDate(provisions); ok {
		return t, true
	}
	if t, ok := findTestimonium(r.text, max(0, len(r.text)-endSpace)); ok {
		return t, true
	}
	if t, ok := r.lastLine(); ok {
		return t, true
	}
	return r.opened()
}

// opened returns what an instrument says of its conclusion in its midst, where
// annexes follow: a formula that begins a sentence, else the first day on which
// it was open for signature, which is how such instruments are dated.
func (r *reader) opened() (testimonium, bool) {
	for at := 0; ; {
		n := strings.Index(r.text[at:], "Done ")
		if n < 0 {
			break
		}
		if at += n; at == 0 || r.text[at-1] == '\n' || strings.HasSuffix(r.text[:at], ". ") {
			if t, ok := findTestimonium(r.text[:min(len(r.text), at+testimoniumSpace)], at); ok {
				return t, true
			}
		}
		at += len("Done ")
	}
	for _, cue := range [...]string{"open for signature", "opened for signature"} {
		if at := strings.Index(r.text, cue); at >= 0 {
			end := at + len(cue)
			clause := r.text[:min(len(r.text), end+testimoniumSpace)]
			if n := strings.IndexAny(clause[end:], ".;"); n >= 0 {
				clause = clause[:end+n]
			}
			if t, ok := readTestimonium(clause, end); ok {
				return testimonium{date: t.date, value: t.value}, true
			}
		}
	}
	return testimonium{}, false
}

// lastLine returns the place and date in which the text ends: "Lakeside, 3 May
// 1990" on a line of its own.
func (r *reader) lastLine() (testimonium, bool) {
	end := len(strings.TrimRight(r.text, " \t\r\n."))
	start := strings.LastIndexByte(r.text[:end], '\n') + 1
	if end-start > 60 {
		return testimonium{}, false
	}
	t, ok := readTestimonium(r.text[:end], start)
	if !ok || t.date.End < end {
		return testimonium{}, false
	}
	if place, _, ok := strings.Cut(r.text[start:t.date.Start], ","); ok && !strings.ContainsAny(place, ".;:") {
		t.place = pacta.Span{Start: start, End: start + len(place)}
	}
	return t, true
}

// endSpace is how much of the end of a text is searched for the formula where
// nothing marks the signatures, in bytes.
const endSpace = 3000

// headDate returns the date that stands in brackets at the head of the text:
// "(Lakeside, 3 May 1990)".
func (r *reader) headDate(provisions []pacta.Annotation) (testimonium, bool) {
	head := r.preambleHead(pacta.Span{}, provisions)
	for _, x := range r.a.Within(pacta.Time, pacta.Span{Start: head.Start, End: min(head.End, 800)}) {
		if x.Type != "DATE" || len(x.Value) != 10 || x.Value[0] == 'X' {
			continue
		}
		line := r.text[strings.LastIndexAny(r.text[:x.Start], "(\n")+1 : x.End]
		after := strings.TrimLeft(r.text[x.End:], " ")
		if len(line) < 60 && strings.HasPrefix(after, ")") {
			return testimonium{date: x.Span, value: x.Value}, true
		}
	}
	return testimonium{}, false
}

// ownParties returns the parties that the instrument names: in its title, else
// at the head of its preamble, else where they sign. A title that names an
// organisation gives way to a preamble that lists its members.
func (r *reader) ownParties(title pacta.Span, provisions []pacta.Annotation) []party {
	inTitle, bodies := r.partiesIn(r.parted(title))
	if len(inTitle) > 1 && bodies == 0 {
		return inTitle
	}
	head, _ := r.partiesIn(r.preambleHead(title, provisions))
	if len(head) > 1 && len(head) >= len(inTitle) {
		return head
	}
	if len(inTitle) > 1 {
		return inTitle
	}
	var signing []party
	for i := range provisions {
		if provisions[i].Type == "signature" {
			signing = r.signing(provisions[i].Span)
			break
		}
	}
	if len(signing) > 1 {
		return signing
	}
	return inTitle
}

// parted returns that part of a title which names the parties: behind
// "between", up to "on" or "concerning".
func (r *reader) parted(title pacta.Span) pacta.Span {
	low := strings.ToLower(title.Of(r.text))
	if len(low) != title.Len() {
		return title
	}
	for _, w := range [...]string{" between ", " among "} {
		at := strings.Index(low, w)
		if at < 0 {
			continue
		}
		end := len(low)
		for _, stop := range [...]string{" on the ", " on ", " concerning ", " regarding ", " relating to ", " for the ", " for "} {
			if n := strings.Index(low[at+len(w):], stop); n >= 0 && at+len(w)+n < end {
				end = at + len(w) + n
			}
		}
		return pacta.Span{Start: title.Start + at, End: title.Start + end}
	}
	return title
}

// preambleHead returns what stands between the title and the first recital.
func (r *reader) preambleHead(title pacta.Span, provisions []pacta.Annotation) pacta.Span {
	end := min(len(r.text), title.End+3000)
	for i := range provisions {
		if x := &provisions[i]; x.Type != "preamble" && x.Start > title.Start {
			end = min(end, x.Start)
			break
		}
	}
	return pacta.Span{Start: title.Start, End: max(end, title.Start)}
}

// partiesIn returns the states and organisations named within s, and how many
// organisations are among them. Members named beside their organisation stand
// for it.
func (r *reader) partiesIn(s pacta.Span) (out []party, bodies int) {
	for _, x := range r.a.Within(pacta.Mention, s) {
		if x.Value == "" || x.End > s.End || r.ofNext(x.End) || r.helps(s.Start, x.Start) { // "the Kingdom of A" is A
			continue
		}
		switch x.Type {
		case "state":
			if !r.isCapital(x) { // the city where it was made
				out = addParty(out, x)
			}
		case "organization":
			if concludes(x.Value) {
				out = addParty(out, x)
			}
			bodies++
		}
	}
	return out, bodies
}

// ofNext reports whether the next word behind byte i is "of".
func (r *reader) ofNext(i int) bool {
	rest := strings.TrimLeft(r.text[i:min(len(r.text), i+8)], " \n\r")
	return len(rest) > 2 && strings.EqualFold(rest[:2], "of") && !isWordByte(rest[2])
}

// concludes reports whether an organisation is one that concludes treaties as
// states do.
func concludes(code string) bool {
	switch code {
	case "EU", "EC", "EEC", "EAEC", "ECSC":
		return true
	}
	return false
}

// signing returns the parties in "For the Government of A".
func (r *reader) signing(s pacta.Span) []party {
	var out []party
	for _, x := range r.a.Within(pacta.Mention, s) {
		if x.Type != "state" || x.Value == "" {
			continue
		}
		before := strings.ToLower(r.text[max(s.Start, x.Start-60):x.Start])
		if n := strings.LastIndex(before, "for "); n >= 0 && !strings.ContainsAny(before[n:], ".;:") {
			out = addParty(out, x)
		}
	}
	return out
}

package statement

import (
	"pacta"
	"pacta/language"
)

// emit adds an attribution as an annotation.
func (d *document) emit(x *attribution) {
	s := x.span()
	for _, c := range x.content {
		if c.Len() <= 0 {
			return
		}
	}
	if x.entry == nil {
		x.entry = &entry{kind: "says", stance: "neutral"}
	}
	who := d.speaker(x)
	a := pacta.Annotation{Kind: pacta.Statement, Type: d.form(x), Span: s, Value: d.stance(x, who.voice), Confidence: x.sure, Why: x.rule}
	add := func(role string, span pacta.Span, value string) {
		if !span.IsZero() || value != "" {
			a.Args = append(a.Args, pacta.Arg{Role: role, Span: span, Value: value})
		}
	}
	add("source", x.source, who.name)
	for _, c := range x.cue {
		add("cue", c, x.entry.kind)
	}
	for _, c := range x.content {
		add("content", c, "")
	}
	add("voice", pacta.Span{}, who.voice)
	add("office", who.officeSpan, who.office)
	add("affiliation", who.affilSpan, who.affiliation)
	add("addressee", d.addressee(x), "")
	for _, m := range d.about(x) {
		add("about", m.Span, m.Value)
	}
	if date := d.date(x, who.voice); date.Value != "" {
		a.Args = append(a.Args, date)
	}
	add("within", x.within, "")
	d.Add(a)
}

// form tells direct, indirect and mixed by how much of the content is quoted.
func (d *document) form(x *attribution) string {
	total, quoted := 0, 0
	for _, c := range x.content {
		total += c.Len()
		for q := d.quoteAt(c.Start); q < len(d.quotes); q++ {
			y := d.quotes[q]
			if y.Start >= c.End {
				break
			}
			if y.Parent == x.level || y.Parent < 0 && x.level < 0 {
				if n := min(y.End, c.End) - max(y.Start, c.Start); n > 0 {
					quoted += n
				}
			}
		}
	}
	switch {
	case 10*quoted >= 9*total:
		return "direct"
	case quoted > 0:
		return "mixed"
	}
	return "indirect"
}

// date returns when it was said: the time that the cue clause names, else the
// document's date. What a text says, and what somebody quotes, was said before.
func (d *document) date(x *attribution, voice string) pacta.Arg {
	sent := d.sents[x.sentence]
	for _, tm := range d.Within(pacta.Time, pacta.Span{Start: sent.Start, End: sent.End}) {
		if tm.Type != "DATE" && tm.Type != "TIME" || len(tm.Value) < 4 || tm.Value[0] < '0' || tm.Value[0] > '9' || inContent(x, tm.Span) || x.verb < 0 || !d.hangs(x, tm.Span) {
			continue
		}
		v := tm.Value
		if e := tm.ValueOf("edtf"); e != "" {
			v = e
		}
		return pacta.Arg{Role: "date", Span: tm.Span, Value: v}
	}
	if p := d.Doc.Published.Value; p != "" && x.within.IsZero() && voice != "document" {
		return pacta.Arg{Role: "date", Value: p}
	}
	return pacta.Arg{}
}

func inContent(x *attribution, s pacta.Span) bool {
	for _, c := range x.content {
		if c.Overlaps(s) {
			return true
		}
	}
	return false
}

// hangs reports whether the time at s depends on the cue of x.
func (d *document) hangs(x *attribution, s pacta.Span) bool {
	t := d.tree(x.sentence)
	i := t.at(s.Start)
	for steps := 0; i >= 0 && i < len(t.Tokens) && steps < 8; steps++ {
		if i == x.verb {
			return true
		}
		if t.is(i, language.AclRelcl, language.Ccomp) {
			return false
		}
		i = t.Tokens[i].Head
	}
	return false
}

// addressee returns to whom x is said: the object of "told", the phrase after "to".
func (d *document) addressee(x *attribution) pacta.Span {
	if !x.object.IsZero() || x.verb < 0 || x.entry.frames&tell == 0 && !x.direct {
		return x.object
	}
	t := d.tree(x.sentence)
	for c := t.child[x.verb]; c >= 0; c = t.next[c] {
		if c > x.verb && (t.is(c, language.Obj, language.Iobj) && x.entry.frames&tell != 0 || t.is(c, language.Obl) && t.caseOf(c) == "to") {
			s := t.sourceSpan(c, x.verb)
			if !inContent(x, s) && !s.Overlaps(x.source) {
				return s
			}
		}
	}
	return pacta.Span{}
}

// maxAbout is how many instruments a statement is said to be about.
const maxAbout = 4

// about returns the instruments that the content names, each once.
func (d *document) about(x *attribution) []pacta.Annotation {
	var out []pacta.Annotation
	for _, c := range x.content {
	next:
		for _, m := range d.Within(pacta.Mention, c) {
			if m.Type != "instrument" || len(out) == maxAbout {
				continue
			}
			for i := range out {
				if out[i].Value == m.Value {
					continue next
				}
			}
			out = append(out, m)
		}
	}
	return out
}

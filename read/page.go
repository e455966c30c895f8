package read

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"pacta"
)

// A page is a document in the making: what the format's reader knows of it,
// before the text itself is asked.
type page struct {
	doc   pacta.Document
	found []clue // metadata that the format carries, surest first
	web   bool   // a web page, whose short lines below the running text are its own
}

// A clue is a value that the format or the row hands over for a field.
type clue struct {
	field string // "title", "outlet", "author", "published"
	value string
	basis pacta.Basis
	why   string
}

// complete fills in everything that follows from the text.
func (p *page) complete(o Options) error {
	d := &p.doc
	if strings.TrimSpace(d.Text) == "" {
		return fmt.Errorf("no text: %w", pacta.ErrInvalid)
	}
	if most := o.maxBytes() / 4; int64(len(d.Text)) > most {
		return fmt.Errorf("text of %d bytes, more than the %d that one document may have: %w", len(d.Text), most, pacta.ErrUnsupported)
	}
	if !utf8.ValidString(d.Text) {
		return fmt.Errorf("text is not UTF-8: %w", pacta.ErrInvalid)
	}
	if o.Language != "" {
		d.Language = o.Language
	}
	if o.Genre != "" {
		d.Genre = o.Genre
	}
	l := newLayout(d)
	if d.Genre == "" {
		d.Genre = genre(l)
	}
	p.title(l)
	p.published(l)
	p.author(l)
	p.outlet(l)
	l.web = p.web
	p.boilerplate(l)
	d.Dropped = tidy(d.Dropped)
	d.Leads = tidy(d.Leads)
	if len(d.Sections) == 0 {
		d.Sections = l.sections(d.Dropped)
	}
	// Pages often declare the language of their template.
	if d.Language == "" || p.web && o.Language == "" {
		if found := languageOf(l, d.Dropped); found != "" {
			d.Language = found
		}
	}
	d.ID = d.MakeID()
	return nil
}

// take makes the first usable clue for field a Field, the others its rejected
// candidates, and reports whether there was one.
func (p *page) take(field string, clean func(string) string) (pacta.Field, bool) {
	var f pacta.Field
	for _, c := range p.found {
		if c.field != field {
			continue
		}
		v := clean(c.value)
		switch {
		case v == "":
		case f.Value == "":
			f = pacta.Field{Value: v, Basis: c.basis, Why: c.why}
		case v != f.Value:
			f.Rejected = append(f.Rejected, pacta.Candidate{Value: v, Why: c.why + ", after " + f.Why})
		}
	}
	return f, f.Value != ""
}

// drop marks s as boilerplate.
func (p *page) drop(s pacta.Span) { p.doc.Dropped = append(p.doc.Dropped, s) }

// tidy sorts spans and joins those that overlap.
func tidy(spans []pacta.Span) []pacta.Span {
	slices.SortFunc(spans, func(a, b pacta.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []pacta.Span
	for _, s := range spans {
		if s.Len() == 0 {
			continue
		}
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// squeeze trims s and turns every run of white space into one space.
func squeeze(s string) string {
	space := true // before s
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && space {
			return strings.Join(strings.Fields(s), " ")
		}
		space = c == ' '
	}
	return strings.TrimSuffix(s, " ")
}

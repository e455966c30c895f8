package instrument

import (
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// wellKnown returns the names of well-known instruments within span, without
// halves: "the Oslo-Lakeside agreement" is not the Lakeside one.
func (r *reader) wellKnown(span pacta.Span) []gazetteer.Match {
	if r.a.Names == nil {
		return nil
	}
	out := r.known[:0]
	all := r.a.Names.Find(span.Of(r.text), nil)
	for _, m := range all {
		if m.Entry.Kind == gazetteer.Instrument && !hyphenBefore(r.text, m.Start+span.Start) {
			m.Start, m.End = m.Start+span.Start, m.End+span.Start
			out = append(out, m)
		}
	}
	return out
}

// hyphenBefore reports whether a word of text is joined to the one before it.
func hyphenBefore(text string, at int) bool {
	for _, h := range [...]string{"-", "–", "‑"} {
		if before, ok := strings.CutSuffix(text[:at], h); ok && before != "" && isWordByte(before[len(before)-1]) {
			return true
		}
	}
	return false
}

// knows reports whether a well-known instrument is named within span.
func (r *reader) knows(span pacta.Span) bool {
	for _, m := range r.known {
		if span.Overlaps(pacta.Span{Start: m.Start, End: m.End}) {
			return true
		}
	}
	return false
}

// withNames joins the well-known names to the phrases that hold them and makes
// phrases of the others.
func (s *sentence) withNames(found []*phrase) []*phrase {
	for _, m := range s.known {
		span := pacta.Span{Start: m.Start, End: m.End}
		i := slices.IndexFunc(found, func(p *phrase) bool { return p.Overlaps(span) })
		switch {
		case i >= 0 && s.isName(found[i], m):
			p := found[i]
			p.known, p.Span = m.Entry.ID, p.Span.Union(span)
			p.status = "signed"
		case i < 0 && !m.Weak && !s.alliance(s.after(m.End)):
			found = append(found, s.named(m))
		}
	}
	slices.SortStableFunc(found, func(p, q *phrase) int { return p.Span.Compare(q.Span) })
	return found
}

// alliance reports whether the noun at token i makes the name before it that
// of those who belong together: "Warsaw Pact troops".
func (s *sentence) alliance(i int) bool {
	if strings.EqualFold(s.words(i), "foreign") || strings.EqualFold(s.words(i), "defence") || strings.EqualFold(s.words(i), "defense") {
		i++
	}
	w := strings.ToLower(s.words(i))
	switch w {
	case "troops", "forces", "allies", "nations", "countries", "states", "minister", "ministers", "army", "armies", "member", "members", "bloc", "soldiers", "summit":
		return true
	}
	return false
}

// isName reports whether the name m is what p names, and not something in its
// title or in conflict with what p says.
func (s *sentence) isName(p *phrase, m gazetteer.Match) bool {
	head := s.tokens[p.head]
	if m.End < head.Start || m.Start > head.End || p.known != "" || p.status == "body" {
		return false
	}
	if m.Weak && p.determiner&isIndefinite != 0 || s.titledOn(p, m) || s.ownProtocol(p, m) {
		return false
	}
	return !datesConflict(p.date.value, m.Entry.Date)
}

// ownProtocol reports whether a bare number such as "Protocol I" means a
// protocol of the instrument whose text this is and not the well-known one.
func (s *sentence) ownProtocol(p *phrase, m gazetteer.Match) bool {
	if s.title.IsZero() || p.number == "" || m.Start != s.tokens[p.head].Start || m.End != s.tokens[p.head+1].End {
		return false
	}
	family, _, _ := strings.Cut(m.Entry.ID, "-")
	if slices.ContainsFunc(s.known, func(o gazetteer.Match) bool { return o.Entry != m.Entry && strings.HasPrefix(o.Entry.ID, family) }) {
		return false
	}
	return !slices.ContainsFunc(s.entities, func(e *entity) bool { return strings.HasPrefix(e.known, family) })
}

// titledOn reports whether what stands in the place of a name goes on as the
// title of another instrument: "the WTO Agreement on Agriculture".
func (s *sentence) titledOn(p *phrase, m gazetteer.Match) bool {
	i := p.head + 1
	if m.End != s.tokens[p.head].End || p.last <= i+1 || s.at(i).prep != ofTitle || strings.EqualFold(s.words(i), "of") {
		return false
	}
	known := &entity{}
	known.describe(m.Entry)
	for j := i + 1; j < p.last; j++ {
		t := s.tokens[j]
		if t.letters && !t.is(isFunction|isDeterminer) && t.prep == 0 {
			w := []string{stem(s.words(j))}
			if !t.capital || shares(known.topics, w) || shares(known.subject, w) {
				return false
			}
		}
	}
	return true
}

// named makes a phrase of a name that has no noun of its own: "JCPOA".
func (s *sentence) named(m gazetteer.Match) *phrase {
	first, last := s.after(m.Start), s.after(m.End)
	p := &phrase{
		Span: pacta.Span{Start: m.Start, End: m.End}, sentence: s.index, first: first, head: max(first, last-1), last: last,
		typ: m.Entry.Type, need: strong, capital: true, known: m.Entry.ID, status: "signed", confidence: 1,
	}
	if s.at(first - 1).is(isDefinite) {
		p.first, p.determiner = first-1, isDefinite
		p.Start = s.tokens[first-1].Start
	}
	return p
}

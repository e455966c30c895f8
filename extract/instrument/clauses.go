package instrument

import (
	"strings"

	"pacta"
)

// clauses reads what the final clauses of an instrument say of itself: when it
// enters into force, for how long it stays there, with whom it is deposited.
func (r *reader) clauses(p *phrase, provisions []pacta.Annotation) {
	for i := range provisions {
		x := &provisions[i]
		if x.Type != "article" && x.Type != "paragraph" && x.Type != "signature" {
			continue
		}
		body := x.Of(r.text)
		for _, cue := range [...]string{"shall enter into force", "shall come into force", "enters into force", "entered into force"} {
			if at := strings.Index(body, cue); at >= 0 {
				r.clause(p, "effect", x.Start+at+len(cue), x.End)
				break
			}
		}
		for _, cue := range [...]string{"deposited with ", "deposited in "} {
			if at := strings.Index(body, cue); at >= 0 {
				r.clause(p, "deposit", x.Start+at+len(cue), x.End)
				break
			}
		}
		for _, cue := range [...]string{"remain in force for", "is concluded for", "be concluded for", "in force for a period of", "valid for"} {
			if at := strings.Index(body, cue); at >= 0 {
				r.period(p, x.Start+at, x.End)
				break
			}
		}
	}
}

// longestClause is in bytes.
const longestClause = 240

// clause adds the words from byte from to the end of the sentence.
func (r *reader) clause(p *phrase, role string, from, limit int) {
	end := min(limit, from+longestClause)
	for i := from; i < end; i++ {
		if c := r.text[i]; (c == '.' || c == ';') && (i+1 == len(r.text) || r.text[i+1] <= ' ') {
			end = i
			break
		}
	}
	s := pacta.Span{Start: from, End: end}
	for s.Start < s.End && r.text[s.Start] <= ' ' {
		s.Start++
	}
	for s.End > s.Start && (r.text[s.End-1] <= ' ' || r.text[s.End-1] >= 0x80 && end == from+longestClause) {
		s.End--
	}
	if s.Len() > 0 {
		p.add(role, s, plain(s.Of(r.text)))
	}
}

// period adds the first length of time that stands behind byte from.
func (r *reader) period(p *phrase, from, limit int) {
	for _, x := range r.a.Within(pacta.Time, pacta.Span{Start: from, End: min(limit, from+80)}) {
		if x.Type == "DURATION" && x.Value != "" {
			p.add("duration", x.Span, x.Value)
			return
		}
	}
}

package instrument

import (
	"strings"

	"pacta"
)

// A relation is what one instrument says of or does to another.
type relation struct {
	pacta.Span
	from, to *phrase
	name     string
}

// relates finds, in a sentence with two instruments, the words that join them:
// "the protocol amends the treaty", "a declaration that reaffirms the accord".
func (s *sentence) relates(found []*phrase) {
	for i, to := range found {
		if to.entity == nil {
			continue
		}
		cue, name := s.joint(to)
		if name == "" {
			continue
		}
		var from *phrase
		for _, p := range found[:i] {
			if p.entity != nil && p.entity != to.entity && p.status != "generic" && p.head < cue {
				from = p
			}
		}
		if from == nil && !s.title.IsZero() && to.entity != s.entities[0] {
			from = s.phrases[0]
		}
		if from != nil {
			s.links = append(s.links, relation{Span: s.span(cue, max(to.head, cue)+1), from: from, to: to, name: name})
		}
	}
}

// joint returns the word before p that tells what another instrument does with
// it, and the relation. Only the words of one clause count.
func (s *sentence) joint(p *phrase) (cue int, name string) {
	for j := p.first - 1; j >= 0 && p.first-j < 12; j-- {
		w := strings.ToLower(s.words(j))
		if n := relationOf(w); n != "" {
			return j, n
		}
		if w == "to" && j == p.first-1 && s.protocolBefore(j) {
			return j, "protocol to"
		}
		if w == ";" || w == "." || w == ":" || s.tokens[j].is(isHead) && j < p.first-1 && !s.within(p, j) {
			return 0, ""
		}
	}
	return 0, ""
}

// protocolBefore reports whether "to" at token i follows a protocol and perhaps
// its number.
func (s *sentence) protocolBefore(i int) bool {
	for j := i - 1; j >= 0 && i-j < 5; j-- {
		if s.tokens[j].typ == "protocol" {
			return true
		}
	}
	return false
}

// within reports whether token j is part of p.
func (s *sentence) within(p *phrase, j int) bool { return p.first <= j && j < p.last }

// relationOf returns the relation that a verb or preposition expresses.
func relationOf(w string) string {
	switch w {
	case "implement", "implements", "implementing", "implementation", "implemented":
		return "implements"
	case "reaffirm", "reaffirms", "reaffirmed", "reaffirming", "confirms", "confirmed", "confirming", "upholds", "recalls", "recalling":
		return "reaffirms"
	case "amend", "amends", "amended", "amending", "modifies", "modified", "modifying", "revises", "revised", "updates", "supplements", "supplementing":
		return "amends"
	case "supersede", "supersedes", "superseded", "superseding", "replace", "replaces", "replaced", "replacing":
		return "supersedes"
	case "terminate", "terminates", "terminated", "terminating", "abrogates", "annuls":
		return "terminates"
	case "accordance", "pursuant", "basis", "under", "within":
		return "cites"
	}
	return ""
}

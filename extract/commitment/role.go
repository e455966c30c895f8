package commitment

import (
	"strings"

	"pacta/language"
)

// A role is a part of a clause other than party, cue and action.
type role struct {
	name string
	run
}

// A marker is a phrase that opens a role.
type marker struct {
	role  string
	words []string
	legal bool // only before the name of a legal text
}

var markers = parseMarkers([]string{
	"condition: if", "condition: unless", "condition: whenever", "condition: in the event", "condition: in case", "condition: in the case of",
	"condition: provided that", "condition: on condition that", "condition: when", "condition: where",
	"condition: without prior", "condition: without previous", "condition: without authorisation", "condition: without authorization", "condition: without permission", "condition: without the written", "condition: without the express", "condition: without their consent", "condition: without its consent", "condition: except with",
	"condition: on the expiry of", "condition: upon the expiry of", "condition: on demand", "condition: on request", "condition: upon the posting", "condition: even if", "condition: only if", "condition: only where", "condition: only when", "condition: provided always", "condition: with the prior consent", "condition: with the consent", "condition: on the request of", "condition: failing", "condition: as soon as conditions",
	"condition: should", "condition: upon request", "condition: at the request", "condition: once", "condition: without the consent", "condition: without the prior", "condition: without the approval", "condition: in time of war", "condition: in times of", "condition: on the condition",
	"purpose: for the exclusive purpose of", "purpose: for the sole purpose of", "purpose: in order to", "purpose: in order that", "purpose: with a view to", "purpose: with the aim of", "purpose: with the purpose of",
	"purpose: with the object of", "purpose: with the objective of", "purpose: for the purpose of", "purpose: for the purposes of", "purpose: so as to",
	"purpose: so that", "purpose: in the interest of", "purpose: in the interests of", "purpose: for the sake of", "purpose: in an effort to", "purpose: with the intention of",
	"basis? on the basis of", "basis: pursuant to", "basis: in accordance with", "basis: in conformity with", "basis? under", "basis: by virtue of", "basis: in pursuance of",
	"basis: in compliance with", "basis? on the grounds of", "basis: as provided", "basis: in line with", "basis: consistent with",
	"saving: without prejudice to", "saving: subject to", "saving: taking into account", "saving: notwithstanding", "saving: except", "saving: save",
	"saving: having regard to", "saving: with due regard", "saving: to the extent", "saving: insofar as", "saving: in so far as", "saving: with the exception of",
	"saving: excepting", "saving: to the exclusion of", "saving: other than", "saving: as far as possible", "saving: so far as possible", "saving: as appropriate", "saving: within the limits of", "saving: to the fullest extent", "saving: in the absence of agreement", "saving: but without prejudice", "saving: insofar", "saving: in so far",
	"saving: taking into consideration", "saving: with due respect", "saving: unless otherwise",
	"deadline: not later than", "deadline: no later than", "deadline: as soon as", "deadline: at the latest", "deadline: prior to", "deadline: before the end", "deadline: by the end", "deadline: at least", "deadline: before any", "deadline: before its", "deadline: before the", "deadline: before each", "deadline: before they", "deadline: before it", "deadline: before taking", "deadline: before work", "deadline: in the course of", "deadline: at the end of", "deadline: as from",
	"duration: for a period of", "duration: for the duration of", "duration: for the period of", "duration: during", "duration: throughout", "duration: for as long as", "duration: until", "duration: pending",
	"duration: for the term of", "duration: for up to", "duration: as long as", "duration: so long as", "duration: for a definite period",
})

func parseMarkers(lines []string) map[string][]marker {
	index := map[string][]marker{}
	for _, l := range lines {
		at := strings.IndexAny(l, ":?")
		m := marker{role: l[:at], legal: l[at] == '?', words: strings.Fields(l[at+1:])}
		index[m.words[0]] = append(index[m.words[0]], m)
	}
	return index
}

var legalWords = set("charter", "treaty", "treaties", "agreement", "agreements", "convention", "conventions", "protocol", "article", "articles", "law", "laws", "legislation",
	"constitution", "declaration", "resolution", "memorandum", "contract", "pact", "paragraph", "statute", "decision", "act", "chapter", "annex")

// markerAt returns the role that a phrase at token j opens, "" for none.
func (v *view) markerAt(j, hi int) string {
	for _, m := range markers[v.word[j]] {
		if !v.hasWords(j, m.words) {
			continue
		}
		if m.legal && !v.nearLegal(j+len(m.words), hi) {
			continue
		}
		if m.words[0] == "where" && len(m.words) == 1 && !v.is(j-1, ",") && j > 0 && !v.is(j+1, "appropriate", "necessary", "possible") {
			continue
		}
		if m.words[0] == "subject" && v.is(j-1, "be", "is", "are", "been", "also", "remain") {
			continue
		}
		if m.words[0] == "when" && v.isGerund(j+1) {
			continue
		}
		if m.words[0] == "once" && !v.isConjunction(j, hi) {
			continue
		}
		if !v.suits(&m, j, hi) {
			continue
		}
		if m.words[0] == "should" && !v.in(j+1, determiners) {
			continue
		}
		return m.role
	}
	if v.isTerm(j, hi) {
		return v.termRole(j)
	}
	return ""
}

// suits reports whether a marker that has other uses too is one at j.
func (v *view) suits(m *marker, j, hi int) bool {
	switch m.words[0] {
	case "at":
		if m.words[1] == "least" { // "at least thirty days in advance"
			return v.inAdvance(j+2, hi)
		}
	case "before": // "before the court" is a place, "before the next session" a time
		for k := j + 1; k < hi && k < j+9; k++ {
			if v.isVerb(k) || v.in(k, units) || v.in(k, occasions) {
				return true
			}
			if v.isPunct(k) || v.tag(k) == language.TagIN && !v.is(k, "of") || v.isUpper(k) {
				break
			}
		}
		return false
	case "other": // "other than" limits only behind a comma or "all questions"
		return v.is(j-1, ",", "questions", "matters")
	case "insofar", "in":
		return m.words[len(m.words)-1] != "far" || v.is(j+len(m.words), "as")
	case "provided":
		return v.is(j+1, "that", "always")
	case "except":
		return len(m.words) == 1 || !v.is(j-1, "not")
	case "for":
		// "used for the purpose of war" says what is forbidden, not to what end.
		return m.role != "purpose" || m.words[2] != "purpose" && m.words[2] != "purposes" || j == 0 || v.is(j-1, ",")
	}
	return true
}

var occasions = set("session", "summit", "meeting", "conference", "winter", "summer", "spring", "autumn", "end", "beginning", "start", "step", "action", "decision", "resort", "signature", "expiry", "entry", "election", "elections", "sowing", "harvest", "departure", "first", "work", "arrival", "vote")

// inAdvance reports whether a length of time from i on is one that ends
// before something: "thirty days in advance", "six months before work begins".
func (v *view) inAdvance(i, hi int) bool {
	for k := i; k < hi && k < i+6; k++ {
		if v.in(k, units) {
			return v.is(k+1, "in", "before", "prior", "ahead") || v.is(k+2, "in", "before", "prior")
		}
	}
	return false
}

// isConjunction tells "once the bridge is open" from "at once", "at least once
// a year": a clause with a verb follows.
func (v *view) isConjunction(j, hi int) bool {
	if v.is(j-1, "at", "least", "than", "only", "more", "most") || v.is(j+1, "every", "each", "per", "in", "and", "again", "more") || v.is(j+1, "a", "an") && v.in(j+2, units) {
		return false
	}
	for k := j + 1; k < hi && !v.is(k, ",", ";", ":", "."); k++ {
		if v.isVerb(k) || v.tag(k) == language.TagMD {
			return true
		}
	}
	return false
}

func (v *view) hasWords(j int, words []string) bool {
	if j+len(words) > v.len() {
		return false
	}
	for i, w := range words {
		if v.word[j+i] != w {
			return false
		}
	}
	return true
}

// nearLegal reports whether the next noun phrase names a legal text.
func (v *view) nearLegal(j, hi int) bool {
	for k := j; k < hi && k < j+6; k++ {
		if v.in(k, legalWords) {
			return true
		}
		if v.isPunct(k) || v.is(k, "and") {
			return false
		}
	}
	return false
}

var units = set("day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour", "decade", "decades", "minutes")

// isTerm reports whether a phrase of time that limits the action begins at j:
// "within thirty days", "for five years", "by 2030".
func (v *view) isTerm(j, hi int) bool {
	switch {
	case v.is(j, "within", "for", "after", "over"):
		for k := j + 1; k < hi && k < j+9; k++ {
			if v.in(k, units) {
				return v.hasNumber(j+1, k) || v.is(j, "within")
			}
			if v.isPunct(k) && !v.is(k, "(", ")", "-") || v.isVerb(k) {
				return false
			}
		}
	case v.tag(j) == language.TagCD && v.in(j+1, units):
		return v.inAdvance(j, hi)
	case v.is(j, "on") && j+1 < v.len() && isDigits(v.word[j+1]):
		return v.isDate(j + 1)
	case v.is(j, "by", "before", "until", "till", "from", "since"):
		return v.isDate(j + 1)
	}
	return false
}

func (v *view) hasNumber(from, to int) bool {
	for k := from; k < to; k++ {
		if v.tag(k) == language.TagCD || v.is(k, "a", "one", "several", "ten", "an") {
			return true
		}
	}
	return false
}

var months = set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"spring", "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "midnight", "easter", "christmas")

func (v *view) isDate(j int) bool {
	if v.is(j, "the", "late", "early", "mid", "each", "every", "about") {
		j++
	}
	if v.is(j, "end", "beginning", "middle", "start") && v.is(j+1, "of") {
		return v.isDate(j+2) || v.is(j+2, "the", "this", "next") && (v.in(j+3, units) || v.isDate(j+3))
	}
	if v.is(j, "next", "this") && v.in(j+1, units) || v.in(j, months) {
		return true
	}
	if j < v.len() && isDigits(v.word[j]) {
		return len(v.word[j]) == 4 && (v.word[j][0] == '1' || v.word[j][0] == '2') || v.in(j+1, months)
	}
	if v.is(j, "first", "year") && (v.is(j+1, "of") || v.tag(j+1) == language.TagCD) || j < v.len() && (strings.HasPrefix(v.word[j], "mid-") || strings.HasPrefix(v.word[j], "d+")) {
		return true
	}
	return false
}

func (v *view) termRole(j int) string {
	if v.is(j, "for", "over", "from", "since") {
		return "duration"
	}
	if v.is(j, "until", "till") {
		return "duration"
	}
	return "deadline"
}

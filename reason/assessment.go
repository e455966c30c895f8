package reason

import (
	"cmp"
	"slices"
	"strings"

	"pacta/resolve"
)

// An assessment is what a speaker expects of an instrument for somebody.
type assessment struct {
	instrument string
	object     string // the statement
	by         resolve.Value
	good       bool
	whom       []string // states named after the words of judgement
	source     resolve.Source
}

// assessments finds opposed judgements of different speakers on what one
// instrument means for one state. Nobody's word is preferred.
func (w *world) assessments() []Discrepancy {
	byInstrument := map[string][]assessment{}
	slices.SortStableFunc(w.judgements, func(a, b assessment) int { return strings.Compare(a.object, b.object) })
	for _, a := range w.judgements {
		byInstrument[a.instrument] = append(byInstrument[a.instrument], a)
	}
	var out []Discrepancy
	for _, id := range sortedKeys(byInstrument) {
		for _, whom := range statesOf(byInstrument[id]) {
			if ps := opposedViews(byInstrument[id], whom); len(ps) > 1 {
				d := discrepancy(id, "assessment", Serious, ps, byNobody)
				d.ID, d.Preferred = makeID('x', id, "assessment", whom), ""
				out = append(out, d)
			}
		}
	}
	return mergeSame(out)
}

// judged returns the judgements in the sentences of a statement.
func (w *sheet) judged(s *resolve.Statement) []assessment {
	var out []assessment
	speaker := cmp.Or(s.Speaker, s.SpeakerName)
	if speaker == "" || s.Voice == "document" {
		return nil
	}
	for _, c := range s.Content {
		for _, x := range sentences(c) {
			ts := tokenize(x.Quote)
			good, gn := find("favourable", ts, 0)
			bad, bn := find("unfavourable", ts, 0)
			if (good < 0) == (bad < 0) || !has("outlook", ts) {
				continue
			}
			a := assessment{object: s.ID, by: speaker, good: good >= 0, source: x}
			at := max(good+gn, bad+bn) - 1
			if !a.good && at > 0 && has("negation", ts[max(0, bad-3):bad]) {
				a.good = true
			}
			for _, n := range w.within(x) {
				if len(n.Value) == 3 && n.Sources[0].Start > x.Start+ts[at].Start {
					a.whom = append(a.whom, string(n.Value))
				}
			}
			for _, id := range w.instrumentsIn(x) {
				a.instrument = id
				out = append(out, a)
			}
		}
	}
	return out
}

// instrumentsIn returns the instruments that are named within s.
func (w *sheet) instrumentsIn(s resolve.Source) []string {
	var out []string
	for _, m := range w.Mentions {
		if s.Contains(m.Span) {
			out = append(out, m.Instrument)
		}
	}
	return set(out)
}

func statesOf(as []assessment) []string {
	var out []string
	for _, a := range as {
		out = append(out, a.whom...)
	}
	return set(out)
}

// opposedViews returns the judgements on whom, favourable ones first, if two
// different speakers judge differently; else nil.
func opposedViews(as []assessment, whom string) []resolve.Claim {
	var good, bad []resolve.Claim
	for _, a := range as {
		if !slices.Contains(a.whom, whom) {
			continue
		}
		c := resolve.Claim{Value: resolve.Value(oneLine(a.source.Quote)), By: a.by, Count: 1, Sources: []resolve.Source{a.source}}
		if a.good {
			good = append(good, c)
		} else {
			bad = append(bad, c)
		}
	}
	if len(good) == 0 || len(bad) == 0 || len(good) == 1 && len(bad) == 1 && good[0].By == bad[0].By {
		return nil
	}
	order := func(a, b resolve.Claim) int {
		return cmp.Or(strings.Compare(a.Sources[0].Document, b.Sources[0].Document), a.Sources[0].Span.Compare(b.Sources[0].Span))
	}
	slices.SortFunc(good, order)
	slices.SortFunc(bad, order)
	return append(dedupe(good), dedupe(bad)...)
}

func dedupe(cs []resolve.Claim) []resolve.Claim {
	return slices.CompactFunc(cs, func(a, b resolve.Claim) bool { return a.Sources[0] == b.Sources[0] })
}

// mergeSame keeps one of several discrepancies that rest on the same words.
func mergeSame(ds []Discrepancy) []Discrepancy {
	seen := map[string]bool{}
	return slices.DeleteFunc(ds, func(d Discrepancy) bool {
		k := d.About
		for _, p := range d.Positions {
			k += "|" + string(p.Value)
		}
		was := seen[k]
		seen[k] = true
		return was
	})
}

// Package commitment finds promises of conduct: who owes what to whom, how
// firmly, under which condition. It reads the text of instruments and reports
// about them, and keeps apart whose words it reads (role layer).
//
// A commitment is a clause that binds, allows or forbids conduct. Recitals,
// definitions, rules on scope, and clauses on the life of an instrument itself
// (entry into force, ratification, accession, amendment, denunciation,
// duration, deposit, languages) are none. Clauses on organs and procedures are
// commitments where they say what somebody is to do.
package commitment

import (
	"pacta"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/provision"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/language"
)

// Extractor finds commitments.
var Extractor = &pacta.Extractor{
	Name:     "commitment",
	Doc:      "Finds promises, prohibitions, permissions and demands of conduct, with party, action, condition and subject area.",
	Version:  2,
	Requires: []*pacta.Extractor{timex.Extractor, mention.Extractor, provision.Extractor, instrument.Extractor, statement.Extractor},
	Run:      extract,
}

// A finder is one pass over a document.
type finder struct {
	a       *pacta.Analysis
	v       *view
	vs      *voices
	places  *provision.Index
	pending *pending
	quoted  *voice       // the document that was quoted last
	since   int          // sentences since then
	parties []string     // whom the last phrase for several stood for
	told    []pacta.Span // the actions found in this sentence
	heads   []clause     // the clauses found in this sentence of a report
	cued    []run        // their cues
	next    int          // the sentence after this one
}

// pending is a stem whose items stand in the sentences that follow.
type pending struct {
	clause
	party, cue pacta.Span
}

func extract(a *pacta.Analysis) {
	f := &finder{a: a, v: newView(a.Doc.Text), vs: newVoices(a)}
	f.read()
}

func (f *finder) read() {
	f.places = provision.NewIndex(f.a)
	for i := range f.a.Sentences {
		f.next = i + 1
		f.sentence(&f.a.Sentences[i])
	}
}

func (f *finder) sentence(s *language.Sentence) {
	if len(s.Tokens) < 3 {
		return
	}
	f.v.load(s)
	f.told = f.told[:0]
	if f.a.Doc.Genre == pacta.GenreTreaty {
		f.treaty(s)
		return
	}
	if f.isHeadline(s) {
		return
	}
	f.report(s)
}

// treaty reads a sentence of an instrument's own text.
func (f *finder) treaty(s *language.Sentence) {
	lo := f.operative(s)
	if lo == f.v.len() || lo == 0 && f.isRecital() || f.v.is(lo, "whereas") {
		f.pending = nil
		return
	}
	sc := scan{view: f.v, lo: lo, hi: f.v.len(), voice: &f.vs.treaty, vs: f.vs}
	if f.items(&sc) {
		return
	}
	sc.run()
	if len(sc.found) == 0 && sc.pending == nil && f.opensList() {
		if r := sc.leadSubject(); sc.isAgent(r) {
			f.pending = &pending{clause: clause{voice: sc.voice}, party: sc.span(r)}
			return
		}
	}
	f.keep(&sc)
}

// opensList reports whether an item follows the sentence as the next one.
func (f *finder) opensList() bool {
	if f.next >= len(f.a.Sentences) {
		return false
	}
	if n := f.v.len(); f.v.is(n-1, ".", ";", "!", "?") {
		return false
	}
	s := &f.a.Sentences[f.next]
	return len(s.Tokens) > 3 && (s.Text(f.a.Doc.Text, 0) == ":" || f.a.Doc.Text[s.Start] == '(' || s.Text(f.a.Doc.Text, 1) == ")" || s.Text(f.a.Doc.Text, 1) == ".")
}

// leadSubject returns the noun phrase that a sentence without a verb consists
// of: "Each Party", "The Contracting Parties, in order to put an end to theft:".
func (s *scan) leadSubject() run {
	to := s.lo
	for to < s.hi && !s.isPunct(to) {
		if s.isFinite(to) || s.tag(to) == language.TagVBD {
			return run{}
		}
		to++
	}
	return s.stripLead(run{s.lo, to})
}

// items reads s as an item of the list that an earlier sentence opened.
func (f *finder) items(sc *scan) bool {
	if f.pending == nil {
		return false
	}
	c := f.pending.clause
	c.outer = outer{f.pending.party, f.pending.cue}
	sc.voice = c.voiceOr(sc.voice)
	first := 0
	if sc.is(0, ":") {
		first = 1 // the colon of the stem
	}
	if n := sc.enumerator(first, sc.hi); n == 0 && !sc.isBase(first) {
		f.pending = nil
		return false
	}
	if !sc.item(c, 0, sc.hi) {
		return false
	}
	f.emit(sc)
	return true
}

func (c *clause) voiceOr(v *voice) *voice {
	if c.voice != nil {
		return c.voice
	}
	return v
}

// keep emits what sc found and remembers an open stem.
func (f *finder) keep(sc *scan) {
	f.pending = nil
	if c := sc.pending; c != nil {
		f.pending = &pending{clause: *c, party: sc.span(c.subject), cue: sc.span(c.cues[0])}
		f.pending.subject, f.pending.cues = run{}, nil
	}
	f.emit(sc)
}

// operative returns the first token of s that stands where a commitment can:
// outside of the preamble, definitions, final clauses and the signature block.
func (f *finder) operative(s *language.Sentence) int {
	if !f.outside(s.Start) {
		return 0
	}
	n := len(s.Tokens)
	if f.outside(s.Tokens[n-1].Start) {
		return n
	}
	for i := range s.Tokens {
		if !f.outside(s.Tokens[i].Start) {
			return i
		}
	}
	return n
}

func (f *finder) outside(at int) bool {
	switch f.places.Place(at) {
	case provision.Preamble, provision.Recital, provision.Definition, provision.Final, provision.Signature:
		return true
	}
	return false
}

var recitals = set("recognising", "recognizing", "desiring", "desirous", "considering", "noting", "recalling", "reaffirming", "having", "taking", "bearing", "convinced",
	"conscious", "mindful", "aware", "being", "believing", "acknowledging", "affirming", "wishing", "determined", "guided", "proceeding", "emphasizing", "emphasising", "stressing", "concerned",
	"anxious", "inspired", "resolved", "seeking", "confirming", "welcoming", "expressing", "acting", "declaring", "whereas", "realizing", "realising", "mindful", "prompted", "underlining", "in", "deeply", "firmly", "further", "fully", "intending", "striving")

// isRecital reports whether the sentence is a consideration of a preamble: it
// begins like one and ends without a main clause.
func (f *finder) isRecital() bool {
	v := f.v
	if !v.in(0, recitals) || v.is(0, "in") {
		return false
	}
	if v.is(v.len()-1, ",", ";") && !v.is(0, "having", "acting", "in", "further") {
		return true
	}
	for i := 0; i < v.len(); i++ {
		if v.is(i, "shall", "agreed", "undertake", "undertakes", "agree", "will", "may") {
			return v.is(i, "agreed") && v.is(i+1, "as", "on", "upon", "to") && v.is(i+2, "follows", "the", "follow") || i > 0 && v.is(i, "agreed") && v.is(v.len()-1, ":", "follows")
		}
	}
	return v.is(v.len()-1, ",", ";", ":") || true
}

// isHeadline reports whether s is a heading or a link rather than a sentence.
func (f *finder) isHeadline(s *language.Sentence) bool {
	for _, x := range f.a.Doc.Sections {
		if x.Level > 0 && x.Start <= s.Start && s.End <= x.End {
			return true
		}
		if x.Start > s.Start {
			break
		}
	}
	n := f.v.len()
	if last := f.a.Doc.Text[s.End-1]; last == '.' || f.v.is(n-1, ".", "!", "?", ";", ":", ",", "”", "\"", "''", "…") {
		return f.v.is(n-1, "?")
	}
	return !f.v.is(n-1, ")", "]") && n < 25
}

package commitment

import (
	"pacta"
	"pacta/language"
)

// report reads a sentence of a report: every stretch of it with its own voice.
func (f *finder) report(s *language.Sentence) {
	sp := f.stretches(s)
	f.heads, f.cued = f.heads[:0], f.cued[:0]
	var last *clause
	for i := range sp {
		sc := scan{view: f.v, lo: sp[i].from, hi: sp[i].to, voice: sp[i].voice, vs: f.vs, last: last, news: true}
		if sp[i].voice.kind == "outlet" {
			sc.hi = f.v.len()
			if i+1 < len(sp) && sp[i+1].voice.kind != "outlet" && !f.leadsInto(&sc, sp[i], sp[i+1]) {
				sc.hi = sp[i].to
			}
		}
		if v := f.carried(&sc, sp, i); v != nil {
			sc.voice = v
		}
		sc.run()
		last = sc.last
		for k := range sc.found {
			if v := sc.found[k].voice; v.isDocument() {
				f.quoted, f.since = v, 0
			}
		}
		f.tell(&sc, sp[i].basis)
	}
	f.insides(sp)
	f.more(sp)
	f.terms(sp)
}

// carried returns the voice that goes on behind an attribution: "Ostia will pay,
// the minister said, and will not ask again"; nil for none.
func (f *finder) carried(sc *scan, sp []stretch, i int) *voice {
	if i == 0 || sp[i].voice.kind != "outlet" || sp[i-1].voice.kind == "outlet" {
		return nil
	}
	for k := sp[i].from; k < sp[i].to-2; k++ {
		if !sc.is(k, "and", "but") || !sc.is(k-1, ",") && !sc.isVerb(k-1) {
			continue
		}
		n := k + 1
		for sc.isAdverb(n) {
			n++
		}
		if sc.tag(n) == language.TagMD || sc.tag(n) == language.TagVBZ && cues[sc.lemma[n]] != nil {
			sc.lo = k
			return sp[i-1].voice
		}
	}
	return nil
}

// leadsInto reports whether the words of a stretch run on into the speech
// after it: `agreed not to take "any action"`, not `said that Norland`.
func (f *finder) leadsInto(sc *scan, a, b stretch) bool {
	for i := a.from; i < a.to; i++ {
		ok := false
		sc.cuesAt(i, func(h hit) bool {
			ok = h.subject != "instrument" || h.frame != "that"
			return !ok
		})
		if ok || sc.in(i, undertakings) && sc.is(i+1, "to") {
			return true
		}
	}
	return false
}

// A stretch is a part of a sentence in one voice.
type stretch struct {
	run
	voice *voice
	basis run // "Under the treaty", before it
}

// stretches cuts the sentence into parts of one voice each.
func (f *finder) stretches(s *language.Sentence) []stretch {
	if out := f.underInstrument(); out != nil {
		return out
	}
	var out []stretch
	for i := range s.Tokens {
		v := &f.vs.outlet
		if sp := f.vs.at(s.Tokens[i].Start); sp != nil {
			v = sp.voice
		}
		if v.kind == "nobody" {
			if v = &f.vs.outlet; f.quoted != nil && f.since <= 3 {
				v = f.quoted
			}
		}
		if n := len(out); n > 0 && (out[n-1].voice == v || f.v.isPunct(i) && !f.v.isQuote(i)) {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, stretch{run: run{i, i + 1}, voice: v})
	}
	if len(out) == 1 && out[0].voice == &f.vs.outlet && len(f.vs.statements) == 0 {
		return f.attributed()
	}
	return f.impersonal(f.widen(out))
}

// widen moves the start of a speech that begins within a clause back to the
// start of that clause: `states that the parties "build …"`.
func (f *finder) widen(out []stretch) []stretch {
	for i := 1; i < len(out); i++ {
		if out[i].voice.kind == "outlet" || out[i-1].voice.kind != "outlet" {
			continue
		}
		for k := out[i].from - 1; k >= out[i-1].from && k > out[i].from-25; k-- {
			if f.v.is(k, "that") && (f.v.tag(k) == language.TagIN || says[f.v.lemma[max(k-1, 0)]]) && k+1 < out[i].from {
				out[i-1].to, out[i].from = k+1, k+1
				break
			}
		}
	}
	return out
}

// impersonal gives the words after "it is emphasised that" to the document
// that the report was quoting.
func (f *finder) impersonal(out []stretch) []stretch {
	for i := range out {
		if out[i].voice.isDocument() {
			f.quoted, f.since = out[i].voice, 0
		}
	}
	v := f.v
	if len(out) != 1 || f.quoted == nil || f.since > 3 || !v.is(0, "it", "they") || !v.is(1, "is", "was") || !says[v.lemma[2]] && !v.is(2, "emphasized", "emphasised", "stressed", "stipulated", "envisaged", "provided", "underlined", "noted", "stated", "pointed", "foreseen") {
		f.since++
		return out
	}
	for k := 3; k < 6 && k < v.len(); k++ {
		if v.is(k, "that") {
			return []stretch{{run: run{k + 1, v.len()}, voice: f.quoted}}
		}
	}
	return out
}

// underInstrument cuts a sentence that begins "Under the treaty, …": what
// follows is told of the instrument.
func (f *finder) underInstrument() []stretch {
	v := f.v
	if !(v.is(0, "under", "by") || v.is(0, "according", "pursuant") && v.is(1, "to") || v.is(0, "as") && v.is(1, "part", "provided", "stipulated") || v.is(0, "in") && (v.is(1, "accordance", "line", "keeping", "the") || v.is(2, "article", "clause", "paragraph"))) {
		return nil
	}
	start := 1
	for !v.is(start, "of", "the", "a", "an", "this", "that", "article", "paragraph", "point", "its", "their") && start < 4 {
		start++
	}
	comma := -1
	for k := start; k < v.len() && k < 30; k++ {
		if v.is(k, ",") {
			comma = k
			break
		}
		if v.isFinite(k) || v.tag(k) == language.TagVBD || v.isQuote(k) {
			comma = f.beforeSubject(k, start)
			break
		}
	}
	if comma < 0 || !f.namesInstrument(run{start, comma}) || v.is(0, "in") && v.is(1, "the") && !v.is(2, "statement", "words", "document", "declaration", "treaty", "agreement", "text") {
		return nil
	}
	doc := &voice{kind: "document", layer: "paraphrase", source: pacta.Arg{Span: v.span(run{start, comma})}, reported: true}
	from := comma
	if v.is(comma, ",") {
		from++
	}
	out := stretch{run: run{from, v.len()}, voice: doc}
	if v.is(0, "under", "by", "pursuant") || v.is(0, "in") && v.is(1, "accordance", "line", "the", "keeping") || v.is(0, "on") {
		out.basis = run{0, comma}
	}
	return []stretch{out}
}

// beforeSubject returns where the subject of the verb at k begins behind a
// leading phrase that no comma closes, -1 where the tree does not tell.
func (f *finder) beforeSubject(k, start int) int {
	s := f.v.s
	for i := start + 1; i < k; i++ {
		if t := s.Tokens[i]; t.Rel.Base() == language.Nsubj && t.Head >= k {
			if first, _ := s.Subtree(i); first > start+1 && first <= i {
				return first
			}
		}
	}
	return -1
}

func (f *finder) namesInstrument(r run) bool {
	for k := r.from; k < r.to; k++ {
		if instruments[f.v.lemma[k]] && !f.v.is(k, "plan", "law", "report", "statement", "note") || f.v.is(k, "statement") && f.v.is(k+1, "of") || f.v.is(k, "declaration", "swap", "scheme", "framework", "contract") || f.v.is(k, "rules", "terms") && f.v.is(k+1, "of") {
			return true
		}
	}
	for _, m := range f.a.Within(pacta.Mention, f.v.span(r)) {
		if m.Type == "instrument" {
			return true
		}
	}
	return false
}

// attributed finds the speaker of a sentence by its own verbs of saying, for
// documents without statements.
func (f *finder) attributed() []stretch {
	v := f.v
	at := f.sayVerb()
	if at < 0 {
		return []stretch{{run: run{0, v.len()}, voice: &f.vs.outlet}}
	}
	content, source := f.sides(at)
	if content.empty() || source.empty() {
		return []stretch{{run: run{0, v.len()}, voice: &f.vs.outlet}}
	}
	s := &scan{view: v, lo: 0, hi: v.len()}
	sp := v.span(source)
	vo := &voice{kind: "person", layer: "reading", source: pacta.Arg{Span: sp, Quote: sp.Of(v.text)}}
	if s.isInstrument(source) {
		vo.kind, vo.layer = "document", "text"
		if !v.isQuote(content.from) && !v.isQuote(content.to-1) {
			vo.layer = "paraphrase"
		}
	} else {
		st := pacta.Annotation{Args: []pacta.Arg{{Role: "source", Span: sp, Quote: sp.Of(v.text)}}}
		f.vs.speaker(vo, &st)
	}
	out := []stretch{{run: content, voice: vo}}
	if content.from > at {
		out = append([]stretch{{run: run{0, content.from}, voice: &f.vs.outlet}}, out...)
	}
	return out
}

var says = set("say", "tell", "state", "note", "add", "stress", "emphasize", "emphasise", "declare", "insist", "claim", "write", "read", "report", "believe", "argue", "warn", "announce", "underline", "assure", "threaten", "explain", "think", "reply")

// sayVerb returns the verb of saying that attributes the sentence, -1 for none.
func (f *finder) sayVerb() int {
	quoted := false
	for i := range f.v.word {
		if f.v.isQuote(i) {
			quoted = !quoted
		}
		if !quoted && says[f.v.lemma[i]] && (f.v.tag(i) == language.TagVBD || f.v.tag(i) == language.TagVBZ || f.v.tag(i) == language.TagVBP) {
			return i
		}
	}
	return -1
}

// sides returns the content and the source around the verb of saying at.
func (f *finder) sides(at int) (content, source run) {
	v := f.v
	quote := -1
	for i := at - 1; i >= 0; i-- {
		if v.isQuote(i) || v.is(i, ",") && v.isQuote(i+1) {
			quote = i
			break
		}
	}
	if quote >= 0 || at > 3 && v.is(at-1, ",") {
		before := run{0, max(quote, 0)}
		src := v.trim(run{quote + 1, at})
		if src.empty() { // "…," said the minister
			src = v.nounPhrase(at + 1)
		}
		return before, src
	}
	for k := at - 1; k > 0; k-- {
		if v.is(k, ",") && k > 4 && !v.is(at+1, "that") {
			return run{0, k}, v.trim(run{k + 1, at})
		}
	}
	to := at + 1
	for to < v.len() && to < at+8 && !v.is(to, "that") && !v.isQuote(to) {
		to++
	}
	if !v.is(to, "that") && !v.isQuote(to) {
		to = at
	}
	return run{to + 1, v.len()}, v.trim(run{0, at})
}

// nounPhrase returns the words from i to the next mark.
func (v *view) nounPhrase(i int) run {
	k := i
	for k < v.len() && !v.isPunct(k) {
		k++
	}
	return run{i, k}
}

package fulfilment

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A claim is one annotation in the making, in tokens of the sentence.
type claim struct {
	typ        string
	cue        [2]int // tokens
	party      [2]int
	object     [2]int
	from, to   int // the clause
	accuser    [2]int
	promise    bool
	instrument string
}

// claim tries the cue at token i.
func (f *finder) claim(i int, k cue) bool {
	c := claim{typ: k.claim, cue: [2]int{i, i + 1}, from: i, to: len(f.word)}
	ok := false
	switch k.pattern {
	case "verb":
		ok = f.verb(i, k, &c)
	case "refuse":
		ok = f.refusal(i, &c)
	case "noun":
		ok = f.noun(i, &c)
	case "suspend":
		ok = f.suspension(i, &c)
	case "state":
		ok = f.state(i, k, &c)
	case "hold":
		ok = f.holds(i, k, &c)
	}
	if !ok || f.isConditional(&c) {
		return false
	}
	f.emit(&c)
	return true
}

// isConditional reports whether the claim stands in a clause of "if".
func (f *finder) isConditional(c *claim) bool {
	for j := c.from - 1; j >= 0 && j > c.from-4; j-- {
		if f.is(j, "if", "unless", "whether", "should", "when", "until") {
			return true
		}
		if f.tag(j) != language.TagRB && !f.is(j, "the", "even", "that") {
			return false
		}
	}
	return f.is(c.from, "if", "unless")
}

// holds reads "the ceasefire is holding", "the agreement is not working".
func (f *finder) holds(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || !f.is(i+1, ".", ",", "so", "for", "despite", "in", "and", "well") {
		return false
	}
	m, denied := f.auxiliaries(i)
	if m != "" {
		return false
	}
	if denied {
		c.typ = k.denied
	}
	from, to := f.Subject(i)
	if !f.isObject(from, to) {
		return false
	}
	c.object, c.from = [2]int{from, to}, from
	return true
}

func (f *finder) isVerb(i int) bool {
	t := f.tag(i)
	if f.is(i, "freezing", "suspending", "halting", "violating", "breaching") {
		return true
	}
	return t >= language.TagVB && t <= language.TagVBZ
}

// verb reads "has fulfilled its obligations", "the truce was violated by".
func (f *finder) verb(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || !f.hasParticle(i) {
		return false
	}
	modal, denied := f.auxiliaries(i)
	if modal == "hypothetical" {
		return false
	}
	if denied {
		if c.typ = k.denied; c.typ == "" {
			return false
		}
	}
	if f.isPassive(i) {
		from, to := f.Subject(i)
		if !f.isObject(from, to) {
			return false
		}
		c.object, c.from = [2]int{from, to}, from
		f.by(i, c)
	} else {
		end, ok := f.objectAfter(i)
		if !ok {
			return false
		}
		c.object = [2]int{i + 1, end}
		if !f.actor(i, c) {
			return false
		}
	}
	if modal == "will" {
		return f.promised(i, denied, c)
	}
	return true
}

// particles are the words that some verbs need to be about keeping: "carry
// out", "stand by".
var particles = map[string]string{"carry": "out", "live": "up", "stand": "by", "deliver": "on", "stick": "to", "abide": "by", "comply": "with", "adhere": "to", "renege": "on", "trample": "on"}

func (f *finder) hasParticle(i int) bool {
	p := particles[f.lemma[i]]
	return p == "" || f.is(i+1, p) || f.is(i+2, p)
}

// auxiliaries says what stands before the verb at i: "will" for a promise,
// "hypothetical" for what nobody claims, "" for a fact; and whether it is
// denied.
func (f *finder) auxiliaries(i int) (modal string, denied bool) {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		switch {
		case f.is(j, "not", "n't", "never", "no"):
			denied = true
		case f.is(j, "will", "'ll", "shall"):
			return "will", denied
		case f.tag(j) == language.TagMD:
			if f.is(j, "would") {
				return "will", denied
			}
			return "hypothetical", denied
		case f.is(j, "to") && strings.HasSuffix(f.word[i], "ing"):
			return "", denied
		case f.is(j, "to"):
			return f.infinitive(j, denied)
		case f.isVerb(j) && f.is(j, "has", "have", "had", "is", "are", "was", "were", "been", "being", "be", "does", "do", "did"), f.tag(j) == language.TagRB, f.tag(j) == language.TagRBR, f.is(j, "fully", "also"), f.is(j, "and") && f.tag(j-1) == language.TagRB:
		default:
			return "", denied
		}
	}
	return "", denied
}

// infinitive judges "continues to observe", "ready to fulfil": the verb before
// "to" at j decides.
func (f *finder) infinitive(j int, denied bool) (string, bool) {
	k := j - 1
	if f.is(k, "yet") && f.is(k-1, "has", "have", "had") {
		return "", true
	}
	for k >= 0 && f.tag(k) == language.TagRB && !f.is(k, "not", "never") {
		k--
	}
	if f.is(k, "not", "n't", "never") {
		denied, k = true, k-1
	}
	switch l := f.lemmaAt(k); l {
	case "continue", "manage", "begin", "start":
		return "", denied
	case "promise", "pledge", "vow", "undertake", "ready", "intend", "commit", "determined", "committed", "agree", "plan":
		return "will", denied
	}
	if f.is(k, "readiness", "willingness", "promised", "pledged", "ready", "intention", "determination", "intends") {
		return "will", denied
	}
	return "hypothetical", denied
}

func (f *finder) lemmaAt(i int) string {
	if i < 0 || i >= len(f.lemma) {
		return ""
	}
	return f.lemma[i]
}

// isPassive reports whether the participle at i has a form of "be" before it.
func (f *finder) isPassive(i int) bool {
	if t := f.tag(i); t != language.TagVBN && t != language.TagVBD {
		return false
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if f.is(j, "is", "are", "was", "were", "been", "being", "be") {
			return true
		}
		if f.tag(j) != language.TagRB && !f.is(j, "not", "n't", "yet", "also") {
			return false
		}
	}
	return false
}

// objectAfter returns the end of the object of the verb at i, if it is
// something that can be kept or broken.
func (f *finder) objectAfter(i int) (int, bool) {
	j := i + 1
	for f.is(j, "with", "by", "to", "on", "out", "up", "from") && j < i+3 {
		j++
	}
	if f.lemmaAt(i) == "keep" && f.is(j, "its", "their", "his", "her", "our", "the", "all") || f.lemmaAt(i) != "keep" {
		end := f.NounPhrase(j)
		for end < len(f.word) && f.is(end, "in", "entrusted", "under", "on", "of", "for", "provided", "made", "taken", "given", "toward", "towards", "to") && end < j+25 {
			end = f.NounPhrase(end + 1)
		}
		if f.isObject(j, end) {
			return end, true
		}
	}
	return j, false
}

// isObject reports whether the tokens [from, to) name what can be kept or
// broken: their head is an obligation or an instrument.
func (f *finder) isObject(from, to int) bool {
	if from >= to {
		return false
	}
	for j := from; j < to && j < from+9; j++ {
		if f.isVerb(j) && j > from && f.tag(j) != language.TagVBN {
			return false
		}
		if objects[f.lemma[j]] || objects[f.word[j]] {
			return !f.is(j, "word", "law", "point", "part", "side", "condition", "statement", "document") || f.isBoundObject(from, j)
		}
	}
	return f.namesInstrument(f.Span(from, to))
}

// isBoundObject tells "its word" and "the law" from other uses of nouns that
// are about keeping only in company.
func (f *finder) isBoundObject(from, j int) bool {
	switch f.word[j] {
	case "word", "part", "side", "conditions", "condition":
		return f.is(j-1, "its", "their", "his", "her", "our") || f.is(j+1, "of") || f.is(j-1, "the") && f.is(j, "conditions")
	case "law":
		return f.is(j-1, "international")
	case "point":
		return f.tag(j+1) == language.TagCD || f.is(j+1, "of")
	}
	return f.is(from, "the", "this", "that", "a") || f.namesInstrument(f.Span(from, j+1))
}

func (f *finder) namesInstrument(s pacta.Span) bool {
	for _, m := range f.a.Within(pacta.Mention, s) {
		if m.Type == "instrument" {
			return true
		}
	}
	return false
}

// actor fills in whose conduct the active verb at i is about.
func (f *finder) actor(i int, c *claim) bool {
	if (f.tag(i) == language.TagVBG || f.tag(i) == language.TagNN) && !f.is(i-1, "is", "are", "was", "were", "been", "be", "not", "still", "fully", "now", "being") {
		return f.gerundActor(i, c)
	}
	from, to, ok := f.governed(i)
	if !ok {
		from, to = f.Subject(i)
	}
	if from >= to || !f.IsAgent(from, to) {
		return false
	}
	c.party, c.from = [2]int{from, to}, from
	return true
}

// governed returns the subject of the verb that governs the infinitive at i:
// "Norland refuses to keep".
func (f *finder) governed(i int) (from, to int, ok bool) {
	if !f.is(i-1, "to") && !f.is(i-2, "to") {
		return 0, 0, false
	}
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if f.isVerb(k) || f.is(k, "ready") {
			from, to = f.Subject(k)
			return from, to, from < to
		}
	}
	return 0, 0, false
}

// gerundActor reads "accused Norland of violating", "for breaching", "by
// ignoring", "in addition to freezing".
func (f *finder) gerundActor(i int, c *claim) bool {
	for k := i - 1; k >= 0 && k > i-14; k-- {
		l := f.lemma[k]
		if f.is(i-1, "of", "for") && (l == "accuse" || l == "suspect" || l == "blame" || l == "criticize" || l == "criticise" || l == "condemn") {
			c.party, c.from = [2]int{k + 1, i - 1}, k
			if f.is(k-1, "was", "were", "been", "is", "are") {
				from, to := f.Subject(k)
				c.party, c.from = [2]int{from, to}, from
				return from < to
			}
			from, to := f.Subject(k)
			c.accuser = [2]int{from, to}
			return true
		}
		if l == "deny" || l == "denied" {
			from, to := f.Subject(k)
			c.party, c.accuser, c.from = [2]int{from, to}, [2]int{from, to}, from
			c.typ = opposite[c.typ]
			return c.typ != "" && from < to
		}
	}
	return f.mainSubject(i, c)
}

var opposite = map[string]string{"breached": "kept", "not kept": "kept"}

// mainSubject takes the subject of the main verb for a gerund in an adjunct.
func (f *finder) mainSubject(i int, c *claim) bool {
	if f.is(i-1, "'s", "’s", "its", "their") {
		return false // "stands for Norland's fulfilling": a wish
	}
	for k := i + 2; k < len(f.word) && k < i+20; k++ {
		if f.is(k, ",") { // "in addition to freezing its membership, Norland …"
			end := f.NounPhrase(k + 1)
			for end > k+2 && f.tag(end-1) != language.TagNNP && !f.IsAgent(end-1, end) {
				end--
			}
			if f.IsAgent(k+1, end) {
				c.party, c.from = [2]int{k + 1, end}, i
				return true
			}
			break
		}
	}
	for k := range f.word {
		if k == i || !(f.tag(k) == language.TagVBZ || f.tag(k) == language.TagVBP || f.tag(k) == language.TagVBD || f.tag(k) == language.TagMD) {
			continue
		}
		if k < i && i-k > 15 {
			continue
		}
		from, to := f.Subject(k)
		if from < to && f.IsAgent(from, to) && !(from <= i && i < to) {
			c.party, c.from = [2]int{from, to}, min(i, from)
			return true
		}
	}
	return false
}

// by fills in the agent of a passive.
func (f *finder) by(i int, c *claim) {
	for k := i + 1; k < len(f.word) && k < i+8; k++ {
		if f.is(k, "by") {
			if end := f.NounPhrase(k + 1); f.IsAgent(k+1, end) {
				c.party = [2]int{k + 1, end}
			}
			return
		}
	}
}

// promised judges what will be: only one who speaks for himself, or for the
// state that he can bind, promises.
func (f *finder) promised(i int, denied bool, c *claim) bool {
	if c.typ == "breached" && !denied || c.typ == "not kept" {
		return false
	}
	sp := f.SpeakerAt(f.s.Tokens[i].Start)
	if sp.Document {
		return false
	}
	if sp.Source.IsZero() {
		c.typ = "promised"
		c.accuser = c.party
		return f.isPromiseVerb(i) || f.promisedAfter(c)
	}
	if !sp.Binds || !f.IsOwn(c.party[0], c.party[1]) {
		return false
	}
	c.typ = "promised"
	return true
}

// promisedAfter reads "…, the president promised".
func (f *finder) promisedAfter(c *claim) bool {
	for k := c.object[1]; k < len(f.word); k++ {
		switch f.lemma[k] {
		case "promise", "pledge", "vow", "assure":
			for j := k - 1; j >= c.object[1]; j-- {
				if f.is(j, ",") {
					c.accuser = [2]int{j + 1, k}
					return j+1 < k
				}
			}
		}
	}
	return false
}

func (f *finder) isPromiseVerb(i int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		switch f.lemma[k] {
		case "promise", "pledge", "vow", "undertake", "assure":
			return true
		}
	}
	return false
}

// refusal reads "refuses to implement", "failed to honour", "has yet to".
func (f *finder) refusal(i int, c *claim) bool {
	if !f.isVerb(i) {
		return false
	}
	if m, denied := f.auxiliaries(i); m != "" || denied {
		return false
	}
	j := i + 1
	if f.is(j, "to") {
		j++
	}
	for f.tag(j) == language.TagRB {
		j++
	}
	if ks := cues[f.lemmaAt(j)]; len(ks) == 0 || ks[0].pattern != "verb" || ks[0].claim != "kept" {
		return false
	}
	end, ok := f.objectAfter(j)
	if !ok && !f.restsOnText(j) {
		return false
	}
	from, to := f.Subject(i)
	if from >= to || !f.IsAgent(from, to) {
		return false
	}
	c.typ, c.cue, c.party, c.object, c.from = "not kept", [2]int{i, j + 1}, [2]int{from, to}, [2]int{j + 1, max(end, j+1)}, from
	return true
}

// restsOnText reports whether the sentence goes on to name the instrument that
// what is refused rests on: "refuses to implement this project, despite it
// being provided for in the statement".
func (f *finder) restsOnText(j int) bool {
	s := pacta.Span{Start: f.s.Tokens[j].Start, End: f.s.End}
	return f.namesInstrument(s)
}

// noun reads "a violation of the truce", "in breach of the agreement".
func (f *finder) noun(i int, c *claim) bool {
	if f.isVerb(i) || !f.is(i+1, "of") {
		return false
	}
	end := f.NounPhrase(i + 2)
	if !f.isObject(i+2, end) || f.is(i-1, "no", "any", "possible", "potential", "alleged") && f.is(i-2, "no", "any", "without") {
		return false
	}
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if f.tag(k) == language.TagMD || f.is(k, "no", "not", "if", "any", "without", "n't", "prevent", "avoid", "against") {
			return false
		}
	}
	c.object = [2]int{i + 2, end}
	if i <= 2 && f.is(i-1, "in") && f.is(end, ",") { // "in violation of the truce, Norland …"
		if e := f.NounPhrase(end + 1); f.IsAgent(end+1, e) {
			c.party, c.from = [2]int{end + 1, e}, i-1
			return true
		}
	}
	if f.is(end, "by") {
		if e := f.NounPhrase(end + 1); f.IsAgent(end+1, e) {
			c.party = [2]int{end + 1, e}
			return true
		}
	}
	for k := i - 1; k >= 0 && k > i-9; k-- {
		if f.isVerb(k) {
			from, to := f.Subject(k)
			if from < to && f.IsAgent(from, to) && !says[f.lemma[k]] {
				c.party, c.from = [2]int{from, to}, from
			} else if from < to && f.IsAgent(from, to) {
				c.accuser = [2]int{from, to}
			}
			break
		}
	}
	return true
}

var says = words("say", "report", "accuse", "record", "see", "call", "denounce", "condemn", "claim", "register", "protest", "document", "note", "allege", "complain")

// suspension reads "suspended its participation in the treaty".
func (f *finder) suspension(i int, c *claim) bool {
	if !f.isVerb(i) {
		return false
	}
	if m, denied := f.auxiliaries(i); m != "" || denied {
		return false
	}
	if f.isPassive(i) {
		from, to := f.Subject(i)
		if !f.isSuspended(from, to) {
			return false
		}
		c.object, c.from = [2]int{from, to}, from
		f.by(i, c)
		return true
	}
	end := f.NounPhrase(i + 1)
	for end < len(f.word) && f.is(end, "in", "of", "to", "under") {
		end = f.NounPhrase(end + 1)
	}
	if !f.isSuspended(i+1, end) {
		return false
	}
	c.object = [2]int{i + 1, end}
	return f.actor(i, c)
}

func (f *finder) isSuspended(from, to int) bool {
	for j := from; j < to && j < from+8; j++ {
		switch f.lemma[j] {
		case "participation", "membership", "implementation", "application", "operation", "fulfilment", "fulfillment", "compliance", "observance":
			return true
		}
	}
	return f.isObject(from, to)
}

// state reads "the treaty remains in force", "a document that governs ties".
func (f *finder) state(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || f.tag(i) == language.TagVBG && !f.is(i-1, "is", "are") {
		return false
	}
	m, denied := f.auxiliaries(i)
	if m != "" {
		return false
	}
	if denied {
		c.typ = k.denied
	}
	switch f.lemma[i] {
	case "remain":
		if !f.is(i+1, "in", "valid", "binding", "operative", "effective") || f.is(i+1, "in") && !f.is(i+2, "force", "effect") {
			return false
		}
	case "apply":
		if !f.is(i+1, ".", ",", "today", "in", "fully", "to", "still") {
			return false
		}
	case "serve", "become", "function":
		if !f.isRole(i + 1) {
			return false
		}
	}
	from, to := f.Subject(i)
	if !f.IsInstrument(from, to) && !f.relative(i) {
		return false
	}
	if from < to {
		c.object, c.from = [2]int{from, to}, from
	}
	return true
}

// isRole reports whether "as the foundation", "the roadmap" follows at i.
func (f *finder) isRole(i int) bool {
	for k := i; k < len(f.word) && k < i+5; k++ {
		if f.is(k, "foundation", "basis", "roadmap", "framework", "cornerstone", "bedrock", "pillar", "backbone", "guide", "fundament") {
			return true
		}
	}
	return false
}

// relative reports whether a relative pronoun for an instrument is the subject
// of the verb at i.
func (f *finder) relative(i int) bool {
	j := i - 2
	if f.is(j, ",") {
		j--
	}
	return f.is(i-1, "that", "which") && j >= 0 && (objects[f.lemma[j]] || objects[f.word[j]])
}

// source returns who makes the claim at token i.
func (f *finder) source(c *claim) []pacta.Arg {
	if c.accuser[0] < c.accuser[1] {
		s := f.Span(c.accuser[0], c.accuser[1])
		out := f.Codes(s)
		if len(out) == 0 {
			return []pacta.Arg{{Role: "source", Span: s, Value: s.Of(f.a.Doc.Text)}}
		}
		for i := range out {
			out[i].Role = "source"
			if out[i].IsZero() {
				out[i].Span = s
			}
		}
		return out
	}
	sp := f.SpeakerAt(f.s.Tokens[c.cue[0]].Start)
	if !sp.Source.IsZero() {
		v := sp.Source.Value
		if v == "" {
			v = sp.Source.Quote
		}
		out := []pacta.Arg{{Role: "source", Span: sp.Source.Span, Value: v}}
		if sp.Date.Value != "" {
			out = append(out, pacta.Arg{Role: "date", Span: sp.Date.Span, Value: sp.Date.Value})
		}
		return out
	}
	if s := f.attribution(c); !s.IsZero() {
		return []pacta.Arg{{Role: "source", Span: s, Value: s.Of(f.a.Doc.Text)}}
	}
	out := []pacta.Arg{{Role: "source", Value: f.outlet()}}
	if p := f.a.Doc.Published.Value; p != "" {
		out = append(out, pacta.Arg{Role: "date", Value: p})
	}
	return out
}

var attributing = words("say", "note", "state", "add", "stress", "report", "complain", "find", "conclude", "claim", "announce", "declare", "insist", "warn", "argue", "explain", "confirm", "admit")

// attribution returns the words for who speaks at the end of the sentence:
// "…, the fund noted".
func (f *finder) attribution(c *claim) pacta.Span {
	n := len(f.word)
	for k := n - 1; k > c.cue[1] && k > n-4; k-- {
		if !attributing[f.lemma[k]] || !f.isVerb(k) {
			continue
		}
		for j := k - 1; j >= c.cue[1]; j-- {
			if f.is(j, ",") && j+1 < k {
				return f.Span(j+1, k)
			}
		}
	}
	return pacta.Span{}
}

// outlet names whose own words the document holds.
func (f *finder) outlet() string {
	for _, v := range [...]string{f.a.Doc.Outlet.Value, f.a.Doc.Author.Value} {
		if v != "" {
			return v
		}
	}
	return "this report"
}

// emit adds the annotation of c.
func (f *finder) emit(c *claim) {
	from := min(c.from, c.cue[0])
	to := max(c.cue[1], c.object[1], c.party[1])
	f.last = max(c.cue[1], c.object[1])
	x := pacta.Annotation{Kind: pacta.Fulfilment, Type: c.typ, Span: f.Span(from, to), Why: f.word[c.cue[0]]}
	x.Args = append(x.Args, f.partyArgs(c)...)
	x.Args = append(x.Args, pacta.Arg{Role: "cue", Span: f.Span(c.cue[0], c.cue[1])})
	x.Args = append(x.Args, f.instrument(c)...)
	if c.object[0] < c.object[1] {
		x.Args = append(x.Args, pacta.Arg{Role: "commitment", Span: f.Span(c.object[0], c.object[1])})
	}
	x.Args = append(x.Args, f.source(c)...)
	f.a.Add(x)
}

func (f *finder) partyArgs(c *claim) []pacta.Arg {
	if c.party[0] >= c.party[1] {
		return nil
	}
	s := f.Span(c.party[0], c.party[1])
	out := f.Codes(s)
	if len(out) == 0 {
		return []pacta.Arg{{Role: "party", Span: s}}
	}
	for i := range out {
		out[i].Role = "party"
		if out[i].IsZero() {
			out[i].Span = s
		}
	}
	return out
}

// instrument returns the instrument and provision that the claim is about: in
// its object, in its sentence, or the one spoken of last.
func (f *finder) instrument(c *claim) []pacta.Arg {
	var out []pacta.Arg
	sentence := pacta.Span{Start: f.s.Start, End: f.s.End}
	for _, s := range [...]pacta.Span{f.Span(c.object[0], max(c.object[0], c.object[1])), sentence} {
		for _, m := range f.a.Within(pacta.Mention, s) {
			if m.Type == "instrument" && len(out) == 0 {
				out = append(out, pacta.Arg{Role: "instrument", Span: m.Span, Value: m.Value})
			}
		}
	}
	if len(out) == 0 && c.typ != "promised" && !strings.Contains(f.Span(c.object[0], max(c.object[0], c.object[1])).Of(f.a.Doc.Text), "obligations") {
		for _, m := range f.a.Of(pacta.Mention) {
			if m.Start >= f.s.Start {
				break
			}
			if m.Type == "instrument" {
				out = append(out[:0], pacta.Arg{Role: "instrument", Value: m.Value})
			}
		}
	}
	for _, x := range f.a.Within(pacta.Citation, sentence) {
		if x.Type == "provision" {
			return append(out, pacta.Arg{Role: "provision", Span: x.Span, Value: x.Value})
		}
	}
	return out
}

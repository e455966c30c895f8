package commitment

import (
	_ "embed"
	"fmt"
	"strings"

	"pacta/language"
)

//go:embed data/told.tsv
var toldFile string

// A teller is a verb, adjective or noun by which a report tells of a
// commitment, wherever in the sentence its parts stand.
type teller struct {
	modality string
	kind     string // party, speaker, text, state or noun
}

var tellers = parseTellers(toldFile)

// parseTellers reads the lexicon; a line that does not parse is a bug in the
// embedded file.
func parseTellers(file string) map[string][]teller {
	m := map[string][]teller{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			panic(fmt.Sprintf("told.tsv: %q", line))
		}
		for _, w := range strings.Fields(f[2]) {
			m[w] = append(m[w], teller{f[0], f[1]})
		}
	}
	return m
}

// more reads by the tree what the cues left: promises with the recipient or a
// date before the infinitive, promised things, readings of texts, nouns.
func (f *finder) more(sp []stretch) {
	v := f.v
	if !v.parsed() || v.is(v.len()-1, "?") {
		return
	}
	for i := range v.word {
		ts := tellers[v.lemma[i]]
		if v.lemma[i] != v.word[i] && len(tellers[v.word[i]]) > 0 {
			ts = append(ts[:len(ts):len(ts)], tellers[v.word[i]]...)
		}
		if ts == nil || f.isToldAt(i) || f.isCue(i) {
			continue
		}
		sc := f.scanAt(sp, i)
		for _, t := range ts {
			if sc.told(t, i) && f.isFresh(&sc) {
				f.tell(&sc, run{})
				break
			}
			sc.found = nil
		}
	}
	f.siblings(sp)
}

// tell finishes what sc found in a report and emits it.
func (f *finder) tell(sc *scan, basis run) {
	sc.bound()
	sc.trimTails()
	sc.dropDomestic()
	sc.credit(basis)
	for i := range sc.found {
		f.cued = append(f.cued, sc.found[i].cues...)
		if c := &sc.found[i]; !c.whole && len(c.actions) > 0 {
			f.heads = append(f.heads, *c)
		}
	}
	f.emit(sc)
}

// siblings makes clauses of the infinitives that the tree joins to those found:
// "agreed to set aside their dispute for five years, to scrap duties and not to".
func (f *finder) siblings(sp []stretch) {
	v := f.v
	for i := range v.word {
		if v.rel(i) != language.Conj || !v.isBase(i) && !v.isMistakenVerb(i) || f.isToldAt(i) {
			continue
		}
		c := f.headClause(v.head(i))
		if c == nil {
			continue
		}
		sc := f.scanAt(sp, i)
		sc.voice, sc.hi = c.voice, max(sc.hi, i+1)
		n := *c
		n.actions, n.roles, n.inserts, n.end, n.verb, n.denial, n.passive, n.whole = nil, nil, nil, 0, i, 0, false, false
		if n.modality = c.modality; v.is(i-1, "to") && v.isNegation(i-2) {
			n.modality = negation(n.modality)
		}
		n.split = language.TagVB
		if _, ok := sc.finish(&n); ok && f.isFresh(&sc) {
			sc.trimTails()
			f.emit(&sc)
		}
	}
}

// headClause returns the clause found whose action begins with the verb at i,
// nil for none.
func (f *finder) headClause(i int) *clause {
	for k := range f.heads {
		for _, a := range f.heads[k].actions {
			if a.from <= i && i <= a.from+1 {
				return &f.heads[k]
			}
		}
	}
	return nil
}

// scanAt returns a scan of the whole sentence in the voice of token i.
func (f *finder) scanAt(sp []stretch, i int) scan {
	sc := scan{view: f.v, hi: f.v.len(), voice: &f.vs.outlet, vs: f.vs}
	for k := range sp {
		if sp[k].from <= i && i < sp[k].to {
			if sc.voice = sp[k].voice; sc.voice.kind != "outlet" {
				sc.lo, sc.hi = sp[k].from, f.speechEnd(i, sp[k].to)
			}
		}
	}
	return sc
}

// speechEnd returns where the speech that holds token i ends, at least to.
func (f *finder) speechEnd(i, to int) int {
	if sp := f.vs.at(f.v.s.Tokens[i].Start); sp != nil {
		for to < f.v.len() && f.v.s.Tokens[to].Start < sp.End {
			to++
		}
	}
	return to
}

// isToldAt reports whether token i stands in an action that was found.
func (f *finder) isToldAt(i int) bool {
	at := f.v.s.Tokens[i].Start
	for _, t := range f.told {
		if t.Start <= at && at < t.End {
			return true
		}
	}
	return false
}

// isCue reports whether a commitment was found by the word at token i.
func (f *finder) isCue(i int) bool {
	for _, r := range f.cued {
		if r.from <= i && i < r.to {
			return true
		}
	}
	return false
}

// isFresh reports whether nothing that sc found was told before.
func (f *finder) isFresh(sc *scan) bool {
	for i := range sc.found {
		for _, a := range sc.found[i].actions {
			s := sc.span(a.run)
			for _, t := range f.told {
				if s.Start < t.End && t.Start < s.End {
					return false
				}
			}
		}
	}
	return len(sc.found) > 0
}

// told tries the teller at token i.
func (s *scan) told(t teller, i int) bool {
	switch t.kind {
	case "party":
		return s.isTeller(i) && s.toldParty(t, i)
	case "speaker":
		return s.isTeller(i) && s.toldDemand(i)
	case "text":
		return s.isVerb(i) && s.toldText(t, i)
	case "state":
		return s.toldState(t, i)
	case "term":
		return s.term(i)
	case "stance":
		return s.isTeller(i) && s.toldStance(i)
	case "effort":
		return s.toldEffort(i)
	case "noun":
		return s.isNoun(i) && s.toldNoun(t, i)
	}
	return false
}

// isTeller reports whether the verb at i tells what happened: no modal,
// negation or condition stands over it.
func (s *scan) isTeller(i int) bool {
	if !s.isVerb(i) || s.tag(i) == language.TagVB || s.tag(i) == language.TagVBG && !s.is(i-1, "is", "are", "with") {
		return false
	}
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if s.isNegation(k) || s.tag(k) == language.TagMD || s.is(k, "neither", "did", "does", "do", "to", "hardly", "no", "nobody", "reportedly") {
			return false
		}
		if !s.isAdverb(k) && !s.is(k, "has", "have", "had", "is", "are", "was", "were", "been") {
			break
		}
	}
	return !s.isHypothetical(i)
}

// isHypothetical reports whether a clause over token i opens with "if",
// "whether" and the like, or is denied or asked.
func (s *scan) isHypothetical(i int) bool {
	for step := 0; step < 8 && i >= 0; step++ {
		for k := range s.s.Children(i) {
			if k < i && (s.rel(k) == language.Mark || s.rel(k) == language.Advmod) && s.is(k, "if", "unless", "whether", "lest", "until") {
				return true
			}
		}
		h := s.head(i)
		if h >= 0 && (s.rel(i) == language.Ccomp || s.rel(i) == language.Acl) && (s.is(h, "denied", "denies", "deny", "doubt", "doubts", "rumours", "claims", "hope", "hopes", "ask", "asked", "wonder") || s.isNegation(h-1) && says[s.lemma[h]]) {
			return true
		}
		i = h
	}
	return false
}

// infinitiveOf returns the verb of the infinitive that hangs on token i behind
// it, -1 for none.
func (s *scan) infinitiveOf(i int) int {
	for k := range s.s.Children(i) {
		if k <= i || k >= s.hi || !(s.isBase(k) || s.is(k, "be", "have") || s.isMistakenVerb(k)) {
			continue
		}
		switch s.rel(k) {
		case language.Xcomp, language.Advcl, language.Ccomp, language.Acl:
			for j := k - 1; j > i && j > k-4; j-- {
				if s.is(j, "to") {
					return k
				}
			}
		}
	}
	if s.is(i+1, "to") && s.isVerbAt(i+2) && i+2 < s.hi && s.isNoun(i) {
		return i + 2
	}
	for k := range s.s.Children(i) { // "allows the tenant | to build", hung on the tenant
		if k > i && k < s.hi && s.rel(k) == language.Obj && !s.is(k, "right", "duty", "plan", "decision", "attempt", "effort", "way", "chance", "ability", "power") && s.isAgentNoun(k) {
			return s.infinitiveOf(k)
		}
	}
	return -1
}

// isAgentNoun reports whether the noun at k can act.
func (s *scan) isAgentNoun(k int) bool {
	return s.isAgent(run{k, k + 1}) || s.tag(k) == language.TagNNP || reportAgents[s.lemma[k]]
}

// child returns the first dependent of i with the relation behind it.
func (s *scan) child(i int, rel language.Rel) int {
	for k := range s.s.Children(i) {
		if k > i && k < s.hi && s.rel(k).Base() == rel {
			return k
		}
	}
	return -1
}

// who returns the subject of the verb at i, if it can be a party.
func (s *scan) who(i int) (run, bool) {
	from, to := s.treeSubject(i)
	r := run{from, to}
	if r.empty() {
		r, _ = s.subject(i, s.lo)
	} else {
		r.to = s.withAttribute(from, to, i)
	}
	if r.to == r.from+1 && s.in(r.from, relatives) {
		a, b := s.besidePronoun(r.from)
		r = run{a, b}
	}
	return r, !r.empty() && s.isParty(r) && !s.isVague(r)
}

// isParty reports whether a phrase of a report names somebody who can owe
// something between states.
func (s *scan) isParty(r run) bool {
	if r.to-r.from == 2 && s.is(r.from, "the") && s.tag(r.from+1) == language.TagCD {
		return true // "the seven"
	}
	h := s.headNoun(r)
	return (s.isAgent(r) || s.codedParty(r) || h >= 0 && reportAgents[s.lemma[h]]) && s.isPublic(r) && !s.holdsVerb(r) && !s.isDomestic(r)
}

// reportAgents are further nouns for who owes something in reports.
var reportAgents = set("monarchy", "junta", "emirate", "sultanate", "militia", "guerrilla", "rebel", "insurgent", "enemy", "regime", "bloc", "successor", "patriarch", "creditor", "lender", "donor", "islander", "paramilitary", "separatist", "warlord", "clan", "tribe", "caliphate", "duchy", "dynasty", "front", "wing", "camp", "visegrád", "trawler", "boat", "gunman", "gunmen", "family", "herder", "fisherman", "fishermen", "peacekeeper", "newcomer", "applicant", "importer", "exporter", "four", "five", "six", "seven", "nine", "ten", "three", "eight")

// codedParty reports whether a phrase names a state or organisation.
func (s *scan) codedParty(r run) bool { return len(s.codes(r)) > 0 && !s.isInstrument(r) }

// asks completes a clause whose action begins at verb.
func (s *scan) asks(c *clause, verb int) bool {
	to := verb - 1
	for to > 0 && !s.is(to, "to") && to > verb-4 {
		to--
	}
	c.verb, c.split = verb, language.TagVB
	if to > 0 && s.isAdverb(to+1) && to+1 < verb {
		c.verb = to + 1
	}
	no := to - 1
	for s.isAdverb(no) && !s.isNegation(no) {
		no--
	}
	if s.isNegation(no) {
		c.modality, c.denial = negation(c.modality), no
	}
	_, ok := s.finish(c)
	return ok
}

// thing completes a clause whose action is the noun phrase of the noun at n.
func (s *scan) thing(c *clause, n int) bool {
	from, to := s.treePhrase(n)
	if first, _ := s.s.Subtree(n); first < from && s.tag(first) == language.TagDT {
		from = first
	}
	for to < s.hi && s.is(to, "on", "of", "for", "against", "over", "with", "from", "in") && !s.isTerm(to, s.hi) && !s.is(to+1, "exchange", "return") && !s.isDate(to+1) {
		to = s.nounPhraseAt(to+1, s.hi).to
	}
	if from >= to || to > s.hi || s.isPunct(from) {
		return false
	}
	for _, r := range s.things(run{from, to}) {
		c.actions = append(c.actions, deed{r, c.modality})
	}
	c.verb, c.end, c.voice = from, to, s.voice
	if len(c.actions) == 0 {
		return false
	}
	s.found = append(s.found, *c)
	return true
}

// things cuts a noun phrase at its commas and its "and", where each part begins
// like one.
func (s *scan) things(r run) []run {
	var out []run
	from := r.from
	for k := r.from; k <= r.to; k++ {
		if k < r.to && !(s.is(k, ",", "and") && (s.in(k+1, determiners) || s.is(k+1, "to", "on") && s.in(k+2, determiners))) {
			continue
		}
		if p := s.trim(run{from, k}); !p.empty() {
			for s.is(p.from, "to", "on") {
				p.from++
			}
			out = append(out, p)
		}
		from = k + 1
	}
	return out
}

// bound makes whoever a text binds or allows the party, also where the words for
// him do not name an agent: "obliges the island to open its harbours".
func (s *scan) bound() {
	for i := range s.found {
		c := &s.found[i]
		if !c.object || !c.party.empty() || c.subject.empty() || c.modality == "demand" || s.isText(c.subject) || c.verb <= c.subject.from || len(c.actions) == 0 {
			continue
		}
		if _, passive := s.isPassive(c.verb); passive {
			continue
		}
		if a := &c.actions[0]; a.from == c.verb {
			c.party = c.subject
		} else if a.from < c.verb && c.verb < a.to {
			a.from, c.party, c.whole = c.verb, c.subject, false
		}
	}
}

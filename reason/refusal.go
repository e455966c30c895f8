package reason

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/resolve"
)

// A refused act is a report that somebody refuses to do something.
type refused struct {
	object string
	who    []string
	by     string
	date   string
	about  []string // IDs of instruments
	source resolve.Source
	toks   []token // what is refused
	sure   bool    // somebody coded it as not kept
}

// refusals finds promises whose party is reported to refuse them.
func (w *world) refusals() []Tension {
	rs := w.refused()
	byParty := map[string][]*refused{}
	for i := range rs {
		for _, p := range rs[i].who {
			byParty[p] = append(byParty[p], &rs[i])
		}
	}
	type found struct {
		clash clash
		r     *refused
		n     int
	}
	best := map[string]found{} // by promise
	most := map[*refused]int{} // how much of a refusal the promise that fits best shares
	for _, p := range w.promises {
		if p.Modality == "demand" || p.Modality == "consideration" || p.Modality == "permission" || p.negated() {
			continue
		}
		var mine map[string]bool
		for _, party := range p.Parties {
			for _, r := range byParty[party] {
				if mine == nil {
					mine = p.content()
				}
				n := p.shares(r, mine)
				if n == 0 || after(p, r.date) {
					continue
				}
				most[r] = max(most[r], n)
				old, ok := best[p.ID]
				if !ok || n > old.n || n == old.n && len(r.source.Quote) < len(old.r.source.Quote) {
					best[p.ID] = found{clash{kind: Refusal, a: p, parties: []string{party}}, r, n}
				}
			}
		}
	}
	var out []Tension
	for _, p := range w.promises {
		if f, ok := best[p.ID]; ok && f.n == most[f.r] {
			out = append(out, w.refusal(f.clash, f.r))
		}
	}
	return out
}

// after reports whether p was made after date.
func after(p *promise, date string) bool {
	d, err := edtf.Parse(date)
	return err == nil && p.first != edtf.Earliest && d.Last < p.first
}

func (w *world) refusal(c clash, r *refused) Tension {
	t := w.newTension(Refusal, c.a.ID, r.object, c.parties[0])
	who := "the source itself"
	if r.by != "" {
		who = w.name(r.by)
	}
	t.Why = []string{w.describe(c.a), fmt.Sprintf("%s is reported to refuse it, by %s: “%s”.", w.nameAll(c.parties), who, oneLine(r.source.Quote))}
	w.soften(&t, c.a)
	if r.by != "" && string(c.a.By) == r.by {
		t.Why = append(t.Why, "Softened: both rest on one speaker, "+who+".")
		t.SoftenedBy = append(t.SoftenedBy, r.source)
	}
	t.Sources = []resolve.Source{c.a.main, r.source}
	return t.finish()
}

// refused returns the refusals that were gathered: of statements, then of
// events, then of claims, each by ID.
func (w *world) refused() []refused {
	rank := func(r *refused) int { return strings.IndexByte("sef", r.object[0]) }
	slices.SortStableFunc(w.refusing, func(a, b refused) int {
		return cmp.Or(rank(&a)-rank(&b), strings.Compare(a.object, b.object), strings.Compare(a.source.Document, b.source.Document))
	})
	return w.refusing
}

// refused returns what the statements and claims of a document say to be
// refused.
func (w *sheet) refused() []refused {
	var out []refused
	for i := range w.Statements {
		s := &w.Statements[i]
		if w.texts[s.Document] {
			continue // an instrument that lets a party refuse reports no refusal
		}
		for _, src := range s.Sources {
			for _, x := range sentences(src) {
				out = append(out, w.refusedIn(x, s)...)
			}
		}
	}
	for i := range w.Fulfilments {
		f := &w.Fulfilments[i]
		if f.Claim != "not kept" || f.Party == "" {
			continue
		}
		out = append(out, refused{object: f.ID, who: strings.Fields(string(f.Party)), by: string(f.By), date: string(f.Date), about: f.About,
			source: f.Sources[0], toks: tokenize(f.Sources[0].Quote), sure: true})
	}
	return out
}

// refusedBy returns what an event tells to be refused.
func (w *world) refusedBy(e *resolve.Event) []refused {
	if e.Type != "REJECT" || !happened(e.Factuality) || w.texts[e.Sources[0].Document] {
		return nil
	}
	r := refused{object: e.ID, who: plain(e.Actors), date: string(e.Date), source: e.Sources[0]}
	if e.Instrument != "" {
		r.about = []string{string(e.Instrument)}
	}
	if r.read(tokenize(r.source.Quote)) {
		return []refused{r}
	}
	return nil
}

// refusedIn returns the refusals that a sentence of a statement tells of: by
// the speaker, or by the state that is named last before the words.
func (w *sheet) refusedIn(x resolve.Source, s *resolve.Statement) []refused {
	ts := tokenize(x.Quote)
	at, _ := find("refuse", ts, 0)
	if at < 0 {
		if s.Stance != "rejects" || s.Voice == "outlet" {
			return nil
		}
		at = 0
	}
	r := refused{object: s.ID, by: string(cmp.Or(s.Speaker, s.SpeakerName)), date: string(s.Date), about: s.About, source: x}
	for _, n := range w.within(x) {
		if len(n.Value) == 3 && n.Sources[0].Start <= x.Start+ts[at].Start && !governed(x, n.Sources[0]) {
			r.who = []string{string(n.Value)}
		}
	}
	if speaker := strings.Fields(string(s.Speaker)); len(r.who) == 0 && s.Voice == "state" && s.Stance == "rejects" && len(speaker) > 0 && isCode(speaker[0]) {
		r.who = speaker[:1]
	}
	if len(r.who) == 0 || !r.read(ts) {
		return nil
	}
	return []refused{r}
}

// governed reports whether a preposition stands before name in x: "with the
// support of Belmak" does not make Belmak the one who refuses.
func governed(x, name resolve.Source) bool {
	before := tokenize(x.Quote[:max(0, name.Start-x.Start)])
	if n := len(before); n > 0 && before[n-1].word == "the" {
		before = before[:n-1]
	}
	return len(before) > 0 && slices.Contains([]string{"of", "from", "by", "with", "to", "against", "and"}, before[len(before)-1].word)
}

// read takes what is refused from the words, and reports whether it is an act:
// who rejects an accusation refuses nothing, and who refuses to stop goes on.
func (r *refused) read(ts []token) bool {
	at, n := find("refuse", ts, 0)
	if at < 0 || has("possible", ts[max(0, at-2):at]) {
		return false
	}
	r.toks = ts[at+n:]
	near := r.toks[:min(5, len(r.toks))]
	if has("charge", near) || has("contrary act", near[:min(2, len(near))]) {
		return false
	}
	for i, t := range r.toks[:min(8, len(r.toks))] {
		if t.word == "to" && has("contrary act", r.toks[i+1:min(i+2, len(r.toks))]) {
			return false // "the plan of Belmak to suspend the treaty"
		}
	}
	return true
}

func plain(codes []string) []string {
	var out []string
	for _, c := range codes {
		c, _, _ = strings.Cut(c, "/")
		out = append(out, c)
	}
	return set(out)
}

// shares says how much of what r refuses p, whose content is mine, promises; 0
// if nothing shows that it is the same.
func (p *promise) shares(r *refused, mine map[string]bool) int {
	n := 0
	seen := map[string]bool{}
	for _, t := range r.toks {
		if s := stem(t.word); mine[s] && !seen[s] {
			seen[s] = true
			n++
		}
	}
	same := p.inst != nil && slices.Contains(r.about, p.inst.ID) || slices.Contains(r.about, p.ID)
	apart := p.main.Document != r.source.Document
	switch {
	case n >= 3, n >= 2 && !apart, n >= 1 && same && !r.sure, n >= 1 && r.sure && slices.Contains(r.about, p.ID):
		return n + 1
	case !apart && p.before(r) && r.pointsBack():
		return 1
	case !apart && r.sure && (same && p.before(r) || slices.Contains(r.about, p.ID)):
		return 1
	}
	return 0
}

// before reports whether p is told shortly before r, or around it.
func (p *promise) before(r *refused) bool {
	return p.main.Start <= r.source.End && r.source.Start-p.main.End < 150
}

// pointsBack reports whether r refuses to carry out something told before:
// "refuses to implement this project".
func (r *refused) pointsBack() bool {
	near := r.toks[:min(4, len(r.toks))]
	i, n := find("carry out", near, 0)
	return i >= 0 && i+n < len(near) && has("pointing back", near[i+n:i+n+1])
}

// content returns the stems of the words that say what p is about: no grammar,
// no names of states, no words of the title of its instrument.
func (p *promise) content() map[string]bool {
	out := map[string]bool{}
	for _, t := range p.words() {
		if len(t.word) > 3 && !idle[stem(t.word)] && !p.isState(t) {
			out[stem(t.word)] = true
		}
	}
	if p.inst != nil {
		for _, n := range p.inst.Names {
			for _, t := range tokenize(string(n.Value)) {
				if len(n.Value) < 80 {
					delete(out, stem(t.word))
				}
			}
		}
	}
	return out
}

var idle = stemSet(`all any and are been both but each every for from have into its more must not other part parties party
shall should such than that the their them there these they this those under upon which will with without between
agree agreement treaty declaration accord statement article country state take make take place ensure support obligation
commitment provision right issue question matter area cooperation relation side`)

func stemSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[stem(w)] = true
	}
	return out
}

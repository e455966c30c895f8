package reason

import (
	"slices"
	"strings"

	"pacta/resolve"
)

// A Reader takes the objects of a base as they are drawn and keeps of them
// what findings rest on, which is little: instruments and actors first, then
// commitments and events, then the pages of documents.
type Reader struct {
	w   *world
	out []Discrepancy
}

// gathered is what events and pages tell.
type gathered struct {
	said       map[string][]*utterance // by document, where sources of several values stand
	wanted     map[string]bool         // the documents of said
	assaults   []*resolve.Event        // that happened
	wars       map[[2]string]evidence
	parts      map[[2]string]evidence // of a region and the state that somebody calls it a part of
	freezing   []freeze
	refusing   []refused
	judgements []assessment
	figures    map[string][]quantity // by event or instrument
}

func newGathered() gathered {
	return gathered{said: map[string][]*utterance{}, wanted: map[string]bool{}, wars: map[[2]string]evidence{}, parts: map[[2]string]evidence{}, figures: map[string][]quantity{}}
}

// An utterance is who speaks where.
type utterance struct {
	speaker, name, of resolve.Value
	content           []resolve.Source // without their words
}

// Evidence is the first words of a base that show something.
type evidence struct {
	resolve.Source
	object string
}

func (e evidence) before(f evidence) bool {
	if e.Document != f.Document {
		return e.Document < f.Document
	}
	if c := e.Span.Compare(f.Span); c != 0 {
		return c < 0
	}
	return e.object < f.object
}

// kept returns s with words of its own: those of a document keep all of its
// text in memory.
func kept(s resolve.Source) resolve.Source {
	s.Quote = strings.Clone(s.Quote)
	return s
}

// kept is the same for a refusal.
func (r refused) kept() refused {
	r.source = kept(r.source)
	if r.sure {
		r.toks = tokenize(r.source.Quote)
	} else {
		r.read(tokenize(r.source.Quote))
	}
	return r
}

// first keeps the first evidence for each pair.
func first(m map[[2]string]evidence, k [2]string, e evidence) {
	if old, ok := m[k]; !ok || e.before(old) {
		e.Source = kept(e.Source)
		m[k] = e
	}
}

// NewReader returns a Reader that has read nothing.
func NewReader() *Reader { return &Reader{w: newWorld()} }

// Take reads an object of resolve or what a document says of its own date.
func (r *Reader) Take(x any) {
	w := r.w
	switch x := x.(type) {
	case *resolve.Actor:
		w.actor(x)
	case *resolve.Instrument:
		w.instrument(x)
		w.want(x)
	case *resolve.Commitment:
		r.out = append(r.out, modalityDiscrepancies(x)...)
		if p := w.promise(x); p != nil {
			w.promises = append(w.promises, p)
		}
	case *resolve.Event:
		r.event(x)
	case *resolve.Page:
		r.page(x)
	case *Metadata:
		r.out = append(r.out, publicationDiscrepancies(x)...)
	}
}

// want notes where the sources of x stand that may contradict one another.
func (w *world) want(x *resolve.Instrument) {
	claims := x.ReportedDates()
	for _, a := range x.Attributes {
		if len(a.Values) > 1 {
			claims = slices.Concat(claims, a.Values)
		}
	}
	for _, c := range claims {
		for _, s := range c.Sources {
			w.wanted[s.Document] = true
		}
	}
}

func (r *Reader) event(e *resolve.Event) {
	w := r.w
	if len(e.Sources) == 0 {
		return
	}
	if e.Type == "ASSAULT" && happened(e.Factuality) {
		w.assaults = append(w.assaults, &resolve.Event{ID: e.ID, Actors: e.Actors, Recipients: e.Recipients, Sources: e.Sources[:1:1]})
	}
	w.refusing = append(w.refusing, w.refusedBy(e)...)
	if qs := quantitiesOf(e); len(qs) > 0 {
		r.out = append(r.out, compareQuantities(e.ID, distinct(qs))...)
	}
}

// page reads what one document says.
func (r *Reader) page(x *resolve.Page) {
	w := r.w
	p := &sheet{world: w, Page: x}
	p.gatherPassages()
	r.out = append(r.out, p.slips()...)
	p.quantities()
	for _, r := range p.refused() {
		w.refusing = append(w.refusing, r.kept())
	}
	for _, f := range p.freezes() {
		f.Source, f.names = kept(f.Source), nil
		w.freezing = append(w.freezing, f)
	}
	p.evidence()
	for i := range x.Statements {
		s := &x.Statements[i]
		for _, a := range p.judged(s) {
			a.source = kept(a.source)
			w.judgements = append(w.judgements, a)
		}
		if w.wanted[x.Document] {
			w.say(s)
		}
	}
}

func (w *world) say(s *resolve.Statement) {
	said := &utterance{speaker: s.Speaker, name: resolve.Value(strings.Clone(string(s.SpeakerName))), of: s.Affiliation}
	for _, c := range s.Content {
		said.content = append(said.content, resolve.Source{Document: c.Document, Span: c.Span})
	}
	w.said[s.Document] = append(w.said[s.Document], said)
}

// evidence notes who is at war and what is called a part of what.
func (p *sheet) evidence() {
	for i := range p.passages {
		x := &p.passages[i]
		codes := x.codes()
		if len(codes) < 2 {
			continue
		}
		ts := tokenize(x.Quote)
		war, part := has("hostile", ts), has("part of", ts)
		for i, a := range codes {
			for _, b := range codes[i+1:] {
				if war && x.hostile(ts, a, b) {
					first(p.wars, [2]string{a, b}, evidence{x.Source, x.object})
				}
				if part && x.says(ts, a, b) {
					first(p.parts, [2]string{a, b}, evidence{x.Source, x.object})
				}
				if part && x.says(ts, b, a) {
					first(p.parts, [2]string{b, a}, evidence{x.Source, x.object})
				}
			}
		}
	}
}

// codes returns the codes that p names, in order.
func (p *passage) codes() []string {
	var out []string
	for _, n := range p.names {
		out = append(out, string(n.Value))
	}
	return set(out)
}

// Findings draws all findings from what r has read, each list ordered by ID.
func (r *Reader) Findings() *Findings {
	w := r.w
	slices.SortFunc(w.promises, func(a, b *promise) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(w.assaults, func(a, b *resolve.Event) int { return strings.Compare(a.ID, b.ID) })
	f := &Findings{Discrepancies: slices.Clone(r.out), Tensions: w.tensions()}
	for _, id := range sortedKeys(w.instruments) {
		f.Discrepancies = append(f.Discrepancies, w.instrumentDiscrepancies(w.instruments[id])...)
	}
	f.Discrepancies = append(f.Discrepancies, w.assessments()...)
	f.Discrepancies = append(f.Discrepancies, w.quantities()...)
	f.Tensions = byID(f.Tensions, func(t *Tension) string { return t.ID })
	f.Discrepancies = byID(f.Discrepancies, func(d *Discrepancy) string { return d.ID })
	return f
}

// pages returns what each document of b says, by document.
func pages(b *resolve.Base) []*resolve.Page {
	all := map[string]*resolve.Page{}
	page := func(document string) *resolve.Page {
		if all[document] == nil {
			all[document] = &resolve.Page{Document: document}
		}
		return all[document]
	}
	name := func(cs []resolve.Claim) {
		for _, c := range cs {
			p := page(c.Sources[0].Document)
			p.Names = append(p.Names, c)
		}
	}
	for _, x := range b.Statements {
		p := page(x.Document)
		p.Statements = append(p.Statements, x)
		name(x.Named)
	}
	for i := range b.Commitments {
		name(b.Commitments[i].Named)
	}
	for i := range b.Events {
		e := &b.Events[i]
		name(e.Named)
		for _, s := range e.Sources {
			if happened(e.Factuality) {
				p := page(s.Document)
				p.Events = append(p.Events, resolve.Told{Source: s, Event: e.ID, Date: e.Date})
			}
		}
	}
	for _, f := range b.Fulfilments {
		p := page(f.Sources[0].Document)
		p.Fulfilments = append(p.Fulfilments, f)
	}
	for i := range b.Instruments {
		for _, n := range b.Instruments[i].Names {
			for _, s := range n.Sources {
				p := page(s.Document)
				p.Mentions = append(p.Mentions, resolve.Mention{Source: s, Instrument: b.Instruments[i].ID})
			}
		}
	}
	var out []*resolve.Page
	for _, d := range sortedKeys(all) {
		p := all[d]
		slices.SortFunc(p.Names, compareNames)
		p.Names = slices.CompactFunc(p.Names, func(a, b resolve.Claim) bool { return compareNames(a, b) == 0 })
		out = append(out, p)
	}
	return out
}

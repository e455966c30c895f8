package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pacta"
	"pacta/edtf"
)

// A report is one event as one document tells it.
type report struct {
	in         *Input
	typ, mode  string
	life       string
	actors     []string
	recipients []string
	instrument string
	date       string
	when       moment // date
	place      string
	factuality string
	sources    []Source
	named      []Claim
	sides      []side // of the decisions that name it
}

func (r *report) decisions() []side { return r.sides }

// lifeTypes gives the PLOVER type of each step in the life of an instrument,
// for those that no event was coded for.
var lifeTypes = map[string]string{
	"negotiated": "CONSULT", "signed": "SUPPORT", "ratified": "SUPPORT", "in force": "SUPPORT", "extended": "SUPPORT", "amended": "SUPPORT",
	"suspended": "SANCTION", "frozen": "SANCTION", "withdrawn": "SANCTION", "terminated": "SANCTION", "expired": "SANCTION",
}

// events joins the reports of one event: the same type and step, the same
// states, and dates that agree as far as they go.
func events(blocks map[string][]*report, l *links) []Event {
	var out []Event
	var decided [][]*report
	for _, k := range slices.Sorted(maps.Keys(blocks)) {
		for _, g := range groupReports(blocks[k]) {
			if named(g, (*report).decisions) {
				decided = append(decided, g)
				continue
			}
			out = append(out, joinReports(g))
		}
		delete(blocks, k)
	}
	for _, g := range regroup(decided, l, (*report).decisions) {
		slices.SortFunc(g, compareReports)
		e := joinReports(g)
		e.Links = l.reasons(sidesOf(g, (*report).decisions))
		out = append(out, e)
	}
	return byID(out, func(x *Event) string { return x.ID })
}

// reports adds the events of d to those of other documents; a step in the life
// of an instrument joins the event that the same words were coded as.
func (d *document) reports(blocks map[string][]*report) {
	var out []*report
	for j := range d.Annotations {
		x := &d.Annotations[j]
		if x.Kind == pacta.Event {
			out = append(out, newReport(d, x))
		}
	}
	coded := len(out)
	for j := range d.Annotations {
		x := &d.Annotations[j]
		if x.Kind != pacta.Life {
			continue
		}
		r := newReport(d, x)
		r.life, r.typ, r.mode = x.Type, lifeTypes[x.Type], ""
		if e := overlapping(out[:coded], r, x); e != nil {
			e.life, e.instrument, e.date = r.life, cmp.Or(r.instrument, e.instrument), cmp.Or(e.date, r.date)
			continue
		}
		out = append(out, r)
	}
	spans, types := make([]pacta.Span, len(out)), make([]string, len(out))
	for i, r := range out {
		spans[i], types[i] = r.sources[0].Span, r.typ
	}
	for i, sides := range d.links.sides("event", d.ID, spans, types) {
		out[i].sides = sides
	}
	for _, r := range out {
		blocks[r.block()] = append(blocks[r.block()], r)
	}
}

func newReport(d *document, x *pacta.Annotation) *report {
	return &report{in: d.head, typ: x.Type, mode: x.Value, actors: set(append(x.Values("actor"), x.Values("party")...)), recipients: set(x.Values("recipient")),
		date: x.ValueOf("date"), place: x.ValueOf("place"), factuality: cmp.Or(x.ValueOf("factuality"), "done"),
		sources: []Source{source(d.ID, x.Span, x.Quote)}, instrument: d.refs.of(d.ID, x.ValueOf("instrument")), named: d.named(x.Span)}
}

// overlapping returns the event whose cue is that of the step x.
func overlapping(events []*report, r *report, x *pacta.Annotation) *report {
	cue, ok := x.Arg("cue")
	for _, e := range events {
		if e.life == "" && e.factuality == r.factuality && ok && e.sources[0].Contains(cue.Span) && (e.typ == r.typ || e.typ == "AGREE") {
			return e
		}
	}
	return nil
}

// states returns the state or organisation codes of actors, without sectors.
func states(codes ...[]string) []string {
	var out []string
	for _, cs := range codes {
		for _, c := range cs {
			code, rest, _ := strings.Cut(c, "/")
			if rest != "" && (code == "IGO" || code == "NGO") {
				code = rest
			}
			out = append(out, code)
		}
	}
	return set(out)
}

// block returns what two reports must share to be compared at all. Steps in
// the life of an instrument meet by instrument, other events by their actors.
func (r *report) block() string {
	if r.life != "" && r.instrument != "" {
		return "life|" + r.life + "|" + r.instrument + "|" + kindOfFact(r.factuality)
	}
	all := states(r.actors, r.recipients)
	if len(all) == 0 {
		return "alone|" + r.in.ID + "|" + itoa(r.sources[0].Start) + r.typ
	}
	return r.typ + "|" + strings.Join(all, " ") + "|" + kindOfFact(r.factuality)
}

// kindOfFact separates what happened from what was only planned, refused or
// thought of.
func kindOfFact(factuality string) string {
	if happened(factuality) {
		return "done"
	}
	return factuality
}

// groupReports returns reports in groups of one event each.
func groupReports(rs []*report) [][]*report {
	for _, r := range rs {
		r.when = momentOf(r.date)
	}
	slices.SortFunc(rs, compareReports)
	var groups [][]*report
	byDate := map[datePlace][]int{} // the groups that a report may join, see below
	for _, r := range rs {
		at := -1
		for k := range r.dates(1) {
			for _, i := range byDate[k] {
				if (at < 0 || i < at) && r.same(groups[i][0]) {
					at = i
				}
			}
		}
		if at >= 0 {
			groups[at] = append(groups[at], r)
			continue
		}
		for k := range r.dates(0) {
			byDate[k] = append(byDate[k], len(groups))
		}
		groups = append(groups, []*report{r})
	}
	return groups
}

func compareReports(a, b *report) int {
	return cmp.Or(a.when.coarseness()-b.when.coarseness(), strings.Compare(a.date, b.date), strings.Compare(a.in.ID, b.in.ID), compareSources(a.sources[0], b.sources[0]))
}

// A datePlace is where a group is looked for: a day, or a date that stands for
// itself because it is missing or too coarse to meet another.
type datePlace struct {
	day  edtf.Day
	text string
}

// dates yields the places of r's date and of those within days of it. Two
// reports that are the same share one.
func (r *report) dates(days edtf.Day) func(yield func(datePlace) bool) {
	return func(yield func(datePlace) bool) {
		switch {
		case r.step():
			yield(datePlace{}) // all of a block: a step without a date meets every date
		case r.date == "":
			yield(datePlace{text: "in " + r.in.ID})
		case !r.when.fine():
			yield(datePlace{text: "on " + r.date})
		default:
			for d := r.when.First - days; d <= r.when.Last+days; d++ {
				if !yield(datePlace{day: d}) {
					return
				}
			}
		}
	}
}

// step reports whether r tells of a step in the life of a known instrument.
func (r *report) step() bool { return r.life != "" && r.instrument != "" }

// once are the steps that an instrument takes a single time; the others each
// party takes for itself, or again.
var once = map[string]bool{"signed": true, "in force": true, "terminated": true, "expired": true}

// same reports whether two reports of a block tell of one event. For steps in
// the life of an instrument dates agree as far as they go; for others they
// must meet within a day. Another event without a date joins only within its
// own document.
func (r *report) same(q *report) bool {
	if r.step() && r.life == q.life && r.instrument == q.instrument {
		if once[r.life] {
			return r.when.agrees(q.when, 31)
		}
		return r.when.agrees(q.when, 1) && (len(r.actors) == 0 || len(q.actors) == 0 || slices.Equal(states(r.actors), states(q.actors)))
	}
	if r.date == "" || q.date == "" {
		return r.in == q.in && r.mode == q.mode && r.date == q.date && r.place == q.place
	}
	return r.when.near(q.when, 1) && (r.place == q.place || r.place == "" || q.place == "")
}

func joinReports(g []*report) Event {
	r := g[0]
	e := Event{Object: "event", Block: r.block(), Type: r.typ, Mode: Value(r.mode), Life: Value(r.life), Instrument: Value(r.instrument), Factuality: r.factuality}
	var actors, recipients []string
	copied := copies{}
	for _, q := range g {
		actors, recipients = append(actors, q.actors...), append(recipients, q.recipients...)
		e.Date, e.Place = cmp.Or(e.Date, Value(q.date)), cmp.Or(e.Place, Value(q.place))
		e.Instrument, e.Life = cmp.Or(e.Instrument, Value(q.instrument)), cmp.Or(e.Life, Value(q.life))
		e.Shown = append(e.Shown, q.sources...)
		if e.Named == nil {
			e.Named = slices.Clip(q.named)
		} else {
			e.Named = append(e.Named, q.named...)
		}
		copied.add(q.in.ID, q.in.text())
	}
	e.Actors, e.Recipients, e.Shown = set(actors), set(recipients), sorted(e.Shown)
	e.Reports, e.Texts = copies(nil).texts(e.Shown), copied.texts(e.Shown)
	e.Sources, _ = first(e.Shown)
	e.Named = inOrder(e.Named)
	first := e.Sources[0]
	e.ID = makeID('e', r.block(), string(e.Date), strings.Join(states(e.Actors, e.Recipients), " "), first.Document, itoa(first.Start), itoa(first.End))
	return e
}

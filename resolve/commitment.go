package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"pacta"
)

func itoa(n int) string { return strconv.Itoa(n) }

// layers orders whose words a commitment stands in, the firmest first.
var layers = []string{"text", "paraphrase", "assurance", "demand", "reading"}

// A promise is a commitment as one document says it.
type promise struct {
	*pacta.Annotation
	in         *Input
	instrument string
	parties    []string
	words      []string // distinct content words of the action, in order
	layer      string
	named      []Claim
	sides      []side // of the decisions that name it
}

// commitments joins the same promise in several reports: of one instrument
// and the same parties, with the same conduct promised. How firmly it binds
// does not keep two apart: that is a disagreement of the sources.
func commitments(blocks map[string][]*promise, l *links) []Commitment {
	var out []Commitment
	var decided [][]*promise
	for _, k := range slices.Sorted(maps.Keys(blocks)) {
		for _, g := range groupPromises(blocks[k]) {
			if named(g, (*promise).decisions) {
				decided = append(decided, g)
				continue
			}
			out = append(out, join(g))
		}
		delete(blocks, k)
	}
	for _, g := range regroup(decided, l, (*promise).decisions) {
		slices.SortFunc(g, comparePromises)
		c, sides := join(g), sidesOf(g, (*promise).decisions)
		c.Links = l.reasons(sides)
		if off := l.splitOff(sides); off != "" {
			c.ID = makeID('c', c.ID, off)
		}
		out = append(out, c)
	}
	return byID(out, func(x *Commitment) string { return x.ID })
}

// promises adds the promises of d to those of other documents.
func (d *document) promises(blocks map[string][]*promise) {
	var ps []*promise
	var spans []pacta.Span
	var types []string
	for j := range d.Annotations {
		if x := &d.Annotations[j]; x.Kind == pacta.Commitment {
			ps, spans, types = append(ps, newPromise(d, x)), append(spans, x.Span), append(types, x.Type)
		}
	}
	for i, sides := range d.links.sides("commitment", d.ID, spans, types) {
		ps[i].sides = sides
	}
	for _, p := range ps {
		blocks[p.block()] = append(blocks[p.block()], p)
	}
}

func (p *promise) decisions() []side { return p.sides }

func newPromise(d *document, x *pacta.Annotation) *promise {
	kept := *x
	kept.Args = slices.Clone(x.Args)
	for i := range kept.Args {
		if a := &kept.Args[i]; speaks(a.Role) {
			a.Value = d.people.inFull(a.Value, "")
		}
	}
	p := &promise{Annotation: &kept, in: d.head, instrument: cmp.Or(d.refs.of(d.ID, x.ValueOf("instrument")), d.own), named: d.named(x.Span), parties: set(x.Values("party")),
		layer: cmp.Or(x.ValueOf("layer"), "paraphrase")}
	action := x.Quote
	if a, ok := x.Arg("action"); ok && a.Quote != "" {
		action = a.Quote
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(action), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if w = verbStem(stem(w)); len(w) > 2 && !stop[w] && !weak[w] {
			p.words = append(p.words, w)
		}
	}
	p.words = set(p.words)
	return p
}

// weak are verbs that carry the promise, not its content.
var weak = map[string]bool{"shall": true, "will": true, "may": true, "must": true, "consider": true, "agre": true, "undertak": true, "other": true, "another": true}

// verbStem cuts -ing, -ed and -e, so that "providing", "provided" and
// "provide" meet.
func verbStem(w string) string {
	for _, end := range []string{"ing", "ed", "e"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) > 3 {
			return base
		}
	}
	return w
}

// block returns what two promises must share to be compared at all.
func (p *promise) block() string {
	if p.instrument != "" {
		return p.instrument
	}
	return strings.Join(p.parties, " ") + "|" + strings.Join(set(p.Values("beneficiary")), " ") + "|" + spoken(p.layer)
}

// spoken separates what a speaker says from what an instrument holds.
func spoken(layer string) string {
	if layer == "assurance" || layer == "demand" {
		return layer
	}
	return "instrument"
}

// groupPromises returns the promises of a block in groups of one commitment
// each. The firmest comes first and draws to it what says the same.
func groupPromises(ps []*promise) [][]*promise {
	slices.SortFunc(ps, comparePromises)
	var groups [][]*promise
	having := map[string][]int{} // the groups whose first promise has a word
	var common []int             // how many words each group shares with p
	for _, p := range ps {
		var met []int
		for _, w := range p.words {
			for _, i := range having[w] {
				if common[i]++; common[i] == 1 {
					met = append(met, i)
				}
			}
		}
		at := -1
		for _, i := range met {
			if (at < 0 || i < at) && p.same(groups[i][0], common[i]) {
				at = i
			}
			common[i] = 0
		}
		if at >= 0 {
			groups[at] = append(groups[at], p)
			continue
		}
		for _, w := range p.words {
			having[w] = append(having[w], len(groups))
		}
		groups, common = append(groups, []*promise{p}), append(common, 0)
	}
	return groups
}

func comparePromises(a, b *promise) int {
	return cmp.Or(slices.Index(layers, a.layer)-slices.Index(layers, b.layer), strings.Compare(a.in.Published, b.in.Published),
		strings.Compare(a.in.ID, b.in.ID), a.Annotation.Compare(b.Annotation))
}

// same reports whether two promises of a block, which have common words in
// common, are one.
func (p *promise) same(q *promise, common int) bool {
	if spoken(p.layer) != spoken(q.layer) || p.in == q.in && p.layer == q.layer && p.layer == "text" && p.Span != q.Span {
		return false
	}
	if len(p.parties) > 0 && len(q.parties) > 0 && !slices.Equal(p.parties, q.parties) {
		return false
	}
	a, b := p.ValueOf("provision"), q.ValueOf("provision")
	if a != "" && b != "" && a != b {
		return false
	}
	least, most := min(len(p.words), len(q.words)), max(len(p.words), len(q.words))
	if least == 0 {
		return false
	}
	return common*10 >= least*7 && (common >= 2 && common*10 >= most*3 || common == most)
}

// join puts the reports of one promise together. What binds and how is taken
// from the firmest of them; what only others say is filled in.
func join(g []*promise) Commitment {
	p := g[0]
	c := Commitment{Object: "commitment", ID: makeID('c', p.block(), strings.Join(p.parties, " "), strings.Join(p.words, " "), p.layer),
		Block: p.block(), Instrument: Value(p.instrument), Modality: p.Type, Layer: p.layer, Area: Value(p.Annotation.Value)}
	var parties, beneficiaries, areas []string
	modalities, copied := tally{}, copies{}
	for _, q := range g {
		if len(parties) == 0 {
			parties = q.parties
		}
		beneficiaries = append(beneficiaries, q.Values("beneficiary")...)
		if q.Annotation.Value != "" {
			areas = append(areas, q.Annotation.Value)
		}
		areas = append(areas, q.Values("area")...)
		c.fill(q)
		s := source(q.in.ID, q.Span, q.Quote)
		modalities.add(q.Type, s)
		if len(c.Phrases) < keep {
			c.Phrases = append(c.Phrases, phrases(q.in, q.Annotation)...)
		}
		c.Shown = append(c.Shown, s)
		copied.add(q.in.ID, q.in.text())
	}
	c.Parties, c.Beneficiaries, c.Areas = set(parties), set(beneficiaries), set(areas)
	c.Modalities, c.Shown = modalities.claims(copied), sorted(c.Shown)
	c.Reports, c.Texts = copies(nil).texts(c.Shown), copied.texts(c.Shown)
	c.Sources, _ = first(c.Shown)
	c.Named = p.named
	return c
}

// fill takes over from q what c does not say yet.
func (c *Commitment) fill(q *promise) {
	for _, f := range []struct {
		to   *Value
		role string
	}{
		{&c.Action, "action"}, {&c.Condition, "condition"}, {&c.Purpose, "purpose"}, {&c.Basis, "basis"},
		{&c.Saving, "saving"}, {&c.Deadline, "deadline"}, {&c.Duration, "duration"},
	} {
		if a, ok := q.Arg(f.role); ok && *f.to == "" {
			*f.to = Value(a.Quote)
		}
	}
	c.Provision = cmp.Or(c.Provision, Value(q.ValueOf("provision")))
	c.By = cmp.Or(c.By, Value(q.ValueOf("by")))
	c.Date = cmp.Or(c.Date, Value(cmp.Or(q.ValueOf("date"), day(q.in.Published))))
	c.Area = cmp.Or(c.Area, Value(q.Annotation.Value))
}

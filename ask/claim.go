package ask

import (
	"cmp"
	"slices"
	"strings"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// claims adds what is claimed about the keeping of something.
func (r *reader) claims(a *Answer, f treatybase.Filter, keep func(*resolve.Fulfilment) bool) error {
	f.Limit = 200
	xs, _, err := r.b.Fulfilments(r.ctx, f)
	if err != nil {
		return err
	}
	for i := range xs {
		x := &xs[i]
		if !keep(x) || len(x.Sources) == 0 {
			continue
		}
		label := x.Claim + ", according to " + r.name(string(cmp.Or(x.By, "the source itself")))
		if x.Party != "" {
			label = r.name(string(x.Party)) + ": " + label
		}
		s := x.Sources[0]
		if len(s.Quote) < 60 {
			s = r.sentence(s)
		}
		a.Parts = append(a.Parts, Part{label, oneLine(s.Quote), x.ID, s})
	}
	return nil
}

// fulfilment answers who says that something is kept or not. The base itself
// never says so.
func (r *reader) fulfilment(a *Answer) (bool, error) {
	if !r.q.says("fulfil*", "kept", "keep", "keeps", "broken", "broke", "breach*", "violat*", "complied", "comply", "complies", "compliance", "implement*", "honour*", "honor*", "respected", "observed", "carried out") {
		return false, nil
	}
	f := treatybase.Filter{}
	if r.x != nil {
		f.Instrument = r.x.ID
	}
	parties := r.q.codes
	keep := func(x *resolve.Fulfilment) bool {
		if r.x != nil && r.sure {
			return x.Claim != "operative"
		}
		return x.Claim != "operative" && (slices.Contains(parties, string(x.Party)) || slices.Contains(parties, string(x.By)))
	}
	if err := r.claims(a, f, keep); err != nil {
		return false, err
	}
	if len(a.Parts) == 0 {
		return false, nil
	}
	a.listed()
	if slices.ContainsFunc(a.Parts, isKept) && slices.ContainsFunc(a.Parts, isNotKept) && a.speakers() > 1 {
		a.Kind = Disagreement
	}
	return true, nil
}

func isKept(p Part) bool {
	return strings.HasPrefix(p.Label, "kept") || strings.Contains(p.Label, ": kept")
}

func isNotKept(p Part) bool {
	return strings.Contains(p.Label, "not kept") || strings.Contains(p.Label, "breached")
}

// speakers counts who speaks in the parts.
func (a *Answer) speakers() int {
	who := map[string]bool{}
	for _, p := range a.Parts {
		_, by, _ := strings.Cut(p.Label, "according to ")
		who[by] = true
	}
	return len(who)
}

// disagreements answers where sources give different values.
func (r *reader) disagreements(a *Answer) (bool, error) {
	if !r.q.says("disagree", "disagreement*", "discrepanc*", "sources differ", "reports differ", "contradict each other", "different dates", "inconsisten*") {
		return false, nil
	}
	f := treatybase.Filter{Limit: 50}
	if r.x != nil && r.sure {
		f.About = r.x.ID
	}
	ds, _, err := r.b.Discrepancies(r.ctx, f)
	if err != nil {
		return false, err
	}
	q := r.q.without("disagree", "disagreement", "disagreements", "discrepancy", "discrepancies", "differ", "contradict", "inconsistent", "different", "sources", "dates")
	for _, d := range ds {
		if f.About == "" && (len(q.words) == 0 && d.Level != reason.Serious || len(q.words) > 0 && !q.touches(&d)) {
			continue
		}
		for _, p := range d.Positions {
			label := d.Attribute
			if p.By != "" {
				label += ", " + r.name(string(p.By))
			}
			a.add(label, string(p.Value), d.ID, p.Sources)
		}
	}
	if len(a.Parts) == 0 {
		return false, nil
	}
	a.Kind = Disagreement
	return true, nil
}

// touches reports whether the words of d have at least half of those of q.
func (q *question) touches(d *reason.Discrepancy) bool {
	var b strings.Builder
	b.WriteString(d.Attribute)
	for _, p := range d.Positions {
		b.WriteString(" " + string(p.Value))
		for _, s := range p.Sources {
			b.WriteString(" " + s.Quote)
		}
	}
	return 2*q.shared(b.String()) >= len(q.words)
}

// refusals answers who refuses what was promised.
func (r *reader) refusals(a *Answer) (bool, error) {
	if !r.q.says("refuse*", "refusing", "refusal") || len(r.who) > 0 {
		return false, nil
	}
	ts, _, err := r.b.Tensions(r.ctx, treatybase.Filter{Type: reason.Refusal, Limit: 200})
	if err != nil {
		return false, err
	}
	q := r.q.without("refuse", "refuses", "refused", "refusing", "refusal", "promise", "promised")
	for _, t := range ts {
		words := ""
		for _, s := range t.Sources {
			words += " " + s.Quote
		}
		if len(t.Sources) > 1 && 2*q.shared(words) >= len(q.words) {
			whole := r.sentence(t.Sources[1])
			a.Parts = append(a.Parts, Part{r.name(string(t.Party)) + ", reported to refuse", oneLine(whole.Quote), t.ID, whole})
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// tensions answers where promises may collide.
func (r *reader) tensions(a *Answer) (bool, error) {
	if !r.q.says("collide*", "collision*", "conflict with", "conflicts with", "contradict", "contradicts", "at odds", "incompatible", "compatible", "tension", "tensions", "clash*") {
		return false, nil
	}
	ts, _, err := r.b.Tensions(r.ctx, treatybase.Filter{Limit: 200})
	if err != nil {
		return false, err
	}
	for _, t := range ts {
		if !r.touches(&t) {
			continue
		}
		for i, s := range t.Sources {
			label := t.Kind
			if i > 0 {
				label = "against"
			}
			a.Parts = append(a.Parts, Part{label, oneLine(s.Quote), t.ID, s})
			if i == 1 {
				break
			}
		}
		for _, s := range t.SoftenedBy {
			a.Parts = append(a.Parts, Part{"softened by", oneLine(s.Quote), t.ID, s})
		}
	}
	return a.listed(), nil
}

// touches reports whether t is about the states that the question names: its
// party is one of them, and its words or reasons name the others.
func (r *reader) touches(t *reason.Tension) bool {
	if len(r.q.codes) == 0 {
		return true
	}
	why := strings.Join(t.Why, " ")
	for i, c := range r.q.codes {
		if !strings.Contains(why, r.name(c)) && string(t.Party) != c {
			return false
		}
		if i == 0 && len(r.q.codes) > 2 && string(t.Party) != c {
			return false
		}
	}
	return true
}

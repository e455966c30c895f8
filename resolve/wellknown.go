package resolve

import (
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/gazetteer"
)

// wellKnown recognises the instruments of the gazetteer.
type wellKnown struct {
	names  *gazetteer.Gazetteer
	byDate map[string][]*gazetteer.Entry
}

func newWellKnown(names *gazetteer.Gazetteer) *wellKnown {
	k := &wellKnown{names, map[string][]*gazetteer.Entry{}}
	for e := range names.All() {
		if e.Kind == gazetteer.Instrument && e.Date != "" && len(e.Parties) > 1 {
			k.byDate[e.Date] = append(k.byDate[e.Date], e)
		}
	}
	return k
}

// recognise sets r.known: by the name that the extractor found, unless what
// the document says of the date contradicts it (two agreements of one place
// and different years), or by day and parties. What the gazetteer knows then
// counts when r is compared with other records.
func (k *wellKnown) recognise(r *record) {
	e := k.names.ByID(r.locals[0].value)
	if e == nil || e.Kind != gazetteer.Instrument || contradicts(r, e) {
		e = k.byDayAndParties(r)
	}
	if e == nil {
		return
	}
	r.known = e.ID
	if len(e.Parties) > 1 {
		r.party = set(e.Parties)
	}
	if d, err := edtf.Parse(e.Date); err == nil {
		r.days = append(r.days, d)
	}
	addSubject(r.subject, e.Name)
	for _, id := range e.Parties {
		if party := k.names.ByID(id); party != nil {
			addSubject(r.members, party.Name)
		}
	}
	dropParties(r.subject, r.members)
	r.setKey()
}

// contradicts reports whether all dates that a document gives lie more than a
// year from that of e.
func contradicts(r *record, e *gazetteer.Entry) bool {
	known, err := edtf.Parse(e.Date)
	if err != nil || len(r.days) == 0 {
		return false
	}
	return !slices.ContainsFunc(r.days, func(d edtf.Interval) bool {
		return d.First-known.Last < 366 && known.First-d.Last < 366
	})
}

// byDayAndParties returns the only well-known instrument that the parties of r
// signed on a day that r gives, nil if there is none.
func (k *wellKnown) byDayAndParties(r *record) *gazetteer.Entry {
	var found *gazetteer.Entry
	for _, d := range r.days {
		if !d.IsDay() {
			continue
		}
		for _, e := range k.byDate[d.First.String()] {
			if !slices.Equal(set(e.Parties), r.party) || !sameSort(r.kinds, e.Type) {
				continue
			}
			if found != nil && found != e {
				return nil
			}
			found = e
		}
	}
	return found
}

// sameSort reports whether a document may call an instrument of type typ by
// one of kinds.
func sameSort(kinds []string, typ string) bool {
	return len(kinds) == 0 || slices.ContainsFunc(kinds, func(x string) bool {
		return looseTypes[x] || strings.EqualFold(x, typ)
	})
}

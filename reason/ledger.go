package reason

import (
	"cmp"
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/resolve"
)

// An Entry is a line of a status ledger: a step that some source reports for
// one party, or for all of them. What no source says has no line: an
// instrument that was signed is not thereby in force.
type Entry struct {
	Party   string           `json:"party"` // "" where the source names none: it holds for all
	State   string           `json:"state"` // a step of life, or a claim about keeping
	Date    resolve.Value    `json:"date"`
	By      resolve.Value    `json:"by"` // who claims it, where it is a claim
	Sources []resolve.Source `json:"sources"`
}

// Ledger returns what sources report of the status of x, as a time line: the
// steps of its life, party by party, and who claims what about its keeping.
func Ledger(x *resolve.Instrument, claims []resolve.Fulfilment) []Entry {
	var out []Entry
	for _, s := range x.Status {
		parties := strings.Fields(string(s.Party))
		if s.State == "signed" || len(parties) == 0 {
			parties = []string{""}
		}
		for _, p := range parties {
			out = append(out, Entry{Party: p, State: s.State, Date: stepDate(x, s), By: s.By, Sources: s.Sources})
		}
	}
	for _, f := range claims {
		if slices.Contains(f.About, x.ID) {
			out = append(out, Entry{Party: string(f.Party), State: f.Claim, Date: f.Date, By: f.By, Sources: f.Sources})
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		return cmp.Or(boolInt(a.Date == "")-boolInt(b.Date == ""), edtf.Compare(string(a.Date), string(b.Date)), strings.Compare(a.Party, b.Party), strings.Compare(a.State, b.State))
	})
	return out
}

// stepDate returns when a step was taken. A year that only belongs to the name
// of the instrument ("suspended the treaty of 1960") is no date of a later
// step.
func stepDate(x *resolve.Instrument, s resolve.State) resolve.Value {
	if s.State == "signed" || s.State == "negotiated" {
		return s.Date
	}
	for _, d := range x.Signed {
		if year, _, _ := strings.Cut(string(d.Value), "-"); s.Date != "" && (s.Date == d.Value || string(s.Date) == year) {
			return ""
		}
	}
	return s.Date
}

// StepDate returns the date of a step in the life of x as a reader should see
// it.
func StepDate(x *resolve.Instrument, s resolve.State) string {
	return string(cmp.Or(stepDate(x, s), "no date stated"))
}

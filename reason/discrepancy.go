package reason

import (
	"slices"

	"pacta/edtf"
	"pacta/resolve"
)

// Levels of a discrepancy.
const (
	Serious = "serious" // one of the values must be wrong
	Mild    = "mild"    // another word, or a rounder value, for what may be the same
)

// The rules by which one of several values is shown first.
const (
	byMajority  = "most sources give it; among equals the earliest"
	byFirmest   = "the instrument's own words before reports of it"
	byStatement = "stated in the head of the document"
)

// instrumentDiscrepancies returns the attributes of x for which sources give
// values that cannot all be true.
func instrumentDiscrepancies(x *resolve.Instrument) []Discrepancy {
	var out []Discrepancy
	add := func(attribute, level string, positions []resolve.Claim) {
		out = append(out, discrepancy(x.ID, attribute, level, positions, byMajority))
	}
	if len(x.Signed) > 1 {
		add("date", dateLevel(x.Signed), byCount(x.Signed))
	}
	for _, a := range x.Attributes {
		if len(a.Values) < 2 {
			continue
		}
		switch a.Attribute {
		case "type":
			add("type", typeLevel(a.Values), a.Values)
		case "paragraphs":
			add("paragraphs", Serious, a.Values)
		case "parties":
			if apart := disjointParties(a.Values); len(apart) > 1 {
				add("parties", Serious, apart)
			}
		}
	}
	return out
}

// dateLevel is mild when every date overlaps with another: "9-10 November"
// beside "10 November".
func dateLevel(cs []resolve.Claim) string {
	for _, a := range cs {
		x, err := edtf.Parse(string(a.Value))
		if err != nil {
			continue
		}
		for _, b := range cs {
			if y, err := edtf.Parse(string(b.Value)); err == nil && !x.Overlaps(y) {
				return Serious
			}
		}
	}
	return Mild
}

// typeLevel is mild when at most one of the words has a meaning of its own in
// the law of treaties as reports use them.
func typeLevel(cs []resolve.Claim) string {
	exact := 0
	for _, c := range cs {
		if !resolve.IsLooseType(string(c.Value)) {
			exact++
		}
	}
	if exact > 1 {
		return Serious
	}
	return Mild
}

// disjointParties returns the sets of parties that are not a part of another:
// a report that names fewer parties does not contradict.
func disjointParties(cs []resolve.Claim) []resolve.Claim {
	var out []resolve.Claim
	for i, a := range cs {
		part := false
		for j, b := range cs {
			if i != j && resolve.ContainsAll(b.Value, a.Value) {
				part = true
			}
		}
		if !part {
			out = append(out, a)
		}
	}
	return out
}

// firm orders modalities by how much they bind; those of one number are only
// other words for one thing.
var firm = map[string]int{
	"obligation": 3, "prohibition": 3, "intention": 3, "principle": 3, "readiness": 2, "permission": 1, "consideration": 0,
}

// modalityDiscrepancies returns whether reports of one promise differ in how
// firmly it binds.
func modalityDiscrepancies(c *resolve.Commitment) []Discrepancy {
	if len(c.Modalities) < 2 {
		return nil
	}
	level := Mild
	for _, m := range c.Modalities {
		if firm[string(m.Value)] != firm[c.Modality] {
			level = Serious
		}
	}
	positions := slices.Clone(c.Modalities)
	slices.SortStableFunc(positions, func(a, b resolve.Claim) int {
		return boolInt(string(b.Value) == c.Modality) - boolInt(string(a.Value) == c.Modality)
	})
	return []Discrepancy{discrepancy(c.ID, "modality", level, positions, byFirmest)}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// publicationDiscrepancies returns whether the page of a document carries
// another date that could be taken for its day of publication.
func publicationDiscrepancies(m *Metadata) []Discrepancy {
	if m.Taken.Value == "" || len(m.Rejected) == 0 {
		return nil
	}
	positions := append([]resolve.Claim{m.Taken}, m.Rejected...)
	return []Discrepancy{discrepancy(m.Document, "published", Mild, positions, byStatement)}
}

// byCount orders claims by the number of sources, then by date.
func byCount(cs []resolve.Claim) []resolve.Claim {
	out := slices.Clone(cs)
	slices.SortStableFunc(out, func(a, b resolve.Claim) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return edtf.Compare(string(a.Value), string(b.Value))
	})
	return out
}

// discrepancy puts positions together; the first is the preferred one.
func discrepancy(about, attribute, level string, positions []resolve.Claim, rule string) Discrepancy {
	return Discrepancy{Object: "discrepancy", ID: makeID('x', about, attribute), About: about, Attribute: attribute, Level: level,
		Positions: positions, Preferred: positions[0].Value, Rule: rule}
}

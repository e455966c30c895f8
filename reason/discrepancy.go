package reason

import (
	"cmp"
	"slices"
	"strings"

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
	byText      = "the instrument's own text gives it"
	byParty     = "those who signed it give it"
	byMajority  = "most independent reports give it"
	byEarliest  = "as many reports give each; it is the earliest"
	byUse       = "as many reports give each; it stands in them more often"
	byFirmest   = "the instrument's own words before reports of it"
	byStatement = "stated in the head of the document"
	byNobody    = "assessments are kept side by side, none is preferred"
	asPrinted   = "as printed; the words contradict themselves"
)

// instrumentDiscrepancies returns the attributes of x for which sources give
// values that cannot all be true.
func (w *world) instrumentDiscrepancies(x *resolve.Instrument) []Discrepancy {
	var out []Discrepancy
	add := func(attribute, level string, positions []resolve.Claim) {
		out = append(out, w.prefer(x, attribute, level, positions))
	}
	if dates := x.ReportedDates(); len(dates) > 1 {
		add("date", dateLevel(dates), dates)
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
		case "place":
			if apart := otherPlaces(a.Values); len(apart) > 1 {
				add("place", Serious, apart)
			}
		case "signatory":
			for _, apart := range w.otherSignatories(a.Values) {
				add("signatory", Serious, apart)
			}
		case "parties":
			if apart := disjointParties(a.Values); len(apart) > 1 {
				add("parties", Serious, apart)
			}
		}
	}
	return out
}

// prefer orders positions by the stated rule: the instrument's own text, then
// those who signed it, then the majority of independent documents, then the
// earliest value. It notes who is speaking where a position stands in a
// statement.
func (w *world) prefer(x *resolve.Instrument, attribute, level string, positions []resolve.Claim) Discrepancy {
	type position struct {
		resolve.Claim
		rank, documents int // documents that are no copies of one another
	}
	ps := make([]position, len(positions))
	for i, c := range positions {
		ps[i] = position{Claim: c, documents: cmp.Or(c.Texts, len(documentsOf(c.Sources)))}
		if s := w.speaker(c.Sources); s != nil {
			ps[i].By = cmp.Or(c.By, s.speaker, s.name)
			if slices.Contains(x.Parties, string(cmp.Or(s.of, s.speaker))) {
				ps[i].rank = 1
			}
		}
		if x.Text != "" && slices.Contains(documentsOf(c.Sources), string(x.Text)) {
			ps[i].rank = 2
		}
	}
	slices.SortStableFunc(ps, func(a, b position) int {
		return cmp.Or(b.rank-a.rank, b.documents-a.documents, commoner(attribute, a.Claim, b.Claim), edtf.Compare(string(a.Value), string(b.Value)), strings.Compare(string(a.Value), string(b.Value)))
	})
	rule := byEarliest
	switch {
	case ps[0].rank == 2:
		rule = byText
	case ps[0].rank == 1 && ps[1].rank < 1:
		rule = byParty
	case ps[0].documents > ps[1].documents:
		rule = byMajority
	case attribute != "date":
		rule = byUse
	}
	out := make([]resolve.Claim, len(ps))
	for i := range ps {
		out[i] = ps[i].Claim
	}
	return discrepancy(x.ID, attribute, level, out, rule)
}

// commoner orders words by how often they stand; of days every report has but
// one vote.
func commoner(attribute string, a, b resolve.Claim) int {
	if attribute == "date" {
		return 0
	}
	return b.Count - a.Count
}

func documentsOf(sources []resolve.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.Document)
	}
	return set(out)
}

// speaker returns the innermost statement in which all of sources stand, nil
// if there is none.
func (w *world) speaker(sources []resolve.Source) *utterance {
	var best *utterance
	for i, s := range sources {
		in := w.statementAt(s)
		if in == nil || i > 0 && (best == nil || in.speaker != best.speaker) {
			return nil
		}
		best = in
	}
	return best
}

// statementAt returns the innermost statement whose content holds s.
func (w *world) statementAt(s resolve.Source) *utterance {
	var best *utterance
	size := 0
	for _, x := range w.said[s.Document] {
		for _, c := range x.content {
			if c.Contains(s.Span) && (best == nil || c.Len() < size) {
				best, size = x, c.Len()
			}
		}
	}
	return best
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

// otherPlaces returns the places that are not a building, nor a part or a
// fuller name of another: a palace and its city do not contradict.
func otherPlaces(cs []resolve.Claim) []resolve.Claim {
	var out []resolve.Claim
	for i, a := range cs {
		inside := has("building", tokenize(string(a.Value)))
		for j, b := range cs {
			inside = inside || i != j && strings.Contains(strings.ToLower(string(b.Value)), strings.ToLower(string(a.Value))) && (len(a.Value) < len(b.Value) || i > j)
		}
		if !inside {
			out = append(out, a)
		}
	}
	return out
}

// otherSignatories returns, for each state, the persons whom different
// documents name as having signed for it; whoever is named in one document
// together with another does not contradict.
func (w *world) otherSignatories(cs []resolve.Claim) [][]resolve.Claim {
	bySide := map[string][]resolve.Claim{}
	for _, c := range cs {
		if side := w.sideOf(string(c.Value)); side != "" {
			bySide[side] = append(bySide[side], c)
		}
	}
	var out [][]resolve.Claim
	for _, side := range sortedKeys(bySide) {
		xs := bySide[side]
		apart := len(xs) > 1
		for i, a := range xs {
			for _, b := range xs[i+1:] {
				together := len(both(documentsOf(a.Sources), documentsOf(b.Sources))) > 0
				apart = apart && !together && lastWord(string(a.Value)) != lastWord(string(b.Value))
			}
		}
		if apart {
			out = append(out, xs)
		}
	}
	return out
}

// sideOf returns the one state for which a person holds offices, "" if none or
// several.
func (w *world) sideOf(person string) string {
	side := ""
	for _, a := range w.persons[person] {
		for _, r := range a.Roles {
			if side != "" && r.Of != "" && string(r.Of) != side {
				return ""
			}
			side = cmp.Or(side, string(r.Of))
		}
	}
	return side
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

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

// discrepancy puts positions together; the first is the preferred one.
func discrepancy(about, attribute, level string, positions []resolve.Claim, rule string) Discrepancy {
	return Discrepancy{Object: "discrepancy", ID: makeID('x', about, attribute), About: about, Attribute: attribute, Level: level,
		Positions: positions, Preferred: positions[0].Value, Rule: rule}
}

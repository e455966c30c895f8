// Package match tells whether two records of treaty lists name the same
// instrument, and how one instrument relates to another by its title. Every
// answer comes with a score and a reason in words. Weights were set by hand.
package match

import "strings"

// A Record is one row of a list of instruments. All but the title may be
// empty.
type Record struct {
	Title    string   `json:"title"`
	Date     string   `json:"date,omitempty"`      // EDTF: "1990-05-03", "1990"
	DateKind string   `json:"date_kind,omitempty"` // "in_force" where the date is that of entry into force
	Parties  []string `json:"parties,omitempty"`   // ISO codes, acronyms or names
	Type     string   `json:"type,omitempty"`
}

// A Verdict answers whether two records are the same instrument.
type Verdict struct {
	Same   bool    `json:"same"`
	Score  float64 `json:"score"` // 0 to 1; 0.5 is the border
	Reason string  `json:"reason"`
}

// Match compares two records.
func Match(a, b Record) Verdict { return Read(a).Match(Read(b)) }

// Match compares two readings.
func (x *Reading) Match(y *Reading) Verdict {
	var why reasons
	if x.farApart(y) {
		why.add("other dates: " + x.Record.Date + " and " + y.Record.Date)
		return verdict(0, why)
	}
	l := x.likeness(y)
	if x.conflict(y, l, &why) {
		return verdict(0.45*l.whole, why)
	}
	if x.known != "" && x.known == y.known {
		why.add("both are names of " + x.known)
		return verdict(0.95, why)
	}
	above := x.weigh(y, l, &why)
	why.add(x.common(y))
	return verdict(0.5+above, why)
}

func verdict(score float64, why reasons) Verdict {
	score = min(1, max(0, score))
	return Verdict{Same: score >= 0.5, Score: score, Reason: why.String()}
}

// reasons are the words in which a verdict explains itself.
type reasons []string

func (r *reasons) add(s string) {
	if s != "" {
		*r = append(*r, s)
	}
}

// String joins the reasons.
func (r reasons) String() string { return strings.Join(r, "; ") }

package resolve

import "encoding/json"

// A Verdict is how far a record is a person's: made by the machine, accepted,
// edited, or rejected.
type Verdict string

// The verdicts. The zero value is the machine's own.
const (
	ByMachine Verdict = ""
	Accepted  Verdict = "accepted"
	Edited    Verdict = "edited"
	Rejected  Verdict = "rejected"
)

// Verdicts lists the verdicts as they are written.
var Verdicts = []string{ByMachine.String(), string(Accepted), string(Edited), string(Rejected)}

// String returns "machine" for the zero value.
func (v Verdict) String() string {
	if v == ByMachine {
		return "machine"
	}
	return string(v)
}

// MarshalJSON writes the zero value as "machine".
func (v Verdict) MarshalJSON() ([]byte, error) { return json.Marshal(v.String()) }

// UnmarshalJSON undoes MarshalJSON.
func (v *Verdict) UnmarshalJSON(b []byte) error {
	var s string
	err := json.Unmarshal(b, &s)
	if *v = Verdict(s); s == "machine" {
		*v = ByMachine
	}
	return err
}

// Judged is the part of every object that people write.
type Judged struct {
	State  Verdict   `json:"state"`
	Review *Decision `json:"review,omitempty"` // nil where nobody has said anything
}

// A Decision is what people said of a record, put together.
type Decision struct {
	By      string                     `json:"by,omitempty"`      // who gave it its state, last
	When    string                     `json:"when,omitempty"`    // and when
	Why     string                     `json:"why,omitempty"`     // and why
	Machine map[string]json.RawMessage `json:"machine,omitempty"` // the machine's own values of edited fields
	Notes   []Remark                   `json:"notes,omitempty"`
	Reviews []string                   `json:"reviews"` // IDs of the reviews that count, oldest first
}

// A Remark is a note of a person.
type Remark struct {
	By   string `json:"by"`
	When string `json:"when"`
	Text string `json:"text"`
}

// judge puts the reviews of a record together; they come in order and all
// count. It leaves Machine to whoever applies the edits.
func judge(reviews []*Review) Judged {
	var j Judged
	if len(reviews) == 0 {
		return j
	}
	d := &Decision{}
	edited := false
	for _, r := range reviews {
		d.Reviews = append(d.Reviews, r.ID)
		switch r.Action {
		case Note:
			d.Notes = append(d.Notes, Remark{r.Who, r.When, r.Why})
			continue
		case Accept:
			j.State = Accepted
		case Reject:
			j.State = Rejected
		case Edit:
			j.State, edited = Edited, true
		}
		d.By, d.When, d.Why = r.Who, r.When, r.Why
	}
	if j.State == Accepted && edited {
		j.State = Edited // accepted as it was edited
	}
	j.Review = d
	return j
}

// A Conflict is two reviews of one record, or of one field of it, of which the
// later was made without a look at the earlier.
type Conflict struct {
	Record string  `json:"record"` // ID of the record that both stand on
	Field  string  `json:"field,omitempty"`
	Holds  *Review `json:"holds"`  // the later one
	Yields *Review `json:"yields"` // the earlier one, which does not hold
}

// Conflicts returns the conflicts between the reviews of a record, which come
// in order and all count. Whoever decides again having seen what holds settles
// a conflict.
func Conflicts(record string, reviews []*Review) []Conflict {
	last, open := map[string]*Review{}, map[string]Conflict{}
	fields := []string{""}
	state, by := ByMachine, (*Review)(nil)
	for i, r := range reviews {
		switch r.Action {
		case Accept, Reject:
			seen := Plain(r.Before)
			switch {
			case by == nil || string(seen) == state.String():
				delete(open, "")
			case Plain(r.After) != Value(state):
				open[""] = Conflict{Record: record, Holds: r, Yields: by}
			}
		case Edit:
			before := last[r.Field]
			if before == nil {
				fields = append(fields, r.Field)
			} else if string(before.After) == string(r.Before) {
				delete(open, r.Field)
			} else if string(before.After) != string(r.After) {
				open[r.Field] = Conflict{Record: record, Field: r.Field, Holds: r, Yields: before}
			}
			last[r.Field] = r
		default:
			continue
		}
		state, by = judge(reviews[:i+1]).State, r
	}
	var out []Conflict
	for _, f := range fields {
		if c, ok := open[f]; ok {
			out = append(out, c)
		}
	}
	return out
}

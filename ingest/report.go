package ingest

import (
	"strings"

	"pacta"
	"pacta/treatybase"
)

// A Failure is something that could not be read.
type Failure = treatybase.Failure

// A Report says what Add did.
type Report struct {
	Files     int                `json:"files"`
	Read      int                `json:"read"`    // documents analysed and stored
	Known     int                `json:"known"`   // documents and files that were in the base already
	Updated   int                `json:"updated"` // documents analysed again because pacta or a file name changed
	Failed    []Failure          `json:"failed"`
	Problems  []Failure          `json:"problems"` // documents in which an extractor went wrong
	NoDate    int                `json:"no_date"`
	NoTitle   int                `json:"no_title"`
	NoOutlet  int                `json:"no_outlet"`
	Dropped   int                `json:"dropped_lines"` // lines taken for boilerplate
	TextBytes int64              `json:"text_bytes"`
	Facts     []treatybase.Count `json:"facts"` // annotations by kind
}

func (r *Report) add(rec *treatybase.Record, problem string) {
	d := rec.Document()
	if problem != "" {
		r.Problems = append(r.Problems, Failure{File: d.File, Reason: problem})
	}
	if rec.Again() {
		return
	}
	r.Read++
	r.TextBytes += int64(len(d.Text))
	for _, x := range []struct {
		f pacta.Field
		n *int
	}{{d.Published, &r.NoDate}, {d.Title, &r.NoTitle}, {d.Outlet, &r.NoOutlet}} {
		if x.f.Value == "" {
			*x.n++
		}
	}
	for _, s := range d.Dropped {
		r.Dropped += 1 + strings.Count(strings.TrimSpace(s.Of(d.Text)), "\n")
	}
	r.count(rec.Facts())
}

func (r *Report) count(facts []treatybase.Count) {
	if r.Facts == nil {
		for _, d := range pacta.Schema {
			r.Facts = append(r.Facts, treatybase.Count{Value: string(d.Kind)})
		}
	}
	for _, c := range facts {
		for i := range r.Facts {
			if r.Facts[i].Value == c.Value {
				r.Facts[i].Count += c.Count
			}
		}
	}
}

// failure names what an error of read is about: its message begins with the
// name of the file, row or member.
func failure(name string, err error) Failure {
	msg := err.Error()
	for _, e := range []error{pacta.ErrInvalid, pacta.ErrUnsupported} { // they say nothing to a reader
		msg = strings.TrimSuffix(msg, ": "+e.Error())
	}
	if rest, ok := strings.CutPrefix(msg, name); ok {
		if part, reason, ok := strings.Cut(rest, ": "); ok {
			return Failure{File: name + part, Reason: reason}
		}
	}
	if file, reason, ok := strings.Cut(msg, ": "); name == "" && ok {
		return Failure{File: file, Reason: reason}
	}
	return Failure{File: name, Reason: msg}
}

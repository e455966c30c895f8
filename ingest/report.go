package ingest

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

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
	Updated   int                `json:"updated"` // documents analysed again: pacta, a file name or what the outlet repeats changed
	Failed    []Failure          `json:"failed"`
	Problems  []Failure          `json:"problems"` // documents in which an extractor went wrong
	NoDate    int                `json:"no_date"`
	NoTitle   int                `json:"no_title"`
	NoOutlet  int                `json:"no_outlet"`
	Copies    int                `json:"copies"`         // documents that are copies of others in the base
	Dropped   int                `json:"dropped_lines"`  // lines taken for boilerplate
	Repeated  int                `json:"repeated_lines"` // of these, because the outlet repeats them
	TextBytes int64              `json:"text_bytes"`
	Facts     []treatybase.Count `json:"facts"` // annotations by kind
}

// An Import is the report of an import as the base keeps it: with counts for
// what the base can list.
type Import struct {
	Paths    []string  `json:"paths"`
	Started  time.Time `json:"started"`
	Ended    time.Time `json:"ended"`    // when it was last heard of
	Finished bool      `json:"finished"` // false for one that was broken off
	Failed   int       `json:"failed"`
	Problems int       `json:"problems"`
	Report
}

// MaxPaths is how many of the paths that an import was given are kept.
const MaxPaths = 20

// note keeps the report so far in the base.
func (a *Adder) note(finished bool) error {
	x := Import{
		Paths: a.paths[:min(len(a.paths), MaxPaths)], Started: a.started, Ended: time.Now().UTC().Truncate(time.Second), Finished: finished,
		Failed: len(a.report.Failed), Problems: len(a.report.Problems), Report: a.report,
	}
	b, err := json.Marshal(x)
	if err != nil {
		return err
	}
	return a.base.NoteImport(context.Background(), b)
}

// Finish notes in the base that the import is complete.
func (a *Adder) Finish() error { return a.note(true) }

// LastImport returns the report of the last import into b, nil if there was
// none.
func LastImport(ctx context.Context, b *treatybase.Base) (*Import, error) {
	noted, err := b.LastImport(ctx)
	if err != nil || noted == nil {
		return nil, err
	}
	x := &Import{}
	return x, json.Unmarshal(noted, x)
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
		if !slices.Contains(d.Repeated, s) { // those are counted when all documents are known
			r.Dropped += 1 + strings.Count(strings.TrimSpace(s.Of(d.Text)), "\n")
		}
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

package ingest

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"time"

	"pacta"
	"pacta/extract"
	"pacta/read"
	"pacta/treatybase"
)

// Options say how to add; the zero value uses all cores.
type Options struct {
	Workers  int // documents at work at a time; 0 means all cores
	Read     read.Options
	Private  bool           // fetch from private networks and this machine too
	Stdin    io.Reader      // what the path "-" means
	Progress func(Progress) // called now and then from one goroutine; may be nil
	// Slow is called every ten seconds with the document that has been at work
	// longest, if that is more than ten seconds, while Progress may be called too;
	// may be nil.
	Slow func(file string, took time.Duration)
}

// Progress is how far a run has come.
type Progress struct {
	Files, Documents, Facts, Failed int
	Bytes, TotalBytes               int64 // of the files
}

// An Adder reads and analyses documents and stores them in a base.
type Adder struct {
	base    *treatybase.Base
	version string
	options Options
	fetcher *Fetcher
	report  Report
	pending []pending
	bytes   int // of the files and texts in pending
	failed  []Failure
	stored  time.Time // when pending was last emptied
	state   Progress
	watch   watch
	settler settler
	paths   []string
	started time.Time

	readers               func(*pacta.Raw, read.Options) iter.Seq2[*pacta.Document, error]
	analyser              func(*pacta.Document) (*pacta.Analysis, []error)
	readTime, analyseTime time.Duration
}

// A pending record is analysed and not stored yet.
type pending struct {
	*treatybase.Record
	problem string
}

// NewAdder returns an Adder for a base; p analyses the documents.
func NewAdder(b *treatybase.Base, p *extract.Pipeline, o Options) *Adder {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	f := NewFetcher(o.Private)
	if o.Read.MaxBytes > 0 {
		f.MaxBytes = o.Read.MaxBytes
	}
	return &Adder{base: b, version: p.Version(), options: o, fetcher: f, stored: time.Now(), settler: settler{base: b},
		readers: read.Read, analyser: p.Analyse, readTime: readTime, analyseTime: analyseTime}
}

// Report says what was done so far.
func (a *Adder) Report() *Report { return &a.report }

// Add brings in files, folders, and pages and feeds behind addresses; "-" is
// standard input. What is in the base
// already is passed over. What cannot be read is a failure in the report and
// in the base. An error is one of the base or the context; what was stored
// before it stays, and the same call goes on where it ended. In the end the new
// documents are compared with all others; Renew must follow, since that may
// show lines of theirs to be boilerplate.
func (a *Adder) Add(ctx context.Context, paths []string) error {
	files, failures, err := Files(paths)
	if err != nil {
		return err
	}
	files = a.withoutBase(files)
	a.report.Files += len(files)
	a.paths, a.started = append(a.paths, paths...), time.Now().UTC().Truncate(time.Second)
	if err := a.note(false); err != nil {
		return err
	}
	for _, f := range files {
		a.state.TotalBytes += f.Size
	}
	a.fail(failures...)
	defer a.watch.start(a.options.Slow)()
	work := func(r rawOrError) outcome { return a.read(ctx, r) }
	for out, err := range Ordered(until(ctx, a.raws(ctx, files)), a.options.Workers, work) {
		if err == nil {
			err = out.err
		}
		if err == nil {
			err = a.take(out)
		}
		if err != nil {
			a.flush()
			return err
		}
	}
	if err := a.flush(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return a.settler.settle(ctx, &a.report)
}

// withoutBase leaves the base itself out of a folder that it lies in.
func (a *Adder) withoutBase(files []File) []File {
	own := map[string]bool{}
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		own[realPath(a.base.Path()+suffix)] = true
	}
	out := files[:0]
	for _, f := range files {
		if !own[realPath(f.Path)] {
			out = append(out, f)
		}
	}
	return out
}

// rawOrError carries an error of one file past Ordered, since it ends nothing.
type rawOrError struct {
	raw *pacta.Raw
	err error
}

func until(ctx context.Context, raws iter.Seq2[*pacta.Raw, error]) iter.Seq2[rawOrError, error] {
	return func(yield func(rawOrError, error) bool) {
		for raw, err := range raws {
			if ctx.Err() != nil || !yield(rawOrError{raw, err}, nil) {
				return
			}
		}
	}
}

// An outcome is what became of one Raw.
type outcome struct {
	records  []*treatybase.Record
	problems []string // beside records
	failures []Failure
	known    int
	bytes    int
	err      error // of the base
}

// read makes records of a Raw. It runs on all cores.
func (a *Adder) read(ctx context.Context, r rawOrError) (out outcome) {
	if r.err != nil {
		out.failures = []Failure{failure("", r.err)}
		return out
	}
	out.bytes = len(r.raw.Body)
	known, err := a.base.KnownRaw(ctx, r.raw.Name, r.raw.SHA256(), a.version)
	if err != nil || known {
		out.err, out.known = err, 1
		return out
	}
	for d, err := range a.documents(r.raw) {
		if err != nil {
			out.failures = append(out.failures, failure(r.raw.Name, err))
		} else if out.err = a.document(ctx, r.raw, d, &out); out.err != nil {
			return out
		}
	}
	return out
}

// documents reads a Raw, each document within its time.
func (a *Adder) documents(raw *pacta.Raw) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		next, stop := iter.Pull2(a.readers(raw, a.options.Read))
		type result struct {
			d   *pacta.Document
			err error
			ok  bool
		}
		for {
			end := a.watch.begin(raw.Name)
			r, inTime, err := within(a.readTime, func() (r result) {
				r.d, r.err, r.ok = next()
				return r
			})
			end()
			switch {
			case !inTime:
				yield(nil, fmt.Errorf("%s: %s", raw.Name, late(a.readTime))) // and next goes on
				return
			case err != nil:
				yield(nil, fmt.Errorf("%s: %w", raw.Name, err))
				return
			case !r.ok || !yield(r.d, r.err):
				stop()
				return
			}
		}
	}
}

func (a *Adder) document(ctx context.Context, raw *pacta.Raw, d *pacta.Document, out *outcome) error {
	known, err := a.base.Known(ctx, d, a.version)
	if err != nil {
		return err
	}
	if known {
		out.known++
		return nil
	}
	view, sketch, err := a.settler.view(ctx, d)
	if err != nil {
		return err
	}
	rec, problem := a.analyse(raw, view)
	rec.SetSketch(d, sketch)
	out.records = append(out.records, rec)
	out.problems = append(out.problems, problem)
	return nil
}

func (a *Adder) analyse(raw *pacta.Raw, d *pacta.Document) (*treatybase.Record, string) {
	defer a.watch.begin(d.File)()
	x, problem := analysed(d, a.analyser, a.analyseTime)
	return treatybase.NewRecord(raw, x, a.version, problem), problem
}

// analysed analyses d within its time and says what went wrong. What takes
// longer has no annotations.
func analysed(d *pacta.Document, analyse func(*pacta.Document) (*pacta.Analysis, []error), limit time.Duration) (*pacta.Analysis, string) {
	type result struct {
		*pacta.Analysis
		errs []error
	}
	limit += time.Duration(len(d.Text)) * perByte
	r, inTime, err := within(limit, func() (r result) {
		r.Analysis, r.errs = analyse(d)
		return r
	})
	switch {
	case !inTime:
		return pacta.NewAnalysis(d, nil, nil), "analysis " + late(limit)
	case err != nil:
		return pacta.NewAnalysis(d, nil, nil), err.Error()
	}
	if err := joined(r.errs); err != nil {
		return r.Analysis, err.Error()
	}
	return r.Analysis, ""
}

// take stores an outcome with others.
func (a *Adder) take(out outcome) error {
	a.report.Known += out.known
	for i, r := range out.records {
		a.pending = append(a.pending, pending{r, out.problems[i]})
		a.bytes += len(r.Document().Text)
		a.state.Documents++
		for _, c := range r.Facts() {
			a.state.Facts += c.Count
		}
	}
	a.fail(out.failures...)
	a.state.Bytes += int64(out.bytes)
	a.bytes += out.bytes
	a.show()
	if len(a.pending)+len(a.failed) >= batch || a.bytes > batchBytes || time.Since(a.stored) > batchTime {
		return a.flush()
	}
	return nil
}

// A batch is stored in one transaction, and a killed run loses no more than it.
// Beside it, twice as many documents as there are workers are in memory.
const (
	batch      = 128
	batchBytes = 32 << 20
	batchTime  = 2 * time.Second
)

func (a *Adder) fail(failures ...Failure) {
	a.report.Failed = append(a.report.Failed, failures...)
	a.failed = append(a.failed, failures...)
}

// flush stores what is pending and counts it. It does so after an interrupt
// too: the work is done.
func (a *Adder) flush() error {
	ctx := context.Background()
	records := make([]*treatybase.Record, len(a.pending))
	for i, p := range a.pending {
		records[i] = p.Record
	}
	done, err := a.base.Store(ctx, records)
	if err != nil {
		return err
	}
	for _, p := range a.pending {
		a.report.add(p.Record, p.problem)
	}
	a.report.Updated += done.Updated
	a.settler.count(done.New)
	a.pending, a.bytes = nil, 0
	if err := a.base.Fail(ctx, a.failed); err != nil {
		return err
	}
	a.failed, a.stored = nil, time.Now()
	return a.note(false)
}

func (a *Adder) show() {
	a.state.Files, a.state.Failed = a.report.Files, len(a.report.Failed)
	if a.options.Progress != nil {
		a.options.Progress(a.state)
	}
}

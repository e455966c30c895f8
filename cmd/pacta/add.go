package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/treatybase"
)

func (p *program) add() *cobra.Command {
	var o ingest.Options
	cmd := &cobra.Command{
		Use:   "add PATH|URL…",
		Short: "Read files, folders and pages, analyse them and store what they say",
		Long: `Reads files, folders with all that is in them, pages and feeds behind http and
https addresses, and - for standard input; keeps
their bytes, analyses them on all cores, stores what they say in the base, and
puts the facts of all documents together. What is in the base already is passed
over, so that a run that was ended goes on where it ended. What cannot be read
is listed by pacta status --failed.

Addresses are the only thing that pacta ever fetches: the pages that are named
and, of a feed, what the feed itself holds. It obeys robots.txt and waits a
second between two requests to one host.`,
		Example: `  pacta add reports/
  pacta add --genre treaty treaties/*.txt
  pacta add https://post.example/2031/pact.html
  zcat archive.jsonl.gz | pacta add -`,
		Args: minArgs(1, "PATH"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Stdin = p.in
			return p.runAdd(cmd.Context(), args, o)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.Workers, "workers", 0, "documents to analyse at a time (default: all cores)")
	f.StringVar(&o.Read.Genre, "genre", "", "what all documents are: `news` or treaty (default: told by the text)")
	f.StringVar(&o.Read.Language, "language", "", "their language, as a `BCP 47` tag (default: told by the text)")
	f.StringToStringVar(&o.Read.Columns, "column", nil, "what a column of CSV or a field of JSON holds: `NAME=text`, title, outlet, published, id, url")
	f.BoolVar(&o.Private, "allow-private", false, "fetch addresses in private networks and on this machine too")
	return cmd
}

func (p *program) runAdd(ctx context.Context, paths []string, o ingest.Options) error {
	if g := o.Read.Genre; g != "" && g != pacta.GenreNews && g != pacta.GenreTreaty {
		return hint(invalid("genre %q", g), "It is news or treaty.")
	}
	b, err := treatybase.Create(ctx, p.path())
	if err != nil {
		return baseHint(err)
	}
	defer b.Close()
	bar := newProgress(p.err)
	o.Progress, o.Slow = bar.show, bar.slow
	report, err := build(ctx, b, paths, o, bar)
	bar.done()
	if report != nil {
		p.writeReport(report, b)
	}
	switch {
	case ctx.Err() != nil:
		return hint(fmt.Errorf("interrupted: %w", context.Canceled), "What was read is stored. Run the same command again to go on.")
	case errors.Is(err, pacta.ErrNotFound):
		return hint(err, "Check the path.")
	case err != nil:
		return baseHint(err)
	case len(report.Failed) > 0:
		return hint(fmt.Errorf("%d of %d files or rows %w", len(report.Failed), len(report.Failed)+report.Read+report.Known, errPartly),
			"See which and why: pacta status --failed")
	}
	return nil
}

// frugal makes the collector run more often while facts are put together: the
// rows of all documents are in memory then, and a quarter as much again is enough.
const frugal = 25

// build fills a base: add, analyse stale documents again, resolve.
func build(ctx context.Context, b *treatybase.Base, paths []string, o ingest.Options, bar *progress) (*ingest.Report, error) {
	a := ingest.NewAdder(b, extract.New(), o)
	if err := a.Add(ctx, paths); err != nil {
		return a.Report(), err
	}
	if err := a.Renew(ctx); err != nil {
		return a.Report(), err
	}
	bar.say("putting facts together")
	defer debug.SetGCPercent(debug.SetGCPercent(frugal))
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), objectsVersion()); err != nil {
		return a.Report(), err
	}
	return a.Report(), a.Finish()
}

// objectsVersion names what resolve and reason depend on beside annotations:
// the build. A build from changed files has no name and always resolves.
func objectsVersion() string {
	v := buildVersion()
	if v == "devel" || v == "unknown" || strings.Contains(v, "dirty") {
		return ""
	}
	return v + " " + gazetteer.Builtin().Hash()
}

// writeReport prints the import report, with --json on standard output.
func (p *program) writeReport(r *ingest.Report, b *treatybase.Base) {
	if p.json {
		p.writeJSON(r)
		return
	}
	w := p.err
	fmt.Fprintf(w, "%s read, %d known already, %d failed\n", counted(r.Read, "document"), r.Known, len(r.Failed))
	for _, row := range about(r) {
		fmt.Fprintln(w, row)
	}
	writeCounts(w, r.Facts)
	const shown = 10
	for i, f := range r.Failed {
		if i == shown {
			fmt.Fprintf(w, "  … and %d more\n", len(r.Failed)-shown)
			break
		}
		fmt.Fprintf(w, "  %s: %s\n", f.File, f.Reason)
	}
	for i, f := range r.Problems {
		if i == shown {
			break
		}
		fmt.Fprintf(w, "  %s: %s\n", f.File, f.Reason)
	}
	fmt.Fprintf(w, "base: %s\n", b.Path())
}

// about says what a report tells of the documents that were read.
func about(r *ingest.Report) []string {
	var out []string
	if r.Updated > 0 {
		out = append(out, counted(r.Updated, "document")+" analysed again")
	}
	if r.Read > 0 {
		out = append(out, fmt.Sprintf("%d without date, %d without title, %d without outlet", r.NoDate, r.NoTitle, r.NoOutlet))
	}
	if r.Dropped > 0 {
		row := counted(r.Dropped, "line") + " taken for boilerplate"
		if r.Repeated > 0 {
			row += fmt.Sprintf(", %d of them because the outlet repeats them", r.Repeated)
		}
		out = append(out, row)
	}
	if r.Copies > 0 {
		out = append(out, counted(r.Copies, "document")+" with copies in the base")
	}
	return out
}

// writeCounts prints figures on one line, those that are not zero.
func writeCounts(w io.Writer, counts []treatybase.Count) {
	s := ""
	for _, c := range counts {
		if c.Count > 0 {
			if s != "" {
				s += ", "
			}
			s += counted(c.Count, c.Value)
		}
	}
	if s != "" {
		fmt.Fprintln(w, s)
	}
}

// counted writes a number with its noun: 1 document, 2 documents.
func counted(n int, noun string) string {
	if n != 1 {
		switch {
		case len(noun) > 0 && noun[len(noun)-1] == 'y':
			noun = noun[:len(noun)-1] + "ies"
		case noun == "life":
			noun = "steps of life"
		default:
			noun += "s"
		}
	}
	return fmt.Sprintf("%d %s", n, noun)
}

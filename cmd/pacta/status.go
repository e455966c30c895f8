package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pacta/extract"
	"pacta/ingest"
	"pacta/treatybase"
)

func (p *program) status() *cobra.Command {
	var failed bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print what the base holds and what is left to do",
		Long: `Prints the base in figures and the report of the last import. Independent texts
are documents without the copies of a text that others hold too, such as a wire
report in several newspapers. With --failed the exit status is 5 when there is
something to list, as it was of the import.`,
		Example: `  pacta status
  pacta status --failed`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			if failed {
				return p.writeFailures(cmd.Context(), b)
			}
			return p.writeStatus(cmd.Context(), b)
		},
	}
	cmd.Flags().BoolVar(&failed, "failed", false, "list what could not be read or analysed, and why")
	return cmd
}

func (p *program) writeFailures(ctx context.Context, b *treatybase.Base) error {
	failures, err := b.Failures(ctx)
	if err != nil {
		return err
	}
	for _, f := range failures {
		if p.json {
			err = p.writeJSON(f)
		} else {
			_, err = fmt.Fprintf(p.out, "%s: %s\n", f.File, f.Reason)
		}
		if err != nil {
			return err
		}
	}
	if len(failures) == 0 {
		fmt.Fprintln(p.err, "Everything could be read.")
		return nil
	}
	return hint(fmt.Errorf("%d files or rows %w", len(failures), errPartly), "What is mended is read by the next pacta add of its path.")
}

func (p *program) writeStatus(ctx context.Context, b *treatybase.Base) error {
	o, err := b.Overview(ctx, extract.New().Version())
	if err != nil {
		return err
	}
	last, err := ingest.LastImport(ctx, b)
	if err != nil {
		return err
	}
	if p.json {
		return p.writeJSON(struct {
			*treatybase.Overview
			LastImport *ingest.Import `json:"last_import"`
		}{o, last})
	}
	rows := [][]string{
		{"base", b.Path()},
		{"size", size(o.Bytes)},
		{"documents", fmt.Sprint(o.Documents)},
		{"independent texts", fmt.Sprint(o.Texts)},
	}
	if o.FirstDate != "" {
		rows = append(rows, []string{"published", o.FirstDate + " to " + o.LastDate})
	}
	for _, x := range []struct {
		name string
		n    int
	}{
		{"without date", o.NoDate}, {"without title", o.NoTitle}, {"without outlet", o.NoOutlet}, {"could not be read", o.Failed},
		{"with a problem", o.Problems}, {"to be analysed again", o.Stale}, {"not yet put together", o.Unresolved},
	} {
		if x.n > 0 {
			rows = append(rows, []string{x.name, fmt.Sprint(x.n)})
		}
	}
	for _, c := range o.Objects {
		rows = append(rows, []string{plural(c.Value), fmt.Sprint(c.Count)})
	}
	p.table(nil, rows)
	p.writeLast(last)
	if o.Stale+o.Unresolved > 0 {
		fmt.Fprintln(p.err, "Bring the base up to date: pacta add with any path")
	}
	return nil
}

// writeLast prints what the last import did.
func (p *program) writeLast(x *ingest.Import) {
	if x == nil {
		return
	}
	paths := strings.Join(x.Paths, " ")
	if len(x.Paths) == ingest.MaxPaths {
		paths += " …"
	}
	rows := [][]string{
		{"last import", x.Ended.Local().Format("2006-01-02 15:04") + ", " + x.Ended.Sub(x.Started).String() + ", " + paths},
		{"", fmt.Sprintf("%s read, %d known already, %d failed", counted(x.Read, "document"), x.Known, x.Failed)},
	}
	for _, row := range about(&x.Report) {
		rows = append(rows, []string{"", row})
	}
	if x.Problems > 0 {
		rows = append(rows, []string{"", counted(x.Problems, "document") + " with a problem"})
	}
	if !x.Finished {
		rows = append(rows, []string{"", "broken off; the same pacta add goes on"})
	}
	p.table(nil, rows)
	if x.Failed > 0 {
		fmt.Fprintln(p.err, "See which failed and why: pacta status --failed")
	}
}

// size writes a number of bytes for a person.
func size(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1f kB", float64(n)/(1<<10))
}

package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pacta/extract"
	"pacta/treatybase"
)

func (p *program) status() *cobra.Command {
	var failed bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print what the base holds and what is left to do",
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
	}
	return nil
}

func (p *program) writeStatus(ctx context.Context, b *treatybase.Base) error {
	o, err := b.Overview(ctx, extract.New().Version())
	if err != nil {
		return err
	}
	if p.json {
		return p.writeJSON(o)
	}
	rows := [][]string{
		{"base", b.Path()},
		{"size", size(o.Bytes)},
		{"documents", fmt.Sprint(o.Documents)},
	}
	if o.FirstDate != "" {
		rows = append(rows, []string{"published", o.FirstDate + " to " + o.LastDate})
	}
	for _, x := range []struct {
		name string
		n    int
	}{
		{"without date", o.NoDate}, {"without title", o.NoTitle}, {"without outlet", o.NoOutlet}, {"could not be read", o.Failed},
		{"with a problem", o.Problems}, {"analysed by another version", o.Stale}, {"not yet put together", o.Unresolved},
	} {
		if x.n > 0 {
			rows = append(rows, []string{x.name, fmt.Sprint(x.n)})
		}
	}
	for _, c := range o.Objects {
		rows = append(rows, []string{plural(c.Value), fmt.Sprint(c.Count)})
	}
	p.table(nil, rows)
	if o.Stale+o.Unresolved > 0 {
		fmt.Fprintln(p.err, "Bring the base up to date: pacta add with any path")
	}
	return nil
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

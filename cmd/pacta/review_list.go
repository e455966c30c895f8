package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/export"
	"pacta/resolve"
	"pacta/treatybase"
)

func (p *program) reviewList() *cobra.Command {
	var f treatybase.ReviewFilter
	var conflicts bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List reviews, the newest first",
		Example: `  pacta review list --by ana
  pacta review list --orphans
  pacta review list --conflicts`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			if conflicts {
				return p.listConflicts(cmd.Context(), b)
			}
			xs, total, err := b.Reviews(cmd.Context(), f)
			if err != nil {
				return err
			}
			for _, x := range xs {
				if err := p.writeReview(x); err != nil {
					return err
				}
			}
			if len(xs) < total {
				fmt.Fprintf(p.err, "%d of %s; see more with --limit and --offset.\n", len(xs), counted(total, "review"))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&f.Who, "by", "", "only those of `NAME`")
	cmd.Flags().BoolVar(&f.Orphans, "orphans", false, "only those that stand on no record any more, with the reason")
	cmd.Flags().BoolVar(&conflicts, "conflicts", false, "pairs of which the later was made without a look at the earlier")
	cmd.Flags().IntVar(&f.Limit, "limit", treatybase.DefaultLimit, "how many to list at most")
	cmd.Flags().IntVar(&f.Offset, "offset", 0, "how many to pass over first")
	return cmd
}

func (p *program) listConflicts(ctx context.Context, b *treatybase.Base) error {
	cs, err := b.Conflicts(ctx)
	for _, c := range cs {
		if p.json {
			if err := p.writeJSON(c); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(p.out, "%s\t%s\t%s holds: %s\t%s yields: %s\n", c.Record, c.Field, c.Holds.ID, said(c.Holds), c.Yields.ID, said(c.Yields))
	}
	return err
}

// said says in words what a review decides.
func said(r *resolve.Review) string {
	s := r.Who + " " + map[resolve.Action]string{resolve.Accept: "accepts", resolve.Reject: "rejects", resolve.Edit: "edits", resolve.Merge: "merges",
		resolve.Split: "splits", resolve.Note: "notes", resolve.Undo: "undoes " + r.Undoes}[r.Action]
	if r.Action == resolve.Edit {
		s += fmt.Sprintf(" %s: %s → %s", r.Field, orNothing(resolve.Plain(r.Before)), orNothing(resolve.Plain(r.After)))
	}
	if r.Why != "" {
		s += ": " + r.Why
	}
	return s
}

func orNothing(v resolve.Value) string {
	if v == "" {
		return "not stated"
	}
	return string(v)
}

func (p *program) reviewHistory() *cobra.Command {
	return &cobra.Command{
		Use:   "history ID…",
		Short: "Show what people decided about records, the newest first",
		Args:  minArgs(1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			for _, id := range args {
				x, err := record(cmd.Context(), b, id)
				if err != nil {
					return err
				}
				rs, n, err := b.Reviews(cmd.Context(), treatybase.ReviewFilter{Record: x.ID, Limit: 10000})
				if err != nil {
					return err
				}
				if n == 0 {
					fmt.Fprintf(p.err, "Nobody has decided anything about %s.\n", x.ID)
				}
				for _, r := range rs {
					if err := p.writeReview(r); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}

// writeReview prints a review as a line: its ID, when, on which record it
// stands, what it says, and the words that it is about.
func (p *program) writeReview(x treatybase.Reviewed) error {
	if p.json {
		return p.writeJSON(x)
	}
	mark := ""
	switch {
	case x.Orphan != "":
		mark = "orphaned: " + x.Orphan
	case !x.Counts:
		mark = "undone"
	}
	on := x.Stands
	if on == "" {
		on = x.Record
	}
	words := ""
	if len(x.Anchors) > 0 {
		words = "“" + short(x.Anchors[0].Quote, cellWidth) + "”"
	}
	p.table(nil, [][]string{{x.ID, strings.Replace(x.When[:min(16, len(x.When))], "T", " ", 1), x.Kind, on, said(&x.Review), words, mark}})
	return nil
}

// sourcesNamed returns the sources of x that arguments name: ID of a document,
// or ID:START-END.
func sourcesNamed(x treatybase.Object, args []string) ([]resolve.Source, error) {
	all, err := export.Sources(x.Body)
	if err != nil {
		return nil, err
	}
	var out []resolve.Source
	for _, a := range args {
		id, place, within := strings.Cut(a, ":")
		n := len(out)
		for _, s := range all {
			if strings.HasPrefix(s.Document, id) && len(id) >= 4 && (!within || place == strconv.Itoa(s.Start)+"-"+strconv.Itoa(s.End)) {
				out = append(out, s)
			}
		}
		if len(out) == n {
			return nil, hint(fmt.Errorf("%s has no source %s: %w", x.ID, a, pacta.ErrNotFound), "pacta show %s lists its sources.", x.ID)
		}
	}
	return out, nil
}

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

func (p *program) reviews() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "reviews",
		Short: "Move people's decisions between bases",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return hint(invalid("no reviews command %q", args[0]), "See pacta reviews --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.reviewsExport(), p.reviewsImport())
	return cmd
}

func (p *program) reviewsExport() *cobra.Command {
	return &cobra.Command{
		Use:     "export",
		Short:   "Write all reviews as JSON lines, the oldest first",
		Example: "  pacta reviews export > reviews.jsonl",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			for r, err := range b.AllReviews(cmd.Context()) {
				if err != nil {
					return err
				}
				if err := p.writeJSON(r); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (p *program) reviewsImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import [FILE]",
		Short: "Take over reviews of another base",
		Long: `Takes over reviews that pacta reviews export wrote, from a file or standard
input, all of them or none. They find their records by the words that show them.
Reviews that the base has already are passed over, so that importing twice
changes nothing. Reviews that contradict one another are listed, the later one
holds; so are those whose words no document of the base has.`,
		Example: `  pacta reviews import reviews.jsonl
  pacta --db mine.db reviews export | pacta --db ours.db reviews import`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, name := p.in, "standard input"
			if len(args) > 0 && args[0] != "-" {
				f, err := os.Open(args[0])
				if errors.Is(err, os.ErrNotExist) {
					return hint(fmt.Errorf("%s: %w", args[0], pacta.ErrNotFound), "Check the path.")
				}
				if err != nil {
					return err
				}
				defer f.Close()
				in, name = f, args[0]
			}
			reviews, err := readReviews(in)
			if err != nil {
				return hint(fmt.Errorf("%s: %w", name, err), "Nothing was taken over. Each line is a review as pacta reviews export writes it.")
			}
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			return p.importReviews(cmd.Context(), b, reviews)
		},
	}
}

// readReviews reads reviews as JSON lines and checks them.
func readReviews(in io.Reader) ([]resolve.Review, error) {
	var out []resolve.Review
	lines := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var r resolve.Review
			if err := json.Unmarshal(line, &r); err != nil {
				return nil, fmt.Errorf("line %d: %w: %w", n, err, pacta.ErrInvalid)
			}
			if err := r.Check(); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			out = append(out, r)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// importReviews takes reviews over and lists what is left for a person to do.
func (p *program) importReviews(ctx context.Context, b *treatybase.Base, reviews []resolve.Review) error {
	added, err := b.AddReviews(ctx, reviews)
	if err == nil {
		err = follow(ctx, b)
	}
	if err != nil {
		return baseHint(err)
	}
	conflicts, err := b.Conflicts(ctx)
	if err != nil {
		return err
	}
	orphans, n, err := b.Reviews(ctx, treatybase.ReviewFilter{Orphans: true})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.err, "%s taken over, %d known already\n", counted(added, "review"), len(reviews)-added)
	if err := p.listConflicts(ctx, b); err != nil {
		return err
	}
	for _, x := range orphans {
		if err := p.writeReview(x); err != nil {
			return err
		}
	}
	if n+len(conflicts) > 0 {
		return hint(fmt.Errorf("%s and %s %w", counted(len(conflicts), "conflict"), counted(n, "orphaned review"), errUnsettled),
			"See them with pacta review list --conflicts and --orphans. Whoever decides such a record again settles it.")
	}
	return nil
}

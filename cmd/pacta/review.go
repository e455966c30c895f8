package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/resolve"
	"pacta/treatybase"
)

// A decision is what the review commands have in common.
type decision struct {
	as, why string
}

func (d *decision) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.as, "as", "", "the `NAME` to decide under (default: the user of this machine)")
	cmd.Flags().StringVar(&d.why, "why", "", "the `REASON`, for whoever reads it later")
}

func (p *program) review() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Accept, correct and reject what the machine found",
		Long: `A review is what a person decides about a record of the base: an actor, an
instrument, a commitment, a statement, an event, or a finding. It names the record
by the words that show it, so that it holds when documents are analysed or read
again, and in another base; the machine's own value is kept beside it. Reviews
are never deleted: undo adds one that takes back another.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return hint(invalid("no review command %q", args[0]), "See pacta review --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.reviewOf(resolve.Accept, "accept ID…", "Accept records as they are", "pacta review accept c0539b1ba0fc8"),
		p.reviewOf(resolve.Reject, "reject ID…", "Reject records: they are kept, struck, and no finding rests on them",
			`pacta review reject c0539b1ba0fc8 --why "said by a guest, not by the minister"`),
		p.reviewEdit(), p.reviewMerge(), p.reviewSplit(), p.reviewNote(), p.reviewUndo(), p.reviewList(), p.reviewHistory())
	return cmd
}

// reviewOf returns the command of an action that takes records and nothing
// else.
func (p *program) reviewOf(a resolve.Action, use, short, example string) *cobra.Command {
	var d decision
	cmd := &cobra.Command{Use: use, Short: short, Example: "  " + example, Args: minArgs(1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				var out []treatybase.Draft
				for _, id := range args {
					x, err := record(cmd.Context(), b, id)
					if err != nil {
						return nil, err
					}
					out = append(out, treatybase.Draft{Action: a, Record: x.ID})
				}
				return out, nil
			})
		}}
	d.flags(cmd)
	return cmd
}

func (p *program) reviewEdit() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "edit ID FIELD=VALUE…",
		Short: "Give fields of a record other values",
		Long: `Gives fields of a record other values. Lists are written with commas between
their items; an empty value says that it is not stated. A field that the kind of
record does not have is refused with those that it has.`,
		Example: `  pacta review edit c0539b1ba0fc8 modality=consideration
  pacta review edit i1b2c3 "title=Lakeside Declaration" date=2011-05-03 parties=NOR,FIN`,
		Args: minArgs(2, "ID or FIELD=VALUE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				x, err := record(cmd.Context(), b, args[0])
				if err != nil {
					return nil, err
				}
				return edits(x, args[1:])
			})
		},
	}
	d.flags(cmd)
	return cmd
}

// edits reads FIELD=VALUE for a record.
func edits(x treatybase.Object, args []string) ([]treatybase.Draft, error) {
	var out []treatybase.Draft
	for _, a := range args {
		field, value, ok := strings.Cut(a, "=")
		if !ok {
			return nil, hint(invalid("%q gives no value", a), "Write it as FIELD=VALUE, for example modality=permission.")
		}
		e, err := resolve.EditableOf(x.Kind, field)
		if err != nil {
			return nil, err
		}
		v, err := e.Parse(value)
		if err != nil {
			return nil, err
		}
		out = append(out, treatybase.Draft{Action: resolve.Edit, Record: x.ID, Field: field, Value: v})
	}
	return out, nil
}

func (p *program) reviewMerge() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:     "merge ID ID…",
		Short:   "Make records one that show the same thing",
		Example: `  pacta review merge i1b2c3 i4d5e6 --why "the second is its short name"`,
		Args:    minArgs(2, "a second ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				x, err := record(cmd.Context(), b, args[0])
				var out []treatybase.Draft
				for _, id := range args[1:] {
					if err != nil {
						break
					}
					var y treatybase.Object
					y, err = record(cmd.Context(), b, id)
					out = append(out, treatybase.Draft{Action: resolve.Merge, Record: x.ID, With: y.ID})
				}
				return out, err
			})
		},
	}
	d.flags(cmd)
	return cmd
}

func (p *program) reviewSplit() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "split ID SOURCE…",
		Short: "Take sources out of a record that show another one",
		Long: `Takes sources out of a record that show another one; together they become a
record of their own. A source is a document's ID, for all that it has of the
record, or ID:START-END, the bytes that pacta show prints.`,
		Example: `  pacta review split i1b2c3 036d21a9
  pacta review split i1b2c3 036d21a9:1204-1239`,
		Args: minArgs(2, "ID or SOURCE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				x, err := record(cmd.Context(), b, args[0])
				if err != nil {
					return nil, err
				}
				out, err := sourcesNamed(x, args[1:])
				return []treatybase.Draft{{Action: resolve.Split, Record: x.ID, Apart: out}}, err
			})
		},
	}
	d.flags(cmd)
	return cmd
}

func (p *program) reviewNote() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:     "note ID WORDS",
		Short:   "Write a note beside a record",
		Example: `  pacta review note c0539b1ba0fc8 "compare the French text"`,
		Args:    minArgs(2, "ID or WORDS"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d.why = strings.Join(args[1:], " ")
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				x, err := record(cmd.Context(), b, args[0])
				return []treatybase.Draft{{Action: resolve.Note, Record: x.ID}}, err
			})
		},
	}
	cmd.Flags().StringVar(&d.as, "as", "", "the `NAME` to write under (default: the user of this machine)")
	return cmd
}

func (p *program) reviewUndo() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "undo ID…",
		Short: "Take back a review, or the last one of a record",
		Long: `Takes back a review; of a record the last one that counts. An undo is a review
itself and can be undone, which restores what it took back.`,
		Example: `  pacta review undo c0539b1ba0fc8
  pacta review undo r4f1d2c3b4a596877`,
		Args: minArgs(1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decide(cmd.Context(), d, func(b *treatybase.Base) ([]treatybase.Draft, error) {
				var out []treatybase.Draft
				for _, id := range args {
					r, err := b.Review(cmd.Context(), id)
					if err == nil {
						id = r.ID
					} else if x, err := record(cmd.Context(), b, id); err == nil {
						id = x.ID
					} else {
						return nil, err
					}
					out = append(out, treatybase.Draft{Action: resolve.Undo, Record: id})
				}
				return out, nil
			})
		},
	}
	d.flags(cmd)
	return cmd
}

// record returns the record with an ID, which may be shortened.
func record(ctx context.Context, b *treatybase.Base, id string) (treatybase.Object, error) {
	x, err := b.Object(ctx, id)
	if errors.Is(err, pacta.ErrNotFound) {
		return x, hint(fmt.Errorf("no record %s: %w", id, pacta.ErrNotFound), "pacta find KIND lists the IDs.")
	}
	return x, err
}

// decide writes the reviews that drafts makes, and lets the base follow.
func (p *program) decide(ctx context.Context, d decision, drafts func(*treatybase.Base) ([]treatybase.Draft, error)) error {
	b, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer b.Close()
	todo, err := drafts(b)
	if err != nil {
		return err
	}
	if d.as == "" {
		if d.as, err = userName(); err != nil {
			return err
		}
	}
	for _, x := range todo {
		x.Who, x.Why = d.as, d.why
		r, err := b.Decide(ctx, x)
		if err != nil {
			return errors.Join(baseHint(err), follow(ctx, b))
		}
		if err := p.writeReview(treatybase.Reviewed{Review: *r, Stands: r.Record, Counts: true}); err != nil {
			return err
		}
	}
	return follow(ctx, b)
}

// follow draws the objects of b anew where reviews make it due.
func follow(ctx context.Context, b *treatybase.Base) error {
	due, err := b.ReviewsDue(ctx)
	if err != nil || !due {
		return err
	}
	return baseHint(ingest.Resolve(ctx, b, gazetteer.Builtin(), objectsVersion()))
}

// userName returns the name of the user of this machine.
func userName() (string, error) {
	u, err := user.Current()
	if err != nil || u.Username == "" {
		return "", hint(invalid("the name of the user is not known"), "Give one with --as NAME.")
	}
	return u.Username, nil
}

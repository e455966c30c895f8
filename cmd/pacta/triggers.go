package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pacta/ask"
	"pacta/reason"
	"pacta/resolve"
)

func (p *program) triggers() *cobra.Command {
	return &cobra.Command{
		Use:   "triggers EVENT",
		Short: "Show which promises an event would engage",
		Long: `triggers holds an event against the promises of the base and shows which of
them it would engage by their own words: help, consultation, neutrality, or what
the event itself would break, each with its condition, how firmly it binds, what
softens it and its source. Nothing is predicted: whether anybody would act, the
base does not say.

EVENT is told in words, with codes or names of states, or is the ID of an event
of the base.`,
		Example: `  pacta triggers "armed attack on ARM by AZE"
  pacta triggers "threat against Norway by RUS"
  pacta triggers e1b2c3`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return hint(invalid("no event"), `Write it in quotation marks: pacta triggers "armed attack on ARM by AZE"`)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			ts, o, err := ask.Triggers(cmd.Context(), b, strings.Join(args, " "))
			if err != nil {
				return hint(err, `Say who does what to whom: "armed attack on ARM by AZE".`)
			}
			if p.json {
				enc := json.NewEncoder(p.out)
				for _, t := range ts {
					if err := enc.Encode(t); err != nil {
						return err
					}
				}
				return nil
			}
			return p.writeTriggers(cmd, ts, o, func(s []resolve.Source) error { return p.footnotes(cmd.Context(), b, s) }, func(ids []string) string {
				names, _ := b.Names(cmd.Context(), ids...)
				out := make([]string, len(ids))
				for i, id := range ids {
					if out[i] = names[id]; out[i] == "" {
						out[i] = id
					}
				}
				return strings.Join(out, ", ")
			})
		},
	}
}

// writeTriggers prints each promise with its reasons, and a footnote for each
// source.
func (p *program) writeTriggers(_ *cobra.Command, ts []reason.Trigger, o reason.Occurrence, notes func([]resolve.Source) error, names func([]string) string) error {
	fmt.Fprintf(p.err, "Understood: by %s, to %s.\n", orNobody(names(o.Actors)), orNobody(names(o.Targets)))
	if len(ts) == 0 {
		fmt.Fprintln(p.out, "No promise in the base would be engaged by its own words.")
		return nil
	}
	var sources []resolve.Source
	for i, t := range ts {
		where := ""
		if t.Instrument != "" {
			where = ", " + names([]string{string(t.Instrument)})
		}
		if t.Provision != "" {
			where += ", " + string(t.Provision)
		}
		fmt.Fprintf(p.out, "%2d  %s: %s of %s%s\n", i+1, t.Kind, t.Modality, names(t.Parties), where)
		for _, s := range t.Sources {
			fmt.Fprintf(p.out, "    “%s”\n", strings.Join(strings.Fields(s.Quote), " "))
		}
		if t.Condition != "" {
			fmt.Fprintf(p.out, "    Condition: %s\n", strings.Join(strings.Fields(string(t.Condition)), " "))
		}
		for _, w := range t.Why {
			fmt.Fprintf(p.out, "    %s\n", w)
		}
		sources = append(sources, t.Sources...)
	}
	return notes(sources)
}

func orNobody(s string) string {
	if s == "" {
		return "nobody named"
	}
	return s
}

package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pacta/ask"
)

func (p *program) ask() *cobra.Command {
	return &cobra.Command{
		Use:   "ask QUESTION",
		Short: "Answer a question from the base, with sources",
		Long: `ask answers a question in plain English from the facts and sentences of the base.
Every part of the answer shows its source; what no source says is answered with
"Not stated in the sources". Nothing is made up: there is no text generation.`,
		Example: `  pacta ask "When was the Ankara Declaration signed?"
  pacta ask --json "Who says that the treaty is kept?"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return hint(invalid("no question"), `Write it in quotation marks: pacta ask "When was the treaty signed?"`)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			a, err := ask.Ask(cmd.Context(), b, strings.Join(args, " "))
			if err != nil {
				return hint(err, "Name what the question is about: a state, an instrument, a subject.")
			}
			if p.json {
				return json.NewEncoder(p.out).Encode(a)
			}
			return p.writeAnswer(cmd, a)
		},
	}
}

// writeAnswer prints an answer with a footnote for each of its sources.
func (p *program) writeAnswer(cmd *cobra.Command, a *ask.Answer) error {
	fmt.Fprintln(p.out, a.Answer)
	if len(a.Sources) > 0 {
		fmt.Fprintln(p.out)
	}
	for i, s := range a.Sources {
		fmt.Fprintf(p.out, "%2d  %s, bytes %d to %d\n", i+1, s.Document, s.Start, s.End)
	}
	_, err := fmt.Fprintf(p.err, "Looked at %d documents.\n", a.LookedAt)
	return err
}

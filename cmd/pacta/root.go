package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pacta"
)

// root returns the command tree. To add a command, write its file and its
// test, and put one line here.
func (p *program) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pacta",
		Short: "Build a treaty base from reports and treaty texts, and ask it",
		Long: `pacta reads reports and treaty texts and keeps what they say: which instruments
exist, who promised what to whom and how firmly, who said what about it, what
happened, and where sources disagree. Every fact shows its source words.
Nothing leaves the machine.`,
		Example: `  pacta add reports/
  pacta find commitment --party RUS --modality obligation
  pacta serve`,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { p.clean(cmd) },

		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return hint(invalid("no command %q", args[0]), "See pacta --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.CompletionOptions.HiddenDefaultCmd = true
	cmd.SetIn(p.in)
	cmd.SetOut(p.out)
	cmd.SetErr(p.err)
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return hint(fmt.Errorf("%w: %w", err, pacta.ErrInvalid), "See %s --help", c.CommandPath())
	})
	f := cmd.PersistentFlags()
	f.StringVar(&p.db, "db", "", "the base `FILE` (default $PACTA_DB, else pacta.db)")
	f.BoolVar(&p.json, "json", false, "print JSON")
	cmd.AddCommand(
		p.add(),
		p.annotate(),
		p.ask(),
		p.codebook(),
		p.demo(),
		p.export(),
		p.find(),
		p.man(),
		p.match(),
		p.parse(),
		p.review(),
		p.reviews(),
		p.show(),
		p.serve(),
		p.status(),
		p.triggers(),
		p.user(),
		p.version(),
	)
	return cmd
}

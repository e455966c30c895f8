package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pacta/export"
)

func (p *program) export() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "export [KIND…]",
		Short: "Write the base as JSONL or CSV",
		Long: `Writes documents, objects and findings: with --format jsonl one JSON object a
line on standard output, with --format csv one table a kind into the folder that
--out names, or a single kind on standard output. Equal bases give equal bytes.`,
		Example: `  pacta export --format jsonl > base.jsonl
  pacta export --format csv --out tables/
  pacta export --format csv commitment > commitments.csv`,
		RunE: func(cmd *cobra.Command, kinds []string) error {
			if err := checkKinds(kinds); err != nil {
				return err
			}
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			switch {
			case format == "jsonl":
				return export.JSONL(cmd.Context(), p.out, b, kinds...)
			case format != "csv":
				return hint(invalid("format %q", format), "It is jsonl or csv.")
			case out != "":
				return export.CSVFolder(cmd.Context(), out, b, kinds...)
			case len(kinds) == 1:
				return export.CSV(cmd.Context(), p.out, b, kinds[0])
			}
			return hint(invalid("several tables do not fit one stream"), "Name one kind, or a folder with --out.")
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "`jsonl` or csv")
	cmd.Flags().StringVar(&out, "out", "", "`FOLDER` for CSV tables")
	return cmd
}

func checkKinds(kinds []string) error {
	for _, k := range kinds {
		if !slices.Contains(export.Kinds(), k) {
			return hint(invalid("no kind %q", k), "The kinds are %s.", strings.Join(export.Kinds(), ", "))
		}
	}
	return nil
}

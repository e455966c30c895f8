package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/export"
	"pacta/treatybase"
)

// An exporting is what the flags of export ask for.
type exporting struct {
	format, out string
	kinds       []string
	of          export.Selection
}

func (p *program) export() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "export [KIND…]",
		Short: "Write the base, or a dossier of a part of it, as a file",
		Long: `Writes documents, objects and findings: with --format jsonl one JSON object a
line on standard output, with --format csv one table a kind into the folder that
--out names, or a single kind on standard output. Equal bases give equal bytes.

A dossier is a part of the base as a document of its own: with --format dossier
one HTML file that can be printed, with --format markdown the same as Markdown.
It holds what --about names (an instrument, state, collision or any other ID,
also of a document), with --with what stands between two parties, or with --text
the sentences that have these words. The documents that it rests on, or all of
the base, are written as a bibliography with --format biblatex or csl.`,
		Example: `  pacta export --format jsonl > base.jsonl
  pacta export --format csv --out tables/
  pacta export --format csv commitment > commitments.csv
  pacta export --format dossier --about RUS --with AZE > rus-aze.html
  pacta export --format biblatex > sources.bib`,
		RunE: func(cmd *cobra.Command, kinds []string) error {
			if err := checkKinds(kinds); err != nil {
				return err
			}
			x.kinds = kinds
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			return p.runExport(cmd.Context(), b, x)
		},
	}
	f := cmd.Flags()
	f.StringVar(&x.format, "format", "jsonl", "`FORMAT`: jsonl, csv, dossier, markdown, biblatex or csl")
	f.StringVar(&x.out, "out", "", "`FOLDER` for CSV tables, file for a dossier or bibliography")
	f.StringVar(&x.of.ID, "about", "", "`ID` of what a dossier is of")
	f.StringVar(&x.of.With, "with", "", "`ID` of another party")
	f.StringVar(&x.of.Text, "text", "", "`WORDS` to search for")
	return cmd
}

func (p *program) runExport(ctx context.Context, b *treatybase.Base, x exporting) error {
	switch x.format {
	case "jsonl":
		return export.JSONL(ctx, p.out, b, x.kinds...)
	case "csv":
		return p.exportCSV(ctx, b, x)
	case "dossier", "markdown", "biblatex", "csl":
		return p.exportFile(ctx, b, x)
	}
	return hint(invalid("format %q", x.format), "It is jsonl, csv, dossier, markdown, biblatex or csl.")
}

func (p *program) exportCSV(ctx context.Context, b *treatybase.Base, x exporting) error {
	switch {
	case x.out != "":
		return export.CSVFolder(ctx, x.out, b, x.kinds...)
	case len(x.kinds) == 1:
		return export.CSV(ctx, p.out, b, x.kinds[0])
	}
	return hint(invalid("several tables do not fit one stream"), "Name one kind, or a folder with --out.")
}

// exportFile writes one file to standard output, or to where --out says.
func (p *program) exportFile(ctx context.Context, b *treatybase.Base, x exporting) (err error) {
	write, err := p.file(ctx, b, x)
	if err != nil {
		return err
	}
	out := p.out
	if x.out != "" {
		f, err := os.Create(x.out)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	return write(out)
}

// file makes what is to be written before anything is written.
func (p *program) file(ctx context.Context, b *treatybase.Base, x exporting) (func(io.Writer) error, error) {
	everything := x.of.ID == "" && x.of.Text == ""
	if everything && (x.format == "biblatex" || x.format == "csl") {
		heads, err := b.AllHeads(ctx)
		return bibliography(x.format, heads), err
	}
	d, err := export.NewDossier(ctx, b, x.of, buildVersion())
	if everything {
		return nil, hint(err, "Name an instrument, state or other ID with --about, or words with --text.")
	}
	if errors.Is(err, pacta.ErrNotFound) {
		return nil, hint(err, "pacta find KIND lists the IDs.")
	}
	if err != nil {
		return nil, err
	}
	switch x.format {
	case "dossier":
		return d.HTML, nil
	case "markdown":
		return d.Markdown, nil
	}
	return bibliography(x.format, d.Sources), nil
}

func bibliography(format string, heads []treatybase.Head) func(io.Writer) error {
	if format == "csl" {
		return func(w io.Writer) error { return export.CSL(w, heads) }
	}
	return func(w io.Writer) error { return export.BibLaTeX(w, heads) }
}

func checkKinds(kinds []string) error {
	for _, k := range kinds {
		if !slices.Contains(export.Kinds(), k) {
			return hint(invalid("no kind %q", k), "The kinds are %s.", strings.Join(export.Kinds(), ", "))
		}
	}
	return nil
}

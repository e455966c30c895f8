package main

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"pacta/export"
	"pacta/extract"
	"pacta/ingest"
)

func (p *program) annotate() *cobra.Command {
	var layers []string
	var workers int
	var unit string
	cmd := &cobra.Command{
		Use:   "annotate",
		Short: "Analyse documents as a filter: JSONL in, JSONL out, no base",
		Long: `Reads documents from standard input, one JSON object a line:

  {"id":"…","text":"…","published":"…","title":"…","outlet":"…","genre":"news|treaty"}

Only text is needed. Writes one line for each, in the same order, with its
annotations. Offsets are bytes of the text. A line that could not be analysed
has an "error".`,
		Example: `  pacta annotate < reports.jsonl > annotations.jsonl`,
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := parseLayers(layers)
			if err != nil {
				return err
			}
			if l.Unit, err = export.ParseUnit(unit); err != nil {
				return hint(err, "It is bytes, codepoints (Python) or utf16 (JavaScript, Java).")
			}
			return p.runAnnotate(l, workers)
		},
	}
	cmd.Flags().StringSliceVar(&layers, "layers", nil, "also write `tokens`: sentences, tokens and trees")
	cmd.Flags().StringVar(&unit, "offsets", "bytes", "what offsets count: `bytes`, codepoints or utf16")
	cmd.Flags().IntVar(&workers, "workers", 0, "documents to analyse at a time (default: all cores)")
	return cmd
}

func parseLayers(names []string) (export.Layers, error) {
	var l export.Layers
	for _, n := range names {
		if n != "tokens" {
			return l, hint(invalid("layer %q", n), "The only layer is tokens.")
		}
		l.Tokens = true
	}
	return l, nil
}

func (p *program) runAnnotate(layers export.Layers, workers int) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	failed, total := 0, 0
	for x, err := range ingest.Annotate(p.in, extract.New(), workers) {
		if err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
		total++
		if x.Err != nil {
			failed++
			fmt.Fprintln(p.err, "pacta:", oneLine(x.Err))
		}
		if _, err := p.out.Write(append(annotatedLine(x, layers), '\n')); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	if failed > 0 {
		return hint(fmt.Errorf("%d of %d lines %w", failed, total, errPartly), `Their lines in the output have an "error".`)
	}
	return nil
}

func annotatedLine(x ingest.Annotated, layers export.Layers) []byte {
	problem := ""
	if x.Err != nil {
		problem = message(x.Err)
	}
	if x.Document == nil {
		return export.Unread(x.ID, problem)
	}
	return export.Annotated(x.Document, x.Analysis, problem, layers)
}

func oneLine(err error) string { return strings.ReplaceAll(message(err), "\n", " ") }

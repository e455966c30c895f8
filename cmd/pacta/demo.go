package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pacta/demo"
	"pacta/ingest"
	"pacta/treatybase"
)

func (p *program) demo() *cobra.Command {
	var listen string
	var noServe bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Build a base from an example and show it in the browser",
		Long: `demo builds a base in a temporary folder from short reports and instrument texts
on three documented stories, and serves it. Nothing of yours is read, and the
folder is removed at the end.`,
		Example: `  pacta demo
  pacta demo --no-serve`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return p.runDemo(cmd.Context(), listen, noServe) },
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "the `ADDRESS` to listen on; port 0 takes any free one")
	cmd.Flags().BoolVar(&noServe, "no-serve", false, "print the import report and a summary, and end")
	return cmd
}

func (p *program) runDemo(ctx context.Context, listen string, noServe bool) error {
	folder, err := os.MkdirTemp("", "pacta-demo-")
	if err != nil {
		return hint(err, "Check the folder for temporary files, $TMPDIR.")
	}
	defer os.RemoveAll(folder)
	if err := os.CopyFS(filepath.Join(folder, "example"), demo.Files); err != nil {
		return fmt.Errorf("write the example: %w", err)
	}
	b, err := treatybase.Create(ctx, filepath.Join(folder, "demo.db"))
	if err != nil {
		return baseHint(err)
	}
	defer b.Close()
	bar := newProgress(p.err)
	report, err := build(ctx, b, []string{filepath.Join(folder, "example")}, ingest.Options{Progress: bar.show}, bar)
	bar.done()
	if err != nil {
		return baseHint(err)
	}
	p.writeReport(report, b)
	if noServe {
		return p.writeStatus(ctx, b)
	}
	return p.serveBase(ctx, b, serving{listen: listen})
}

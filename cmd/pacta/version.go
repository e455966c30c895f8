package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"pacta/extract"
)

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of the analysis",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			v := struct {
				Version  string `json:"version"`
				Go       string `json:"go"`
				Pipeline string `json:"pipeline"` // what a stored analysis depends on
			}{buildVersion(), runtime.Version(), extract.New().Version()}
			if p.json {
				return json.NewEncoder(p.out).Encode(v)
			}
			_, err := fmt.Fprintf(p.out, "pacta %s\n%s\nanalysis: %s\n", v.Version, v.Go, v.Pipeline)
			return err
		},
	}
}

// buildVersion is the version of the module or the commit it was built from.
func buildVersion() string {
	b, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := b.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range b.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return "devel"
}

package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"pacta"
)

func (p *program) codebook() *cobra.Command {
	return &cobra.Command{
		Use:   "codebook [KIND]",
		Short: "Print what the kinds, types and roles of annotations mean",
		Args:  maxArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			defs, err := definitions(args)
			if err != nil {
				return err
			}
			if p.json {
				e := json.NewEncoder(p.out)
				e.SetEscapeHTML(false)
				return e.Encode(defs)
			}
			for i, d := range defs {
				if i > 0 {
					fmt.Fprintln(p.out)
				}
				writeDefinition(p.out, d)
			}
			return nil
		},
	}
}

func definitions(args []string) ([]pacta.KindDef, error) {
	if len(args) == 0 {
		return pacta.Schema, nil
	}
	d := pacta.Definition(pacta.Kind(args[0]))
	if d == nil {
		return nil, hint(fmt.Errorf("no kind %q in the codebook: %w", args[0], pacta.ErrNotFound), "Run pacta codebook for all of them.")
	}
	return []pacta.KindDef{*d}, nil
}

func writeDefinition(w io.Writer, d pacta.KindDef) {
	fmt.Fprintf(w, "%s\n  %s\n", d.Kind, d.Doc)
	if d.Value != "" {
		fmt.Fprintf(w, "  Its value is %s.\n", d.Value)
	}
	for _, part := range []struct {
		name string
		defs []pacta.Def
	}{{"Types", d.Types}, {"Roles", d.Roles}} {
		if len(part.defs) > 0 {
			fmt.Fprintf(w, "\n  %s\n", part.name)
		}
		for _, x := range part.defs {
			fmt.Fprintf(w, "    %-14s %s\n", x.Name, x.Doc)
		}
	}
	for _, l := range d.Lists {
		fmt.Fprintf(w, "\n  %s: %s\n", l.Name, l.Doc)
		for _, x := range l.Items {
			fmt.Fprintf(w, "    %-14s %s\n", x.Name, x.Doc)
		}
	}
}

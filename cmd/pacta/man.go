package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (p *program) man() *cobra.Command {
	return &cobra.Command{
		Use:    "man FOLDER",
		Short:  "Write the manual page, made from the commands",
		Hidden: true,
		Args:   exactlyOne("FOLDER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			var page strings.Builder
			writeMan(&page, cmd.Root())
			return os.WriteFile(filepath.Join(args[0], "pacta.1"), []byte(page.String()), 0o666)
		},
	}
}

// writeMan writes one page for the program and all of its commands, in man(7)
// macros.
func writeMan(w io.Writer, root *cobra.Command) {
	fmt.Fprintf(w, ".\\\" Made by pacta man; do not edit.\n.TH PACTA 1\n.SH NAME\n%s \\- %s\n", roff(root.Name()), roff(lowerFirst(root.Short)))
	fmt.Fprintf(w, ".SH SYNOPSIS\n.B pacta\n.I command\n[\n.I options\n]\n.SH DESCRIPTION\n")
	writeText(w, root.Long)
	fmt.Fprintf(w, ".SH OPTIONS OF ALL COMMANDS\n")
	writeFlags(w, root.PersistentFlags())
	fmt.Fprintf(w, ".SH COMMANDS\n")
	writeCommands(w, root)
	fmt.Fprint(w, ".SH EXIT STATUS\n")
	for _, x := range exitMeanings {
		fmt.Fprintf(w, ".TP\n.B %d\n%s\n", x.status, roff(x.meaning))
	}
	fmt.Fprint(w, ".SH ENVIRONMENT\n.TP\n.B PACTA_DB\nThe base, where \\-\\-db does not name one.\n")
}

// writeCommands writes the commands of parent, and theirs after each.
func writeCommands(w io.Writer, parent *cobra.Command) {
	for _, c := range parent.Commands() {
		if c.Hidden || c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		fmt.Fprintf(w, ".SS %s\n", roff(parent.CommandPath()+" "+c.Use))
		fmt.Fprintf(w, "%s.\n", roff(c.Short))
		if c.Long != "" {
			fmt.Fprintf(w, ".PP\n")
			writeText(w, c.Long)
		}
		writeFlags(w, c.LocalNonPersistentFlags())
		if c.Example != "" {
			fmt.Fprintf(w, ".PP\nFor example:\n")
			writeText(w, "  "+strings.TrimLeft(c.Example, " "))
		}
		writeCommands(w, c)
	}
}

// writeText writes paragraphs; indented ones stay as they are.
func writeText(w io.Writer, text string) {
	for i, par := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		if i > 0 {
			fmt.Fprintln(w, ".PP")
		}
		if strings.HasPrefix(par, "  ") {
			fmt.Fprintf(w, ".nf\n%s\n.fi\n", roff(par))
			continue
		}
		fmt.Fprintln(w, roff(par))
	}
}

func writeFlags(w io.Writer, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		fmt.Fprintf(w, ".TP\n.B \\-\\-%s", roff(f.Name))
		if value != "" {
			fmt.Fprintf(w, " \\fI%s\\fP", roff(value))
		}
		fmt.Fprintf(w, "\n%s\n", roff(usage))
	})
}

// roff escapes what man(7) would take for a macro or an escape.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", `\&...`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

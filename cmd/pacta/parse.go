package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"pacta/language"
)

func (p *program) parse() *cobra.Command {
	var tree bool
	cmd := &cobra.Command{
		Use:   "parse [TEXT]",
		Short: "Print how the language engine reads a text, as CoNLL-U",
		Example: `  pacta parse "Each Party shall consult the other."
  pacta parse --tree < article.txt`,
		Args: maxArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := p.argumentOrInput(args)
			if err != nil {
				return err
			}
			print := writeCoNLLU
			if tree {
				print = writeTree
			}
			for i, s := range language.English().Analyse(text, language.Options{}) {
				print(p.out, text, i, &s)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&tree, "tree", false, "draw indented trees")
	return cmd
}

// argumentOrInput returns the first argument, or all of standard input.
func (p *program) argumentOrInput(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	b, err := io.ReadAll(p.in)
	if err != nil {
		return "", fmt.Errorf("standard input: %w", err)
	}
	return string(b), nil
}

// writeCoNLLU writes a sentence in the ten columns of Universal Dependencies;
// MISC holds the byte offsets and the entity.
func writeCoNLLU(w io.Writer, text string, n int, s *language.Sentence) {
	fmt.Fprintf(w, "# sent_id = %d\n# text = %s\n", n+1, strings.Join(strings.Fields(text[s.Start:s.End]), " "))
	for i, t := range s.Tokens {
		misc := fmt.Sprintf("Start=%d|End=%d", t.Start, t.End)
		if i+1 < len(s.Tokens) && s.Tokens[i+1].Start == t.End {
			misc = "SpaceAfter=No|" + misc
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, s.Text(text, i), blank(t.Lemma),
			blank(t.UPOS.String()), blank(t.XPOS.String()), t.Head+1, blank(t.Rel.String()), misc+entityAt(s, i))
	}
	fmt.Fprintln(w)
}

func entityAt(s *language.Sentence, i int) string {
	for _, e := range s.Entities {
		if e.First == i {
			return fmt.Sprintf("|Entity=%s:%d", e.Type, e.Last-e.First)
		}
	}
	return ""
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// writeTree writes a sentence with each word below and right of its head.
func writeTree(w io.Writer, text string, _ int, s *language.Sentence) {
	var walk func(i, depth int)
	walk = func(i, depth int) {
		t := s.Tokens[i]
		fmt.Fprintf(w, "%s%s  %s %s %s\n", strings.Repeat("  ", depth), s.Text(text, i), t.Rel, t.UPOS, t.XPOS)
		for j := range s.Children(i) {
			walk(j, depth+1)
		}
	}
	for i, t := range s.Tokens {
		if t.Head < 0 {
			walk(i, 0)
		}
	}
	fmt.Fprintln(w)
}

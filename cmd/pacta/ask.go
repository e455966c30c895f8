package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/ask"
	"pacta/resolve"
	"pacta/treatybase"
)

func (p *program) ask() *cobra.Command {
	var questions string
	cmd := &cobra.Command{
		Use:   "ask QUESTION",
		Short: "Answer a question from the base, with sources",
		Long: `ask answers a question in plain English from the facts and sentences of the base.
Every part of the answer shows its source; what no source says is answered with
"Not stated in the sources". Nothing is made up: there is no text generation.

With --questions it answers many: one JSON object a line with "question" and,
if you like, "id", or plain text, one question a line.`,
		Example: `  pacta ask "When was the Ankara Declaration signed?"
  pacta ask --json "Who says that the treaty is kept?"
  pacta ask --json --questions questions.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && questions == "" {
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
			if questions != "" {
				return p.askAll(cmd.Context(), b, questions)
			}
			return p.askOne(cmd.Context(), b, "", strings.Join(args, " "))
		},
	}
	cmd.Flags().StringVar(&questions, "questions", "", "answer the questions of this `FILE`, one a line")
	return cmd
}

// askOne answers one question and prints the answer.
func (p *program) askOne(ctx context.Context, b *treatybase.Base, id, question string) error {
	a, err := ask.Ask(ctx, b, question)
	if err != nil {
		return hint(err, "Name what the question is about: a state, an instrument, a subject.")
	}
	if p.json {
		return json.NewEncoder(p.out).Encode(struct {
			ID string `json:"id,omitempty"`
			*ask.Answer
		}{id, a})
	}
	return p.writeAnswer(ctx, b, a)
}

// askAll answers the questions of a file in its order.
func (p *program) askAll(ctx context.Context, b *treatybase.Base, path string) error {
	body, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read questions: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		q := struct{ ID, Question string }{Question: line}
		if line[0] == '{' {
			q.Question = ""
			if err := json.Unmarshal([]byte(line), &q); err != nil {
				return hint(fmt.Errorf("%s:%d: %w: %w", path, n, err, pacta.ErrInvalid), `Each line is {"id": "1", "question": "…"}, or a question in plain text.`)
			}
		}
		if !p.json {
			fmt.Fprintf(p.out, "%s\n", q.Question)
		}
		if err := p.askOne(ctx, b, q.ID, q.Question); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if !p.json {
			fmt.Fprintln(p.out)
		}
	}
	return lines.Err()
}

// writeAnswer prints an answer with a footnote for each of its sources.
func (p *program) writeAnswer(ctx context.Context, b *treatybase.Base, a *ask.Answer) error {
	fmt.Fprintln(p.out, a.Answer)
	if err := p.footnotes(ctx, b, a.Sources); err != nil {
		return err
	}
	noun := "documents"
	if a.LookedAt == 1 {
		noun = "document"
	}
	_, err := fmt.Fprintf(p.err, "Looked at %d %s.\n", a.LookedAt, noun)
	return err
}

// footnotes prints for each source who published it, under which title, when,
// and where the words stand.
func (p *program) footnotes(ctx context.Context, b *treatybase.Base, sources []resolve.Source) error {
	if len(sources) > 0 {
		fmt.Fprintln(p.out)
	}
	for i, s := range sources {
		d, err := b.Document(ctx, s.Document)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.out, "%2d  %s, bytes %d to %d\n", i+1, cite(d), s.Start, s.End)
	}
	return nil
}

// cite names a document as a footnote does: outlet, title, date, and the file
// where one of the first two is missing.
func cite(d *pacta.Document) string {
	var parts []string
	if d.Outlet.Value != "" {
		parts = append(parts, d.Outlet.Value)
	}
	if d.Title.Value != "" {
		parts = append(parts, "“"+d.Title.Value+"”")
	}
	if len(parts) < 2 {
		parts = append(parts, d.File)
	}
	day, _, _ := strings.Cut(d.Published.Value, "T")
	if day == "" {
		day = "no date stated"
	}
	return strings.Join(append(parts, day), ", ")
}

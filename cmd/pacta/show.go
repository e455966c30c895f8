package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/export"
	"pacta/treatybase"
)

func (p *program) show() *cobra.Command {
	var text, annotations, explain bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Print one object or document with its source sentences",
		Long: `Prints what the base knows of one object, with the sentences that show it, or of
one document, with the objects that it shows. An ID may be shortened as long as
it fits only one.`,
		Example: `  pacta show c0539b1ba0fc8
  pacta show --explain e02106866a8da
  pacta show --text 036d21a9`,
		Args: exactlyOne("ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			switch {
			case text:
				return p.showText(cmd.Context(), b, args[0])
			case annotations:
				return p.showAnnotations(cmd.Context(), b, args[0])
			}
			return p.runShow(cmd.Context(), b, args[0], explain)
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "of an object: say under each source which words and which rule gave it")
	cmd.Flags().BoolVar(&text, "text", false, "of a document: print its text, nothing else")
	cmd.Flags().BoolVar(&annotations, "annotations", false, "of a document: print what the extractors found, as JSON lines")
	return cmd
}

func (p *program) runShow(ctx context.Context, b *treatybase.Base, id string, explain bool) error {
	x, err := b.Object(ctx, id)
	if errors.Is(err, pacta.ErrNotFound) {
		d, docErr := b.Document(ctx, id)
		if errors.Is(docErr, pacta.ErrNotFound) {
			return hint(fmt.Errorf("no object or document %s: %w", id, pacta.ErrNotFound), "pacta find KIND lists the IDs.")
		}
		if docErr != nil {
			return docErr
		}
		return p.showDocument(ctx, b, d)
	}
	if err != nil {
		return err
	}
	if p.json {
		_, err := fmt.Fprintf(p.out, "%s\n", x.Body)
		return err
	}
	if err := p.showFields(x.Kind, x.Body); err != nil {
		return err
	}
	return p.showSources(ctx, b, x, explain)
}

func (p *program) showFields(kind string, body []byte) error {
	fields, err := export.Fields(kind, body)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.out, kind)
	for _, f := range fields {
		fmt.Fprintf(p.out, "  %-14s %s\n", f.Name, f.Value)
	}
	return nil
}

func (p *program) showSources(ctx context.Context, b *treatybase.Base, x treatybase.Object, explain bool) error {
	sources, err := export.Sources(x.Body)
	if err != nil {
		return err
	}
	for _, s := range sources {
		passage, err := b.Passage(ctx, s.Document, s.Span, 0)
		if err != nil {
			return err
		}
		d := passage.Document
		var about []string
		for _, v := range []string{d.Outlet, d.Published, d.Title} {
			if v != "" {
				about = append(about, v)
			}
		}
		if len(about) == 0 {
			about = []string{d.File}
		}
		fmt.Fprintf(p.out, "\n%s  %s, bytes %d to %d\n", strings.Join(about, ", "), d.ID, s.Start, s.End)
		fmt.Fprintf(p.out, "  %s\n", strings.Join(strings.Fields(p.marked(passage.Text, []pacta.Span{passage.Mark})), " "))
		if explain {
			if err := p.explain(ctx, b, s.Document, s.Span); err != nil {
				return err
			}
		}
	}
	return nil
}

// explain prints what the extractors found at span, and what decided: the cue
// and the rule, frame or feature.
func (p *program) explain(ctx context.Context, b *treatybase.Base, document string, span pacta.Span) error {
	annotations, err := b.Annotations(ctx, document)
	if err != nil {
		return err
	}
	for _, a := range annotations {
		if a.Span != span {
			continue
		}
		fmt.Fprintf(p.out, "    %s: %s %s, confidence %.2f", a.By, a.Kind, a.Type, a.Confidence)
		if cue, ok := a.Arg("cue"); ok {
			fmt.Fprintf(p.out, ", from “%s”", strings.Join(strings.Fields(cue.Quote), " "))
		}
		if a.Why != "" {
			fmt.Fprintf(p.out, ": %s", a.Why)
		}
		fmt.Fprintln(p.out)
	}
	return nil
}

func (p *program) showDocument(ctx context.Context, b *treatybase.Base, d *pacta.Document) error {
	body := export.Document(d)
	if p.json {
		_, err := fmt.Fprintf(p.out, "%s\n", body)
		return err
	}
	if err := p.showFields("document", body); err != nil {
		return err
	}
	xs, err := b.ObjectsOf(ctx, d.ID)
	if err != nil {
		return err
	}
	kind := ""
	for _, x := range xs {
		if x.Kind != kind {
			kind = x.Kind
			fmt.Fprintf(p.out, "\n%s\n", plural(kind))
		}
		row, err := listRow(x)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.out, "  %s\n", strings.Join(flat(row[:len(row)-1]), "  "))
	}
	return nil
}

func (p *program) showText(ctx context.Context, b *treatybase.Base, id string) error {
	d, err := b.Document(ctx, id)
	if err != nil {
		return hint(err, "pacta find document lists the IDs.")
	}
	_, err = fmt.Fprint(p.out, d.Text)
	return err
}

func (p *program) showAnnotations(ctx context.Context, b *treatybase.Base, id string) error {
	xs, err := b.Annotations(ctx, id)
	if err != nil {
		return hint(err, "pacta find document lists the IDs.")
	}
	for _, x := range xs {
		if err := p.writeJSON(x); err != nil {
			return err
		}
	}
	return nil
}

// writeJSON prints v as a line.
func (p *program) writeJSON(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

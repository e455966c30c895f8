package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pacta"
	"pacta/export"
	"pacta/treatybase"
)

func (p *program) find() *cobra.Command {
	var f treatybase.Filter
	cmd := &cobra.Command{
		Use:     "find [KIND] [QUERY]",
		Aliases: []string{"search"},
		Short:   "List objects, documents or sentences",
		Long: `Lists what the base holds of one kind: actor, instrument, provision, commitment,
statement, event, fulfilment, discrepancy, tension, document or sentence. It is
narrowed by a query, as in the search box of the pages, or by flags, all of which
must fit. States are ISO 3166 codes (RUS), organisations their acronyms; dates
are 2022-02-22, 2022-02 or 2022.

A query holds words and fields; without a KIND, words list sentences and fields
list facts.

  arms supply              both words, by their stem
  "sea rescue"             one after another
  peacekeep*               words with this beginning
  arms OR weapons          either; binds closer than words side by side
  -troops, NOT troops      without it
  (arms OR weapons) -sale  brackets show what belongs together
  withdraw near/5 troops   at most five words between

` + queryFields() + `
A value with blanks stands in quotation marks, several in brackets:
party:(RUS OR AZE). --text takes words alone.`,
		Example: `  pacta find 'party:RUS modality:obligation "arms supply"'
  pacta find commitment 'to:ARM -layer:reading'
  pacta find event --type CONSULT --since 2022-02`,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, query := kindAndQuery(args)
			if kind == "" && query == "" {
				return hint(invalid("find: KIND or QUERY is missing"), "See pacta find --help")
			}
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			if query == "" {
				return p.runFind(cmd.Context(), b, kind, f)
			}
			return p.runQuery(cmd.Context(), b, kind, query, f)
		},
		ValidArgs: findKinds(),
	}
	filterFlags(cmd, &f)
	return cmd
}

// findKinds lists what find can list.
func findKinds() []string { return slices.Concat(treatybase.Kinds, []string{"document", "sentence"}) }

func filterFlags(cmd *cobra.Command, f *treatybase.Filter) {
	for _, x := range []struct {
		to        *string
		name, doc string
	}{
		{&f.Party, "party", "who acts, owes or speaks: `CODE` like RUS, CSTO or RUS/GOV"},
		{&f.To, "to", "to whom it is owed or done: `CODE`"},
		{&f.Type, "type", "modality, PLOVER type, kind of actor, claim or attribute: `TYPE`"},
		{&f.Modality, "modality", "of commitments: `MODALITY` like obligation, readiness, consideration"},
		{&f.Area, "area", "of commitments: subject `AREA`"},
		{&f.Layer, "layer", "of commitments: `LAYER` text, paraphrase, assurance, demand or reading"},
		{&f.Instrument, "instrument", "`ID` of the instrument it is about"},
		{&f.Speaker, "speaker", "`NAME` or code of who said it"},
		{&f.Stance, "stance", "of statements: `STANCE` like affirms, denies, promises"},
		{&f.Voice, "voice", "of statements: `VOICE` person, state, organization, document or outlet"},
		{&f.Factuality, "factuality", "of events: `done`, planned, negated …"},
		{&f.Level, "level", "of findings: `serious` or mild"},
		{&f.About, "about", "of findings: `ID` of an object"},
		{&f.Document, "document", "`ID` of a document that shows it"},
		{&f.Since, "since", "not before this `DATE`"},
		{&f.Until, "until", "not after this `DATE`"},
		{&f.Text, "text", "`WORDS` in a sentence that shows it"},
		{&f.Order, "order", "date, -date, documents, name or id: `ORDER`"},
	} {
		cmd.Flags().StringVar(x.to, x.name, "", x.doc)
	}
	cmd.Flags().IntVar(&f.Limit, "limit", treatybase.DefaultLimit, "how many to list at most")
	cmd.Flags().IntVar(&f.Offset, "offset", 0, "how many to pass over first")
}

func (p *program) runFind(ctx context.Context, b *treatybase.Base, kind string, f treatybase.Filter) error {
	var total, shown int
	var err error
	switch kind {
	case "document":
		total, shown, err = p.findDocuments(ctx, b, f)
	case "sentence":
		total, shown, err = p.findSentences(ctx, b, f)
	default:
		total, shown, err = p.findObjects(ctx, b, kind, f)
	}
	var h *hinted
	if errors.Is(err, pacta.ErrInvalid) && !errors.As(err, &h) {
		return hint(err, "See pacta find --help")
	}
	if err != nil {
		return err
	}
	switch {
	case total == 0:
		return p.writeNothing(ctx, b, kind, f)
	case total == treatybase.MaxTotal:
		fmt.Fprintf(p.err, "%d of %d or more; see more with --limit and --offset.\n", shown, total)
	case shown < total:
		fmt.Fprintf(p.err, "%d of %s; see more with --limit and --offset.\n", shown, counted(total, kind))
	}
	return nil
}

func (p *program) findObjects(ctx context.Context, b *treatybase.Base, kind string, f treatybase.Filter) (total, shown int, err error) {
	if !slices.Contains(findKinds(), kind) {
		return 0, 0, hint(invalid("no kind %q", kind), "The kinds are %s.", strings.Join(findKinds(), ", "))
	}
	xs, total, err := b.Find(ctx, kind, f)
	if err != nil {
		return 0, 0, err
	}
	return total, len(xs), p.writeObjects(kind, xs)
}

func (p *program) writeObjects(kind string, xs []treatybase.Object) error {
	var rows [][]string
	for _, x := range xs {
		if p.json {
			fmt.Fprintf(p.out, "%s\n", x.Body)
			continue
		}
		row, err := listRow(x)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if !p.json && len(rows) > 0 {
		p.table(listHeader(kind), rows)
	}
	return nil
}

// listed names the fields that a list shows of each kind.
var listed = map[string][]string{
	"actor":       {"id", "name", "kind", "roles"},
	"instrument":  {"id", "title", "type", "signed", "parties"},
	"provision":   {"id", "instrument", "type", "number", "heading"},
	"commitment":  {"id", "parties", "modality", "beneficiaries", "action", "area", "layer"},
	"statement":   {"id", "date", "speaker", "cue", "stance", "content"},
	"event":       {"id", "date", "type", "life", "actors", "recipients", "factuality"},
	"fulfilment":  {"id", "date", "by", "claim", "party", "about"},
	"discrepancy": {"id", "about", "attribute", "level", "positions"},
	"tension":     {"id", "kind", "level", "party", "a", "b"},
}

func listHeader(kind string) []string { return slices.Concat(listed[kind], []string{"sources"}) }

const cellWidth = 60

func listRow(x treatybase.Object) ([]string, error) {
	fields, err := export.Fields(x.Kind, x.Body)
	if err != nil {
		return nil, err
	}
	var row []string
	for _, name := range listed[x.Kind] {
		value := ""
		for _, f := range fields {
			if f.Name == name {
				value = f.Value
			}
		}
		row = append(row, short(value, cellWidth))
	}
	n, err := export.Sources(x.Body)
	return append(row, fmt.Sprint(len(n))), err
}

func (p *program) findDocuments(ctx context.Context, b *treatybase.Base, f treatybase.Filter) (total, shown int, err error) {
	only := treatybase.Filter{Since: f.Since, Until: f.Until, Text: f.Text, Order: f.Order, Limit: f.Limit, Offset: f.Offset}
	if only != f {
		return 0, 0, invalid("documents have only --since, --until, --text, --order, --limit and --offset")
	}
	xs, total, err := b.Documents(ctx, treatybase.DocumentFilter{Since: f.Since, Until: f.Until, Text: f.Text, Order: f.Order, Limit: f.Limit, Offset: f.Offset})
	if err != nil {
		return 0, 0, err
	}
	return total, len(xs), p.writeDocuments(xs)
}

func (p *program) writeDocuments(xs []treatybase.DocumentRow) error {
	var rows [][]string
	for _, x := range xs {
		if p.json {
			if err := p.writeJSON(x); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{x.ID, x.Published, x.Outlet, short(x.Title, cellWidth), fmt.Sprint(x.Facts), x.File})
	}
	if !p.json && len(rows) > 0 {
		p.table([]string{"id", "published", "outlet", "title", "facts", "file"}, rows)
	}
	return nil
}

func (p *program) findSentences(ctx context.Context, b *treatybase.Base, f treatybase.Filter) (total, shown int, err error) {
	if only := (treatybase.Filter{Text: f.Text, Limit: f.Limit, Offset: f.Offset}); only != f || f.Text == "" {
		return 0, 0, invalid("sentences are found by --text, with --limit and --offset")
	}
	xs, total, err := b.Search(ctx, f.Text, f.Limit, f.Offset)
	if err != nil {
		return 0, 0, err
	}
	return total, len(xs), p.writeSentences(xs)
}

func (p *program) writeSentences(xs []treatybase.Hit) error {
	for _, x := range xs {
		var err error
		if p.json {
			err = p.writeJSON(x)
		} else {
			_, err = fmt.Fprintf(p.out, "%s\t%d\t%d\t%s\n", x.Document, x.Start, x.End, strings.Join(strings.Fields(p.marked(x.Text, x.Marks)), " "))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// marked sets marks in a text off: bold on a terminal, else as it is.
func (p *program) marked(text string, marks []pacta.Span) string {
	if !isTerminal(p.out) {
		return text
	}
	var out strings.Builder
	at := 0
	for _, m := range marks {
		out.WriteString(text[at:m.Start] + "\x1b[1m" + m.Of(text) + "\x1b[0m")
		at = m.End
	}
	return out.String() + text[at:]
}

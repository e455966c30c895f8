package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pacta"
	"pacta/treatybase"
)

// queryFields lists the fields of queries, for the help of find.
func queryFields() string {
	var out strings.Builder
	for _, f := range treatybase.QueryFields {
		fmt.Fprintf(&out, "  %-24s %s\n", f.Example, f.Doc)
	}
	return out.String()
}

// kindAndQuery reads the arguments of find: the name of a kind, if it is the
// first, and a query in one or more arguments.
func kindAndQuery(args []string) (kind, query string) {
	if len(args) > 0 && slices.Contains(findKinds(), args[0]) {
		kind, args = args[0], args[1:]
	}
	return kind, strings.Join(args, " ")
}

// runQuery lists what a query finds.
func (p *program) runQuery(ctx context.Context, b *treatybase.Base, kind, query string, f treatybase.Filter) error {
	if only := (treatybase.Filter{Limit: f.Limit, Offset: f.Offset}); only != f {
		return hint(invalid("a query stands beside flags that narrow it"), `Write them into the query: pacta find 'party:RUS date:>2020'`)
	}
	if kind == "" && !strings.ContainsAny(query, " :*\"") && near(query) != "" {
		return hint(invalid("no kind %q", query), "Is %s meant? To look for the word, write pacta find sentence %s", near(query), query)
	}
	q, err := treatybase.ParseQuery(query)
	if err != nil {
		return hint(plainly(err), "See pacta find --help")
	}
	x, err := b.Select(ctx, q, treatybase.Look{Kind: kind, Limit: f.Limit, Offset: f.Offset})
	if errors.Is(err, pacta.ErrInvalid) {
		return hint(plainly(err), "See pacta find --help")
	}
	if err != nil {
		return err
	}
	if err := p.writeSelection(x); err != nil {
		return err
	}
	p.writeTotal(x)
	return nil
}

// near returns the kind of which a word is a slip of the pen, or the plural.
func near(word string) string {
	for _, k := range findKinds() {
		if word != k && len(word) > 3 && (strings.HasPrefix(word, k) || strings.HasPrefix(k, word) || strings.TrimSuffix(k, "y")+"ies" == word) {
			return k
		}
	}
	return ""
}

// plainly returns err without the word that only marks it as a slip.
func plainly(err error) error {
	return invalid("%s", strings.TrimSuffix(err.Error(), ": "+pacta.ErrInvalid.Error()))
}

func (p *program) writeSelection(x *treatybase.Selection) error {
	switch x.Kind {
	case "sentence":
		return p.writeSentences(x.Sentences)
	case "document":
		return p.writeDocuments(x.Documents)
	}
	return p.writeObjects(x.Kind, x.Objects)
}

// writeTotal says how many there are beyond what was listed, and why there is
// nothing.
func (p *program) writeTotal(x *treatybase.Selection) {
	shown := len(x.Sentences) + len(x.Documents) + len(x.Objects)
	for _, u := range x.Unknown {
		fmt.Fprintln(p.err, u)
	}
	switch {
	case x.Total == 0:
		fmt.Fprintf(p.err, "No %s fits. That means: not stated in the sources.\n", x.Kind)
	case x.More:
		fmt.Fprintf(p.err, "%d of %d or more: of very many sentences the newest were looked at.\n", shown, x.Total)
	case shown < x.Total:
		fmt.Fprintf(p.err, "%d of %s; see more with --limit and --offset.\n", shown, counted(x.Total, x.Kind))
	}
}

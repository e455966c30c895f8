package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// columns lists the columns of each kind's table: the fields of its JSON that
// fit a cell, then how many sources it has and the first one.
var columns = map[string][]string{
	"document": {"id", "file", "external_id", "sha256", "url", "media_type", "title", "outlet", "author",
		"published", "published_basis", "language", "genre"},
	"actor":      {"id", "name", "kind", "names", "roles"},
	"instrument": {"id", "known", "title", "type", "standing", "parties", "signed", "place", "paragraphs", "names", "text"},
	"provision":  {"id", "instrument", "type", "number", "heading"},
	"commitment": {"id", "instrument", "provision", "parties", "beneficiaries", "modality", "action", "condition", "purpose",
		"basis", "saving", "deadline", "duration", "area", "areas", "layer", "by"},
	"statement": {"id", "document", "speaker", "speaker_name", "speaker_role", "affiliation", "voice", "form", "cue", "cue_kind",
		"content", "within", "about", "stance", "date"},
	"event":       {"id", "type", "mode", "life", "actors", "recipients", "instrument", "date", "place", "factuality", "reports"},
	"fulfilment":  {"id", "claim", "about", "party", "by", "date"},
	"discrepancy": {"id", "about", "attribute", "level", "positions", "preferred", "rule"},
	"tension":     {"id", "kind", "level", "a", "b", "party", "why"},
}

var sourceColumns = []string{"sources", "source_document", "source_start", "source_end", "source_quote"}

// Header returns the columns of a kind's table.
func Header(kind string) []string {
	if kind == "document" {
		return columns[kind]
	}
	return slices.Concat(columns[kind], sourceColumns)
}

// CSV writes the table of one kind (RFC 4180, UTF-8, a header line). Lists are
// joined with "; ". A cell that a spreadsheet would run as a formula begins
// with an apostrophe: JSONL is the format for programs, this one is opened
// with a double click.
func CSV(ctx context.Context, w io.Writer, b *treatybase.Base, kind string) error {
	out := csv.NewWriter(bufio.NewWriter(w))
	if columns[kind] == nil {
		return fmt.Errorf("no kind %q: %w", kind, pacta.ErrInvalid)
	}
	if err := out.Write(Header(kind)); err != nil {
		return err
	}
	for body, err := range bodies(ctx, b, kind) {
		if err != nil {
			return err
		}
		row, err := Row(kind, body)
		if err != nil {
			return err
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// bodies yields the JSON of every object of a kind.
func bodies(ctx context.Context, b *treatybase.Base, kind string) func(func([]byte, error) bool) {
	return func(yield func([]byte, error) bool) {
		if kind == "document" {
			for d, err := range b.AllDocuments(ctx) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(Document(d), nil) {
					return
				}
			}
			return
		}
		for x, err := range b.All(ctx, kind) {
			if !yield(x.Body, err) || err != nil {
				return
			}
		}
	}
}

// CSVFolder writes the tables of the named kinds (all if none is named) as
// files like commitment.csv into a folder, which is made where it is missing.
func CSVFolder(ctx context.Context, folder string, b *treatybase.Base, kinds ...string) error {
	if len(kinds) == 0 {
		kinds = Kinds()
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, k := range kinds {
		if err := csvFile(ctx, filepath.Join(folder, k+".csv"), b, k); err != nil {
			return err
		}
	}
	return nil
}

func csvFile(ctx context.Context, name string, b *treatybase.Base, kind string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(CSV(ctx, f, b, kind), f.Close())
}

// Row returns the cells of one object of the wire format, in the order of
// Header.
func Row(kind string, body []byte) ([]string, error) {
	var x map[string]any
	if err := json.Unmarshal(body, &x); err != nil {
		return nil, err
	}
	row := make([]string, 0, len(columns[kind])+len(sourceColumns))
	for _, c := range columns[kind] {
		row = append(row, safe(cell(x[c])))
	}
	if kind == "document" {
		return row, nil
	}
	return append(row, sourceCells(x)...), nil
}

// A Field is a name and a value for a person to read.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Fields returns what an object of the wire format says, without sources and
// without what is not stated, in the order of Header.
func Fields(kind string, body []byte) ([]Field, error) {
	var x map[string]any
	if err := json.Unmarshal(body, &x); err != nil {
		return nil, err
	}
	var out []Field
	for _, c := range columns[kind] {
		if v := cell(x[c]); v != "" {
			out = append(out, Field{strings.ReplaceAll(c, "_", " "), v})
		}
	}
	return out, nil
}

func sourceCells(x map[string]any) []string {
	sources, _ := x["sources"].([]any)
	if sources == nil { // a discrepancy has them in its positions
		positions, _ := x["positions"].([]any)
		for _, p := range positions {
			m, _ := p.(map[string]any)
			s, _ := m["sources"].([]any)
			sources = append(sources, s...)
		}
	}
	out := []string{strconv.Itoa(len(sources)), "", "", "", ""}
	if len(sources) > 0 {
		s, _ := sources[0].(map[string]any)
		for i, k := range []string{"document", "start", "end", "quote"} {
			out[i+1] = safe(cell(s[k]))
		}
	}
	return out
}

// cell writes a JSON value for a person: lists joined, of a claim its value, of
// a source its quote, of anything else its texts.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []any:
		var parts []string
		for _, x := range v {
			if s := cell(x); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "; ")
	case map[string]any:
		return objectCell(v)
	}
	return fmt.Sprint(v)
}

func objectCell(v map[string]any) string {
	for _, k := range []string{"value", "quote", "office"} {
		if s := cell(v[k]); s != "" {
			if of := cell(v["of"]); k == "office" && of != "" {
				return s + " (" + of + ")"
			}
			return s
		}
	}
	return ""
}

// safe keeps spreadsheets from running a cell as a formula.
func safe(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Sources returns the sources of an object of the wire format.
func Sources(body []byte) ([]resolve.Source, error) {
	var x struct {
		Sources   []resolve.Source
		Positions []struct{ Sources []resolve.Source }
	}
	if err := json.Unmarshal(body, &x); err != nil {
		return nil, err
	}
	for _, p := range x.Positions {
		x.Sources = append(x.Sources, p.Sources...)
	}
	return x.Sources, nil
}

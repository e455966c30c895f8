package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pacta/resolve/match"
)

func (p *program) match() *cobra.Command {
	var asCSV, list bool
	cmd := &cobra.Command{
		Use:   "match",
		Short: "Tell whether two records name the same instrument",
		Long: `Reads pairs of records from standard input, one JSON object a line:

  {"a":{"title":"…","date":"…","parties":["…"],"type":"…"},"b":{…}}

Only titles are needed; "date_kind":"in_force" says that a date is that of entry
into force. Writes one line for each pair, in the same order: whether they are
the same, a score from 0 to 1 and the reason in words.

With --csv, pairs are rows with the columns a_title, a_date, a_parties, a_type,
b_title …; parties are separated by blanks, and the answer stands in further columns.
With --list, each line or row is one record, and the pairs of the list that are
the same come out, by the number of their lines.`,
		Example: `  pacta match < pairs.jsonl
  pacta match --csv < pairs.csv > joined.csv
  pacta match --list < treaties.jsonl`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case list:
				return p.matchList(asCSV)
			case asCSV:
				return p.matchCSV()
			}
			return p.matchJSON()
		},
	}
	cmd.Flags().BoolVar(&asCSV, "csv", false, "read and write CSV")
	cmd.Flags().BoolVar(&list, "list", false, "compare the records of one list with each other")
	return cmd
}

// longestLine bounds a line of input, in bytes.
const longestLine = 1 << 24

func (p *program) lines() *bufio.Scanner {
	in := bufio.NewScanner(p.in)
	in.Buffer(nil, longestLine)
	return in
}

// matchJSON answers pairs as JSON lines; a line that is no pair is answered
// with an error.
func (p *program) matchJSON() error {
	in, out := p.lines(), bufio.NewWriter(p.out)
	failed, total := 0, 0
	for in.Scan() {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		total++
		var pair struct{ A, B match.Record }
		var answer any
		if err := json.Unmarshal(in.Bytes(), &pair); err != nil {
			failed++
			answer = map[string]string{"error": fmt.Sprintf("line %d: %v", total, err)}
		} else {
			answer = match.Match(pair.A, pair.B)
		}
		if err := writeLine(out, answer); err != nil {
			return err
		}
	}
	if err := errors.Join(in.Err(), out.Flush()); err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	if failed > 0 {
		return hint(fmt.Errorf("%d of %d lines %w", failed, total, errPartly), `Their lines in the output have an "error".`)
	}
	return nil
}

func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// matchCSV answers pairs in rows, with the answer in three further columns.
func (p *program) matchCSV() error {
	rows, header, err := p.readTable()
	if err != nil {
		return err
	}
	out := csv.NewWriter(p.out)
	if err := out.Write(append(header, "same", "score", "reason")); err != nil {
		return err
	}
	for _, row := range rows {
		v := match.Match(recordIn(header, row, "a_"), recordIn(header, row, "b_"))
		if err := out.Write(append(row, strconv.FormatBool(v.Same), strconv.FormatFloat(v.Score, 'f', 3, 64), v.Reason)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// readTable reads CSV with a header.
func (p *program) readTable() (rows [][]string, header []string, err error) {
	all, err := csv.NewReader(p.in).ReadAll()
	if err != nil {
		return nil, nil, hint(invalid("standard input: %v", err), "The input of --csv is a table with a header.")
	}
	if len(all) == 0 {
		return nil, nil, nil
	}
	return all[1:], all[0], nil
}

// recordIn reads the record whose columns begin with prefix.
func recordIn(header, row []string, prefix string) match.Record {
	cell := func(name string) string {
		if i := slices.Index(header, prefix+name); i >= 0 {
			return row[i]
		}
		return ""
	}
	return match.Record{
		Title: cell("title"), Date: cell("date"), DateKind: cell("date_kind"), Parties: strings.Fields(cell("parties")), Type: cell("type"),
	}
}

// matchList finds the pairs of one list.
func (p *program) matchList(asCSV bool) error {
	var records []match.Record
	if asCSV {
		rows, header, err := p.readTable()
		if err != nil {
			return err
		}
		for _, row := range rows {
			records = append(records, recordIn(header, row, ""))
		}
	} else {
		in := p.lines()
		for in.Scan() {
			var r match.Record
			if err := json.Unmarshal(in.Bytes(), &r); err != nil {
				return hint(invalid("line %d: %v", len(records)+1, err), `A line of --list is {"title":"…","date":"…"}.`)
			}
			records = append(records, r)
		}
		if err := in.Err(); err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
	}
	return p.writePairs(records, asCSV)
}

func (p *program) writePairs(records []match.Record, asCSV bool) error {
	out := bufio.NewWriter(p.out)
	table := csv.NewWriter(out)
	if asCSV {
		if err := table.Write([]string{"a", "b", "score", "reason"}); err != nil {
			return err
		}
	}
	for x := range match.Pairs(records) {
		var err error
		if asCSV {
			err = table.Write([]string{strconv.Itoa(x.A + 1), strconv.Itoa(x.B + 1), strconv.FormatFloat(x.Score, 'f', 3, 64), x.Reason})
		} else {
			err = writeLine(out, map[string]any{"a": x.A + 1, "b": x.B + 1, "score": x.Score, "reason": x.Reason})
		}
		if err != nil {
			return err
		}
	}
	table.Flush()
	return errors.Join(table.Error(), out.Flush())
}

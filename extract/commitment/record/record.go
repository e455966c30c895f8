// Package record reads the marked sentences by which the commitment extractor
// is measured and its model learns: a text, then a row for each commitment.
//
//	The Parties shall consult each other whenever peace is in danger.
//		obligation | The Parties | consult each other | condition=whenever peace is in danger | area=consultation
//
// A row is modality, party and action, then further fields where the sentence
// has them: to (the beneficiary), condition, purpose, basis, saving, deadline,
// duration, place, by, layer, and area, the primary one first. Two stretches
// joined by " … " stand for all from the one to the other; an empty party is
// one that the text does not name. Lines that begin with "# " are comments.
package record

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pacta"
)

// A Row is one commitment that a record should hold.
type Row struct {
	Modality      string
	Party, Action pacta.Span
	Roles         map[string]pacta.Span
	Areas         []string
	Layer         string
}

// A Record is a text with its rows.
type Record struct {
	Text, Genre string
	Rows        []Row
	Fields      bool // its file marks the further fields
}

// Read reads a file of records; files with "treaty" in their names hold the
// words of instruments, the others news. The error names the row that does not
// fit its text.
func Read(file string) ([]Record, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	genre := pacta.GenreNews
	if strings.Contains(filepath.Base(file), "treaty") {
		genre = pacta.GenreTreaty
	}
	fields := strings.Contains(string(data), "| area=")
	var out []Record
	for block := range strings.SplitSeq(string(data), "\n\n") {
		r, err := parse(block)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
		if r.Genre, r.Fields = genre, fields; r.Text != "" {
			out = append(out, r)
		}
	}
	return out, nil
}

func parse(block string) (Record, error) {
	var r Record
	var text, rows []string
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "# "), line == "":
		case strings.HasPrefix(line, "\t"):
			rows = append(rows, line)
		default:
			text = append(text, line)
		}
	}
	r.Text = strings.Join(text, "\n")
	for _, l := range rows {
		w, err := parseRow(r.Text, l)
		if err != nil {
			return r, err
		}
		r.Rows = append(r.Rows, w)
	}
	return r, nil
}

func parseRow(text, line string) (Row, error) {
	f := strings.Split(strings.TrimSpace(line), "|")
	if len(f) < 3 {
		return Row{}, fmt.Errorf("row %q", line)
	}
	w := Row{Modality: strings.TrimSpace(f[0]), Roles: map[string]pacta.Span{}}
	var err error
	if w.Action, err = find(text, f[2], 0); err != nil {
		return w, err
	}
	if w.Party, err = find(text, f[1], w.Action.Start); err != nil {
		return w, err
	}
	for _, x := range f[3:] {
		role, words, ok := strings.Cut(strings.TrimSpace(x), "=")
		switch {
		case !ok:
			return w, fmt.Errorf("field %q of %q", x, line)
		case role == "area":
			w.Areas = strings.Split(words, ", ")
		case role == "layer":
			w.Layer = words
		default:
			if w.Roles[role], err = find(text, words, 0); err != nil {
				return w, err
			}
		}
	}
	return w, nil
}

// find returns the span of words in text; "first … last" is the stretch from
// one to the other. Of several places it takes the last at or before the offset.
func find(text, words string, before int) (pacta.Span, error) {
	words = strings.TrimSpace(words)
	if words == "" {
		return pacta.Span{}, nil
	}
	first, last, ok := strings.Cut(words, " … ")
	at := index(text, first, before)
	if at < 0 {
		return pacta.Span{}, fmt.Errorf("%q is not in %q", first, text)
	}
	s := pacta.Span{Start: at, End: at + len(first)}
	if ok {
		n := index(text[s.End:], last, -1)
		if n < 0 {
			return s, fmt.Errorf("%q is not in %q", last, text)
		}
		s.End += n + len(last)
	}
	return s, nil
}

// index returns where words stand in text as whole words: for the last time at
// or before the offset, else for the first time.
func index(text, words string, before int) int {
	found := -1
	for from := 0; from < len(text); {
		n := strings.Index(text[from:], words)
		if n < 0 {
			break
		}
		at := from + n
		from = at + 1
		if at > 0 && isLetter(text[at-1]) || at+len(words) < len(text) && isLetter(text[at+len(words)]) {
			continue
		}
		if found < 0 || at <= before {
			found = at
		}
	}
	return found
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

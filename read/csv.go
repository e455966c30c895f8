package read

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"pacta"
)

// isCSV reports whether the first line of head names columns, one of them the
// text.
func isCSV(head []byte, _ bool, o Options) bool {
	_, ok := separator(head, o)
	return ok
}

// separator returns the separator whose columns in the first line of head name
// a text and something else that a document has.
func separator(head []byte, o Options) (rune, bool) {
	row, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("\n"))
	if len(row) > 8<<10 {
		return 0, false
	}
	for _, sep := range ",;\t|" {
		if bytes.IndexByte(row, byte(sep)) < 0 {
			continue
		}
		cells := strings.Split(strings.TrimRight(string(row), "\r"), string(sep))
		text, known := false, 0
		for i := range cells {
			c := o.column(strings.Trim(cells[i], `" `))
			text = text || c == "text"
			if c != "" {
				known++
			}
			if len(cells[i]) > 80 {
				known = -len(cells)
			}
		}
		if text && known >= 2 {
			return sep, true
		}
	}
	return 0, false
}

// splitCSV yields a Raw for each row: an object with the columns' names, so
// that a row is read as a row of JSONL is. It is named after file and line.
func splitCSV(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		rows, limit, names, err := header(s, o)
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		for {
			limit.left = o.maxBytes()
			cells, err := rows.Read()
			if err == io.EOF {
				return
			}
			name := s.name
			if err == nil {
				n, _ := rows.FieldPos(0)
				name = fmt.Sprintf("%s:%d", s.name, n)
			}
			var broken *csv.ParseError
			if errors.As(err, &broken) {
				name, err = fmt.Sprintf("%s:%d", s.name, broken.StartLine), fmt.Errorf("%v: %w", broken.Err, pacta.ErrInvalid)
			}
			if err != nil {
				if !yield(nil, fmt.Errorf("%s: %w", name, err)) || broken == nil {
					return
				}
				continue
			}
			if !yield(s.raw(name, rowType, object(names, cells)), nil) {
				return
			}
		}
	}
}

// header reads the first row of s.
func header(s source, o Options) (*csv.Reader, *rowLimit, []string, error) {
	buf := bufio.NewReaderSize(s.reader(), headBytes)
	head, _ := buf.Peek(headBytes)
	sep, ok := separator(head, o)
	if !ok {
		return nil, nil, nil, fmt.Errorf("no column is named text: %w", pacta.ErrInvalid)
	}
	var r io.Reader = buf
	if !utf8.Valid(head[:max(0, len(head)-utf8.UTFMax)]) {
		enc, _, _ := charsetOf(head, "text/csv")
		r = enc.NewDecoder().Reader(buf)
	}
	limit := &rowLimit{r: r, left: o.maxBytes()}
	rows := csv.NewReader(limit)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord, rows.ReuseRecord = sep, true, -1, true
	first, err := rows.Read()
	if err != nil {
		return nil, nil, nil, err
	}
	names := append([]string(nil), first...)
	for i := range names {
		names[i] = strings.TrimSpace(strings.TrimPrefix(names[i], "\ufeff"))
	}
	return rows, limit, names, nil
}

// object returns a row as a JSON object.
func object(names, cells []string) []byte {
	out := []byte{'{'}
	for i, v := range cells {
		name := fmt.Sprintf("column %d", i+1)
		if i < len(names) && names[i] != "" {
			name = names[i]
		}
		if i > 0 {
			out = append(out, ',')
		}
		key, _ := json.Marshal(name)
		value, _ := json.Marshal(strings.ToValidUTF8(v, "\ufffd"))
		out = append(append(append(out, key...), ':'), value...)
	}
	return append(out, '}')
}

// A rowLimit ends a stream of which one row takes more than its share, as it
// does after a quotation mark that is never closed.
type rowLimit struct {
	r    io.Reader
	left int64
}

func (l *rowLimit) Read(b []byte) (int, error) {
	if l.left <= 0 {
		return 0, fmt.Errorf("row longer than one document may be, perhaps a quotation mark without its end: %w", pacta.ErrUnsupported)
	}
	n, err := l.r.Read(b)
	l.left -= int64(n)
	return n, err
}

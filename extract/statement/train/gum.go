package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"pacta"
)

// readGUM makes examples of the clauses that GUM's discourse relations judge: a
// cue verb with a clause is good when the unit that it stands in attributes
// another to a source (Discourse=attribution-positive or -negative).
func readGUM(path string) ([]example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var out []example
	d := &discourse{}
	r := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := r.ReadString('\n')
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			out = append(out, d.examples()...)
			d = &discourse{}
		case strings.HasPrefix(line, "# newpar"):
			d.paragraph = true
		case line != "" && line[0] != '#':
			d.token(strings.Split(line, "\t"))
		}
		if err == io.EOF {
			return append(out, d.examples()...), nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// discourse is a document of GUM as raw text, with the bytes that stand in an
// attributing unit.
type discourse struct {
	text      strings.Builder
	paragraph bool
	glued     bool // no space before the next token
	inside    bool // the current unit attributes
	until     int  // last token number of a multiword token whose text is written
	units     []pacta.Span
}

func (d *discourse) token(f []string) {
	if len(f) < 10 || strings.Contains(f[0], ".") {
		return
	}
	d.space()
	start := d.text.Len()
	if _, last, many := strings.Cut(f[0], "-"); many {
		d.text.WriteString(f[1])
		d.glued = strings.Contains(f[9], "SpaceAfter=No")
		d.until = number(last)
		d.unit(start)
		return
	}
	if m := field(f[9], "Discourse="); m != "" {
		d.inside = strings.HasPrefix(m, "attribution")
	}
	if number(f[0]) > d.until {
		d.text.WriteString(f[1])
		d.glued = strings.Contains(f[9], "SpaceAfter=No")
		d.until = 0
	} else if number(f[0]) == d.until {
		d.until = 0
	}
	d.unit(start)
}

func (d *discourse) space() {
	switch {
	case d.text.Len() == 0:
	case d.paragraph:
		d.text.WriteString("\n\n")
	case !d.glued && d.until == 0:
		d.text.WriteByte(' ')
	}
	d.paragraph, d.glued = false, d.glued && d.until > 0
}

// unit notes that the text from start belongs to the current unit.
func (d *discourse) unit(start int) {
	if d.inside && d.text.Len() > start {
		d.units = append(d.units, pacta.Span{Start: start, End: d.text.Len()})
	}
}

func field(misc, key string) string {
	for m := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(m, key); ok {
			return v
		}
	}
	return ""
}

func number(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			break
		}
		n = 10*n + int(c-'0')
	}
	return n
}

func (d *discourse) examples() []example {
	text := d.text.String()
	if len(d.units) == 0 {
		return nil
	}
	var out []example
	for _, c := range candidates(&pacta.Document{Text: text, Language: "en"}) {
		if !c.Clause {
			continue
		}
		x := example{features: c.Features, weight: 0.5, fold: 1, what: trim(text[c.Cue:min(len(text), c.Cue+60)])}
		for _, u := range d.units {
			if u.Start <= c.Cue && c.Cue < u.End {
				x.good = true
			}
		}
		out = append(out, x)
	}
	return out
}

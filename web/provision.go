package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pacta/resolve"
)

// A provisionTable is what the base knows of the parts of an instrument: its
// own words where it has them, else what reports say of each.
type provisionTable struct {
	Rows   []provisionRow
	Own    int  // provisions of its own text
	Stated *int // how many paragraphs it is said to have
}

// A provisionRow is one part of an instrument.
type provisionRow struct {
	Type, Number string
	Heading      string
	Text         string // its own words, "" where only reports speak of it
	Note         note
	Reported     []entry[resolve.Commitment]
	Cited        []note // where it is only referred to
	Parent       bool   // has parts of its own
}

// newProvisionTable puts own text, reported promises and references together
// by number.
func newProvisionTable(n *notes, own []resolve.Provision, total int, cs []resolve.Commitment, p *instrumentPage) provisionTable {
	t := provisionTable{Own: total, Stated: p.Paragraphs}
	at := map[string]int{}
	row := func(number string) *provisionRow {
		k := numberKey(number)
		i, ok := at[k]
		if !ok {
			i = len(t.Rows)
			at[k] = i
			t.Rows = append(t.Rows, provisionRow{Number: number})
		}
		return &t.Rows[i]
	}
	for _, x := range nested(own) {
		r := row(x.number)
		if !r.Note.Any() {
			r.Type, r.Heading, r.Text, r.Parent, r.Note = x.Type, x.heading, x.text, x.parent, n.note("", 0, x.Sources)
		}
	}
	for _, c := range cs {
		if c.Provision != "" {
			r := row(string(c.Provision))
			r.Reported = append(r.Reported, n.commitments([]resolve.Commitment{c})...)
		}
	}
	for _, c := range p.Cites {
		if c.Provision != "" && c.Instrument == "" {
			r := row(string(c.Provision))
			r.Cited = append(r.Cited, n.note("", 0, c.Sources))
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b provisionRow) int { return compareNumbers(a.Number, b.Number) })
	return t
}

// A part is a provision with its place among the others.
type part struct {
	resolve.Provision
	number        string // with those around it: II(2)
	heading, text string
	parent        bool
}

// nested gives provisions the numbers of those that contain them.
func nested(own []resolve.Provision) []part {
	var xs []part
	for _, x := range own {
		if x.Number != "" && len(x.Sources) > 0 {
			xs = append(xs, part{Provision: x})
		}
	}
	span := func(i int) resolve.Source { return xs[i].Sources[0] }
	order := func(a, b part) int {
		x, y := a.Sources[0], b.Sources[0]
		return cmp.Or(strings.Compare(x.Document, y.Document), x.Start-y.Start, y.End-x.End)
	}
	slices.SortStableFunc(xs, order)
	var open []int
	for i := range xs {
		for len(open) > 0 && (span(open[len(open)-1]).Document != span(i).Document || !span(open[len(open)-1]).Contains(span(i).Span)) {
			open = open[:len(open)-1]
		}
		x := &xs[i]
		x.number, x.heading = string(x.Number), oneLine(string(x.Heading))
		x.text = ownWords(x.Sources[0].Quote, x.heading, x.number)
		if len(open) > 0 && !strings.ContainsAny(x.number, "(.") {
			up := &xs[open[len(open)-1]]
			if !up.parent {
				up.parent = true
				up.heading = ownWords(up.Sources[0].Quote[:span(i).Start-up.Sources[0].Start], "", string(up.Number))
			}
			x.number = up.number + "(" + x.number + ")"
		}
		open = append(open, i)
	}
	return xs
}

// ownWords returns the words of a provision after its number and heading.
func ownWords(quote, heading, number string) string {
	text := oneLine(quote)
	for _, front := range []string{heading, number} {
		text = strings.TrimLeft(strings.TrimPrefix(text, front), ".) ")
	}
	if word, rest, ok := strings.Cut(text, " "); ok && heading == "" {
		if n, tail, _ := strings.Cut(rest, " "); numberKey(strings.Trim(n, ".:")) == numberKey(number) && !strings.ContainsAny(word, "0123456789") {
			return tail // "Article II. Eastern Rivers"
		}
	}
	return text
}

// numberKey makes "Article 4", "4" and "IV" one.
func numberKey(number string) string {
	var b strings.Builder
	for _, n := range rank(number) {
		fmt.Fprint(&b, n, ".")
	}
	return b.String()
}

// compareNumbers orders "preamble", "1", "2", "10", "II(1)", "X" as they stand
// in an instrument.
func compareNumbers(a, b string) int {
	return cmp.Or(slices.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

// rank reads the numbers in a number of a provision.
func rank(number string) []int {
	f := strings.Fields(strings.ToLower(number))
	if len(f) == 0 {
		return nil
	}
	k := f[len(f)-1]
	if k == "preamble" {
		return []int{-1}
	}
	var out []int
	for _, part := range strings.FieldsFunc(k, func(r rune) bool { return strings.ContainsRune("().-–", r) }) {
		switch n, err := strconv.Atoi(part); {
		case err == nil:
			out = append(out, n)
		case roman(part) > 0:
			out = append(out, roman(part))
		default:
			out = append(out, 10000+int(part[0]))
		}
	}
	return out
}

// roman reads a Roman numeral in lower case, 0 for anything else.
func roman(s string) int {
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}
	sum := 0
	for i := 0; i < len(s); i++ {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return sum
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

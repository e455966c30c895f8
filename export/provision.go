package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pacta/resolve"
)

// A Part is a provision with its place among the others.
type Part struct {
	resolve.Provision
	Full       string // its number with those around it: II(2)
	Head, Text string // heading, and its words after that
	Parent     bool   // has parts of its own
}

// Parts gives provisions the numbers of those that contain them, in the order
// in which they stand. What has no number is left out.
func Parts(own []resolve.Provision) []Part {
	var xs []Part
	for _, x := range own {
		if x.Number != "" && len(x.Sources) > 0 {
			xs = append(xs, Part{Provision: x})
		}
	}
	span := func(i int) resolve.Source { return xs[i].Sources[0] }
	order := func(a, b Part) int {
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
		x.Full, x.Head = string(x.Number), oneLine(string(x.Heading))
		x.Text = ownWords(x.Sources[0].Quote, x.Head, x.Full)
		if len(open) > 0 && !strings.ContainsAny(x.Full, "(.") {
			up := &xs[open[len(open)-1]]
			if !up.Parent {
				up.Parent = true
				up.Head = ownWords(up.Sources[0].Quote[:span(i).Start-up.Sources[0].Start], "", string(up.Number))
			}
			x.Full = up.Full + "(" + x.Full + ")"
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
		if n, tail, _ := strings.Cut(rest, " "); NumberKey(strings.Trim(n, ".:")) == NumberKey(number) && !strings.ContainsAny(word, "0123456789") {
			return tail // "Article II. Eastern Rivers"
		}
	}
	return text
}

// NumberKey returns what is the same for "Article 4", "4" and "IV".
func NumberKey(number string) string {
	var b strings.Builder
	for _, n := range rank(number) {
		fmt.Fprint(&b, n, ".")
	}
	return b.String()
}

// CompareNumbers orders the numbers of provisions: "preamble", "1", "2", "10", "II(1)", "X" as they stand
// in an instrument.
func CompareNumbers(a, b string) int {
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

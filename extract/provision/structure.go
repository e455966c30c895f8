package provision

import (
	"slices"
	"strings"

	"pacta"
)

// Depths of the provisions; a provision ends where one of its depth or less
// begins.
const (
	annexDepth     = 0
	chapterDepth   = 3
	articleDepth   = 5
	paragraphDepth = 6
	pointDepth     = 7
	signatureDepth = 9
)

// A node is one provision before it becomes an annotation.
type node struct {
	pacta.Span
	typ     string
	depth   int
	number  string
	heading pacta.Span
	body    int // first byte behind number and heading
	parent  int // index of the node around it, -1 for none
}

// structure returns the provisions of text outside of the spans dropped, which
// are boilerplate, in text order.
func structure(text string, dropped []pacta.Span) []node {
	xs := scan(text)
	if len(dropped) > 0 {
		xs = slices.DeleteFunc(xs, func(x candidate) bool { return lies(x.at, dropped) })
	}
	choose(text, xs, articleDepth)
	contents := dropContents(xs)
	for d := annexDepth; d < articleDepth; d++ {
		chooseDivisions(text, xs, d)
	}
	nodes := headed(text, xs)
	nodes = finish(text, nodes)
	fitHeadings(text, nodes)
	nodes = withParagraphs(text, nodes)
	nodes = withPreamble(text, nodes, contents)
	linkParents(nodes)
	return nodes
}

// lies reports whether byte at is in one of the spans.
func lies(at int, spans []pacta.Span) bool {
	return slices.ContainsFunc(spans, func(s pacta.Span) bool { return s.Start <= at && at < s.End })
}

// headed turns the chosen candidates into nodes.
func headed(text string, xs []candidate) []node {
	var out []node
	for i := range xs {
		x := &xs[i]
		switch {
		case x.kind.depth == signatureDepth:
			out = append(out, node{Span: pacta.Span{Start: x.at}, typ: "signature", depth: signatureDepth, body: x.after})
		case x.chosen >= 0:
			out = append(out, x.node(text))
		}
	}
	return oneSignature(out)
}

// node returns the provision that x heads; its end is not known yet.
func (x *candidate) node(text string) node {
	n := node{Span: pacta.Span{Start: x.at}, typ: x.kind.typ, depth: x.kind.depth, body: x.after}
	if x.number.n > 0 {
		r := &x.number.list[x.chosen]
		n.number, n.body = strings.TrimSpace(text[r.from:r.to]), r.to
		if r.restored {
			n.number = romanOf(r.value)
		}
	}
	n.heading, n.body = readHeading(text, n.body, x.lineStart)
	return n
}

// oneSignature keeps of several formulas of signature in a row the first.
func oneSignature(nodes []node) []node {
	signed := false
	return slices.DeleteFunc(nodes, func(n node) bool {
		drop := n.typ == "signature" && signed
		signed = n.typ == "signature"
		return drop
	})
}

// finish sets where each node ends: where the next of its depth or less
// begins. A signature ends all but annexes.
func finish(text string, nodes []node) []node {
	end := [signatureDepth + 1]int{}
	for d := range end {
		end[d] = len(text)
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		n := &nodes[i]
		d := n.depth
		if d == signatureDepth {
			d = 1
		}
		n.End = trimRight(text, n.Start, end[d])
		for k := d; k < len(end); k++ {
			end[k] = n.Start
		}
	}
	return slices.DeleteFunc(nodes, func(n node) bool { return n.End <= n.Start })
}

// fitHeadings corrects headings by what follows: one that reaches into the next
// provision or leaves its article without text was none, and what stands
// between a division and its first article is one.
func fitHeadings(text string, nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		stop := n.End
		if i+1 < len(nodes) && nodes[i+1].Start < stop {
			stop = nodes[i+1].Start
		}
		after := n.heading.End
		if !n.heading.IsZero() && (after > stop || n.typ == "article" && text[after-1] == '.' && trimRight(text, after, stop) <= after) {
			n.body, n.heading = n.heading.Start, pacta.Span{}
			if n.body > stop {
				n.body = stop
			}
		}
		if h := trimmed(text, min(n.body, stop), stop); n.depth > annexDepth && n.depth < articleDepth && stop < n.End && n.heading.IsZero() && h.Len() > 0 && h.Len() < longestHeading {
			n.heading, n.body = h, h.End
		}
	}
}

// linkParents finds the parent of each node; nodes are sorted and nest.
func linkParents(nodes []node) {
	var open []int
	for i := range nodes {
		for len(open) > 0 && nodes[open[len(open)-1]].End <= nodes[i].Start {
			open = open[:len(open)-1]
		}
		nodes[i].parent = -1
		if len(open) > 0 {
			nodes[i].parent = open[len(open)-1]
		}
		open = append(open, i)
	}
}

// trimRight returns end without the blanks before it.
func trimRight(text string, start, end int) int {
	for end > start && strings.IndexByte(" \t\r\n#*_>", text[end-1]) >= 0 {
		end--
	}
	return end
}

// romanOf writes v as a roman numeral.
func romanOf(v int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for v >= d.v {
			b.WriteString(d.s)
			v -= d.v
		}
	}
	return b.String()
}

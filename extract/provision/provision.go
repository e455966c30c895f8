// Package provision takes the text of an instrument apart: preamble and
// recitals, parts, chapters, articles, paragraphs, points, annexes and the
// signature block. It reads clean lines, run-on text and scanned text.
//
// Index tells where in this structure a byte lies.
package provision

import "pacta"

// Extractor finds the provisions of a document that is the text of an
// instrument: by its genre, or by its form when nothing says what it is.
var Extractor = &pacta.Extractor{
	Name:    "provision",
	Doc:     "The structure of an instrument's own text: preamble, recitals, articles, paragraphs, points, annexes, signature.",
	Version: 2,
	Run:     run,
}

func run(a *pacta.Analysis) {
	text := a.Doc.Text
	if a.Doc.Genre != pacta.GenreTreaty && !looksLikeTreaty(a.Doc) {
		return
	}
	nodes := structure(text, a.Doc.Dropped)
	for i := range nodes {
		a.Add(annotation(nodes, i))
	}
}

func annotation(nodes []node, i int) pacta.Annotation {
	n := &nodes[i]
	x := pacta.Annotation{Kind: pacta.Provision, Type: n.typ, Span: n.Span, Value: n.number}
	if !n.heading.IsZero() {
		x.Args = append(x.Args, pacta.Arg{Role: "heading", Span: n.heading})
	}
	if n.parent >= 0 {
		p := &nodes[n.parent]
		name := p.typ
		if p.number != "" {
			name += " " + p.number
		}
		x.Args = append(x.Args, pacta.Arg{Role: "within", Value: name})
	}
	return x
}

// looksLikeTreaty reports whether the form of a document is that of an
// instrument's text: articles headed on their own lines that count from one,
// and a formula of agreement or signature.
func looksLikeTreaty(d *pacta.Document) bool {
	if d.Genre != "" && d.Genre != pacta.GenreNews {
		return false
	}
	xs := scan(d.Text)
	choose(d.Text, xs, articleDepth)
	articles, signed := 0, false
	for i := range xs {
		switch {
		case xs[i].kind.depth == signatureDepth:
			signed = true
		case xs[i].chosen >= 0 && xs[i].lineStart && xs[i].value() == articles+1:
			articles++
		}
	}
	return articles >= 3 && (signed || articles >= 6)
}

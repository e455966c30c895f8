package provision

import (
	"sort"
	"strings"

	"pacta"
)

// A Place says what sort of text a byte of an instrument lies in: whether a
// sentence there can hold a commitment.
type Place uint8

// The places.
const (
	Outside    Place = iota // no provision is there
	Operative               // an article or paragraph that may bind
	Preamble                // the preamble outside of its recitals
	Recital                 // a consideration
	Definition              // an article that says what words mean
	Final                   // entry into force, ratification, denunciation, deposit
	Signature               // the testimonium and what follows
)

// An Index finds the provision at a byte by binary search.
type Index struct {
	text   string
	nodes  []pacta.Annotation
	parent []int
	place  []Place
}

// NewIndex returns the index of the provisions that the extractor added to a.
func NewIndex(a *pacta.Analysis) *Index {
	x := &Index{text: a.Doc.Text, nodes: a.Of(pacta.Provision)}
	x.parent, x.place = make([]int, len(x.nodes)), make([]Place, len(x.nodes))
	var open []int
	for i := range x.nodes {
		for len(open) > 0 && x.nodes[open[len(open)-1]].End <= x.nodes[i].Start {
			open = open[:len(open)-1]
		}
		x.parent[i] = -1
		if len(open) > 0 {
			x.parent[i] = open[len(open)-1]
		}
		x.place[i] = x.placeOf(i)
		open = append(open, i)
	}
	return x
}

// Empty reports whether the document has no provisions.
func (x *Index) Empty() bool { return len(x.nodes) == 0 }

// At returns the innermost provision around byte at, nil if there is none.
func (x *Index) At(at int) *pacta.Annotation {
	if i := x.find(at); i >= 0 {
		return &x.nodes[i]
	}
	return nil
}

// Around returns the innermost provision of one of the types around byte at,
// nil if there is none: the article that a point belongs to.
func (x *Index) Around(at int, types ...string) *pacta.Annotation {
	for i := x.find(at); i >= 0; i = x.parent[i] {
		for _, t := range types {
			if x.nodes[i].Type == t {
				return &x.nodes[i]
			}
		}
	}
	return nil
}

// Number returns how the provision at byte at is cited, "" outside: "4", or
// "4(2)(a)" for point a of paragraph 2 of article 4.
func (x *Index) Number(at int) string {
	var parts []string
	for i := x.find(at); i >= 0; i = x.parent[i] {
		n := &x.nodes[i]
		switch n.Type {
		case "point", "paragraph", "article":
			parts = append(parts, n.Value)
		}
		if n.Type == "article" {
			break
		}
	}
	out := ""
	for i := len(parts) - 1; i >= 0; i-- {
		if out == "" {
			out = parts[i]
		} else {
			out += "(" + parts[i] + ")"
		}
	}
	return out
}

// Place says what sort of text byte at lies in.
func (x *Index) Place(at int) Place {
	if i := x.find(at); i >= 0 {
		return x.place[i]
	}
	return Outside
}

// find returns the index of the innermost node around byte at, or -1.
func (x *Index) find(at int) int {
	i := sort.Search(len(x.nodes), func(i int) bool { return x.nodes[i].Start > at }) - 1
	for i >= 0 && x.nodes[i].End <= at {
		i = x.parent[i]
	}
	return i
}

func (x *Index) placeOf(i int) Place {
	n := &x.nodes[i]
	switch n.Type {
	case "preamble":
		return Preamble
	case "recital":
		return Recital
	case "signature":
		return Signature
	case "article":
		return x.articlePlace(n)
	}
	if p := x.parent[i]; p >= 0 && x.place[p] != Preamble {
		return x.place[p]
	}
	return Operative
}

// articlePlace tells definitions and final clauses by the heading, or where
// there is none by how the article begins.
func (x *Index) articlePlace(n *pacta.Annotation) Place {
	if h, ok := n.Arg("heading"); ok {
		h := strings.ToLower(h.Of(x.text))
		for _, w := range definitionHeadings {
			if strings.Contains(h, w) {
				return Definition
			}
		}
		for _, w := range finalHeadings {
			if strings.Contains(h, w) {
				return Final
			}
		}
		return Operative
	}
	body := strings.ToLower(x.text[n.Start:min(n.End, n.Start+400)])
	for _, w := range finalCues {
		if strings.Contains(body, w) {
			return Final
		}
	}
	if strings.Contains(body, "for the purpose") && strings.Contains(body, "means") {
		return Definition
	}
	return Operative
}

var definitionHeadings = []string{"definition", "use of terms", "interpretation of terms", "définition", "definicion", "begripsbepaling", "определени", "термин"}

var finalHeadings = []string{
	"entry into force", "ratification", "accession", "depositary", "denunciation", "withdrawal", "authentic", "signature", "registration",
	"final provision", "final clause", "duration", "termination", "validity", "reservations", "territorial application", "amendment",
	"entrée en vigueur", "dénonciation", "entrada en vigor", "inwerkingtreding", "bekrachtiging", "вступление в силу", "заключительные",
}

var finalCues = []string{
	"shall enter into force", "shall come into force", "open for signature", "subject to ratification", "shall be ratified", "instruments of ratification",
	"equally authentic", "shall be deposited with", "may denounce", "may withdraw from this", "shall remain in force",
	"entrera en vigueur", "entrará en vigor", "treedt in werking", "вступает в силу",
}

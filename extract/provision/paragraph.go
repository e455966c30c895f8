package provision

import (
	"slices"
	"strings"

	"pacta"
)

// An itemKind is the form in which paragraphs and points are counted.
type itemKind uint8

const (
	itemNumber itemKind = iota + 1 // 1. or 1)
	itemBraces                     // (1)
	itemLetter                     // (a) or a)
)

// itemAt reads "1.", "1)", "(1)", "(a)" or "a)" at byte i: its length, form and
// value. The length is 0 where none stands.
func itemAt(text string, i int) (n int, kind itemKind, value int) {
	j := i
	open := j < len(text) && text[j] == '('
	if open {
		j++
	}
	if j >= len(text) {
		return 0, 0, 0
	}
	switch c := text[j]; {
	case '0' <= c && c <= '9':
		k := j
		for k < len(text) && k-j < 3 && '0' <= text[k] && text[k] <= '9' {
			value = value*10 + int(text[k]-'0')
			k++
		}
		j, kind = k, itemNumber
		if open {
			kind = itemBraces
		}
	case 'a' <= c && c <= 'z':
		j, kind, value = j+1, itemLetter, int(c-'a')+1
	default:
		return 0, 0, 0
	}
	if j >= len(text) || text[j] != ')' && (open || kind == itemLetter || text[j] != '.') {
		return 0, 0, 0
	}
	if j+1 < len(text) && kind == itemNumber && '0' <= text[j+1] && text[j+1] <= '9' { // 1.5
		return 0, 0, 0
	}
	return j + 1 - i, kind, value
}

// withParagraphs adds the numbered paragraphs and lettered points of articles;
// where there are no articles, those of the whole text.
func withParagraphs(text string, nodes []node) []node {
	var out []node
	articles := false
	for i := range nodes {
		articles = articles || nodes[i].typ == "article"
	}
	if !articles {
		end := len(text)
		if len(nodes) > 0 {
			end = nodes[0].Start
		}
		out = append(out, items(text, 0, end, true)...)
	}
	for i := range nodes {
		out = append(out, nodes[i])
		if nodes[i].typ == "article" {
			out = append(out, items(text, nodes[i].body, nodes[i].End, false)...)
		}
	}
	slices.SortStableFunc(out, func(a, b node) int { return a.Span.Compare(b.Span) })
	return out
}

// items returns the paragraphs and points of text[start:end].
func items(text string, start, end int, whole bool) []node {
	var out []node
	paragraph, point := 0, 0 // the last value seen
	var form itemKind
	for i := start; i < end; i++ {
		c := text[i]
		if c != '(' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') {
			continue
		}
		n, kind, value := itemAt(text[:end], i)
		if n == 0 || !beginsItem(text, start, i, whole) {
			continue
		}
		switch {
		case kind == itemLetter && value == point+1:
			out = append(out, node{Span: pacta.Span{Start: i}, typ: "point", depth: pointDepth, number: numberOf(text[i : i+n]), body: i + n})
			point++
		case kind != itemLetter && value == paragraph+1 && (paragraph == 0 || kind == form):
			out = append(out, node{Span: pacta.Span{Start: i}, typ: "paragraph", depth: paragraphDepth, number: numberOf(text[i : i+n]), body: i + n})
			paragraph, point, form = paragraph+1, 0, kind
		}
		i += n - 1
	}
	if whole && paragraph < 2 {
		return nil
	}
	return closeItems(text, out, end)
}

// closeItems sets where items end: where the next paragraph, or for points the
// next item, begins.
func closeItems(text string, items []node, end int) []node {
	next, nextParagraph := end, end
	for i := len(items) - 1; i >= 0; i-- {
		n := &items[i]
		stop := next
		if n.typ == "paragraph" {
			stop = nextParagraph
			nextParagraph = n.Start
		}
		n.End = trimRight(text, n.Start, stop)
		next = n.Start
	}
	return items
}

// beginsItem reports whether a paragraph or point may begin at byte i: at the
// beginning of a line or body, or behind the end of a sentence or clause.
func beginsItem(text string, start, i int, whole bool) bool {
	if startsLine(text, i) {
		return true
	}
	if whole { // without articles only lines are sure
		return false
	}
	end := lastNonBlank(text, i)
	if end <= start {
		return true
	}
	switch text[end-1] {
	case '.', ';', ':', ',':
		return true
	}
	w := lastWord(text, end)
	return end < i && (w == "and" || w == "or") && text[i] == '('
}

func numberOf(item string) string { return strings.Trim(item, "().") }

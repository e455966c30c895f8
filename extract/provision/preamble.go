package provision

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pacta"
)

// withPreamble adds what stands between the title and the first heading, and
// its recitals. The last recital ends at the formula of agreement. contents is
// the byte behind a table of contents.
func withPreamble(text string, nodes []node, contents int) []node {
	if len(nodes) == 0 || nodes[0].depth == signatureDepth {
		return nodes
	}
	from := titleEnd(text, nodes[0].Start)
	if contents > from {
		from = min(lineEnd(text, contents), nodes[0].Start)
	}
	p := trimmed(text, from, nodes[0].Start)
	if p.Len() < 40 {
		return nodes
	}
	out := []node{{Span: p, typ: "preamble", depth: 1, body: p.Start}}
	out = append(out, recitals(text, p)...)
	return slices.Insert(nodes, 0, out...)
}

// titleEnd returns where the title ends: with the first line, where there are
// lines.
func titleEnd(text string, limit int) int {
	i := skipBlank(text, 0)
	end := lineEnd(text, i)
	if end >= limit || end-i > 400 {
		return i
	}
	return end
}

// recitals cuts a preamble at the words that begin a consideration.
func recitals(text string, p pacta.Span) []node {
	var out []node
	for i := p.Start; i < p.End; i++ {
		if !isLetter(text[i]) || i > 0 && isLetter(text[i-1]) {
			continue
		}
		w := wordAt(text, i)
		switch {
		case agrees(text[i:p.End]):
			if len(out) > 0 {
				out[len(out)-1].End = trimRight(text, out[len(out)-1].Start, i)
				return out
			}
		case considers(w) && beginsRecital(text, p.Start, i):
			if n := len(out); n > 0 {
				out[n-1].End = trimRight(text, out[n-1].Start, i)
			}
			out = append(out, node{Span: pacta.Span{Start: i, End: p.End}, typ: "recital", depth: paragraphDepth, body: i})
		}
		i += max(len(w), 1) - 1
	}
	return out
}

// beginsRecital reports whether a consideration may begin at byte i: a line,
// or behind a comma, semicolon or number.
func beginsRecital(text string, start, i int) bool {
	end := lastNonBlank(text, i)
	if end <= start || startsLine(text, i) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	switch text[end-1] {
	case ',', ';', ')', '.':
		return isCapital(r) || text[end-1] == ';' || end == i
	}
	return false
}

// agrees reports whether s begins with a formula of agreement.
func agrees(s string) bool {
	for _, f := range [...]string{"have agreed", "has agreed", "hereby agree", "agree as", "agree upon", "have decided", "have resolved to conclude", "declare as follows", "declare the following", "sont convenu", "han convenido", "zijn overeengekomen", "zijn het volgende", "согласились", "договорились"} {
		if foldedPrefix(s, f) > 0 {
			return true
		}
	}
	return false
}

// considers reports whether a word begins a recital.
func considers(w string) bool {
	switch strings.ToLower(w) {
	case "considering", "recalling", "whereas", "having", "noting", "determined", "desiring", "desirous", "recognizing", "recognising",
		"reaffirming", "affirming", "convinced", "conscious", "aware", "mindful", "bearing", "taking", "concerned", "acknowledging", "believing",
		"being", "guided", "proceeding", "emphasizing", "emphasising", "stressing", "wishing", "resolved", "anxious", "seeking", "expressing",
		"confirming", "welcoming", "referring", "inspired", "realizing", "realising", "noticing", "striving", "underlining", "attaching", "animated",
		"considérant", "désireux", "désirant", "rappelant", "reconnaissant", "convaincus", "soucieux", "ayant", "conscients", "notant", "résolus", "réaffirmant",
		"considerando", "deseando", "deseosos", "reconociendo", "recordando", "conscientes", "convencidos", "teniendo", "reafirmando",
		"overwegende", "geleid", "wensende", "verlangende", "erkennende", "indachtig", "gelet", "overtuigd", "herinnerend", "bevestigende",
		"учитывая", "принимая", "стремясь", "желая", "признавая", "подтверждая", "исходя", "руководствуясь", "напоминая", "будучи", "отмечая":
		return true
	}
	return false
}

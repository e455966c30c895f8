package reason

import (
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
)

// slips finds sentences that set two names of one state side by side as if
// they were two: "the capital and the country are allies". They are shown as
// printed and flagged; nothing is concluded from them.
func (w *sheet) slips() []Discrepancy {
	var out []Discrepancy
	seen := map[resolve.Source]bool{}
	for i := range w.passages {
		p := &w.passages[i]
		for j := 1; j < len(p.names); j++ {
			a, b := p.names[j-1], p.names[j]
			if a.Value != b.Value || len(a.Value) != 3 || seen[a.Sources[0]] || strings.EqualFold(a.Sources[0].Quote, b.Sources[0].Quote) || !p.paired(a, b) {
				continue
			}
			seen[a.Sources[0]] = true
			c := resolve.Claim{Value: resolve.Value(oneLine(p.Quote)), By: resolve.Value(p.by), Count: 1, Sources: []resolve.Source{p.Source}}
			d := discrepancy(p.Document, "slip", Mild, []resolve.Claim{c}, fmt.Sprintf("%s: “%s” and “%s” both name %s", asPrinted, a.Sources[0].Quote, b.Sources[0].Quote, w.name(string(a.Value))))
			d.ID, d.Preferred = makeID('x', p.Document, "slip", fmt.Sprint(p.Start)), ""
			out = append(out, d)
		}
	}
	return out
}

// paired reports whether a and b stand as two partners: "a and b are …",
// "between a and b".
func (p *passage) paired(a, b resolve.Claim) bool {
	ts := tokenize(p.Quote)
	i, j := p.index(ts, a), p.index(ts, b)
	if j-i != 1+len(tokenize(a.Sources[0].Quote)) || ts[j-1].word != "and" {
		return false
	}
	if i > 0 && ts[i-1].word == "between" {
		return true
	}
	after := j + len(tokenize(b.Sources[0].Quote))
	return after < len(ts) && slices.Contains([]string{"are", "were", "have", "signed", "agreed"}, ts[after].word) && (i == 0 || ts[i-1].word != "of")
}

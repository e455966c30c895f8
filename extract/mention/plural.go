package mention

import (
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// plural gives the office of "presidents", "ministers" … at token h to the
// names that follow: "Presidents Ana Brun of Arland and Otto Keel of Belmark",
// "the presidents of Arland and Belmark, Ana Brun and Otto Keel".
func (d *document) plural(h int, runs []run1) {
	v := &d.view
	r, ok := d.words.roles[strings.TrimSuffix(v.low[h], "s")]
	if !ok || !strings.HasSuffix(v.low[h], "s") {
		return
	}
	left := d.extend(h)
	right, comp := d.complement(h)
	var codes []pacta.Arg
	if comp > 0 {
		codes = d.states(comp, right)
	}
	if v.word(right) == "," || v.word(right) == "(" {
		right++
	}
	var names []int
	at := right
	for k := range runs {
		if runs[k].first < at || runs[k].body >= 0 {
			continue
		}
		if runs[k].first > at+8 || len(names) > 0 && !v.lists(runs[k-1].last, runs[k].first) || len(names) == 0 && runs[k].first != at {
			break
		}
		names = append(names, k)
	}
	if len(names) < 2 {
		return
	}
	for i, k := range names {
		c := candidate{head: r.same, class: r.class, sector: r.sector, office: pacta.Arg{Role: "office", Span: v.span(left, h+1), Value: strings.TrimSuffix(d.officeWords(left, h), "s")}}
		end := v.n
		if i+1 < len(names) {
			end = runs[names[i+1]].first
		}
		if len(codes) == len(names) {
			c.affil = codes[i]
		} else if own := d.states(runs[k].last, min(end, runs[k].last+7)); len(codes) == 0 && len(own) > 0 && d.ofBefore(runs[k].last, own[0]) {
			c.affil = own[0]
		}
		runs[k].attach(&c)
	}
}

// ofBefore reports whether "of" stands between token t and the state s.
func (d *document) ofBefore(t int, s pacta.Arg) bool {
	for v := &d.view; t < v.n && v.Tokens[t].Start < s.Start; t++ {
		if v.low[t] == "of" {
			return true
		}
	}
	return false
}

// lists reports whether the tokens [first, last) can stand between two names of a list.
func (v *view) lists(first, last int) bool {
	for t := first; t < last; t++ {
		if w := v.low[t]; w == "and" || w == "," || w == "&" {
			return true
		}
	}
	return false
}

// states lists the states that the tokens [first, last) name.
func (d *document) states(first, last int) []pacta.Arg {
	v := &d.view
	var out []pacta.Arg
	for t := first; t < last && t < v.n; t++ {
		if m, f, l := v.name(t); m != nil {
			if m.Entry.Kind <= gazetteer.Entity || m.Entry.Kind == gazetteer.Organization {
				out = append(out, pacta.Arg{Role: "affiliation", Span: v.span(f, l), Value: m.Entry.ID})
			}
			t = l - 1
		}
	}
	return out
}

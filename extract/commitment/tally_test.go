package commitment

import (
	"fmt"
	"slices"
	"strings"

	"pacta"
	"pacta/extract/commitment/record"
)

// A tally counts how the annotations of many records agree with their rows.
type tally struct {
	rows, found, modality, party, action, extra int
	areas, area                                 int // rows with an area, and those whose first one is named
	layers, layer                               int
	roles                                       map[string]*roleTally
}

// A roleTally counts one further field of the rows that were found.
type roleTally struct{ rows, found, extra int }

// fields are the further fields of a row, and the roles they stand for.
var fields = []struct{ field, role string }{
	{"to", "beneficiary"}, {"condition", "condition"}, {"purpose", "purpose"}, {"basis", "basis"}, {"saving", "saving"},
	{"deadline", "deadline"}, {"duration", "duration"}, {"place", "place"}, {"by", "by"},
}

func percent(x, of int) float64 { return 100 * float64(x) / float64(max(1, of)) }

func (n *tally) String() string {
	return fmt.Sprintf("%d rows: found %.1f modality %.1f party %.1f action %.1f extra %d", n.rows,
		percent(n.found, n.rows), percent(n.modality, n.rows), percent(n.party, n.rows), percent(n.action, n.rows), n.extra)
}

// further tells how the further fields agree: how many of those marked were
// found, and how many of those found were marked.
func (n *tally) further() string {
	out := fmt.Sprintf("area %.1f of %d, layer %.1f of %d", percent(n.area, n.areas), n.areas, percent(n.layer, n.layers), n.layers)
	for _, f := range fields {
		if r := n.roles[f.field]; r != nil {
			out += fmt.Sprintf(", %s R %.1f P %.1f of %d", f.field, percent(r.found, r.rows), percent(r.found, r.found+r.extra), r.rows)
		}
	}
	return out
}

// dice is the share of bytes that two spans have in common.
func dice(a, b pacta.Span) float64 {
	n := min(a.End, b.End) - max(a.Start, b.Start)
	if n <= 0 {
		return 0
	}
	return 2 * float64(n) / float64(a.Len()+b.Len())
}

// add compares what was found in a record with its rows and tells what differs.
func (n *tally) add(r *record.Record, got []pacta.Annotation) (problems []string) {
	used := map[int]bool{}
	for _, w := range r.Rows {
		n.rows++
		best, at := nearest(w.Action, got, used)
		if at < 0 {
			problems = append(problems, "missed: "+w.Modality+": "+w.Action.Of(r.Text))
			continue
		}
		used[at] = true
		n.found++
		problems = append(problems, n.compare(r, &w, &got[at], best)...)
		if r.Fields {
			problems = append(problems, n.compareFields(r, &w, &got[at])...)
		}
	}
	for i := range got {
		if !used[i] {
			n.extra++
			problems = append(problems, fmt.Sprintf("extra %s: %s (%s)", got[i].Type, got[i].Quote, got[i].Why))
		}
	}
	return problems
}

func nearest(action pacta.Span, got []pacta.Annotation, used map[int]bool) (best float64, at int) {
	at = -1
	for i := range got {
		a, _ := got[i].Arg("action")
		if d := dice(a.Span, action); d > best && !used[i] {
			best, at = d, i
		}
	}
	return best, at
}

func (n *tally) compare(r *record.Record, w *record.Row, g *pacta.Annotation, overlap float64) (problems []string) {
	if g.Type == w.Modality {
		n.modality++
	} else {
		problems = append(problems, fmt.Sprintf("modality %s, not %s", g.Type, w.Modality))
	}
	if sameParty(g, w.Party) {
		n.party++
	} else {
		p, _ := g.Arg("party")
		problems = append(problems, fmt.Sprintf("party %q, not %q", p.Span.Of(r.Text), w.Party.Of(r.Text)))
	}
	if overlap >= 0.75 {
		n.action++
	} else {
		a, _ := g.Arg("action")
		problems = append(problems, fmt.Sprintf("action %q, not %q", a.Span.Of(r.Text), w.Action.Of(r.Text)))
	}
	return problems
}

func (n *tally) compareFields(r *record.Record, w *record.Row, g *pacta.Annotation) (problems []string) {
	if len(w.Areas) > 0 {
		n.areas++
		if g.Value == w.Areas[0] {
			n.area++
		} else if *fieldMisses {
			problems = append(problems, fmt.Sprintf("area %s, not %s", g.Value, w.Areas[0]))
		}
	}
	if w.Layer != "" {
		n.layers++
		if g.ValueOf("layer") == w.Layer {
			n.layer++
		} else if *fieldMisses {
			problems = append(problems, fmt.Sprintf("layer %s, not %s", g.ValueOf("layer"), w.Layer))
		}
	}
	for _, f := range fields {
		if p := n.compareRole(r, f.field, w.Roles[f.field], union(g, f.role)); p != "" && *fieldMisses {
			problems = append(problems, p)
		}
	}
	return problems
}

func (n *tally) compareRole(r *record.Record, field string, want, got pacta.Span) string {
	if want.IsZero() && got.IsZero() {
		return ""
	}
	if n.roles == nil {
		n.roles = map[string]*roleTally{}
	}
	if n.roles[field] == nil {
		n.roles[field] = &roleTally{}
	}
	t := n.roles[field]
	if !want.IsZero() {
		t.rows++
	}
	if dice(want, got) >= 0.5 {
		t.found++
		return ""
	}
	if !got.IsZero() {
		t.extra++
	}
	return fmt.Sprintf("%s %q, not %q", field, got.Of(r.Text), want.Of(r.Text))
}

// union is the stretch of all arguments in a role.
func union(a *pacta.Annotation, role string) pacta.Span {
	var out pacta.Span
	for _, x := range a.Args {
		if x.Role == role {
			out = out.Union(x.Span)
		}
	}
	return out
}

// sameParty reports whether the party of a is the one marked: both empty, or
// overlapping by half of the longer one.
func sameParty(a *pacta.Annotation, want pacta.Span) bool {
	got := union(a, "party")
	if got.IsZero() || want.IsZero() {
		return got.IsZero() == want.IsZero()
	}
	return dice(got, want) >= 0.5
}

// plus adds the sums of m to n.
func (n *tally) plus(m *tally) {
	n.rows, n.found, n.modality = n.rows+m.rows, n.found+m.found, n.modality+m.modality
	n.party, n.action, n.extra = n.party+m.party, n.action+m.action, n.extra+m.extra
	n.areas, n.area, n.layers, n.layer = n.areas+m.areas, n.area+m.area, n.layers+m.layers, n.layer+m.layer
	if n.roles == nil {
		n.roles = map[string]*roleTally{}
	}
	for k, r := range m.roles {
		if n.roles[k] == nil {
			n.roles[k] = &roleTally{}
		}
		t := n.roles[k]
		t.rows, t.found, t.extra = t.rows+r.rows, t.found+r.found, t.extra+r.extra
	}
}

// isReport tells files of news from those of the words of instruments.
func isReport(name string) bool { return strings.Contains(name, "report") }

// isTuned tells the files that the extractor was first worked on with.
func isTuned(name string) bool { return slices.Contains(tuned, name) }

var tuned = []string{
	"heldout-1-report.txt", "heldout-1-treaty.txt",
	"report-clauses.txt", "report-denials.txt", "report-mixed.txt", "report-more.txt", "report-speech.txt", "report-third.txt",
	"treaty-basic.txt", "treaty-more.txt", "treaty-prose.txt", "treaty-terms.txt",
}

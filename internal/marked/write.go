package marked

import (
	"slices"
	"strconv"
	"strings"

	"pacta"
)

// Write puts the annotations whose kinds are in show, with the roles listed
// there, back into text as marks. Parse reads it back, but for spans that
// cross one another: these become attributes with their words.
func Write(text string, annotations []pacta.Annotation, show map[pacta.Kind][]string) string {
	var marks []piece
	for i := range annotations {
		a := &annotations[i]
		roles, ok := show[a.Kind]
		if !ok {
			continue
		}
		marks = appendMarks(marks, a, roles, i)
	}
	marks = nest(marks)
	return render(text, marks)
}

// A piece is one mark to be written.
type piece struct {
	pacta.Span
	head  string
	attrs []string
	owner int // index of the annotation
	role  bool
}

// appendMarks appends the mark of a and those of its roles.
func appendMarks(marks []piece, a *pacta.Annotation, roles []string, owner int) []piece {
	head := string(a.Kind) + ":" + a.Type
	if a.Value != "" {
		head += "=" + a.Value
	}
	at := len(marks)
	marks = append(marks, piece{Span: a.Span, head: head, owner: owner})
	for _, r := range a.Args {
		if !slices.Contains(roles, r.Role) {
			continue
		}
		head := r.Role
		if r.Value != "" {
			head += "=" + r.Value
		}
		switch {
		case r.IsZero():
			marks[at].attrs = append(marks[at].attrs, head)
		case a.Contains(r.Span):
			marks = append(marks, piece{Span: r.Span, head: head, owner: owner, role: true})
		default:
			marks[at].attrs = append(marks[at].attrs, r.Role+"="+r.Value+"<"+r.Quote+">")
		}
	}
	return marks
}

// nest sorts marks so that each stands before what lies in it, turns roles that
// cross another mark into attributes, and drops annotations that cross one.
func nest(marks []piece) []piece {
	slices.SortStableFunc(marks, func(x, y piece) int {
		if c := x.Span.Compare(y.Span); c != 0 {
			return c
		}
		return x.owner - y.owner // an annotation was appended before its roles
	})
	var out, open []piece
	crossed := map[int][]string{}
	for _, m := range marks {
		for len(open) > 0 && open[len(open)-1].End <= m.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && m.End > open[len(open)-1].End {
			crossed[m.owner] = append(crossed[m.owner], m.head+"<>")
			continue
		}
		out, open = append(out, m), append(open, m)
	}
	for i := range out {
		if !out[i].role {
			out[i].attrs = append(out[i].attrs, crossed[out[i].owner]...)
		}
	}
	return identify(out)
}

// identify gives a number to each annotation that has a role whose innermost
// annotation is another one.
func identify(marks []piece) []piece {
	need := map[int]bool{}
	var open []piece
	for _, m := range marks {
		for len(open) > 0 && open[len(open)-1].End <= m.Start {
			open = open[:len(open)-1]
		}
		if m.role && len(open) > 0 && open[len(open)-1].owner != m.owner {
			need[m.owner] = true
		}
		if !m.role {
			open = append(open, m)
		}
	}
	ids := map[int]string{}
	for i := range marks {
		o := marks[i].owner
		if !need[o] {
			continue
		}
		if ids[o] == "" {
			ids[o] = "#" + strconv.Itoa(len(ids)+1)
		}
		name, value, ok := strings.Cut(marks[i].head, "=")
		if marks[i].head = name + ids[o]; ok {
			marks[i].head += "=" + value
		}
	}
	return marks
}

// render writes text with marks, which nest.
func render(text string, marks []piece) string {
	var b strings.Builder
	var open []piece
	at := 0
	closeUntil := func(pos int) {
		for len(open) > 0 && open[len(open)-1].End <= pos {
			m := open[len(open)-1]
			b.WriteString(text[at:m.End])
			b.WriteString("]]")
			at, open = m.End, open[:len(open)-1]
		}
	}
	for _, m := range marks {
		closeUntil(m.Start)
		b.WriteString(text[at:m.Start])
		at = m.Start
		b.WriteString("[[" + strings.Join(append([]string{m.head}, m.attrs...), ";") + "|")
		open = append(open, m)
	}
	closeUntil(len(text))
	b.WriteString(text[at:])
	return b.String()
}

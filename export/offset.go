package export

import (
	"fmt"

	"pacta"
)

// A Unit is what offsets count. The zero value counts bytes, as everything in
// pacta does; Python counts code points, JavaScript and Java UTF-16.
type Unit string

// The units.
const (
	Bytes      Unit = ""
	CodePoints Unit = "codepoints"
	UTF16      Unit = "utf16"
)

// ParseUnit returns the unit named bytes, codepoints or utf16.
func ParseUnit(name string) (Unit, error) {
	switch u := Unit(name); u {
	case "bytes":
		return Bytes, nil
	case Bytes, CodePoints, UTF16:
		return u, nil
	}
	return Bytes, fmt.Errorf("unit %q: %w", name, pacta.ErrInvalid)
}

// Offsets returns the function that turns a byte offset of text into u. An
// offset within a character counts as its start.
func (u Unit) Offsets(text string) func(int) int {
	if u == Bytes || isASCII(text) {
		return func(at int) int { return at }
	}
	table := make([]int32, len(text)+1)
	n, last := int32(0), 0
	for i, r := range text {
		for ; last < i; last++ {
			table[last+1] = table[last]
		}
		table[i] = n
		n++
		if u == UTF16 && r > 0xffff {
			n++
		}
	}
	for ; last < len(text); last++ {
		table[last+1] = table[last]
	}
	table[len(text)] = n
	return func(at int) int { return int(table[at]) }
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// recount changes every offset of x from bytes to another unit.
func (x *annotated) recount(at func(int) int) {
	span := func(s *pacta.Span) { s.Start, s.End = at(s.Start), at(s.End) }
	span(&x.Document.Published.Span)
	for i := range x.Document.Dropped {
		d := &x.Document.Dropped[i]
		d[0], d[1] = at(d[0]), at(d[1])
	}
	for i := range x.Annotations {
		a := &x.Annotations[i]
		span(&a.Span)
		args := make([]pacta.Arg, len(a.Args)) // the analysis keeps its own
		copy(args, a.Args)
		for j := range args {
			span(&args[j].Span)
		}
		a.Args = args
	}
	if x.Sentences == nil {
		return
	}
	for i := range *x.Sentences {
		s := &(*x.Sentences)[i]
		s.Start, s.End = at(s.Start), at(s.End)
		for j := range s.Tokens {
			t := &s.Tokens[j]
			t.Start, t.End = at(t.Start), at(t.End)
		}
	}
}

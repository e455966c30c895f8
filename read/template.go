package read

import (
	"cmp"
	"encoding/binary"
	"slices"

	"pacta"
)

// A Page is what TemplateOf needs of a document: its lines as AppendLines
// writes them, and which group of copies it is in (see Groups), since copies
// are no evidence of a template.
type Page struct {
	Copies string
	Lines  []byte
}

// A Template is the lines that an outlet repeats from page to page: menus and
// headings of lists, invitations, the imprint.
type Template struct {
	lines map[uint64]reach // all that repeat
}

// reach says where a repeated line is boilerplate.
type reach byte

const (
	nowhere reach = iota // it is content that many reports copy
	everywhere
	aroundText   // above and below the running text
	behindALabel // and only with other lines of its sort in between
)

// A line repeats if a fifth of the independent documents have it, and five.
// Where nothing but that speaks against it, more must have it.
const (
	leastPages = 5
	leastShare = .2
	halfShare  = .5
	fullShare  = .9
)

// TemplateOf returns the template that pages of one outlet share. It depends on
// the set of pages, not on their order.
//
// That a sentence repeats makes it no boilerplate: many reports on one matter
// tell in the same words what happened before. So a line must look the part as
// well. Labels are boilerplate above and below the running text; sentences if
// the page speaks in them of itself or to its reader, or if they name nobody,
// stand outside of the text and on nearly all pages; what is set like a headline
// if other lines part it from the text. The running text reaches from the first
// to the last prose that does not repeat.
func TemplateOf(pages []Page) *Template {
	t := &Template{lines: map[uint64]reach{}}
	groups := groupsOf(pages)
	seen := sightings(pages, groups, nil)
	all := float64(len(groups))
	t.each(seen, func(of []sighting) {
		if n := countGroups(of); n >= leastPages && float64(n) >= leastShare*all {
			t.lines[of[0].hash] = nowhere
		}
	})
	t.each(sightings(pages, groups, t), func(of []sighting) {
		t.lines[of[0].hash] = judge(of, all)
	})
	return t
}

// A sighting is a line of a document.
type sighting struct {
	hash  uint64
	group int32
	kind  lineKind
	place place
}

// groupsOf numbers the groups of copies.
func groupsOf(pages []Page) map[string]int32 {
	out := map[string]int32{}
	for _, p := range pages {
		if _, ok := out[p.Copies]; !ok {
			out[p.Copies] = int32(len(out))
		}
	}
	return out
}

// sightings returns the lines of all pages, by hash and group, or those that
// repeat with their places.
func sightings(pages []Page, groups map[string]int32, t *Template) []sighting {
	var out []sighting
	for _, p := range pages {
		g := groups[p.Copies]
		if t == nil {
			for x := range parseLines(p.Lines) {
				out = append(out, sighting{x.Hash, g, x.lineKind, 0})
			}
			continue
		}
		lines, places := t.places(p.Lines)
		for i, x := range lines {
			if _, ok := t.lines[x.Hash]; ok {
				out = append(out, sighting{x.Hash, g, x.lineKind, places[i]})
			}
		}
	}
	slices.SortFunc(out, func(a, b sighting) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.group, b.group))
	})
	return out
}

// each calls f with the sightings of each line.
func (t *Template) each(seen []sighting, f func([]sighting)) {
	for len(seen) > 0 {
		n := 1
		for n < len(seen) && seen[n].hash == seen[0].hash {
			n++
		}
		f(seen[:n])
		seen = seen[n:]
	}
}

func countGroups(of []sighting) int {
	n := 0
	for i := range of {
		if i == 0 || of[i].group != of[i-1].group {
			n++
		}
	}
	return n
}

// place is where a line stands in a document of its outlet.
type place byte

const (
	outside  place = 1 << iota // above or below the running text
	enclosed                   // and with lines between itself and the text that part it from that
)

// places returns the lines of a page and where they stand, given which of them
// repeat.
func (t *Template) places(encoded []byte) ([]Line, []place) {
	lines := slices.Collect(parseLines(encoded))
	first, last := len(lines), -1
	for i, x := range lines {
		if _, repeats := t.lines[x.Hash]; x.lineKind&prose != 0 && !repeats {
			first, last = min(first, i), i
		}
	}
	out := make([]place, len(lines))
	if last >= 0 {
		partings(lines[last+1:], out[last+1:])
		slices.Reverse(lines[:first])
		partings(lines[:first], out[:first])
		slices.Reverse(lines[:first])
		slices.Reverse(out[:first])
	}
	return lines, out
}

// partings marks lines outside of the running text, seen from it.
func partings(lines []Line, out []place) {
	closed := false
	for i, x := range lines {
		closed = closed || x.lineKind&parted != 0
		out[i] = outside
		switch {
		case x.lineKind&(heading|summary|prose) != 0:
			closed = false
			if x.lineKind&summary != 0 {
				out[i] = 0
			}
		case closed:
			out[i] |= enclosed
		}
		closed = closed || x.lineKind&(label|address) != 0 && x.lineKind&summary == 0
	}
}

// judge says where one line is boilerplate, by all of its sightings.
func judge(seen []sighting, groups float64) reach {
	kind := seen[0].kind
	var in, around, closed, may float64
	for i := 0; i < len(seen); {
		g, at, all := seen[i].group, outside|enclosed, firm|nameless
		for ; i < len(seen) && seen[i].group == g; i++ {
			at &= seen[i].place
			all &= seen[i].kind
		}
		in++
		around += float64(at & outside / outside)
		closed += float64(at & enclosed / enclosed)
		may += float64(all & firm / firm)
	}
	out, plain := around >= fullShare*in, kind&nameless != 0
	switch {
	case kind&heading != 0:
		return nowhere
	case kind&address != 0 && (kind&own == 0 || plain && in >= halfShare*groups):
		return everywhere
	case kind&label != 0 && may == in && in >= halfShare*groups:
		return everywhere
	case out && (kind&(label|own) != 0 || plain && in >= fullShare*groups):
		return aroundText
	case out && kind&headline != 0 && closed >= fullShare*in:
		return behindALabel
	}
	return nowhere
}

// Repeated returns those of a document's lines, as AppendLines writes them,
// that are of the template.
func (t *Template) Repeated(encoded []byte) []pacta.Span {
	var out []pacta.Span
	lines, places := t.places(encoded)
	for i, x := range lines {
		switch r := t.lines[x.Hash]; {
		case x.lineKind&heading != 0:
		case r == everywhere, r == aroundText && places[i]&outside != 0, r == behindALabel && places[i]&enclosed != 0:
			out = append(out, x.Span)
		}
	}
	return out
}

// AppendLines writes lines, in text order, for a store.
func AppendLines(out []byte, lines []Line) []byte {
	at := 0
	for _, x := range lines {
		out = binary.LittleEndian.AppendUint64(out, x.Hash)
		out = binary.LittleEndian.AppendUint16(out, uint16(x.lineKind))
		out = binary.AppendUvarint(out, uint64(x.Start-at))
		out = binary.AppendUvarint(out, uint64(x.Len()))
		at = x.End
	}
	return out
}

// parseLines yields what AppendLines wrote, up to where it is broken.
func parseLines(b []byte) func(func(Line) bool) {
	const fixed = 10
	return func(yield func(Line) bool) {
		at := 0
		for len(b) > fixed {
			x := Line{Hash: binary.LittleEndian.Uint64(b), lineKind: lineKind(binary.LittleEndian.Uint16(b[8:]))}
			gap, n := binary.Uvarint(b[fixed:])
			size, m := binary.Uvarint(b[fixed+max(n, 0):])
			if n <= 0 || m <= 0 {
				return
			}
			x.Start = at + int(gap)
			x.End = x.Start + int(size)
			at, b = x.End, b[fixed+n+m:]
			if !yield(x) {
				return
			}
		}
	}
}

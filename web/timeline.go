package web

import (
	"cmp"
	"slices"
	"strings"

	"pacta/edtf"
)

// A moment is something with a date, to be drawn on a time line.
type moment struct {
	Band  string // what it is: one of bands
	Date  string // EDTF
	Label string // the few words beside its mark
	Text  string // what the mark says in full
	Path  string // where it leads
}

// The bands of a time line, from the top. What changed stands apart from where
// sources disagree on when it did.
const (
	bandSteps    = "Steps in the life of instruments"
	bandEvents   = "Events"
	bandSaid     = "Statements"
	bandDisputed = "Where sources disagree on the date"
)

var bands = []string{bandSteps, bandEvents, bandSaid, bandDisputed}

// A timeline is the drawing of moments. A date that is a range, or is only
// known to the month or year, is a bar as long as that.
type timeline struct {
	Width, Height int
	Bands         []band
	Ticks         []tick
	Breaks        []axisBreak
	Foot          int    // where the axis stands
	First, Last   string // dates at the ends
	Left          int    // moments that are not drawn, for there are too many
	Count         int
	Kinds         map[string]bool // which sorts of mark occur
}

type band struct {
	Name    string
	Y, Rule int
	Marks   []mark
}

// A mark is one moment drawn.
type mark struct {
	moment
	X, Y, W      int
	TextX, TextY int
	End          bool   // the label stands before the mark
	Sort         string // day, range, about, perhaps
	Open         bool   // has no known end
}

// Tip returns the point of the arrow of an open mark.
func (m mark) Tip() int { return m.X + m.W }

type tick struct {
	X    int
	Text string
}

// An axisBreak is a stretch of time in which nothing happens and which is
// therefore drawn short.
type axisBreak struct {
	X           int
	First, Last string
}

const (
	lineWidth  = 960
	laneStep   = 17
	markHeight = 9
	breakWidth = 26
	mostMarks  = 60
	letter     = 6 // how wide a letter of a label is taken to be
)

// drawTimeline draws the moments that have a date; a drawing of fewer than two
// is empty.
func drawTimeline(moments []moment) timeline {
	t := timeline{Width: lineWidth, Kinds: map[string]bool{}}
	type dated struct {
		moment
		edtf.Interval
	}
	var ms []dated
	for _, m := range moments {
		x, err := edtf.Parse(m.Date)
		if err != nil || m.Date == "" || x.First == edtf.Earliest {
			continue
		}
		ms = append(ms, dated{m, x})
	}
	if len(ms) < 2 {
		return t
	}
	if len(ms) > mostMarks {
		t.Left, ms = len(ms)-mostMarks, ms[:mostMarks]
	}
	t.Count = len(ms)
	slices.SortStableFunc(ms, func(a, b dated) int {
		return cmp.Or(int(a.First)-int(b.First), int(a.Last)-int(b.Last), strings.Compare(a.Label, b.Label), strings.Compare(a.Path, b.Path))
	})
	var spans []edtf.Interval
	for _, m := range ms {
		spans = append(spans, m.Interval)
	}
	axis := newAxis(spans)
	y := 0
	for _, name := range bands {
		b := band{Name: name, Y: y + 14, Rule: y}
		var ends []int
		for _, m := range ms {
			if m.Band == name {
				b.Marks = append(b.Marks, axis.mark(m.moment, m.Interval, y+22, &ends))
			}
		}
		if len(b.Marks) == 0 {
			continue
		}
		for _, m := range b.Marks {
			t.Kinds[m.Sort] = true
			t.Kinds["open"] = t.Kinds["open"] || m.Open
		}
		y += 22 + len(ends)*laneStep + 8
		t.Bands = append(t.Bands, b)
	}
	t.Foot, t.Height = y, y+20
	t.Ticks, t.Breaks = axis.ticks(), axis.breaks()
	t.First, t.Last = spans[0].First.String(), latest(spans).String()
	return t
}

// byDate orders moments; those without a date come last.
func byDate(a, b moment) int {
	return cmp.Or(edtf.Compare(a.Date, b.Date), strings.Compare(a.Band, b.Band), strings.Compare(a.Label, b.Label), strings.Compare(a.Path, b.Path))
}

// latest returns the last day that any of spans names.
func latest(spans []edtf.Interval) edtf.Day {
	out := spans[0].First
	for _, s := range spans {
		out = max(out, s.First)
		if s.Last != edtf.Latest {
			out = max(out, s.Last)
		}
	}
	return out
}

// mark places a moment in the first lane that has room for it and its label.
func (a axis) mark(m moment, x edtf.Interval, top int, ends *[]int) mark {
	out := mark{moment: m, Sort: "range"}
	last := x.Last
	if last == edtf.Latest {
		last, out.Open = a.last(), true
	}
	switch {
	case x.Uncertain:
		out.Sort = "perhaps"
	case x.Approximate:
		out.Sort = "about"
	case x.IsDay():
		out.Sort = "day"
	}
	out.X = a.place(x.First)
	out.W = max(markHeight, a.place(last+1)-out.X)
	if out.Sort == "day" {
		out.W = markHeight // a day is a point here, however close one looks
	}
	if out.X+out.W > lineWidth-2 {
		out.X = min(out.X, lineWidth-2-markHeight)
		out.W = lineWidth - 2 - out.X
	}
	text := letter*len([]rune(m.Label)) + 10
	from, to := out.X, out.X+out.W+text
	out.TextX = out.X + out.W + 4
	if to > lineWidth && out.X-text > 0 {
		out.End, out.TextX = true, out.X-4
		from, to = out.X-text, out.X+out.W+4
	}
	lane := 0
	for lane < len(*ends) && (*ends)[lane] > from {
		lane++
	}
	if lane == len(*ends) {
		*ends = append(*ends, 0)
	}
	(*ends)[lane] = to
	out.Y = top + lane*laneStep
	out.TextY = out.Y + markHeight
	return out
}

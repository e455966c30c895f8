package web

import (
	"fmt"
	"net/http"

	"pacta/edtf"
	"pacta/resolve"
)

// events lists what happened, with a time line of the events shown.
func (s *server) events(r *http.Request) (*view, error) {
	v, err := listing[resolve.Event](s, r, "event", "Events", []string{"party", "to", "type", "factuality", "since", "until", "text"})
	if err != nil {
		return nil, err
	}
	list := v.Data.(listPage[resolve.Event])
	v.Data = struct {
		listPage[resolve.Event]
		Line timeline
	}{list, newTimeline(list.Rows)}
	return v, nil
}

// A timeline is the drawing of events over time. A date that is a range, or is
// only known to the month or year, is a bar as long as that.
type timeline struct {
	Width, Height int
	Bars          []bar
	Ticks         []tick
}

type bar struct {
	X, Y, W  int
	ID, Text string
	Certain  bool // known to the day
}

type tick struct {
	X    int
	Text string
}

const (
	lineWidth = 960
	laneStep  = 14
	barHeight = 9
)

// newTimeline draws the events that have a date; an empty drawing has no Bars.
func newTimeline(events []resolve.Event) timeline {
	t := timeline{Width: lineWidth}
	var spans []edtf.Interval
	var dated []resolve.Event
	for _, e := range events {
		if x, err := edtf.Parse(string(e.Date)); err == nil && !x.IsOpen() {
			spans, dated = append(spans, x), append(dated, e)
		}
	}
	if len(spans) < 2 {
		return t
	}
	first, last := spans[0].First, spans[0].Last
	for _, x := range spans {
		first, last = min(first, x.First), max(last, x.Last)
	}
	days := max(1, int(last-first)+1)
	place := func(d edtf.Day) int { return int(int64(d-first) * int64(lineWidth-20) / int64(days)) }
	var ends []int // where each lane is free again
	for i, x := range spans {
		b := bar{X: place(x.First) + 5, W: max(9, place(x.Last+1)-place(x.First)), ID: dated[i].ID, Certain: x.IsDay()}
		b.Text = fmt.Sprintf("%s: %s", english.date(string(dated[i].Date)), short(dated[i].Sources[0].Quote, 90))
		lane := 0
		for lane < len(ends) && ends[lane] > b.X {
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, 0)
		}
		ends[lane] = b.X + b.W + 3
		b.Y = 6 + lane*laneStep
		t.Bars = append(t.Bars, b)
	}
	t.Height = 6 + len(ends)*laneStep + 24
	t.Ticks = ticks(first, last, place)
	return t
}

// ticks returns the marks of the axis: years, or months of a short time.
func ticks(first, last edtf.Day, place func(edtf.Day) int) []tick {
	y0, m0, _ := first.Date()
	y1, m1, _ := last.Date()
	months := (y1-y0)*12 + m1 - m0
	step := 1
	switch {
	case months > 12*100:
		step = 12 * 20
	case months > 12*20:
		step = 12 * 5
	case months > 24:
		step = 12
	case months > 8:
		step = 3
	}
	var out []tick
	start := y0*12 + m0 - 1
	start -= start % step
	for m := start; m <= y1*12+m1-1; m += step {
		d, ok := edtf.DayOf(m/12, m%12+1, 1)
		if !ok || d < first {
			continue
		}
		text := fmt.Sprint(m / 12)
		if step < 12 {
			text = monthNames[m%12+1][:3] + " " + text
		}
		out = append(out, tick{place(d) + 5, text})
	}
	return out
}

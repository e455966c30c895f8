package web

import (
	"fmt"
	"slices"

	"pacta/edtf"
)

// An axis places days on a line. Long stretches without anything are drawn as
// a break, so that a treaty of 1960 does not squeeze the reports of one week.
type axis struct{ pieces []stretch }

// A stretch is a piece of the axis on which days are evenly spaced.
type stretch struct {
	first, last edtf.Day
	from, to    edtf.Day // first and last without the room around them
	x, w        int
}

const (
	mostBreaks   = 4
	leastStretch = 60
	shortStretch = 45  // days; such a stretch is marked by its first day
	leastGap     = 400 // days
)

// newAxis returns an axis on which all spans have room.
func newAxis(spans []edtf.Interval) axis {
	a := axis{padded(joined(spans))}
	total := 0
	for _, p := range a.pieces {
		total += p.days()
	}
	free := lineWidth - 4 - (len(a.pieces)-1)*breakWidth - len(a.pieces)*leastStretch
	x := 2
	for i := range a.pieces {
		p := &a.pieces[i]
		p.x, p.w = x, leastStretch+free*p.days()/total
		x += p.w + breakWidth
	}
	return a
}

func (p stretch) days() int { return int(p.last-p.first) + 1 }

// joined returns the stretches in which something happens, with the gaps
// between them closed that are short beside the whole.
func joined(spans []edtf.Interval) []stretch {
	var out []stretch
	for _, s := range sorted(spans) {
		last := s.Last
		if last == edtf.Latest {
			last = s.First
		}
		if n := len(out); n > 0 && s.First <= out[n-1].last+1 {
			out[n-1].last = max(out[n-1].last, last)
			continue
		}
		out = append(out, stretch{first: s.First, last: last})
	}
	for len(out) > 1 {
		i := smallestGap(out)
		gap, whole := int(out[i+1].first-out[i].last), 0
		for _, p := range out {
			whole += p.days()
		}
		if len(out) <= mostBreaks+1 && gap > leastGap && gap > whole {
			return out
		}
		out[i].last = out[i+1].last
		out = slices.Delete(out, i+1, i+2)
	}
	return out
}

// padded gives every stretch some room before and after, so that a single day
// does not become the whole of one.
func padded(ps []stretch) []stretch {
	whole := 0
	for _, p := range ps {
		whole += p.days()
	}
	pad := edtf.Day(max(10, whole/40))
	for i := range ps {
		p := &ps[i]
		p.from, p.to = p.first, p.last
		p.first, p.last = p.first-pad, p.last+pad
	}
	return ps
}

func sorted(spans []edtf.Interval) []edtf.Interval {
	return slices.SortedStableFunc(slices.Values(spans), func(a, b edtf.Interval) int { return int(a.First) - int(b.First) })
}

func smallestGap(ps []stretch) int {
	best := 0
	for i := range ps[:len(ps)-1] {
		if ps[i+1].first-ps[i].last < ps[best+1].first-ps[best].last {
			best = i
		}
	}
	return best
}

func (a axis) last() edtf.Day { return a.pieces[len(a.pieces)-1].last }

// place returns where a day begins.
func (a axis) place(d edtf.Day) int {
	for i, p := range a.pieces {
		if d <= p.last+1 || i == len(a.pieces)-1 {
			d = min(max(d, p.first), p.last+1)
			return p.x + int(d-p.first)*p.w/p.days()
		}
	}
	return 0
}

// breaks returns where the axis is broken.
func (a axis) breaks() []axisBreak {
	var out []axisBreak
	for i := range a.pieces[:len(a.pieces)-1] {
		p, q := a.pieces[i], a.pieces[i+1]
		out = append(out, axisBreak{p.x + p.w + breakWidth/2, p.to.String(), q.from.String()})
	}
	return out
}

// ticks returns the marks of all pieces of the axis.
func (a axis) ticks() []tick {
	var out []tick
	for _, p := range a.pieces {
		for _, t := range p.ticks() {
			if n := len(out); t.X+7*len(t.Text) <= lineWidth && (n == 0 || t.X-out[n-1].X >= letter*len(out[n-1].Text)+8) {
				out = append(out, t)
			}
		}
	}
	return out
}

// steps are the distances of ticks in months, the closest first.
var steps = []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}

// ticks returns the marks of a stretch, at whole months, years or decades as
// there is room; none where it is too short for that.
func (p stretch) ticks() []tick {
	if p.to-p.from < shortStretch {
		y, m, d := p.from.Date()
		return []tick{{p.x + int(p.from-p.first)*p.w/p.days() + markHeight/2, fmt.Sprintf("%d %s %d", d, monthNames[m][:3], y)}}
	}
	step := 0
	for _, s := range steps {
		width := s * 30 * p.w / p.days()
		if least := 66; width >= least || s >= 12 && width >= 44 {
			step = s
			break
		}
	}
	if step == 0 {
		step = steps[len(steps)-1]
	}
	var out []tick
	y, m, _ := p.first.Date()
	n := y*12 + m - 1
	for n -= n % step; n/12 <= 9998; n += step {
		d, ok := edtf.DayOf(n/12, n%12+1, 1)
		if ok && d > p.last {
			break
		}
		if !ok || d < p.first {
			continue
		}
		text := fmt.Sprint(n / 12)
		if step < 12 {
			text = monthNames[n%12+1][:3] + " " + text
		}
		out = append(out, tick{p.x + int(d-p.first)*p.w/p.days(), text})
	}
	return out
}

package web

import (
	"fmt"
	"testing"

	"pacta/edtf"
)

func TestTimelineDrawsHowSureADateIs(t *testing.T) {
	line := drawTimeline([]moment{
		{Band: bandEvents, Date: "2031-03-04", Label: "a"}, {Band: bandEvents, Date: "2031-03", Label: "b"}, {Band: bandEvents, Date: "2031-05~", Label: "c"},
		{Band: bandEvents, Date: "2031-04?", Label: "d"}, {Band: bandSteps, Date: "2031-06/..", Label: "e"}, {Band: bandDisputed, Date: "2031-03-09", Label: "f"},
		{Band: bandEvents, Date: "", Label: "not dated"}, {Band: bandEvents, Date: "soon", Label: "no date"},
	})
	sorts := map[string]string{}
	for _, b := range line.Bands {
		for _, m := range b.Marks {
			sorts[m.Label] = m.Sort
			if m.Label == "e" && !m.Open {
				t.Error("an interval without an end has no arrow")
			}
			if m.X < 0 || m.X+m.W > line.Width || m.Y+markHeight > line.Foot {
				t.Errorf("%s lies outside of the drawing: %+v", m.Label, m)
			}
		}
	}
	want := map[string]string{"a": "day", "b": "range", "c": "about", "d": "perhaps", "e": "range", "f": "day"}
	if fmt.Sprint(sorts) != fmt.Sprint(want) {
		t.Errorf("drawn as %v, want %v", sorts, want)
	}
	if n := len(line.Bands); n != 3 || line.Bands[0].Name != bandSteps || line.Bands[2].Name != bandDisputed {
		t.Errorf("%d bands, want steps, events and disputes apart", n)
	}
}

// An old treaty must not squeeze the reports of this year into a corner.
func TestAxisIsNotSqueezed(t *testing.T) {
	line := drawTimeline([]moment{
		{Band: bandSteps, Date: "1961-02-03", Label: "old"}, {Band: bandEvents, Date: "2031-01-05", Label: "first"}, {Band: bandEvents, Date: "2031-09-20", Label: "last"},
	})
	if len(line.Breaks) != 1 || line.Breaks[0].First != "1961-02-03" || line.Breaks[0].Last != "2031-01-05" {
		t.Fatalf("breaks %+v, want one between the two times", line.Breaks)
	}
	at := map[string]int{}
	for _, b := range line.Bands {
		for _, m := range b.Marks {
			at[m.Label] = m.X
		}
	}
	if at["last"]-at["first"] < line.Width/2 {
		t.Errorf("this year has %d of %d", at["last"]-at["first"], line.Width)
	}
}

// Days keep their order on the axis, whatever is broken.
func TestAxisKeepsOrder(t *testing.T) {
	var spans []edtf.Interval
	for _, v := range []string{"1648-10-24", "1815", "1945-06-26", "1960-09-19", "1991-12", "2024-02", "2024-02-09", "2031/.."} {
		x, err := edtf.Parse(v)
		if err != nil {
			t.Fatal(err)
		}
		spans = append(spans, x)
	}
	a := newAxis(spans)
	if len(a.pieces) < 2 || len(a.pieces) > mostBreaks+1 {
		t.Errorf("%d pieces", len(a.pieces))
	}
	before := -1
	for _, x := range spans {
		if p := a.place(x.First); p < before {
			t.Errorf("%v is drawn at %d, after what is later", x.First, p)
		} else {
			before = p
		}
	}
	for i, b := range a.ticks() {
		if b.X < 0 || b.X > lineWidth || b.Text == "" {
			t.Errorf("tick %d: %+v", i, b)
		}
	}
}

package edtf

import (
	"slices"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, first, last, out string }{
		{"2022-02-22", "2022-02-22", "2022-02-22", "2022-02-22"},
		{"2022-02", "2022-02-01", "2022-02-28", "2022-02"},
		{"2024-02~", "2024-02-01", "2024-02-29", "2024-02~"},
		{"1971?", "1971-01-01", "1971-12-31", "1971?"},
		{"1971%", "1971-01-01", "1971-12-31", "1971%"},
		{"197X", "1970-01-01", "1979-12-31", "197X"},
		{"19XX", "1900-01-01", "1999-12-31", "19XX"},
		{"2022-XX", "2022-01-01", "2022-12-31", "2022"},
		{"2022-XX-XX", "2022-01-01", "2022-12-31", "2022"},
		{"2022-02-XX", "2022-02-01", "2022-02-28", "2022-02"},
		{"2020-11-09/2020-11-10", "2020-11-09", "2020-11-10", "2020-11-09/2020-11-10"},
		{"2022/..", "2022-01-01", "..", "2022-01-01/.."},
		{"../2022-03", "..", "2022-03-31", "../2022-03-31"},
		{"/2022", "..", "2022-12-31", "../2022-12-31"},
		{"2021-24", "2021-12-01", "2022-02-28", "2021-12/2022-02"},
		{"2021-22", "2021-06-01", "2021-08-31", "2021-06/2021-08"},
		{"2021-35", "2021-07-01", "2021-09-30", "2021-07/2021-09"},
		{"2021-41", "2021-07-01", "2021-12-31", "2021-07/2021-12"},
		{"1994/1996", "1994-01-01", "1996-12-31", "1994/1996"},
		{"2024-04-23T21:00:00+04:00", "2024-04-23", "2024-04-23", "2024-04-23T21:00:00+04:00"},
		{"2024-04-23T21:00", "2024-04-23", "2024-04-23", "2024-04-23T21:00:00Z"},
	} {
		x, err := Parse(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if x.First.String() != c.first || x.Last.String() != c.last || x.String() != c.out {
			t.Errorf("Parse(%q) = %v to %v, %q, want %s to %s, %q", c.in, x.First, x.Last, x, c.first, c.last, c.out)
		}
	}
}

func TestParseRejects(t *testing.T) {
	for _, s := range []string{"", "2022-02-30", "2022-04-31", "2022-13", "22", "2022-2-2", "2022-02-22/2022-02-21",
		"0000", "yesterday", "2022-02T10:00", "2022-02-22T25:00", "20X2", "2022-0X", "2022-02-2X", "X", "2022--1", "2022-02-22-01"} {
		if x, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", s, x)
		}
	}
}

// TestCalendar compares the arithmetic with package time over all days of
// four centuries and some.
func TestCalendar(t *testing.T) {
	d, _ := DayOf(1582, 10, 15)
	for at := time.Date(1582, 10, 15, 0, 0, 0, 0, time.UTC); at.Year() < 2105; at, d = at.AddDate(0, 0, 1), d+1 {
		y, m, day := d.Date()
		wy, ww := d.Week()
		ty, tw := at.ISOWeek()
		if y != at.Year() || m != int(at.Month()) || day != at.Day() || wy != ty || ww != tw || d.Weekday()%7 != int(at.Weekday()) {
			t.Fatalf("day %d = %v, week %d-%d, weekday %d; want %v", int(d), d, wy, ww, d.Weekday(), at)
		}
		if back, ok := DayOf(y, m, day); !ok || back != d {
			t.Fatalf("DayOf(%v) = %v %v", d, back, ok)
		}
		if start, ok := WeekStart(wy, ww); !ok || d-start != Day(d.Weekday()-1) {
			t.Fatalf("WeekStart(%d, %d) = %v %v", wy, ww, start, ok)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2022-01-31", 1, "2022-02-28"}, {"2022-01-31", -1, "2021-12-31"}, {"2022-12-05", 1, "2023-01-05"},
		{"2024-02-29", -12, "2023-02-28"}, {"2022-03-15", -27, "2019-12-15"},
	} {
		x, _ := Parse(c.from)
		if got := x.First.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{"../2021", "2021", "2021-01", "2021-01-01", "2021-01-02/2021-01-09", "2021-01-02T10:00:00Z", "2021-01-02T10:00:00-01:00", "202X?x", "never"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted: %q, want %q", got, want)
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool
	}{
		{"2022", "2022-02-22", true, true}, {"2022-02-22", "2022", true, false},
		{"2022", "2023", false, false}, {"2022/..", "2030-05", true, true}, {"2020-11-09/2020-11-10", "2020-11-10", true, true},
	} {
		x, _ := Parse(c.a)
		y, _ := Parse(c.b)
		if x.Overlaps(y) != c.overlaps || x.Contains(y) != c.contains {
			t.Errorf("%s and %s: overlaps %v, contains %v", c.a, c.b, x.Overlaps(y), x.Contains(y))
		}
	}
}

// FuzzParse checks that what Parse reads, String writes so that it is read as
// the same days again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2022", "2022-02-22T21:00:00+04:00", "202X~", "../2022", "2020-11-09/2020-11-10", "2021-24"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := Parse(s)
		if err != nil {
			return
		}
		y, err := Parse(x.String())
		if err != nil || y.First != x.First || y.Last != x.Last {
			t.Errorf("Parse(%q) = %q, read again as %v, %v", s, x, y, err)
		}
	})
}

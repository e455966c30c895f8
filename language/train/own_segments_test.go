package main

import (
	"strings"
	"testing"
)

func TestSegmentDocument(t *testing.T) {
	d := segmentDocument()
	if strings.ContainsAny(d.text, "{}|") {
		t.Error("a slot or a bar is left in the text")
	}
	for _, s := range d.sents {
		if s.start != s.words[0].start || s.end != s.words[len(s.words)-1].end {
			t.Fatalf("sentence %q is not that of its words", d.text[s.start:s.end])
		}
		for _, w := range s.words {
			if d.text[w.start:w.end] != w.form {
				t.Fatalf("word %q stands where the text has %q", w.form, d.text[w.start:w.end])
			}
		}
	}
	if again := segmentDocument(); again.text != d.text {
		t.Error("the second document differs from the first")
	}
}

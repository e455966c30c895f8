package event_test

import (
	"os"
	"strings"
	"testing"

	"pacta"
	"pacta/extract/event"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/internal/marked"
)

var analyse = marked.With(timex.Extractor, mention.Extractor, instrument.Extractor, statement.Extractor, event.Extractor)

// Of 500 sentences about weather, sport, history and the like at most one in
// twenty is coded.
func TestSentencesWithoutEvents(t *testing.T) {
	data, err := os.ReadFile("testdata/none/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	n, coded := 0, 0
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		n++
		doc := &pacta.Document{Text: line, Published: pacta.Field{Value: "2020-05-05", Basis: pacta.Given}}
		if len(analyse(t, doc).Of(pacta.Event)) > 0 {
			coded++
		}
	}
	if n < 500 || coded*20 > n {
		t.Errorf("%d of %d sentences without an event are coded", coded, n)
	}
}

// The first event of a sentence is the surest: its span is the sentence.
func TestSurestFirst(t *testing.T) {
	text := "Turkey expelled two Dutch diplomats and closed its consulate in Rotterdam after the police arrested a minister."
	a := analyse(t, &pacta.Document{Text: text})
	xs := a.Of(pacta.Event)
	if len(xs) < 2 || xs[0].Type != "SANCTION" || xs[0].Quote != text {
		t.Fatalf("got %+v", xs)
	}
	for _, x := range xs[1:] {
		if x.Confidence > xs[0].Confidence {
			t.Errorf("%s (%.2f) is surer than the first event (%.2f)", x.Type, x.Confidence, xs[0].Confidence)
		}
	}
}

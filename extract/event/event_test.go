package event_test

import (
	"testing"

	"pacta"
	"pacta/extract/event"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Event: {"actor", "recipient", "cue"}}
	marked.Test(t, "testdata", show, marked.With(timex.Extractor, mention.Extractor, instrument.Extractor, statement.Extractor, event.Extractor))
}

package instrument_test

import (
	"testing"

	"pacta"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/provision"
	"pacta/extract/timex"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{
		pacta.Mention:  {"party", "date", "place", "paragraphs", "duration", "effect", "deposit", "status"},
		pacta.Citation: {"instrument", "from", "relation"},
	}
	analyse := marked.With(timex.Extractor, mention.Extractor, provision.Extractor, instrument.Extractor)
	marked.Test(t, "testdata", show, analyse)
}

package fulfilment

import (
	"testing"

	"pacta"
	"pacta/extract/commitment"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Fulfilment: {"party", "instrument", "commitment", "source", "cue", "date"}}
	before := commitment.Extractor.Requires
	marked.Test(t, "testdata/marked", show, marked.With(append(before[:len(before):len(before)], Extractor)...))
}

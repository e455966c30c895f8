package statement_test

import (
	"testing"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Statement: {"source", "cue", "content"}}
	marked.Test(t, "testdata", show, marked.With(mention.Extractor, statement.Extractor))
}

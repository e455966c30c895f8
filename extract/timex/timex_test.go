package timex

import (
	"testing"

	"pacta"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Time: {"function", "modifier"}}
	marked.Test(t, "testdata", show, marked.With(Extractor))
}

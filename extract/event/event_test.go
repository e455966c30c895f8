package event_test

import (
	"testing"

	"pacta"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	show := map[pacta.Kind][]string{pacta.Event: {"actor", "recipient", "cue"}}
	marked.Test(t, "testdata", show, analyse)
}

package ingest

import (
	"testing"
	"time"
)

func TestWatchNamesTheOldest(t *testing.T) {
	var w watch
	if name, _ := w.oldest(); name != "" {
		t.Errorf("%q is at work before anything began", name)
	}
	end := w.begin("a.txt")
	w.began[func() *string {
		for k := range w.began {
			return k
		}
		return nil
	}()] = time.Now().Add(-time.Minute)
	endB := w.begin("b.txt")
	if name, since := w.oldest(); name != "a.txt" || time.Since(since) < time.Minute {
		t.Errorf("oldest() = %q since %v, want a.txt", name, since)
	}
	end()
	if name, _ := w.oldest(); name != "b.txt" {
		t.Errorf("oldest() = %q, want b.txt once a.txt is done", name)
	}
	endB()
	if len(w.began) != 0 {
		t.Errorf("%d left at work", len(w.began))
	}
}

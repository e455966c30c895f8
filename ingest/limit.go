package ingest

import (
	"fmt"
	"time"
)

// A reader or extractor that runs for ever on one document must not hold a run
// up for ever. Nothing ends a goroutine from outside, so after its time it is
// left to itself: its result is lost, and a core with it as long as pacta runs.
// The time is far beyond what any document takes that is read at all.
const (
	readTime    = 5 * time.Minute        // for a document of a file or archive
	analyseTime = 5 * time.Minute        // for a text of some pages,
	perByte     = 100 * time.Microsecond // and for each of its bytes more
)

// within returns what f returns, or false when that takes longer than d. A
// panic of f is an error.
func within[T any](d time.Duration, f func() T) (T, bool, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r.err = fmt.Errorf("panic: %v", p)
			}
			done <- r
		}()
		r.value = f()
	}()
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.value, true, r.err
	case <-timer.C:
		var none T
		return none, false, nil
	}
}

// late says that something took longer than d.
func late(d time.Duration) string {
	return fmt.Sprintf("not done after %s, left aside", d.Round(time.Second))
}

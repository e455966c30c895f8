package ingest

import (
	"sync"
	"time"
)

// slow is how long a document is at work before it is named.
const slow = 10 * time.Second

// A watch knows which documents are at work since when. An extractor cannot be
// stopped from outside, but a person can be told which document holds a run up.
type watch struct {
	mu    sync.Mutex
	began map[*string]time.Time // by name, which may occur twice
}

// begin notes that work on name begins; the function that it returns ends it.
func (w *watch) begin(name string) (end func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.began == nil {
		w.began = map[*string]time.Time{}
	}
	w.began[&name] = time.Now()
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.began, &name)
	}
}

// oldest returns what has been at work longest, "" if nothing is.
func (w *watch) oldest() (name string, since time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for n, t := range w.began {
		if name == "" || t.Before(since) {
			name, since = *n, t
		}
	}
	return name, since
}

// start tells of what takes long, until stop is called.
func (w *watch) start(tell func(file string, took time.Duration)) (stop func()) {
	if tell == nil {
		return func() {}
	}
	done := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(slow)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			if name, since := w.oldest(); name != "" && time.Since(since) > slow {
				tell(name, time.Since(since))
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

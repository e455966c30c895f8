package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"pacta/ingest"
)

// A progress shows how far a run is: a bar on a terminal, else a line every
// ten seconds.
type progress struct {
	mu    sync.Mutex // slow comes from a goroutine of its own
	w     io.Writer  // for words
	raw   io.Writer  // for the bar, which moves the cursor
	bar   *progressbar.ProgressBar
	tty   bool
	last  time.Time
	start time.Time
}

func newProgress(w io.Writer) *progress {
	now := time.Now()
	p := &progress{w: w, raw: w, tty: isTerminal(w), last: now, start: now}
	if c, ok := w.(*cleaner); ok {
		p.raw = c.w
	}
	return p
}

func isTerminal(w io.Writer) bool {
	if c, ok := w.(*cleaner); ok {
		return isTerminal(c.w)
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && st.Name() != "null"
}

func (p *progress) show(s ingest.Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tty {
		p.draw(s)
		return
	}
	if time.Since(p.last) < 10*time.Second {
		return
	}
	p.last = time.Now()
	percent := ""
	if s.TotalBytes > 0 {
		percent = fmt.Sprintf("%d %%, ", min(100, 100*s.Bytes/s.TotalBytes))
	}
	fmt.Fprintf(p.w, "%s%d documents, %d facts, %d failed, %.0f documents/s\n", percent, s.Documents, s.Facts, s.Failed,
		float64(s.Documents)/time.Since(p.start).Seconds())
}

// slow names a document that holds the run up.
func (p *progress) slow(file string, took time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tty && p.bar != nil {
		p.bar.Clear()
	}
	fmt.Fprintf(p.w, "still working on %s, for %d s\n", file, int(took.Seconds()))
}

func (p *progress) draw(s ingest.Progress) {
	if p.bar == nil {
		total := s.TotalBytes
		if total == 0 {
			total = -1 // standard input: a spinner
		}
		p.bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(p.raw), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(), progressbar.OptionSetElapsedTime(false), progressbar.OptionFullWidth())
	}
	p.bar.Describe(fmt.Sprintf("%d files, %d documents, %d facts, %d failed", s.Files, s.Documents, s.Facts, s.Failed))
	p.bar.Set64(s.Bytes)
}

// say names the step that follows the bar.
func (p *progress) say(what string) {
	p.done()
	if p.tty {
		fmt.Fprintf(p.raw, "%s …\r", what)
	}
}

// done takes the bar off the terminal.
func (p *progress) done() {
	if p.bar != nil {
		p.bar.Clear()
		p.bar = nil
	}
	if p.tty {
		fmt.Fprint(p.raw, "\x1b[K")
	}
}

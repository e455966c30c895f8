package main

import (
	"context"
	"sync"
	"time"

	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/treatybase"
)

// patience is how long a page waits for what follows from a decision; in a
// large base it comes later.
const patience = 2 * time.Second

// mostFollowed is in how many documents a decision is followed while pages are
// served. Drawing all of a larger base anew keeps everybody from deciding for
// minutes: there, findings follow with the next pacta add.
const mostFollowed = 2_000

// A follower draws the objects of a base anew while its pages are served, once
// for all decisions that came in meanwhile.
type follower struct {
	base *treatybase.Base
	ctx  context.Context // of the program
	mu   sync.Mutex
	run  *followed // nil when none is under way
}

// followed is one drawing; err is set when ended is closed.
type followed struct {
	ended chan struct{}
	err   error
}

// follow waits until the objects know of all decisions, or patience ends.
func (f *follower) follow(ctx context.Context) error {
	if _, n, err := f.base.Documents(ctx, treatybase.DocumentFilter{Limit: 1}); err != nil || n > mostFollowed {
		return err
	}
	f.mu.Lock()
	if f.run == nil {
		f.run = &followed{ended: make(chan struct{})}
		go f.draw(f.run)
	}
	run := f.run
	f.mu.Unlock()
	select {
	case <-run.ended:
		return run.err
	case <-ctx.Done():
	case <-time.After(patience):
	}
	return nil
}

// draw draws objects anew until no decision waits.
func (f *follower) draw(run *followed) {
	defer close(run.ended)
	for {
		run.err = ingest.Resolve(f.ctx, f.base, gazetteer.Builtin(), objectsVersion())
		f.mu.Lock()
		due, err := f.base.ReviewsDue(f.ctx)
		if run.err != nil || err != nil || !due {
			f.run = nil
			f.mu.Unlock()
			return
		}
		f.mu.Unlock()
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pacta"
)

// The exit statuses, the same for all commands.
const (
	exitOK          = 0
	exitFault       = 1   // the machine or a bug: a full disk, a locked base
	exitInvalid     = 2   // what was asked or handed in is not valid
	exitNotFound    = 3   // what was asked for is not there
	exitUnsupported = 4   // pacta cannot do that
	exitPartly      = 5   // done, but some documents could not be read or analysed, or some reviews need a person
	exitInterrupted = 130 // ended by Ctrl-C, as shells count it
)

// statuses maps errors to exit statuses; the first that fits counts.
var statuses = []struct {
	err    error
	status int
}{
	{errPartly, exitPartly},
	{errUnsettled, exitPartly},
	{context.Canceled, exitInterrupted},
	{pacta.ErrInvalid, exitInvalid},
	{pacta.ErrNotFound, exitNotFound},
	{pacta.ErrUnsupported, exitUnsupported},
}

// exitMeanings is the table for the manual.
var exitMeanings = []struct {
	status  int
	meaning string
}{
	{exitOK, "All went well."},
	{exitFault, "The machine or a bug: a full disk, a locked base."},
	{exitInvalid, "What was asked or handed in is not valid."},
	{exitNotFound, "What was asked for is not there."},
	{exitUnsupported, "pacta cannot do that."},
	{exitPartly, "Done, but some documents could not be read or analysed, or some reviews contradict one another or stand on no record."},
	{exitInterrupted, "Interrupted; what was done is stored."},
}

// errPartly says that a command did its work but for some documents.
var errPartly = errors.New("could not be read or analysed")

// errUnsettled says that reviews were taken over of which some need a person.
var errUnsettled = errors.New("need a person")

// A hinted error knows what the user can do next.
type hinted struct {
	err  error
	hint string
}

func (h *hinted) Error() string { return h.err.Error() }
func (h *hinted) Unwrap() error { return h.err }

// hint adds to err what to do next; a nil error stays nil.
func hint(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &hinted{err, fmt.Sprintf(format, args...)}
}

// invalid returns an error of the user's making.
func invalid(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), pacta.ErrInvalid)
}

// exit prints what happened and, on a line of its own, what to do next, and
// returns the exit status.
func (p *program) exit(ctx context.Context, err error) int {
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil {
		err = fmt.Errorf("interrupted: %w", context.Canceled)
	}
	fmt.Fprintln(p.err, "pacta:", message(err))
	var h *hinted
	if errors.As(err, &h) && h.hint != "" {
		fmt.Fprintln(p.err, h.hint)
	}
	for _, s := range statuses {
		if errors.Is(err, s.err) {
			return s.status
		}
	}
	return exitFault
}

// message is the text of err without the names of the sentinels, which say
// nothing to a reader.
func message(err error) string {
	s := err.Error()
	for _, e := range []error{pacta.ErrInvalid, pacta.ErrNotFound, pacta.ErrUnsupported, context.Canceled} {
		if errors.Is(err, e) && strings.HasSuffix(s, ": "+e.Error()) {
			s = strings.TrimSuffix(s, ": "+e.Error())
		}
	}
	return s
}

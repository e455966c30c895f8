package pacta

import "errors"

// The three things that can be wrong with what a user asks for or hands in.
// Everything else is a fault of the machine or a bug. One table maps them to
// HTTP status, one to exit status.
var (
	ErrNotFound    = errors.New("not found")
	ErrInvalid     = errors.New("invalid")
	ErrUnsupported = errors.New("not supported")
)

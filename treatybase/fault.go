package treatybase

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can be wrong with a base as a file. Errors of all methods wrap one of
// these where it applies.
var (
	ErrForeign  = errors.New("not a treaty base")
	ErrNewer    = errors.New("made by a newer pacta")
	ErrCorrupt  = errors.New("the file is damaged")
	ErrLocked   = errors.New("another process is writing to it")
	ErrReadOnly = errors.New("it cannot be written to")
	ErrFull     = errors.New("the disk is full")
)

// faults maps SQLite's result codes, extended or primary.
var faults = map[int]error{
	lib.SQLITE_NOTADB:   ErrForeign,
	lib.SQLITE_CORRUPT:  ErrCorrupt,
	lib.SQLITE_BUSY:     ErrLocked,
	lib.SQLITE_LOCKED:   ErrLocked,
	lib.SQLITE_READONLY: ErrReadOnly,
	lib.SQLITE_CANTOPEN: ErrReadOnly,
	lib.SQLITE_PERM:     ErrReadOnly,
	lib.SQLITE_FULL:     ErrFull,
	// On a full disk, failed writes of the log show as these.
	lib.SQLITE_IOERR_WRITE:   ErrFull,
	lib.SQLITE_IOERR_SHMSIZE: ErrFull,
}

// fault names what is wrong with the file, if that is what err says.
func (b *Base) fault(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	is := faults[e.Code()]
	if is == nil {
		is = faults[e.Code()&0xff]
	}
	if is != nil && !errors.Is(err, is) {
		return fmt.Errorf("%s: %w (%w)", b.path, is, err)
	}
	return err
}

func isReadOnly(err error) bool { return errors.Is(err, ErrReadOnly) }

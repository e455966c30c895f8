package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"

	"pacta"
)

// MaxLine is the length in bytes of the longest line that Lines takes.
const MaxLine = 128 << 20

// A Line is one line of a stream and where it stands.
type Line struct {
	Number int // from 1
	Text   []byte
}

// Lines yields the lines of r without their ends, empty ones left out. A line
// longer than MaxLine is yielded as an error that wraps pacta.ErrInvalid, and
// reading goes on behind it; an error of r is the last thing yielded.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			text, err := line(in)
			switch {
			case errors.Is(err, pacta.ErrInvalid):
				if !yield(Line{Number: n}, fmt.Errorf("line %d: %w", n, err)) {
					return
				}
				continue
			case err != nil && err != io.EOF:
				yield(Line{Number: n}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if len(text) > 0 && !yield(Line{n, text}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// line reads up to the next line feed and returns a fresh slice without white
// space at its ends.
func line(in *bufio.Reader) ([]byte, error) {
	var out []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if tooLong = tooLong || len(out)+len(part) > MaxLine; tooLong {
			out = nil
		} else {
			out = append(out, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if tooLong && (err == nil || err == io.EOF) {
			return nil, fmt.Errorf("longer than %d MB: %w", MaxLine>>20, pacta.ErrInvalid)
		}
		return trim(out), err
	}
}

func isInvalid(err error) bool { return errors.Is(err, pacta.ErrInvalid) }

func trim(s []byte) []byte {
	for len(s) > 0 && (s[len(s)-1] == '\n' || s[len(s)-1] == '\r' || s[len(s)-1] == ' ') {
		s = s[:len(s)-1]
	}
	return s
}

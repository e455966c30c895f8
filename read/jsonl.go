package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"pacta"
)

// isJSONL reports whether head is JSON with an object a line: the first line
// is an object, or at least the second begins one too.
func isJSONL(head []byte, whole bool, _ Options) bool {
	if !begins(head, "{") {
		return false
	}
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	n := bytes.IndexByte(head, '\n')
	if n < 0 {
		return !whole
	}
	rest := bytes.TrimLeft(head[n:], " \t\r\n")
	if len(rest) == 0 && whole {
		return false
	}
	return json.Valid(head[:n]) || len(rest) > 0 && rest[0] == '{'
}

// splitJSONL yields a Raw for each line that is not empty, named after file
// and line. What is wrong with a line shows when it is read.
func splitJSONL(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		buf, n := bufio.NewReaderSize(s.reader(), 1<<20), 0
		for {
			body, err := nextLine(buf, o.maxBytes())
			n++
			name := fmt.Sprintf("%s:%d", s.name, n)
			if n == 1 {
				body = bytes.TrimPrefix(body, []byte("\ufeff"))
			}
			switch {
			case err == io.EOF && len(body) == 0:
				return
			case err != nil && err != io.EOF && !errors.Is(err, errLong):
				yield(nil, fmt.Errorf("%s: %w", name, err))
				return
			case errors.Is(err, errLong):
				if !yield(nil, fmt.Errorf("%s: %w", name, err)) {
					return
				}
			case len(bytes.TrimSpace(body)) > 0:
				if !yield(s.raw(name, rowType, body), nil) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

var errLong = fmt.Errorf("line longer than one document may be: %w", pacta.ErrUnsupported)

// nextLine returns the next line without its end, freshly allocated. Of a line
// longer than limit it keeps nothing: it skips it and returns errLong.
func nextLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var out []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if int64(len(out)+len(part)) > limit+1 {
			out, long = nil, true
		}
		if !long {
			out = append(out, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long {
			if err != nil && err != io.EOF {
				return nil, err
			}
			return nil, errLong
		}
		return bytes.TrimRight(out, "\r\n"), err
	}
}

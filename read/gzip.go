package read

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"iter"
	"strings"

	"pacta"
)

// isGzip reports whether head begins a gzip stream.
func isGzip(head []byte, _ bool, _ Options) bool {
	return bytes.HasPrefix(head, []byte("\x1f\x8b\x08"))
}

// splitGzip yields what is in a gzip stream, members one after another.
func splitGzip(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		z, err := gzip.NewReader(s.reader())
		if err != nil {
			yield(nil, fmt.Errorf("%s: gzip: %v: %w", s.name, err, pacta.ErrInvalid))
			return
		}
		inner := s
		inner.name = strings.TrimSuffix(s.name, ".gz")
		inner.r, inner.body, inner.at = o.metered(z, s.size+int64(len(s.body))), nil, nil
		for raw, err := range inner.open(o) {
			if !yield(raw, err) {
				return
			}
		}
	}
}

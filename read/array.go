package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"

	"pacta"
)

// isArray reports whether head begins a JSON array of objects.
func isArray(head []byte, _ bool, _ Options) bool {
	if !begins(head, "[") {
		return false
	}
	rest := bytes.TrimLeft(bytes.TrimLeft(head, "\ufeff \t\r\n")[1:], " \t\r\n")
	return len(rest) > 0 && rest[0] == '{'
}

// splitArray yields a Raw for each object of an array, named "file.json[3]",
// counted from 0. What follows a broken element cannot be told apart and is
// given up.
func splitArray(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		limit := &rowLimit{r: s.reader(), left: o.maxBytes()}
		d := json.NewDecoder(limit)
		_, err := d.Token()
		for n := 0; err == nil && d.More(); n++ {
			limit.left = o.maxBytes()
			var body json.RawMessage
			name := fmt.Sprintf("%s[%d]", s.name, n)
			if err = d.Decode(&body); err != nil {
				yield(nil, fmt.Errorf("%s: %v: %w", name, err, pacta.ErrInvalid))
				return
			}
			if !yield(s.raw(name, rowType, body), nil) {
				return
			}
		}
		if err == nil {
			_, err = d.Token()
		}
		if err != nil {
			yield(nil, fmt.Errorf("%s: the array does not end: %v: %w", s.name, err, pacta.ErrInvalid))
		}
	}
}

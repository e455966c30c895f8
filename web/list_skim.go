package web

import "slices"

// unlisted names the members of objects that no list shows. They are most of
// the bytes of an object that many documents tell of.
var unlisted = map[string][]string{
	"actor":      {"sources", "links"},
	"instrument": {"names", "attributes", "cites", "status", "links"},
	"commitment": {"phrases", "modalities", "named", "links"},
	"event":      {"named", "links"},
	"statement":  {"named"},
}

// skim returns compact JSON with null for the members named, at whatever depth:
// to pass over them takes a tenth of the time of decoding them.
func skim(body []byte, without []string) []byte {
	if len(without) == 0 {
		return body
	}
	out := make([]byte, 0, len(body)/2)
	for i := 0; i < len(body); {
		if body[i] != '"' {
			out = append(out, body[i])
			i++
			continue
		}
		end := stringEnd(body, i)
		if end < len(body) && body[end] == ':' && slices.Contains(without, string(body[i+1:end-1])) {
			out = append(append(out, body[i:end+1]...), "null"...)
			i = valueEnd(body, end+1)
			continue
		}
		out = append(out, body[i:end]...)
		i = end
	}
	return out
}

// stringEnd returns where the string that begins at i ends.
func stringEnd(body []byte, i int) int {
	for i++; i < len(body); i++ {
		switch body[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
	}
	return len(body)
}

// valueEnd returns where the value that begins at i ends.
func valueEnd(body []byte, i int) int {
	for depth := 0; i < len(body); {
		switch body[i] {
		case '"':
			i = stringEnd(body, i)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return i
}

package export

import (
	"strings"
	"unicode"
)

// clean takes out control characters, which terminals would obey.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"pacta"
)

// decode returns body as UTF-8. UTF-8 comes back byte for byte, but for a byte
// order mark; anything else is converted from the character set that its mark,
// its declaration or its bytes tell.
func decode(body []byte, mediaType string) (string, error) {
	if utf8.Valid(body) {
		if isBinary(body) {
			return "", fmt.Errorf("binary data, no text: %w", pacta.ErrUnsupported)
		}
		return string(bytes.TrimPrefix(body, []byte("\ufeff"))), nil
	}
	enc, name, certain := charset.DetermineEncoding(body, mediaType)
	if !certain && name != "utf-8" && isBinary(body) {
		return "", fmt.Errorf("binary data, no text: %w", pacta.ErrUnsupported)
	}
	if name == "utf-8" || !certain && mostlyUTF8(body) {
		return strings.ToValidUTF8(string(bytes.TrimPrefix(body, []byte("\ufeff"))), "\ufffd"), nil
	}
	text, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return "", fmt.Errorf("character set %s: %v: %w", name, err, pacta.ErrInvalid)
	}
	if isBinary(text) {
		return "", fmt.Errorf("binary data, no text: %w", pacta.ErrUnsupported)
	}
	return strings.TrimPrefix(string(text), "\ufeff"), nil
}

// mostlyUTF8 reports whether body is UTF-8 with a few broken places, as files
// cut or joined at the wrong byte are.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for len(body) > 0 {
		if body[0] < utf8.RuneSelf {
			body = body[1:]
			continue
		}
		r, n := utf8.DecodeRune(body)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		body = body[n:]
	}
	return good > 4*bad
}

// isBinary reports whether the beginning of body holds control characters that
// no text has.
func isBinary(body []byte) bool {
	head := body[:min(len(body), 4<<10)]
	if bytes.Count(body[:min(len(body), headBytes)], []byte{0})*500 > min(len(body), headBytes) {
		return true
	}
	odd := 0
	for _, c := range head {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b && c != 0x1f {
			odd++
		}
	}
	return odd*100 > len(head)
}

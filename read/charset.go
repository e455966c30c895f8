package read

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

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
	enc, name, certain := charsetOf(body, mediaType)
	if !certain && isBinary(body) {
		return "", fmt.Errorf("binary data, no text: %w", pacta.ErrUnsupported)
	}
	if name == "utf-8" {
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

// declaredBytes is how much of a page is searched for what it declares.
const declaredBytes = 16 << 10

// declaration matches what a page says of its characters: charset="euc-kr".
var declaration = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:-]+)`)

// charsetOf returns the character set of a body that is not UTF-8: that of its
// mark or its declaration, else what its bytes look like. A body that is not
// what it declares is taken by its looks. It is certain if something says so.
func charsetOf(body []byte, mediaType string) (enc encoding.Encoding, name string, certain bool) {
	enc, name, certain = charset.DetermineEncoding(body, mediaType)
	if !certain {
		if m := declaration.FindSubmatch(body[:min(len(body), declaredBytes)]); m != nil {
			if e, n := charset.Lookup(string(m[1])); e != nil {
				enc, name, certain = e, n, true
			}
		}
	}
	if name == "utf-8" || !certain {
		if mostlyUTF8(body) {
			return encoding.Nop, "utf-8", certain
		}
		enc, name = guess(body)
		certain = false
	}
	return enc, name, certain
}

// guessBytes is how much of a text its character set is guessed by.
const guessBytes = 64 << 10

// guess tells a character set by how often its letters occur one after the
// other; Windows-1252 where that says nothing.
func guess(body []byte) (encoding.Encoding, string) {
	detector := chardet.NewTextDetector()
	if begins(body, "<") {
		detector = chardet.NewHtmlDetector()
	}
	part := sample(body)
	if r, err := detector.DetectBest(part); err == nil && r.Confidence >= leastConfidence {
		name := strings.ReplaceAll(strings.ToLower(r.Charset), "gb-", "gb")
		if r.Language == "pl" && bytes.IndexByte(part, 0xb9) >= 0 && bytes.IndexByte(part, 0xb1) < 0 {
			name = "windows-1250" // where 0xb9 is "ą", which Polish has, and not "š"
		}
		if enc, name := charset.Lookup(name); enc != nil && name != "utf-8" {
			return enc, name
		}
	}
	return charset.Lookup("windows-1252")
}

// leastConfidence is the least of 100 at which a guess is one.
const leastConfidence = 20

// sample returns the part of body from its first byte beyond ASCII on.
func sample(body []byte) []byte {
	i := bytes.IndexFunc(body, func(r rune) bool { return r >= utf8.RuneSelf })
	i = max(0, i-guessBytes/8)
	return body[i:min(len(body), i+guessBytes)]
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

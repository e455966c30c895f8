package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"pacta"
)

// A jsonField is a member of a JSON object: a string decoded, anything else as
// it is written.
type jsonField struct {
	name, value string
	quoted      bool
}

// fields returns the members of the one object that b is. It is several times
// faster than encoding/json on long strings, which is what documents are.
func fields(b []byte) ([]jsonField, error) {
	if !utf8.Valid(b) {
		return nil, fmt.Errorf("not UTF-8: %w", pacta.ErrInvalid)
	}
	p := objectParser{b: b}
	p.space()
	if !p.eat('{') {
		return nil, p.fault("want an object")
	}
	var out []jsonField
	if p.space(); p.eat('}') {
		return nil, p.end()
	}
	for {
		f, err := p.member()
		if err != nil {
			return nil, err
		}
		out = append(out, f)
		p.space()
		if p.eat('}') {
			if err := p.end(); err != nil {
				return nil, err
			}
			return out, nil
		}
		if !p.eat(',') {
			return nil, p.fault("want , or }")
		}
	}
}

type objectParser struct {
	b []byte
	i int
}

func (p *objectParser) fault(what string) error {
	return fmt.Errorf("not valid JSON at byte %d: %s: %w", p.i, what, pacta.ErrInvalid)
}

func (p *objectParser) space() {
	for p.i < len(p.b) {
		switch p.b[p.i] {
		case ' ', '\t', '\r', '\n':
			p.i++
		default:
			return
		}
	}
}

func (p *objectParser) eat(c byte) bool {
	if p.i < len(p.b) && p.b[p.i] == c {
		p.i++
		return true
	}
	return false
}

// end reports what stands after the object.
func (p *objectParser) end() error {
	if p.space(); p.i < len(p.b) {
		return p.fault("something after the object")
	}
	return nil
}

func (p *objectParser) member() (f jsonField, err error) {
	p.space()
	if f.name, err = p.str(); err != nil {
		return f, err
	}
	if p.space(); !p.eat(':') {
		return f, p.fault("want :")
	}
	p.space()
	if p.i < len(p.b) && p.b[p.i] == '"' {
		f.quoted = true
		f.value, err = p.str()
		return f, err
	}
	start := p.i
	p.skip()
	value := bytes.TrimRight(p.b[start:p.i], " \t\r\n")
	if !json.Valid(value) {
		p.i = start
		return f, p.fault("want a value")
	}
	f.value = string(value)
	return f, nil
}

// skip moves past the value that is not a string at p; json.Valid judges it.
func (p *objectParser) skip() {
	depth := 0
	for p.i < len(p.b) {
		switch c := p.b[p.i]; {
		case c == '"':
			if !p.pass() {
				return
			}
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth == 0 {
				return
			}
			if depth--; depth == 0 {
				p.i++
				return
			}
		case c == ',' && depth == 0:
			return
		}
		p.i++
	}
}

// pass moves past the string at p and reports whether it ends.
func (p *objectParser) pass() bool {
	start := p.i + 1
	for p.i = start; p.i < len(p.b); {
		n := bytes.IndexByte(p.b[p.i:], '"')
		if n < 0 {
			break
		}
		p.i += n + 1
		slashes := 0
		for k := p.i - 2; k >= start && p.b[k] == '\\'; k-- {
			slashes++
		}
		if slashes%2 == 0 {
			return true
		}
	}
	p.i = len(p.b)
	return false
}

// str decodes the string at p.
func (p *objectParser) str() (string, error) {
	if !p.eat('"') {
		return "", p.fault("want a string")
	}
	rest := p.b[p.i:]
	n := bytes.IndexByte(rest, '"')
	if n < 0 {
		return "", p.fault("string without end")
	}
	if bytes.IndexByte(rest[:n], '\\') < 0 {
		p.i += n + 1
		return string(rest[:n]), nil
	}
	return p.escaped()
}

// escaped decodes a string with escapes, from after its quotation mark.
func (p *objectParser) escaped() (string, error) {
	end := objectParser{b: p.b, i: p.i - 1}
	if !end.pass() {
		return "", p.fault("string without end")
	}
	var out strings.Builder
	out.Grow(end.i - p.i)
	for p.i < len(p.b) {
		rest := p.b[p.i:end.i]
		n := bytes.IndexByte(rest, '\\')
		if n < 0 {
			n = len(rest) - 1
		}
		out.Write(rest[:n])
		p.i += n
		if p.eat('"') {
			return out.String(), nil
		}
		if p.i+1 >= len(p.b) {
			break
		}
		c := p.b[p.i+1]
		p.i += 2
		if c == 'u' {
			r, ok := p.unicode()
			if !ok {
				return "", p.fault("want four hexadecimal digits")
			}
			out.WriteRune(r)
			continue
		}
		k := bytes.IndexByte([]byte(`"\/bfnrt`), c)
		if k < 0 {
			return "", p.fault("unknown escape")
		}
		out.WriteByte("\"\\/\b\f\n\r\t"[k])
	}
	return "", p.fault("string without end")
}

// unicode decodes what follows \u, and the second half of a surrogate pair. A
// half alone becomes U+FFFD.
func (p *objectParser) unicode() (rune, bool) {
	r, ok := p.hex(p.i)
	if !ok {
		return 0, false
	}
	p.i += 4
	if utf16.IsSurrogate(r) {
		if p.i+1 < len(p.b) && p.b[p.i] == '\\' && p.b[p.i+1] == 'u' {
			if low, ok := p.hex(p.i + 2); ok {
				if whole := utf16.DecodeRune(r, low); whole != utf8.RuneError {
					p.i += 6
					return whole, true
				}
			}
		}
		return utf8.RuneError, true
	}
	return r, true
}

func (p *objectParser) hex(i int) (rune, bool) {
	if i+4 > len(p.b) {
		return 0, false
	}
	var r rune
	for _, c := range p.b[i : i+4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

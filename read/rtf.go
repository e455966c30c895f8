package read

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"pacta"
)

// isRTF reports whether head begins a Rich Text Format file.
func isRTF(head []byte, _ bool, _ Options) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// rtfSkipped lists the destinations that are no text.
var rtfSkipped = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "listtable": true,
	"listoverridetable": true, "revtbl": true, "rsidtbl": true, "generator": true, "themedata": true, "colorschememapping": true,
	"datastore": true, "latentstyles": true, "xmlnstbl": true, "header": true, "footer": true, "headerl": true, "headerr": true,
	"footerl": true, "footerr": true, "headerf": true, "footerf": true, "fldinst": true, "shppict": true, "nonshppict": true,
	"filetbl": true, "mmathPr": true, "wgrffmtfilter": true, "pgptbl": true, "bkmkstart": true, "bkmkend": true,
}

// rtfSymbols maps control words to what they print.
var rtfSymbols = map[string]string{
	"par": "\n", "sect": "\n", "page": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "~": "\u00a0", "_": "-", "emspace": " ", "enspace": " ",
}

// readRTF reads the text of a Rich Text Format file.
func readRTF(raw *pacta.Raw, _ Options) (*page, error) {
	r := &rtfReader{b: raw.Body, charset: charmap(1252)}
	r.read()
	if r.depth > 0 && r.out.Len() == 0 {
		return nil, fmt.Errorf("RTF without text: %w", pacta.ErrInvalid)
	}
	var w paragraphs
	for row := range strings.Lines(strings.ToValidUTF8(r.out.String(), "\ufffd")) {
		w.line.WriteString(row)
		w.end(0)
	}
	p := w.page()
	p.doc.Sections = nil
	return p, nil
}

// charmap returns the Windows code page n, 1252 if there is none.
func charmap(n int) encoding.Encoding {
	if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
		return e
	}
	e, _ := charset.Lookup("windows-1252")
	return e
}

// An rtfReader reads RTF. Groups nest without recursion.
type rtfReader struct {
	b       []byte
	i       int
	out     strings.Builder
	charset encoding.Encoding
	depth   int
	skip    int   // the depth of the group that is skipped, 0 if none is
	fall    []int // bytes that stand in for a Unicode character, by group
	pending int   // of those, still to be passed over
	bytes   []byte
}

func (r *rtfReader) read() {
	r.fall = []int{1}
	for r.i < len(r.b) {
		switch c := r.b[r.i]; c {
		case '{':
			r.i++
			r.depth++
			if len(r.fall) < 1000 {
				r.fall = append(r.fall, r.fall[len(r.fall)-1])
			}
		case '}':
			r.i++
			if r.skip == r.depth {
				r.skip = 0
			}
			r.depth = max(0, r.depth-1)
			if len(r.fall) > 1 {
				r.fall = r.fall[:len(r.fall)-1]
			}
		case '\\':
			r.control()
		case '\r', '\n':
			r.i++
		default:
			r.i++
			r.char(c)
		}
	}
	r.flush()
}

// char adds a byte of text in the file's code page.
func (r *rtfReader) char(c byte) {
	if r.skip > 0 {
		return
	}
	if r.pending > 0 {
		r.pending--
		return
	}
	r.bytes = append(r.bytes, c)
}

// flush decodes the bytes since the last control word; they are decoded
// together because a character may have two.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	if text, err := r.charset.NewDecoder().Bytes(r.bytes); err == nil {
		r.out.Write(text)
	}
	r.bytes = r.bytes[:0]
}

// control reads what begins with a backslash.
func (r *rtfReader) control() {
	r.i++
	if r.i >= len(r.b) {
		return
	}
	c := r.b[r.i]
	if !isASCIILetter(c) {
		r.i++
		r.symbol(c)
		return
	}
	start := r.i
	for r.i < len(r.b) && isASCIILetter(r.b[r.i]) {
		r.i++
	}
	word := string(r.b[start:r.i])
	num := r.i
	if r.i < len(r.b) && r.b[r.i] == '-' {
		r.i++
	}
	for r.i < len(r.b) && '0' <= r.b[r.i] && r.b[r.i] <= '9' {
		r.i++
	}
	n, err := strconv.Atoi(string(r.b[num:r.i]))
	if r.i < len(r.b) && r.b[r.i] == ' ' {
		r.i++
	}
	r.word(word, n, err == nil)
}

// symbol reads a control symbol.
func (r *rtfReader) symbol(c byte) {
	switch c {
	case '\'':
		if r.i+2 <= len(r.b) {
			if v, err := strconv.ParseUint(string(r.b[r.i:r.i+2]), 16, 8); err == nil {
				r.char(byte(v))
			}
			r.i += 2
		}
	case '*':
		if r.skip == 0 {
			r.skip = r.depth
		}
	case '\\', '{', '}':
		r.char(c)
	case '\r', '\n':
		r.print("\n")
	default:
		r.print(rtfSymbols[string(c)])
	}
}

func (r *rtfReader) print(s string) {
	if r.skip > 0 || s == "" {
		return
	}
	r.flush()
	r.out.WriteString(s)
}

// word reads a control word with its number.
func (r *rtfReader) word(w string, n int, has bool) {
	switch {
	case rtfSkipped[w]:
		if r.skip == 0 {
			r.skip = max(1, r.depth)
		}
	case w == "ansicpg" && has:
		r.charset = charmap(n)
	case w == "uc" && has && n >= 0 && n < 16:
		r.fall[len(r.fall)-1] = n
	case w == "u" && has:
		if n < 0 {
			n += 1 << 16
		}
		r.print(string(rune(n)))
		r.pending = r.fall[len(r.fall)-1]
	case w == "bin" && has && n > 0:
		r.i = min(len(r.b), r.i+n)
	default:
		r.print(rtfSymbols[w])
	}
}

package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// Names of files, titles and quotations come from strangers. A cleaner is the
// one place between them and a terminal: it shows control characters, which
// could move the cursor, change colours or type commands, and characters that
// turn the direction of text, instead of sending them.
type cleaner struct {
	w    io.Writer
	json bool   // what is written is JSON: keep its meaning and write characters as \u009b
	bold bool   // what is written may have sequences of our own
	rest []byte // of a character that was cut by the end of a Write
}

// own are the sequences that pacta itself writes: bold and back.
var own = []string{"\x1b[1m", "\x1b[0m"}

func (c *cleaner) Write(p []byte) (int, error) {
	in := append(c.rest, p...)
	c.rest = nil
	var out strings.Builder
	for len(in) > 0 {
		if !utf8.FullRune(in) {
			c.rest = in
			break
		}
		r, n := utf8.DecodeRune(in)
		if k := c.ours(in); k > 0 {
			out.Write(in[:k])
			in = in[k:]
			continue
		}
		c.rune(&out, r, in[:n])
		in = in[n:]
	}
	if _, err := io.WriteString(c.w, out.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// ours returns the length of a sequence of our own with which in begins.
func (c *cleaner) ours(in []byte) int {
	for _, s := range own {
		if c.bold && strings.HasPrefix(string(in[:min(len(in), len(s))]), s) {
			return len(s)
		}
	}
	return 0
}

func (c *cleaner) rune(out *strings.Builder, r rune, raw []byte) {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		out.WriteRune(utf8.RuneError)
	case r == '\n' || r == '\t' || !unsafe(r):
		out.Write(raw)
	case c.json:
		fmt.Fprintf(out, `\u%04x`, r)
	case r < ' ':
		out.WriteRune('␀' + r) // its picture
	case r == 0x7f:
		out.WriteRune('␡')
	default:
		fmt.Fprintf(out, "<U+%04X>", r)
	}
}

// unsafe reports whether r is a control character or turns the direction of
// what follows.
func unsafe(r rune) bool {
	return r < ' ' || 0x7f <= r && r <= 0x9f || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// forPrograms reports whether the output of a command is for programs, and
// whether it is JSON.
func (p *program) forPrograms(cmd *cobra.Command) (yes, json bool) {
	flag := func(name string) bool {
		f := cmd.Flags().Lookup(name)
		return f != nil && f.Value.String() == "true"
	}
	switch cmd.Name() {
	case "annotate", "export", "match":
		return true, true
	case "show":
		return p.json || flag("text") || flag("annotations"), p.json || flag("annotations")
	case "parse":
		return true, p.json
	}
	return p.json, p.json
}

// clean puts a cleaner before standard output for the command that is run.
// What is for programs stays as it is on its way into a file or a pipe.
func (p *program) clean(cmd *cobra.Command) {
	if data, json := p.forPrograms(cmd); !data || isTerminal(p.out) {
		p.out = &cleaner{w: p.out, json: json, bold: isTerminal(p.out)}
		cmd.Root().SetOut(p.out)
	}
}

package read

import (
	"bytes"
	"strings"

	"pacta"
)

const markdownType = "text/markdown"

// isMarkdown reports whether head has what plain text does not: a "#" heading
// on top and an empty line, two of them, one and a link, a first line
// underlined with "===", or a header with a title.
func isMarkdown(head []byte, _ bool, _ Options) bool {
	head = head[:min(len(head), 8<<10)]
	signs := min(1, bytes.Count(head, []byte("](")))
	if bytes.HasPrefix(head, []byte("---\n")) && bytes.Contains(head, []byte("\ntitle:")) {
		return true
	}
	first := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), "\r\n")
	if n := bytes.IndexByte(first, '\n'); n > 0 && n <= maxTitle {
		next, _, _ := bytes.Cut(first[n+1:], []byte("\n"))
		next = bytes.TrimSpace(next)
		if hashes(string(bytes.TrimSpace(first[:n]))) == 1 && len(next) == 0 || len(next) >= 3 && len(bytes.Trim(next, "=")) == 0 {
			return true
		}
	}
	for len(head) > 0 {
		n := bytes.IndexByte(head, '\n')
		if n < 0 {
			n = len(head) - 1
		}
		if head[0] == '#' && hashes(string(bytes.TrimRight(head[:n], "\r"))) > 0 {
			signs += 2
		}
		if signs >= 3 {
			return true
		}
		head = head[n+1:]
	}
	return false
}

// hashes returns the level of an ATX heading, 0 if row is none.
func hashes(row string) int {
	n := 0
	for n < len(row) && row[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n >= len(row) || row[n] != ' ' {
		return 0
	}
	return n
}

// underline returns the level of the heading that row underlines, 0 if none.
func underline(row string) int {
	switch {
	case len(row) < 3:
		return 0
	case strings.Trim(row, "=") == "":
		return 1
	case strings.Trim(row, "-") == "":
		return 2
	}
	return 0
}

// bare returns s, a line of Markdown, without the marks of a heading, a
// quotation or emphasis around all of it.
func bare(text string, s pacta.Span) pacta.Span {
	from := s
	if n := hashes(s.Of(text)); n > 0 {
		s.Start += n
		for s.End > s.Start && text[s.End-1] == '#' {
			s.End--
		}
	}
	for s.Start < s.End && text[s.Start] == '>' {
		s.Start++
	}
	s = trim(text, s)
	for s.Len() > 2 && (text[s.Start] == '*' || text[s.Start] == '_') && text[s.End-1] == text[s.Start] && text[s.Start+1] != ' ' {
		s.Start++
		s.End--
	}
	if s.Len() == 0 {
		return from
	}
	return s
}

// readMarkdown reads Markdown. The text keeps its bytes: marks such as # and
// link targets are no boilerplate but lie outside of the sections. A header in
// YAML gives the metadata that it names.
func readMarkdown(raw *pacta.Raw, o Options) (*page, error) {
	p, err := readText(raw, o)
	if err != nil {
		return nil, err
	}
	text := p.doc.Text
	at := p.frontMatter(text, o)
	para, rows := pacta.Span{}, 0
	flush := func() {
		if para.Len() > 0 {
			p.doc.Sections = append(p.doc.Sections, pacta.Section{Span: para})
		}
		para, rows = pacta.Span{}, 0
	}
	heading := func(h pacta.Span, level int) {
		p.doc.Sections = append(p.doc.Sections, pacta.Section{Span: h, Level: level})
		if level == 1 && len(p.found) == 0 {
			p.found = append(p.found, clue{"title", h.Of(text), pacta.Stated, "first heading"})
		}
	}
	for at < len(text) {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		s := trim(text, pacta.Span{Start: at, End: end})
		row := s.Of(text)
		at = end + 1
		if n := hashes(row); n > 0 {
			flush()
			h := bare(text, s)
			p.marks(s, h)
			heading(h, n)
			continue
		}
		if level := underline(row); level > 0 && rows == 1 {
			heading(para, level)
			para, rows = pacta.Span{}, 0
			p.drop(s)
			continue
		}
		if row == "" || strings.Trim(row, "-=*_ ") == "" {
			flush()
			if row != "" {
				p.drop(s)
			}
			continue
		}
		b := bare(text, s)
		p.marks(s, b)
		para = para.Union(b)
		rows++
	}
	flush()
	return p, nil
}

// marks drops what of the line s lies outside of its words.
func (p *page) marks(s, words pacta.Span) {
	p.drop(pacta.Span{Start: s.Start, End: words.Start})
	p.drop(pacta.Span{Start: words.End, End: s.End})
}

// frontMatter reads the YAML header of text, line by line, and returns where
// the text after it begins.
func (p *page) frontMatter(text string, o Options) int {
	if !strings.HasPrefix(text, "---\n") {
		return 0
	}
	n := strings.Index(text, "\n---\n")
	if n < 0 {
		return 0
	}
	for row := range strings.Lines(text[4 : n+1]) {
		name, value, ok := strings.Cut(strings.TrimSpace(row), ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			continue
		}
		c := jsonField{name, value, true}
		field := o.column(name)
		if field == "" || field == "text" || !p.give(field, c) {
			p.extra(c)
		}
	}
	for i := range p.found {
		p.found[i].basis, p.found[i].why = pacta.Stated, "header of the file"
	}
	p.drop(pacta.Span{End: n + 4})
	return n + 5
}

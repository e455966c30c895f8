package read

import (
	"bytes"
	"strings"

	"pacta"
)

// isMarkdown reports whether head has what plain text does not: two "#"
// headings, one and a link, or a header with a title.
func isMarkdown(head []byte, _ bool, _ Options) bool {
	head = head[:min(len(head), 8<<10)]
	signs := min(1, bytes.Count(head, []byte("](")))
	if bytes.HasPrefix(head, []byte("---\n")) && bytes.Contains(head, []byte("\ntitle:")) {
		return true
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
	para := pacta.Span{}
	flush := func() {
		if para.Len() > 0 {
			p.doc.Sections = append(p.doc.Sections, pacta.Section{Span: para})
		}
		para = pacta.Span{}
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
			p.drop(pacta.Span{Start: s.Start, End: s.Start + n})
			h := trim(text, pacta.Span{Start: s.Start + n, End: s.End})
			p.doc.Sections = append(p.doc.Sections, pacta.Section{Span: h, Level: n})
			if n == 1 && len(p.found) == 0 {
				p.found = append(p.found, clue{"title", h.Of(text), pacta.Stated, "first heading"})
			}
			continue
		}
		if row == "" || strings.Trim(row, "-=*_ ") == "" {
			flush()
			if row != "" {
				p.drop(s)
			}
			continue
		}
		para = para.Union(s)
	}
	flush()
	return p, nil
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

package read

import (
	"strings"

	"pacta"
)

// A paragraphs collects text paragraph by paragraph, with their levels, as the
// formats of word processors have it.
type paragraphs struct {
	text     strings.Builder
	line     strings.Builder
	sections []pacta.Section
}

// end ends a paragraph, or a heading of the level.
func (p *paragraphs) end(level int) {
	s := strings.ToValidUTF8(strings.Trim(p.line.String(), " \t\n\u00a0"), "\ufffd")
	p.line.Reset()
	if s == "" {
		return
	}
	start := p.text.Len()
	p.text.WriteString(s)
	p.text.WriteByte('\n')
	p.sections = append(p.sections, pacta.Section{Span: pacta.Span{Start: start, End: start + len(s)}, Level: min(level, 6)})
}

// page makes a page of what was collected.
func (p *paragraphs) page() *page {
	p.end(0)
	out := &page{}
	out.doc.Text = strings.TrimRight(p.text.String(), "\n")
	out.doc.Sections = p.sections
	return out
}

// state adds a clue that the file states about itself.
func (p *page) state(field, value, why string) {
	if value = squeeze(value); value != "" {
		p.found = append(p.found, clue{field, value, pacta.Stated, why})
	}
}

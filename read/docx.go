package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"pacta"
)

// isDOCX reports whether head begins a word processor's file in Office Open
// XML (ECMA-376).
func isDOCX(head []byte, whole bool, o Options) bool {
	return isZIP(head, whole, o) && bytes.Contains(head, []byte("word/")) && (bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("word/document.xml")))
}

// readDOCX reads the paragraphs and headings of a DOCX file, then its
// footnotes, with the numbers that the word processor counts by itself.
// Deleted text of tracked changes stays out.
func readDOCX(raw *pacta.Raw, o Options) (*page, error) {
	z, _, err := source{name: raw.Name, body: raw.Body}.zip(o)
	if err != nil {
		return nil, err
	}
	var lists [2][]byte
	for i, name := range [...]string{"word/numbering.xml", "word/styles.xml"} {
		if lists[i], err = part(z, name, o.maxBytes()); err != nil {
			return nil, err
		}
	}
	w := &docxWriter{numbers: newDocxNumbers(lists[0], lists[1])}
	for _, name := range [...]string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		body, err := part(z, name, o.maxBytes())
		if err != nil {
			return nil, err
		}
		if body == nil && name == "word/document.xml" {
			return nil, fmt.Errorf("no %s in the file: %w", name, pacta.ErrInvalid)
		}
		if err := w.read(body); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	p := w.page()
	core, err := part(z, "docProps/core.xml", 1<<20)
	if err != nil {
		return nil, err
	}
	p.properties(core)
	return p, nil
}

type docxWriter struct {
	paragraphs
	numbers *docxNumbers
	level   int
	style   string
	number  docxNumber
	skip    int // open elements whose text does not count
	old     int // open elements that tell what a tracked change replaced
}

// read writes the text of one part of the file.
func (w *docxWriter) read(body []byte) error {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	inText := false
	for {
		t, err := d.Token()
		if t == nil || err != nil {
			if err != nil && err.Error() != "EOF" {
				return fmt.Errorf("%v: %w", err, pacta.ErrInvalid)
			}
			return nil
		}
		switch t := t.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			w.start(t)
		case xml.EndElement:
			inText = false
			w.close(t.Name.Local)
		case xml.CharData:
			if inText && w.skip == 0 {
				w.line.Write(t)
			}
		}
	}
}

func (w *docxWriter) start(t xml.StartElement) {
	if strings.HasSuffix(t.Name.Local, "PrChange") {
		w.old++
	}
	if w.old > 0 {
		return
	}
	switch t.Name.Local {
	case "del", "moveFrom", "instrText", "Fallback":
		w.skip++
	case "tab":
		if w.line.Len() > 0 {
			w.line.WriteByte('\t')
		}
	case "br", "cr":
		w.line.WriteByte('\n')
	case "noBreakHyphen":
		w.line.WriteByte('-')
	case "pStyle":
		w.style = xmlAttr(t, "val")
		w.level = headingLevel(w.style)
	case "numId":
		w.number.list = xmlAttr(t, "val")
	case "ilvl":
		if v := xmlAttr(t, "val"); len(v) == 1 && v[0] >= '0' && v[0] <= '9' {
			w.number.level, w.number.stated = int(v[0]-'0'), true
		}
	case "outlineLvl":
		if v := xmlAttr(t, "val"); len(v) == 1 && v[0] >= '0' && v[0] < '6' {
			w.level = int(v[0]-'0') + 1
		}
	}
}

func (w *docxWriter) close(name string) {
	if strings.HasSuffix(name, "PrChange") {
		w.old = max(0, w.old-1)
	}
	if w.old > 0 {
		return
	}
	switch name {
	case "del", "moveFrom", "instrText", "Fallback":
		w.skip = max(0, w.skip-1)
	case "p":
		if number := w.numbers.next(w.numbers.of(w.style, w.number)); number != "" && strings.TrimSpace(w.line.String()) != "" {
			text := w.line.String()
			w.line.Reset()
			w.line.WriteString(number + text)
		}
		w.end(w.level)
		w.level, w.style, w.number = 0, "", docxNumber{}
	}
}

// headingLevel returns the level of a paragraph style: Title is 1 as Heading1
// is; other styles are paragraphs.
func headingLevel(style string) int {
	low := strings.ToLower(style)
	if low == "title" {
		return 1
	}
	for _, word := range [...]string{"heading", "berschrift", "titre", "titulo"} {
		if _, rest, ok := strings.Cut(low, word); ok {
			rest = strings.TrimLeft(rest, " _20")
			if len(rest) == 1 && rest[0] >= '1' && rest[0] <= '6' {
				return int(rest[0] - '0')
			}
		}
	}
	return 0
}

func xmlAttr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// properties takes title and author from a Dublin Core part such as
// docProps/core.xml or meta.xml. The day on which a file was made is no day of
// publication.
func (p *page) properties(body []byte) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	name := ""
	values := map[string]string{}
	for {
		t, err := d.Token()
		if t == nil || err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			name = t.Name.Local
		case xml.EndElement:
			name = ""
		case xml.CharData:
			if name != "" {
				values[name] += string(t)
			}
		}
	}
	p.state("title", values["title"], "property title of the file")
	p.state("author", values["creator"], "property creator of the file")
	p.state("outlet", values["publisher"], "property publisher of the file")
	if p.doc.Language == "" {
		p.doc.Language = languageTag(values["language"])
	}
}

package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"pacta"
)

// isAkomaNtoso reports whether head begins an Akoma Ntoso document (OASIS
// LegalDocML).
func isAkomaNtoso(head []byte, _ bool, _ Options) bool {
	return begins(head, "<") && bytes.Contains(head[:min(len(head), 4096)], []byte("<akomaNtoso"))
}

// aknBlocks lists the elements that begin a line of their own.
var aknBlocks = map[string]bool{
	"p": true, "num": true, "heading": true, "subheading": true, "docTitle": true, "block": true, "tocItem": true, "li": true,
	"formula": true, "longTitle": true, "listIntroduction": true, "listWrapUp": true, "td": true, "th": true, "signature": true,
}

// aknLevels gives the level of the headings of hierarchical elements.
var aknLevels = map[string]int{
	"part": 2, "book": 2, "tome": 2, "title": 2, "chapter": 2, "section": 3, "subsection": 3, "article": 3, "hcontainer": 3,
	"paragraph": 0, "clause": 3, "attachment": 2, "doc": 2,
}

// readAkomaNtoso reads the text of an Akoma Ntoso document: number and heading
// of an article on one line, the number of a paragraph before its words.
func readAkomaNtoso(raw *pacta.Raw, _ Options) (*page, error) {
	d := newXML(raw.Body)
	w := &aknWriter{}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%v: %w", err, pacta.ErrInvalid)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if w.start(t); len(w.stack) > maxElements {
				return nil, fmt.Errorf("elements nested %d deep: %w", len(w.stack), pacta.ErrUnsupported)
			}
		case xml.EndElement:
			w.close(t.Name.Local)
		case xml.CharData:
			if w.meta == 0 {
				w.words(string(t))
			}
		}
	}
	p := w.page()
	p.doc.Language = languageTag(w.language)
	p.state("title", w.title, "docTitle")
	p.state("published", w.date, "date of the work")
	p.doc.Genre = pacta.GenreTreaty
	return p, nil
}

// maxElements bounds how deep elements may nest, as it does in HTML.
const maxElements = 512

type aknWriter struct {
	paragraphs
	stack           []string
	meta            int
	gap             bool
	date, language  string
	title           string
	inTitle, numbed bool
}

func (w *aknWriter) start(t xml.StartElement) {
	name := t.Name.Local
	w.stack = append(w.stack, name)
	switch name {
	case "meta":
		w.meta++
	case "FRBRdate":
		if w.date == "" {
			w.date = xmlAttr(t, "date")
		}
	case "FRBRlanguage":
		w.language = xmlAttr(t, "language")
	case "eol", "br":
		w.line.WriteByte('\n')
	}
	if aknBlocks[name] && w.meta == 0 && !w.numbed && !w.inTitle {
		w.end(0)
	}
	if w.numbed && aknBlocks[name] {
		w.gap, w.numbed = true, false
	}
	if name == "docTitle" {
		w.inTitle = true
	}
}

func (w *aknWriter) close(name string) {
	if n := len(w.stack); n > 0 {
		w.stack = w.stack[:n-1]
	}
	switch name {
	case "meta":
		w.meta--
		return
	case "docTitle":
		w.inTitle = false
	}
	if w.meta > 0 {
		return
	}
	switch {
	case name == "num":
		w.numbed = true // the heading or the first words follow on the same line
	case name == "heading":
		w.end(w.level())
	case aknBlocks[name]:
		w.end(0)
		w.numbed = false
	case aknLevels[name] > 0 && w.numbed:
		w.end(aknLevels[name])
		w.numbed = false
	}
}

// level returns the level of the element whose heading ends.
func (w *aknWriter) level() int {
	if n := len(w.stack); n > 0 {
		if l := aknLevels[w.stack[n-1]]; l > 0 {
			return l
		}
	}
	return 2
}

func (w *aknWriter) words(s string) {
	for i, f := range strings.Fields(s) {
		if (i > 0 || w.gap || strings.IndexAny(s, " \n\t") == 0) && w.line.Len() > 0 {
			w.line.WriteByte(' ')
		}
		w.gap = false
		w.line.WriteString(f)
		if w.inTitle {
			w.title += " " + f
		}
	}
	if n := len(s); n > 0 && strings.ContainsAny(s[n-1:], " \n\t") {
		w.gap = true
	}
}

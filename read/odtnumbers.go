package read

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// odtNumbers counts the items of lists and the headings of an OpenDocument
// text, whose numbers are not in its paragraphs (OpenDocument 1.3 part 3, 5.3
// and 16.30 to 16.35): a list refers to a style, and the style says how its
// levels look. Headings outside of lists follow the outline style.
type odtNumbers struct {
	styles     map[string]*odtStyle
	paragraphs map[string]odtParagraph
	lists      []odtList
	counts     map[string]*odtCount // by the style of the list, and by its ID where one goes on with it
	outline    odtCount
	due        bool // an item began, and its first paragraph takes the number
}

type (
	odtStyle [odtLevels + 1]odtLevel // by level, from 1
	odtCount [odtLevels + 1]int
)

type odtLevel struct {
	format, prefix, suffix string
	start, display         int
	listed                 bool // has a number at all
}

// An odtParagraph is a paragraph style: the list style that it brings.
type odtParagraph struct{ list, parent string }

// An odtList is a list that is open.
type odtList struct {
	style string
	count *odtCount
}

const (
	odtLevels  = 10
	odtOutline = "\x00outline" // the name of the outline style, which has none
)

// newODTNumbers reads the list styles of the parts; what is missing or broken
// says nothing.
func newODTNumbers(parts ...[]byte) *odtNumbers {
	n := &odtNumbers{styles: map[string]*odtStyle{}, paragraphs: map[string]odtParagraph{}, counts: map[string]*odtCount{}}
	for _, p := range parts {
		n.read(p)
	}
	return n
}

func (n *odtNumbers) read(part []byte) {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.Strict = false
	var style *odtStyle
	for {
		t, err := d.Token()
		if t == nil || err != nil {
			return
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "body":
			return
		case "style":
			if xmlAttr(e, "family") == "paragraph" {
				n.paragraphs[xmlAttr(e, "name")] = odtParagraph{xmlAttr(e, "list-style-name"), xmlAttr(e, "parent-style-name")}
			}
		case "list-style", "outline-style":
			name := xmlAttr(e, "name")
			if e.Name.Local == "outline-style" {
				name = odtOutline
			}
			style = &odtStyle{}
			n.styles[name] = style
		case "list-level-style-number", "outline-level-style":
			style.level(e)
		}
	}
}

// level reads a level that is numbered.
func (s *odtStyle) level(e xml.StartElement) {
	i, _ := strconv.Atoi(xmlAttr(e, "level"))
	if s == nil || i < 1 || i > odtLevels {
		return
	}
	l := odtLevel{format: xmlAttr(e, "num-format"), prefix: xmlAttr(e, "num-prefix"), suffix: xmlAttr(e, "num-suffix"), start: 1, display: 1, listed: true}
	if v, err := strconv.Atoi(xmlAttr(e, "start-value")); err == nil {
		l.start = v
	}
	if v, err := strconv.Atoi(xmlAttr(e, "display-levels")); err == nil {
		l.display = v
	}
	s[i] = l
}

// open begins a list.
func (n *odtNumbers) open(e xml.StartElement) {
	l := odtList{style: xmlAttr(e, "style-name")}
	if len(n.lists) > 0 {
		up := n.lists[len(n.lists)-1]
		if l.style == "" {
			l.style = up.style
		}
		l.count = up.count
		l.count.restart(len(n.lists) + 1)
	} else if before := n.counts[xmlAttr(e, "continue-list")]; before != nil {
		l.count = before
	} else if before := n.counts[l.style]; before != nil && xmlAttr(e, "continue-numbering") == "true" {
		l.count = before
	} else {
		l.count = &odtCount{}
	}
	n.counts[l.style] = l.count
	if id := xmlAttr(e, "id"); id != "" && len(n.counts) < docxLists {
		n.counts[id] = l.count
	}
	n.lists = append(n.lists, l)
}

// restart lets a level and those below it begin anew.
func (c *odtCount) restart(level int) {
	for i := level; i <= odtLevels; i++ {
		c[i] = 0
	}
}

// item begins an item of the innermost list.
func (n *odtNumbers) item(e xml.StartElement) {
	level := len(n.lists)
	if level == 0 || level > odtLevels {
		return
	}
	c := n.lists[level-1].count
	if v, err := strconv.Atoi(xmlAttr(e, "start-value")); err == nil {
		n.set(c, level, v)
	} else {
		c[level]++ // the start of the level is added when it is written
	}
	c.restart(level + 1)
	n.due = true
}

// set makes v the number of a level.
func (n *odtNumbers) set(c *odtCount, level, v int) {
	start := 1
	if s := n.styles[n.lists[len(n.lists)-1].style]; s != nil {
		start = s[level].start
	}
	c[level] = v - start + 1
}

func (n *odtNumbers) close() {
	if len(n.lists) > 0 {
		n.lists = n.lists[:len(n.lists)-1]
	}
	n.due = false
}

// before returns the number before a paragraph or, with its level, a heading,
// with the space after it; "" where there is none.
func (n *odtNumbers) before(e xml.StartElement, heading int) string {
	switch level := len(n.lists); {
	case n.due && level <= odtLevels:
		n.due = false
		l := n.lists[level-1]
		if n.styles[l.style] == nil {
			l.style = n.listOf(xmlAttr(e, "style-name"))
		}
		return n.styles[l.style].write(l.count, level)
	case level == 0 && heading > 0 && heading <= odtLevels && xmlAttr(e, "is-list-header") != "true":
		c := &n.outline
		if xmlAttr(e, "restart-numbering") == "true" {
			c[heading] = 0
		}
		c[heading]++
		c.restart(heading + 1)
		return n.styles[odtOutline].write(c, heading)
	}
	return ""
}

// listOf returns the list style that a paragraph style brings, itself or by one
// that it is based on.
func (n *odtNumbers) listOf(style string) string {
	for range odtLevels {
		p, ok := n.paragraphs[style]
		if !ok || p.list != "" {
			return p.list
		}
		style = p.parent
	}
	return ""
}

// odtFormats maps the formats of numbers to those of docxDigits.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// write returns the number of a level with those above it that it shows.
func (s *odtStyle) write(c *odtCount, level int) string {
	if s == nil || !s[level].listed || s[level].format == "" {
		return ""
	}
	l := &s[level]
	var parts []string
	for i := max(1, level-l.display+1); i <= level; i++ {
		if f := odtFormats[s[i].format]; f != "" {
			parts = append(parts, docxDigits(max(c[i], 1)+s[i].start-1, f))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return l.prefix + strings.Join(parts, ".") + l.suffix + " "
}

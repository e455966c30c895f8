package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"pacta"
)

// isODT reports whether head begins an OpenDocument text.
func isODT(head []byte, whole bool, o Options) bool {
	return isZIP(head, whole, o) && bytes.Contains(head[:min(len(head), 200)], []byte("application/vnd.oasis.opendocument.text"))
}

// readODT reads the headings and paragraphs of an OpenDocument text, with the
// numbers that it counts by itself.
func readODT(raw *pacta.Raw, o Options) (*page, error) {
	z, _, err := source{name: raw.Name, body: raw.Body}.zip(o)
	if err != nil {
		return nil, err
	}
	body, err := part(z, "content.xml", o.maxBytes())
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, fmt.Errorf("no content.xml in the file: %w", pacta.ErrInvalid)
	}
	styles, err := part(z, "styles.xml", o.maxBytes())
	if err != nil {
		return nil, err
	}
	p, err := odtText(body, newODTNumbers(styles, body))
	if err != nil {
		return nil, fmt.Errorf("content.xml: %w", err)
	}
	meta, err := part(z, "meta.xml", 1<<20)
	if err != nil {
		return nil, err
	}
	p.properties(meta)
	return p, nil
}

func odtText(body []byte, numbers *odtNumbers) (*page, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	var w paragraphs
	depth, skip, level := 0, 0, 0
	for {
		t, err := d.Token()
		if t == nil || err != nil {
			if err != nil && err.Error() != "EOF" {
				return nil, fmt.Errorf("%v: %w", err, pacta.ErrInvalid)
			}
			return w.page(), nil
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "h":
				level, _ = strconv.Atoi(xmlAttr(t, "outline-level"))
				level = max(1, level)
				depth++
				w.line.WriteString(numbers.before(t, level))
			case "p":
				if depth++; skip == 0 {
					w.line.WriteString(numbers.before(t, 0))
				}
			case "list":
				numbers.open(t)
			case "list-item":
				numbers.item(t)
			case "number": // as its writer shows it; it is counted here
				skip++
			case "tab":
				w.line.WriteByte('\t')
			case "s":
				w.line.WriteByte(' ')
			case "line-break":
				w.line.WriteByte('\n')
			case "tracked-changes", "annotation", "note-citation":
				skip++
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "h", "p":
				if depth--; skip == 0 {
					w.end(level)
				}
				level = 0
			case "list":
				numbers.close()
			case "tracked-changes", "annotation", "note-citation", "number":
				skip--
			}
		case xml.CharData:
			if depth > 0 && skip == 0 {
				w.line.Write(t)
			}
		}
	}
}

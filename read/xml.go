package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"

	"pacta"
)

// isXML reports whether head begins an XML file.
func isXML(head []byte, _ bool, _ Options) bool { return begins(head, "<?xml") }

// readXML says which kind of XML it is that pacta does not read.
func readXML(raw *pacta.Raw, _ Options) (*page, error) {
	d := newXML(raw.Body)
	for {
		t, err := d.Token()
		if err != nil {
			if err == io.EOF {
				return nil, fmt.Errorf("XML without an element: %w", pacta.ErrInvalid)
			}
			return nil, fmt.Errorf("%v: %w", err, pacta.ErrInvalid)
		}
		if e, ok := t.(xml.StartElement); ok {
			return nil, fmt.Errorf("XML of the kind <%s>: %w", e.Name.Local, pacta.ErrUnsupported)
		}
	}
}

// newXML returns a decoder that takes any character set and the entities of
// HTML.
func newXML(body []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return d
}

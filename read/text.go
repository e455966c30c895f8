package read

import (
	"bytes"
	"fmt"

	"pacta"
)

// readText reads plain text. UTF-8 stays as it is, byte for byte.
func readText(raw *pacta.Raw, _ Options) (*page, error) {
	if len(raw.Body) == 0 {
		return nil, fmt.Errorf("empty file: %w", pacta.ErrInvalid)
	}
	text, err := decode(raw.Body, raw.MediaType)
	if err != nil {
		return nil, err
	}
	p := &page{doc: pacta.Document{Text: text}}
	if mark := "\ufeff"; len(text)+len(mark) == len(raw.Body) && bytes.HasPrefix(raw.Body, []byte(mark)) {
		// The mark stays, so that offsets are those of the file.
		p.doc.Text = mark + text
		p.drop(pacta.Span{End: len(mark)})
	}
	return p, nil
}

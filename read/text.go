package read

import (
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
	return &page{doc: pacta.Document{Text: text}}, nil
}

package treatybase

import (
	"context"
	"slices"
	"strings"
)

// Heads returns what a footnote says of documents, by their IDs: title,
// outlet, author, date and file, and the hash of the bytes. An ID that the
// base does not have is left out.
func (b *Base) Heads(ctx context.Context, ids ...string) (map[string]Head, error) {
	out := map[string]Head{}
	for chunk := range slices.Chunk(ids, 500) {
		args := make([]any, len(chunk))
		for i, id := range chunk {
			args[i] = id
		}
		err := b.each(ctx, func(scan func(...any) error) error {
			var h Head
			err := scan(&h.ID, &h.ExternalID, &h.File, &h.URL, &h.Title, &h.Outlet, &h.Author, &h.Published, &h.PublishedBasis, &h.Genre, &h.Language, &h.SHA256)
			out[h.ID] = h
			return err
		}, `SELECT id, external_id, file, url, title, outlet, author, published, published_basis, genre, language, sha256
			FROM document WHERE id IN (?`+strings.Repeat(", ?", len(chunk)-1)+`)`, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A Head is a document as a footnote or a list of sources names it.
type Head struct {
	DocumentRow
	SHA256 string `json:"sha256"` // of the bytes of File
}

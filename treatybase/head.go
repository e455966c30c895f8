package treatybase

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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
			err := h.scan(scan)
			out[h.ID] = h
			return err
		}, headColumns+`WHERE id IN (?`+strings.Repeat(", ?", len(chunk)-1)+`)`, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// AllHeads returns the heads of all documents, by outlet and date.
func (b *Base) AllHeads(ctx context.Context) ([]Head, error) {
	var out []Head
	err := b.each(ctx, func(scan func(...any) error) error {
		var h Head
		err := h.scan(scan)
		out = append(out, h)
		return err
	}, headColumns+`ORDER BY outlet, published, title, id`)
	return out, err
}

const headColumns = `SELECT id, external_id, file, url, title, outlet, author, published, published_basis, genre, language, sha256 FROM document `

func (h *Head) scan(scan func(...any) error) error {
	return scan(&h.ID, &h.ExternalID, &h.File, &h.URL, &h.Title, &h.Outlet, &h.Author, &h.Published, &h.PublishedBasis, &h.Genre, &h.Language, &h.SHA256)
}

// A Head is a document as a footnote or a list of sources names it.
type Head struct {
	DocumentRow
	SHA256 string `json:"sha256"` // of the bytes of File
}

// Fingerprint returns a SHA-256 over the IDs and hashes of all documents: two
// bases of the same documents have the same one.
func (b *Base) Fingerprint(ctx context.Context) (string, error) {
	h := sha256.New()
	err := b.each(ctx, func(scan func(...any) error) error {
		var id, sum string
		err := scan(&id, &sum)
		fmt.Fprintln(h, id, sum)
		return err
	}, `SELECT id, sha256 FROM document ORDER BY id`)
	return hex.EncodeToString(h.Sum(nil)), err
}

package treatybase

import (
	"context"
	"errors"
	"iter"

	"pacta"
)

// AllDocuments yields every document by ID, with all but its Text.
func (b *Base) AllDocuments(ctx context.Context) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		stop := errors.New("stop")
		err := b.each(ctx, func(scan func(...any) error) error {
			d := &pacta.Document{}
			var blob, repeated []byte
			err := scan(&d.ID, &d.ExternalID, &d.File, &d.URL, &d.SHA256, &d.MediaType, &d.Genre, &d.Language, &blob, &repeated, &d.Group)
			if err == nil {
				err = fill(d, blob)
			}
			var lines []pacta.Span
			if err == nil {
				lines, err = decodeSpans(repeated)
			}
			if err == nil && !yield(d.Repeat(lines), nil) {
				return stop
			}
			return err
		}, `SELECT id, external_id, file, url, sha256, media_type, genre, language, detail, l.repeated, coalesce(l.copies, id)
			FROM document LEFT JOIN layout l ON l.document = n ORDER BY id`)
		if err != nil && err != stop {
			yield(nil, err)
		}
	}
}

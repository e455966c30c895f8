package treatybase

import (
	"context"

	"pacta"
)

// A Passage is a source in its surroundings, as a reader needs it to judge a
// fact: Text holds whole sentences, and Mark the bytes of Text that are the
// source.
type Passage struct {
	Document   DocumentRow `json:"document"`
	pacta.Span             // of Text in the document
	Text       string      `json:"text"`
	Mark       pacta.Span  `json:"mark"`
}

// Passage returns the sentences that span touches and around more on either
// side. Where the document has no sentences (boilerplate), Text is the span
// itself.
func (b *Base) Passage(ctx context.Context, document string, span pacta.Span, around int) (*Passage, error) {
	n, err := b.documentNumber(ctx, document)
	if err != nil {
		return nil, err
	}
	p := &Passage{Span: span}
	var text string
	d := &p.Document
	err = b.one(ctx, `SELECT id, external_id, file, url, title, outlet, author, published, published_basis, genre, language, text
		FROM document WHERE n = ?`, []any{n}, &d.ID, &d.ExternalID, &d.File, &d.URL, &d.Title, &d.Outlet, &d.Author,
		&d.Published, &d.PublishedBasis, &d.Genre, &d.Language, &text)
	if err != nil {
		return nil, err
	}
	d.Bytes = len(text)
	if span.Start < 0 || span.End > len(text) || span.Start > span.End {
		return nil, outside(span, d.ID, len(text))
	}
	if p.Span, err = b.widen(ctx, n, span, around); err != nil {
		return nil, err
	}
	p.Text = p.Span.Of(text)
	p.Mark = pacta.Span{Start: span.Start - p.Start, End: span.End - p.Start}
	return p, nil
}

// widen grows span to whole sentences and around more on either side.
func (b *Base) widen(ctx context.Context, document int, span pacta.Span, around int) (pacta.Span, error) {
	lo, hi := sentenceNumber(document, 0), sentenceNumber(document+1, 0)
	var first, last int
	err := b.one(ctx, `SELECT coalesce(min(n), 0), coalesce(max(n), 0) FROM sentence
		WHERE n >= ? AND n < ? AND end_byte > ? AND start_byte < ?`, []any{lo, hi, span.Start, span.End}, &first, &last)
	if err != nil || first == 0 {
		return span, err
	}
	var s pacta.Span
	err = b.one(ctx, `SELECT min(start_byte), max(end_byte) FROM sentence WHERE n >= ? AND n <= ? AND end_byte > 0`,
		[]any{max(first-around, lo), min(last+around, hi-1)}, &s.Start, &s.End)
	return s.Union(span), err
}

// Sentences returns the spans of a document's sentences in text order;
// boilerplate has none.
func (b *Base) Sentences(ctx context.Context, document string) ([]pacta.Span, error) {
	n, err := b.documentNumber(ctx, document)
	if err != nil {
		return nil, err
	}
	var out []pacta.Span
	err = b.each(ctx, func(scan func(...any) error) error {
		var s pacta.Span
		err := scan(&s.Start, &s.End)
		out = append(out, s)
		return err
	}, `SELECT start_byte, end_byte FROM sentence WHERE n >= ? AND n < ? AND end_byte > 0 ORDER BY n`,
		sentenceNumber(n, 0), sentenceNumber(n+1, 0))
	return out, err
}

// Annotations returns what the extractors found in a document, in text order.
func (b *Base) Annotations(ctx context.Context, document string) ([]pacta.Annotation, error) {
	n, err := b.documentNumber(ctx, document)
	if err != nil {
		return nil, err
	}
	var text string
	var blob []byte
	err = b.one(ctx, `SELECT d.text, a.annotations FROM document d JOIN analysis a ON a.document = d.n WHERE d.n = ?`, []any{n}, &text, &blob)
	if err != nil {
		return nil, err
	}
	return decodeAnnotations(blob, text)
}

package export

import (
	"bufio"
	"context"
	"io"
	"slices"

	"pacta"
	"pacta/treatybase"
)

// Kinds lists what a base can export, in the order of a JSONL export.
func Kinds() []string { return slices.Concat([]string{"document"}, treatybase.Kinds) }

// JSONL writes the objects of the named kinds (all if none is named), one JSON
// object a line: section 2 of the wire format. Kinds come in the order of
// Kinds and objects by ID, so that equal bases give equal bytes.
func JSONL(ctx context.Context, w io.Writer, b *treatybase.Base, kinds ...string) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for _, k := range Kinds() {
		if len(kinds) > 0 && !slices.Contains(kinds, k) {
			continue
		}
		if err := writeKind(ctx, out, b, k); err != nil {
			return err
		}
	}
	return out.Flush()
}

func writeKind(ctx context.Context, out *bufio.Writer, b *treatybase.Base, kind string) error {
	if kind == "document" {
		for d, err := range b.AllDocuments(ctx) {
			if err != nil {
				return err
			}
			if err := writeLine(out, Document(d)); err != nil {
				return err
			}
		}
		return nil
	}
	for x, err := range b.All(ctx, kind) {
		if err != nil {
			return err
		}
		if err := writeLine(out, x.Body); err != nil {
			return err
		}
	}
	return nil
}

func writeLine(out *bufio.Writer, s []byte) error {
	if _, err := out.Write(s); err != nil {
		return err
	}
	return out.WriteByte('\n')
}

// Document returns a document without its text as one line of JSON.
func Document(d *pacta.Document) []byte {
	basis := d.Published.Basis
	if basis == "" {
		basis = pacta.None
	}
	return line(struct {
		Object         string            `json:"object"`
		ID             string            `json:"id"`
		File           string            `json:"file"`
		ExternalID     *string           `json:"external_id"`
		SHA256         string            `json:"sha256"`
		URL            *string           `json:"url"`
		MediaType      *string           `json:"media_type"`
		Title          *string           `json:"title"`
		Outlet         *string           `json:"outlet"`
		Author         *string           `json:"author"`
		Published      *string           `json:"published"`
		PublishedBasis pacta.Basis       `json:"published_basis"`
		PublishedWhy   string            `json:"published_why,omitempty"`
		Rejected       []pacta.Candidate `json:"published_rejected,omitempty"`
		Language       *string           `json:"language"`
		Genre          *string           `json:"genre"`
		Dropped        [][2]int          `json:"dropped"`
		Repeated       [][2]int          `json:"repeated,omitempty"` // of dropped, what the outlet repeats from page to page
		Group          *string           `json:"group"`              // near-copies of one text share it
		Extra          map[string]string `json:"extra,omitempty"`
	}{
		"document", d.ID, d.File, optional(d.ExternalID), d.SHA256, optional(d.URL), optional(d.MediaType),
		optional(d.Title.Value), optional(d.Outlet.Value), optional(d.Author.Value),
		optional(d.Published.Value), basis, d.Published.Why, d.Published.Rejected,
		optional(d.Language), optional(d.Genre), pairs(d.Dropped), pairs(d.Repeated), optional(d.Group), d.Extra,
	})
}

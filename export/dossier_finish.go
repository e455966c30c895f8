package export

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/treatybase"
)

// finish puts the items in order, numbers the footnotes as a reader meets them,
// and lists the documents.
func (w *dossierWriter) finish(ctx context.Context, b *treatybase.Base) error {
	slices.SortStableFunc(w.Items, func(a, b Item) int {
		return cmp.Or(undated(a)-undated(b), edtf.Compare(a.Date, b.Date), strings.Compare(a.Kind, b.Kind), strings.Compare(a.Head, b.Head), strings.Compare(a.Text, b.Text))
	})
	w.renumber()
	if err := w.documents(ctx, b); err != nil {
		return err
	}
	sum, err := b.Fingerprint(ctx)
	if err != nil {
		return err
	}
	o, err := b.Overview(ctx, "")
	if err != nil {
		return err
	}
	w.Cite = fmt.Sprintf("Treaty base of %d documents", o.Documents)
	if o.FirstDate != "" {
		w.Cite += fmt.Sprintf(", published %s to %s", o.FirstDate, o.LastDate)
	}
	w.Cite += fmt.Sprintf("; fingerprint sha256:%s; made with pacta %s.", sum, w.Version)
	return nil
}

func undated(x Item) int {
	if _, err := edtf.Parse(x.Date); err != nil {
		return 1
	}
	return 0
}

// renumber gives footnotes the order in which they stand.
func (w *dossierWriter) renumber() {
	old := w.Notes
	w.Notes = nil
	to := map[int]int{}
	for _, items := range [][]Item{w.Parts, w.Items, w.Splits, w.Clashes} {
		for i := range items {
			for k, n := range items[i].Notes {
				if to[n] == 0 {
					x := old[n-1]
					x.N = len(w.Notes) + 1
					to[n] = x.N
					w.Notes = append(w.Notes, x)
				}
				items[i].Notes[k] = to[n]
			}
		}
	}
}

// documents lists the documents of the footnotes.
func (w *dossierWriter) documents(ctx context.Context, b *treatybase.Base) error {
	var ids []string
	for _, n := range w.Notes {
		ids = append(ids, n.Source.Document)
	}
	slices.Sort(ids)
	heads, err := b.Heads(ctx, slices.Compact(ids)...)
	if err != nil {
		return err
	}
	for _, h := range heads {
		w.Sources = append(w.Sources, h)
	}
	slices.SortFunc(w.Sources, bySource)
	at := map[string]int{}
	for i, h := range w.Sources {
		at[h.ID] = i + 1
	}
	for i := range w.Notes {
		w.Notes[i].In = at[w.Notes[i].Source.Document]
	}
	return nil
}

// bySource orders documents as a list of sources does.
func bySource(a, b treatybase.Head) int {
	return cmp.Or(strings.Compare(a.Outlet, b.Outlet), strings.Compare(a.Published, b.Published), strings.Compare(a.Title, b.Title), strings.Compare(a.ID, b.ID))
}

// Document returns the document of a footnote.
func (d *Dossier) Document(n Note) treatybase.Head { return d.Sources[n.In-1] }

// sourceName names a document: "Lake Herald, Talks resume, 2022-03-04".
func sourceName(h treatybase.Head) string {
	var parts []string
	for _, v := range []string{h.Author, h.Outlet, h.Title, humanDate(h.Published)} {
		if v != "" {
			parts = append(parts, oneLine(v))
		}
	}
	if len(parts) == 0 {
		return h.File
	}
	return strings.Join(parts, ", ")
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// humanDate writes a day or a month as a reader expects it, and any other EDTF
// value as it is.
func humanDate(v string) string {
	if a, b, ok := strings.Cut(v, "/"); ok && len(a) >= 4 && len(b) >= 4 {
		return humanDate(a) + " to " + humanDate(b)
	}
	d, _, _ := strings.Cut(v, "T")
	x, err := edtf.Parse(d)
	if err != nil || x.IsOpen() || strings.ContainsAny(d, "X~?%") {
		return v
	}
	year, month, day := x.First.Date()
	switch {
	case x.IsDay():
		return fmt.Sprintf("%d %s %d", day, months[month], year)
	case len(d) == 7 && d[5:] <= "12":
		return fmt.Sprintf("%s %d", months[month], year)
	}
	return v
}

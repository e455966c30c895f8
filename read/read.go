// Package read turns bytes into Documents: the text, its sections, what of it
// is boilerplate, and title, outlet, author, publication date and language,
// each with what it rests on. It owns no tables and opens no files, and it
// fetches nothing: what lies behind a URL is brought in by ingest.
//
// # Calls
//
// Open cuts what arrives into Raws as it streams by: a row of a JSONL or CSV
// file, a mail of a mailbox, a response of a web archive, a member of a ZIP
// archive are a Raw each; everything else is one Raw. Read makes the
// Document of a Raw, or of all that a Raw contains. Row reads one JSON object,
// as `pacta annotate` takes it. So
//
//	for raw, err := range read.Open(name, file, read.Options{}) {
//		for doc, err := range read.Read(raw, read.Options{}) { … }
//	}
//
// never holds more than one row in memory, and the inner loop may run on all
// cores. An error stands for one document that could not be read, begins with
// its name (file, row, member), and the rest goes on.
//
// # What is found, and how
//
// The format is told by content, never by name. Text given as plain text or in
// a JSON field stays as it is, byte for byte; all else becomes UTF-8 with "\n".
// Metadata and boilerplate only ever point into the Text, they never change it.
//
// Some things show only beside other documents: which are copies of one text
// (Groups), and which lines an outlet repeats from page to page (Template).
// SketchOf makes what a store keeps of a document for that.
//
// # Bounds
//
// Rows, members and records are read one at a time, and none that is larger
// than Options.MaxBytes is kept, so that the size of a file does not matter. Reading a
// document takes some fifteen times the size of its text. Archives may unpack
// to two hundred times their size and Options.MaxUnpack, and hold archives five
// deep. PDF files are read in a sandbox of at most 512 MB. Nothing here has a
// limit of time: whoever reads what strangers made sets one (ingest does); only a
// PDF file that keeps the sandbox busy for ever cannot be left.
package read

import (
	"fmt"
	"iter"

	"pacta"
)

// Options say how to read; the zero value finds everything out by itself.
type Options struct {
	// Columns maps a column or field of CSV and JSON rows to what it holds:
	// id, text, title, outlet, author, published, url, language or genre. It
	// goes before the names that are understood anyway.
	Columns   map[string]string
	Genre     string // of all documents, "" to tell by the text
	Language  string // of all documents, "" to tell by the text
	MaxBytes  int64  // the largest file or row that is read as one document, its text a quarter of that; 0 means 64 MB
	MaxUnpack int64  // what one archive may unpack to in all; 0 means 16 GB

	depth    int    // how many containers stand around
	unpacked *int64 // what the outermost archive has unpacked to so far
}

const (
	defaultMaxBytes  = 64 << 20
	defaultMaxUnpack = 16 << 30
	maxDepth         = 5 // containers within containers
)

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return defaultMaxBytes
}

func (o Options) maxUnpack() int64 {
	if o.MaxUnpack > 0 {
		return o.MaxUnpack
	}
	return defaultMaxUnpack
}

// deeper returns the options for what lies within the container name, or an
// error when it lies too deep.
func (o Options) deeper(name string) (Options, error) {
	if o.depth++; o.depth > maxDepth {
		return o, fmt.Errorf("%s: archives within archives, %d deep: %w", name, o.depth, pacta.ErrUnsupported)
	}
	if o.unpacked == nil {
		o.unpacked = new(int64)
	}
	return o, nil
}

// Read yields the documents in raw, in the order in which they stand: one for
// most formats, one a row or member for those that hold several. An error
// names the part that could not be read and does not end the sequence.
func Read(raw *pacta.Raw, o Options) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		f := detect(raw, o)
		if f.split == nil {
			yield(document(raw, f, o))
			return
		}
		o, err := o.deeper(raw.Name)
		if err != nil {
			yield(nil, err)
			return
		}
		for part, err := range f.split(source{name: raw.Name, url: raw.URL, fetched: raw.Fetched, body: raw.Body}, o) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			for doc, err := range Read(part, o) {
				if !yield(doc, err) {
					return
				}
			}
		}
	}
}

// document reads a raw that holds one document.
func document(raw *pacta.Raw, f format, o Options) (*pacta.Document, error) {
	if int64(len(raw.Body)) > o.maxBytes() {
		return nil, fmt.Errorf("%s: %d bytes, more than the %d that one document may have: %w", raw.Name, len(raw.Body), o.maxBytes(), pacta.ErrUnsupported)
	}
	p, err := f.read(raw, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", raw.Name, err)
	}
	d := &p.doc
	d.File, d.SHA256, d.MediaType = raw.Name, raw.SHA256(), f.mediaType
	if d.URL == "" {
		d.URL = raw.URL
	}
	if err := p.complete(o); err != nil {
		return nil, fmt.Errorf("%s: %w", raw.Name, err)
	}
	return d, nil
}

package pacta

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"
)

// A Raw is what arrived, before anything was understood: the bytes of a file,
// of a row of a table or of a web response. It never changes.
type Raw struct {
	Name      string    // the file's path as the user gave it; "reports.jsonl:12" for a row
	URL       string    // where it was fetched from, "" for a file
	MediaType string    // as declared by the source, "" if nothing was declared
	Fetched   time.Time // zero for a file
	Body      []byte

	sum string // SHA256, once it was asked for
}

// SHA256 returns the hash of the bytes in hexadecimal. It is taken once; only
// one goroutine may ask at a time.
func (r *Raw) SHA256() string {
	if r.sum == "" {
		sum := sha256.Sum256(r.Body)
		r.sum = hex.EncodeToString(sum[:])
	}
	return r.sum
}

// Basis says what a piece of metadata rests on.
type Basis string

// The bases, surest first.
const (
	Given   Basis = "given"   // handed over with the document, as in a JSONL field
	Stated  Basis = "stated"  // written in the text or in the page's own metadata
	Derived Basis = "derived" // concluded from several things that the text says; Why tells
	None    Basis = "none"    // not stated in the source; Value is empty
)

// A Field is one piece of metadata with what it rests on.
type Field struct {
	Value    string
	Basis    Basis
	Span     Span        // the words in Text that state it; zero when it comes from elsewhere
	Why      string      // the reason in words, for a careful reader
	Rejected []Candidate // what was considered and not taken
}

// A Candidate is a value that was considered for a Field and turned down.
type Candidate struct {
	Value string `json:"value"`
	Span  Span   `json:"span"`
	Why   string `json:"why"`
}

// Genres of a document. A treaty text is the text of an instrument itself; all
// else is news unless the user says otherwise.
const (
	GenreNews   = "news"
	GenreTreaty = "treaty"
)

// A Document is a text as it was read. It never changes after read made it,
// and every Span in pacta points into its Text.
type Document struct {
	ID         string // hash of everything that extractors may depend on; see MakeID
	ExternalID string // the id that a JSONL or CSV row brought along
	File       string // the file or row it came from
	URL        string
	SHA256     string // of the bytes it was read from
	MediaType  string // as detected
	Genre      string // GenreNews, GenreTreaty or ""
	Language   string // BCP 47, "" if unknown

	Title, Outlet, Author Field
	Published             Field // an EDTF date, date-time with zone, or interval

	Text     string            // UTF-8; never normalised again
	Sections []Section         // headings and paragraphs as the source laid them out, in text order
	Dropped  []Span            // boilerplate: kept in Text, shown grey, never analysed; sorted, disjoint
	Leads    []Span            // related headlines within Dropped: leads, not facts
	Repeated []Span            // lines within Dropped that are boilerplate because many pages of the outlet have them
	Group    string            // of a document of a base: near-copies of one text share it, a text that stands alone has its own ID
	Extra    map[string]string // fields of a row that pacta does not know, kept as they were
}

// A Section is a heading or a paragraph as the source laid it out.
type Section struct {
	Span
	Level int // 1 to 6 for a heading, 0 for a paragraph
}

// MakeID returns the identity of d: a hash of its text, its anchors and its
// boilerplate, so that two files with equal content are one document.
func (d *Document) MakeID() string {
	h := sha256.New()
	for _, s := range []string{d.ExternalID, d.Genre, d.Language, d.Title.Value, d.Outlet.Value, d.Published.Value, d.Text} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// Repeat returns d as it is read in company: the lines, which its outlet repeats
// from page to page, are boilerplate too. The lines are sorted and overlap
// neither each other nor Dropped; without any, it is d itself.
func (d *Document) Repeat(lines []Span) *Document {
	if len(lines) == 0 {
		return d
	}
	out := *d
	out.Repeated = lines
	out.Dropped = append(slices.Clone(d.Dropped), lines...)
	slices.SortFunc(out.Dropped, Span.Compare)
	out.Sections = slices.DeleteFunc(slices.Clone(d.Sections), func(s Section) bool {
		i, ok := slices.BinarySearchFunc(lines, s.Start, func(x Span, at int) int { return x.Start - at })
		return ok || i > 0 && lines[i-1].Overlaps(s.Span)
	})
	return &out
}

// IsDropped reports whether s lies in boilerplate.
func (d *Document) IsDropped(s Span) bool {
	for _, x := range d.Dropped {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

package treatybase

import (
	"encoding/json"

	"pacta"
	"pacta/edtf"
)

// A Record is an analysed document made ready for storing. Making it is most
// of the work and touches no base, so it can be done on any goroutine.
type Record struct {
	doc       *pacta.Document
	raw       *pacta.Raw // nil when the bytes are stored already
	body      []byte     // of raw, compressed
	detail    []byte
	sentences []pacta.Span
	version   string
	problem   string
	blob      []byte
	tally     []Count
	sketch    *Sketch // nil when it is stored already
}

// NewRecord returns what Store stores for a document: raw as it arrived (nil
// for a document of the base), the analysis that the pipeline of the given
// version made of it, and what went wrong in single extractors, "" if nothing.
func NewRecord(raw *pacta.Raw, a *pacta.Analysis, version, problem string) *Record {
	xs := a.All()
	r := &Record{
		doc: a.Doc, raw: raw, detail: encodeDetail(a.Doc),
		version: version, problem: problem,
		blob: encodeAnnotations(xs), tally: tallyOf(xs),
	}
	if raw != nil {
		r.body = pack(raw.Body)
	}
	for _, s := range a.Sentences {
		r.sentences = append(r.sentences, pacta.Span{Start: s.Start, End: s.End})
	}
	return r
}

// Facts returns how many annotations of each kind the record holds, in the
// order of the codebook.
func (r *Record) Facts() []Count { return r.tally }

// Document returns the document of the record.
func (r *Record) Document() *pacta.Document { return r.doc }

// A Count is a value and how often it occurs.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

func tallyOf(xs []pacta.Annotation) []Count {
	n := map[pacta.Kind]int{}
	for i := range xs {
		n[xs[i].Kind]++
	}
	var out []Count
	for _, d := range pacta.Schema {
		if n[d.Kind] > 0 {
			out = append(out, Count{string(d.Kind), n[d.Kind]})
		}
	}
	return out
}

// detail is what a document has beside its columns.
type detail struct {
	Title, Outlet, Author, Published pacta.Field
	Sections                         []pacta.Section   `json:",omitempty"`
	Dropped, Leads                   []pacta.Span      `json:",omitempty"`
	Extra                            map[string]string `json:",omitempty"`
}

func encodeDetail(d *pacta.Document) []byte {
	b, err := json.Marshal(detail{d.Title, d.Outlet, d.Author, d.Published, d.Sections, d.Dropped, d.Leads, d.Extra})
	if err != nil {
		panic(err) // strings, numbers and maps of strings
	}
	return pack(b)
}

func (x *detail) decode(blob []byte) error {
	b, err := unpack(blob)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, x)
}

// noDay stands for a date that no source states; the newest come first in
// lists, so it sorts below all others.
const noDay = int(edtf.Earliest) - 1

// days returns the first and the last day of an EDTF value.
func days(date string) (first, last int) {
	x, err := edtf.Parse(date)
	if date == "" || err != nil {
		return noDay, noDay
	}
	return int(x.First), int(x.Last)
}

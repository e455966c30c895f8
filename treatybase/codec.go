package treatybase

import (
	"encoding/binary"
	"fmt"
	"math"

	"pacta"
)

// Annotations are stored as one blob a document: a format byte, a table of the
// distinct strings, then each annotation as unsigned varints. Quotes are left
// out: they are the text's own bytes. Decoding takes a tenth of the time of
// JSON, and the blob a tenth of the room.
const codecFormat = 1

// encodeAnnotations returns xs as a blob.
func encodeAnnotations(xs []pacta.Annotation) []byte {
	w := &writer{index: map[string]uint64{}}
	w.number(len(xs))
	for i := range xs {
		w.annotation(&xs[i])
	}
	out := []byte{codecFormat}
	out = binary.AppendUvarint(out, uint64(len(w.strings)))
	for _, s := range w.strings {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	return pack(append(out, w.body...))
}

type writer struct {
	index   map[string]uint64
	strings []string
	body    []byte
}

func (w *writer) annotation(x *pacta.Annotation) {
	w.text(string(x.Kind))
	w.text(x.Type)
	w.span(x.Span)
	w.text(x.Value)
	w.text(x.By)
	w.text(x.Why)
	w.body = binary.AppendUvarint(w.body, math.Float64bits(x.Confidence))
	w.number(len(x.Args))
	for _, a := range x.Args {
		w.text(a.Role)
		w.span(a.Span)
		w.text(a.Value)
	}
}

func (w *writer) number(n int) { w.body = binary.AppendUvarint(w.body, uint64(n)) }

func (w *writer) span(s pacta.Span) {
	w.number(s.Start)
	w.number(s.Len())
}

func (w *writer) text(s string) {
	i, ok := w.index[s]
	if !ok {
		i = uint64(len(w.strings))
		w.index[s] = i
		w.strings = append(w.strings, s)
	}
	w.body = binary.AppendUvarint(w.body, i)
}

// decodeAnnotations undoes encodeAnnotations; text is the document's, whose
// bytes the quotes share.
func decodeAnnotations(blob []byte, text string) ([]pacta.Annotation, error) {
	return new(unpacker).annotations(blob, text)
}

// An unpacker decodes the annotations of many documents: strings that they
// have in common become one, and those of one kind can be left out.
type unpacker struct {
	interned map[string]string // nil to leave strings apart
	skip     pacta.Kind
}

func (u *unpacker) annotations(blob []byte, text string) (out []pacta.Annotation, err error) {
	b, err := unpack(blob)
	if err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil { // an index or a span out of range
			out, err = nil, fmt.Errorf("annotations: %w: %v", ErrCorrupt, p)
		}
	}()
	if len(b) == 0 || b[0] != codecFormat {
		return nil, fmt.Errorf("annotations: %w: unknown format", ErrCorrupt)
	}
	r := &reader{b: b[1:], document: text}
	r.table(u)
	out = make([]pacta.Annotation, r.count(9))
	n := 0
	for range out {
		out[n] = pacta.Annotation{}
		if r.annotation(&out[n]); u.skip == "" || out[n].Kind != u.skip {
			n++
		}
	}
	return out[:n], nil
}

type reader struct {
	b        []byte
	strings  []string
	document string
}

func (r *reader) table(u *unpacker) {
	r.strings = make([]string, r.count(1))
	for i := range r.strings {
		n := r.number()
		r.strings[i] = u.text(r.b[:n])
		r.b = r.b[n:]
	}
}

// text returns b as a string, a short one as that of an earlier document.
func (u *unpacker) text(b []byte) string {
	const short = 24 // codes, kinds, roles, dates, offices
	if len(b) > short || u.interned == nil {
		return string(b)
	}
	s, ok := u.interned[string(b)]
	if !ok {
		s = string(b)
		u.interned[s] = s
	}
	return s
}

func (r *reader) annotation(x *pacta.Annotation) {
	x.Kind = pacta.Kind(r.text())
	x.Type = r.text()
	x.Span, x.Quote = r.span()
	x.Value = r.text()
	x.By = r.text()
	x.Why = r.text()
	x.Confidence = math.Float64frombits(uint64(r.uvarint()))
	x.Args = make([]pacta.Arg, r.count(4))
	for i := range x.Args {
		a := &x.Args[i]
		a.Role = r.text()
		a.Span, a.Quote = r.span()
		a.Value = r.text()
	}
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		panic("truncated")
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) number() int { return int(r.uvarint()) }

// count reads how many things of at least size bytes follow.
func (r *reader) count(size int) int {
	n := r.number()
	if n < 0 || n > len(r.b)/size {
		panic("count out of range")
	}
	return n
}

func (r *reader) text() string { return r.strings[r.uvarint()] }

func (r *reader) span() (pacta.Span, string) {
	start, n := r.number(), r.number()
	s := pacta.Span{Start: start, End: start + n}
	return s, s.Of(r.document)
}

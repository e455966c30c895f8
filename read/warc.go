package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"pacta"
)

// isWARC reports whether head begins a web archive.
func isWARC(head []byte, _ bool, _ Options) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// splitWARC yields the pages of a web archive (ISO 28500): successful responses,
// resources and converted texts that are HTML, text, PDF or feeds. They are
// named "file.warc#7" after the number of the record. Records that hold no
// document (requests, images, scripts) are passed over.
func splitWARC(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		in := bufio.NewReaderSize(s.reader(), 1<<18)
		for n := 1; ; n++ {
			name := fmt.Sprintf("%s#%d", s.name, n)
			rec, err := nextRecord(in)
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", name, err))
				return
			}
			raw, err := rec.raw(s, name, o)
			if (raw != nil || err != nil) && !yield(raw, err) {
				return
			}
			if _, err := io.Copy(io.Discard, rec.block); err != nil || rec.block.N > 0 {
				yield(nil, fmt.Errorf("%s: the archive ends within the record: %w", name, pacta.ErrInvalid))
				return
			}
		}
	}
}

// A warcRecord is a record of a web archive before its block is read.
type warcRecord struct {
	header textproto.MIMEHeader
	block  *io.LimitedReader
}

// nextRecord reads the header of the next record.
func nextRecord(in *bufio.Reader) (*warcRecord, error) {
	for {
		c, err := in.ReadByte()
		if err != nil {
			return nil, err
		}
		if c != '\r' && c != '\n' {
			in.UnreadByte()
			break
		}
	}
	t := textproto.NewReader(in)
	version, err := t.ReadLine()
	if err != nil || !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("no web archive record where one should begin: %w", pacta.ErrInvalid)
	}
	h, err := t.ReadMIMEHeader()
	if err != nil {
		return nil, fmt.Errorf("record header: %v: %w", err, pacta.ErrInvalid)
	}
	size, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("record without a length: %w", pacta.ErrInvalid)
	}
	return &warcRecord{h, &io.LimitedReader{R: in, N: size}}, nil
}

// raw returns the page in the record, nil if it holds none.
func (w *warcRecord) raw(s source, name string, o Options) (*pacta.Raw, error) {
	var body io.Reader
	mediaType := w.header.Get("Content-Type")
	switch w.header.Get("Warc-Type") {
	case "response":
		res, err := http.ReadResponse(bufio.NewReader(w.block), nil)
		if err != nil {
			return nil, fmt.Errorf("%s: response: %v: %w", name, err, pacta.ErrInvalid)
		}
		if res.StatusCode != http.StatusOK {
			return nil, nil
		}
		body, mediaType = res.Body, res.Header.Get("Content-Type")
		if strings.EqualFold(res.Header.Get("Content-Encoding"), "gzip") {
			body = ungzipped(res.Body)
		}
	case "resource", "conversion":
		body = w.block
	default:
		return nil, nil
	}
	if !isDocument(mediaType) {
		return nil, nil
	}
	text, err := atMost(body, o.maxBytes())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(text) == 0 {
		return nil, nil
	}
	at, _ := time.Parse(time.RFC3339, w.header.Get("Warc-Date"))
	return &pacta.Raw{Name: name, URL: strings.Trim(w.header.Get("Warc-Target-Uri"), "<>"), MediaType: mediaType, Fetched: at, Body: text}, nil
}

// ungzipped undoes a content encoding that is named; some archives name it and
// keep the bytes decoded.
func ungzipped(r io.Reader) io.Reader {
	buf := bufio.NewReader(r)
	if head, _ := buf.Peek(2); !bytes.Equal(head, []byte("\x1f\x8b")) {
		return buf
	}
	z, err := gzip.NewReader(buf)
	if err != nil {
		return buf
	}
	return z
}

// isDocument reports whether a media type may hold a document.
func isDocument(mediaType string) bool {
	t, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		t = strings.ToLower(strings.TrimSpace(mediaType))
	}
	switch t {
	case "text/css", "text/javascript", "text/vtt":
		return false
	case "", "application/pdf", "application/xhtml+xml", "application/rss+xml", "application/atom+xml", "application/feed+json", "application/msword",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/rtf", "application/epub+zip":
		return true
	}
	return strings.HasPrefix(t, "text/")
}

package read

import (
	"bytes"
	"io"
	"iter"
	"mime"
	"strings"
	"time"

	"pacta"
)

// A format is a kind of file. One that holds several documents is split into
// Raws; any other is read.
type format struct {
	mediaType string
	read      func(*pacta.Raw, Options) (*page, error)
	split     func(source, Options) iter.Seq2[*pacta.Raw, error]
}

// A source is what a format is split from: bytes in memory, or a stream.
type source struct {
	name, url string
	fetched   time.Time
	body      []byte
	r         io.Reader   // instead of body
	at        io.ReaderAt // where the stream can be read anywhere; nil if not
	size      int64       // of what at reads
}

// reader returns the bytes of s from the start.
func (s source) reader() io.Reader {
	if s.r != nil {
		return s.r
	}
	return bytes.NewReader(s.body)
}

// raw returns a part of s as a Raw of its own.
func (s source) raw(name, mediaType string, body []byte) *pacta.Raw {
	return &pacta.Raw{Name: name, URL: s.url, MediaType: mediaType, Fetched: s.fetched, Body: body}
}

// headBytes is how much of a file is looked at to tell its format.
const headBytes = 64 << 10

// A sniffer tells whether a file that begins with head is of its format; whole
// says that head is all there is.
type sniffer struct {
	format format
	is     func(head []byte, whole bool, o Options) bool
}

// detect tells the format of raw by its content; what the source declared
// decides only between formats that look alike.
func detect(raw *pacta.Raw, o Options) format {
	switch declared, _, _ := mime.ParseMediaType(raw.MediaType); declared {
	case rowType:
		return format{mediaType: rowType, read: readRow}
	case mailTextType:
		return format{mediaType: "message/rfc822", read: readMail}
	}
	return sniff(raw.Body[:min(len(raw.Body), headBytes)], len(raw.Body) <= headBytes, o)
}

// sniff tells the format of a file by its first bytes, text if nothing else
// fits.
func sniff(head []byte, whole bool, o Options) format {
	for _, s := range sniffers() {
		if s.is(head, whole, o) {
			return s.format
		}
	}
	return format{mediaType: "text/plain", read: readText}
}

// sniffers lists the formats, the surest signs first.
func sniffers() []sniffer {
	return []sniffer{
		{format{mediaType: "application/pdf", read: readPDF}, isPDF},
		{format{mediaType: "application/gzip", split: splitGzip}, isGzip},
		{format{mediaType: "application/epub+zip", read: readEPUB}, isEPUB},
		{format{mediaType: "application/vnd.oasis.opendocument.text", read: readODT}, isODT},
		{format{mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", read: readDOCX}, isDOCX},
		{format{mediaType: "application/zip", split: splitZIP}, isZIP},
		{format{mediaType: "application/rtf", read: readRTF}, isRTF},
		{format{mediaType: "application/warc", split: splitWARC}, isWARC},
		{format{mediaType: "application/mbox", split: splitMBOX}, isMBOX},
		{format{mediaType: "message/rfc822", split: splitMail}, isMail},
		{format{mediaType: "application/akn+xml", read: readAkomaNtoso}, isAkomaNtoso},
		{format{mediaType: "application/rss+xml", split: splitFeed}, isFeed},
		{format{mediaType: "text/html", read: readHTML}, isHTML},
		{format{mediaType: "application/xml", read: readXML}, isXML},
		{format{mediaType: "application/feed+json", split: splitFeed}, isJSONFeed},
		{format{mediaType: "application/jsonl", split: splitJSONL}, isJSONL},
		{format{mediaType: "application/json", split: splitArray}, isArray},
		{format{mediaType: rowType, read: readRow}, isJSON},
		{format{mediaType: "text/csv", split: splitCSV}, isCSV},
		{format{mediaType: markdownType, read: readMarkdown}, isMarkdown},
	}
}

// begins reports whether head begins with prefix, case and leading white space
// aside.
func begins(head []byte, prefix string) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return len(head) >= len(prefix) && strings.EqualFold(string(head[:len(prefix)]), prefix)
}

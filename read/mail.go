package read

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"pacta"
)

// mailHeaders are header lines of which a mail has several.
var mailHeaders = []string{"from:", "subject:", "date:", "message-id:", "mime-version:", "received:", "return-path:", "to:", "delivered-to:"}

// isMail reports whether head begins with the header of a mail.
func isMail(head []byte, _ bool, _ Options) bool {
	n, from := 0, false
	for row := range bytes.Lines(head) {
		row = bytes.TrimRight(row, "\r\n")
		if len(row) == 0 {
			break
		}
		if row[0] == ' ' || row[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(row, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		for _, h := range mailHeaders {
			if strings.EqualFold(string(name)+":", h) {
				n++
				from = from || h == "from:" || h == "message-id:"
			}
		}
	}
	return n >= 3 && from
}

// readMail reads the text of a mail, plain rather than HTML, without headers and
// attachments; those are documents of their own. Subject, sender and date are the metadata; the names of
// attachments are kept in Extra.
func readMail(raw *pacta.Raw, _ Options) (*page, error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw.Body))
	if err != nil {
		return nil, fmt.Errorf("mail: %v: %w", err, pacta.ErrInvalid)
	}
	b := &mailBody{}
	b.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	p := &page{}
	switch {
	case strings.TrimSpace(b.plain) != "":
		p.doc.Text = b.plain
	case b.html != "":
		if p, err = htmlPage(b.html); err != nil {
			return nil, err
		}
		p.found = nil
	}
	p.mailHeader(m.Header)
	if len(b.attached) > 0 {
		p.doc.Extra = map[string]string{"attachments": strings.Join(b.attached, "\n")}
	}
	return p, nil
}

func (p *page) mailHeader(h mail.Header) {
	add := func(field, value, why string) {
		if value = squeeze(value); value != "" {
			p.found = append(p.found, clue{field, value, pacta.Stated, "header " + why})
		}
	}
	add("title", header8(h.Get("Subject")), "Subject")
	if from, err := (&mail.AddressParser{WordDecoder: wordDecoder()}).Parse(h.Get("From")); err == nil {
		add("author", from.Name, "From")
	}
	if at, err := h.Date(); err == nil {
		add("published", at.Format("2006-01-02T15:04:05Z07:00"), "Date")
	}
}

// wordDecoder decodes headers in any character set.
func wordDecoder() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) {
		return charset.NewReaderLabel(label, in)
	}}
}

// header8 decodes the encoded words of a header.
func header8(s string) string {
	if t, err := wordDecoder().DecodeHeader(s); err == nil {
		return strings.ToValidUTF8(t, "\ufffd")
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

// A mailBody collects the parts of a mail.
type mailBody struct {
	plain, html string
	attached    []string     // names
	keep        bool         // what is attached, in files
	files       []attachment //
}

// part reads a part and the parts within it, to a depth that no honest mail
// exceeds. A broken part ends the mail there; what was read stays.
func (b *mailBody) part(h textproto.MIMEHeader, body io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < 8 {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			next, err := parts.NextRawPart()
			if err != nil {
				return
			}
			b.part(next.Header, next, depth+1)
		}
	}
	disposition, names, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	if name := names["filename"]; disposition == "attachment" || name != "" && !strings.HasPrefix(kind, "text/") || kind == "message/rfc822" && depth > 0 {
		name = header8(name)
		b.attached = append(b.attached, name)
		if b.keep {
			// One that breaks off is kept as far as it goes.
			file, _ := io.ReadAll(transfer(h.Get("Content-Transfer-Encoding"), body))
			b.files = append(b.files, attachment{name, file})
		}
		return
	}
	if kind != "text/plain" && kind != "text/html" {
		return
	}
	src, _ := io.ReadAll(transfer(h.Get("Content-Transfer-Encoding"), body))
	mediaType := kind
	if c := params["charset"]; c != "" {
		mediaType += "; charset=" + c
	}
	text, err := decode(src, mediaType)
	if err != nil {
		return
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if kind == "text/html" {
		b.html += text
	} else {
		b.plain += text
	}
}

// transfer undoes a transfer encoding.
func transfer(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}

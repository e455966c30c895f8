package read

import (
	"bytes"
	"fmt"
	"iter"
	"net/mail"
	"net/textproto"
	"strings"

	"pacta"
)

// mailTextType marks a Raw that stands for the text of a mail, without what is
// attached to it.
const mailTextType = "message/x-pacta-mail-text"

// An attachment is a file that came with a mail.
type attachment struct {
	name string
	body []byte
}

// attachable lists the formats of attachments that are read as documents of
// their own; pictures, tables and signatures are not.
var attachable = map[string]bool{
	"application/pdf": true, "application/rtf": true, "application/epub+zip": true, "application/vnd.oasis.opendocument.text": true,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": true, "application/akn+xml": true, "application/zip": true,
	"message/rfc822": true,
}

// splitMail yields a mail's text as one Raw and each attachment that holds text
// as one more, named "mail.eml/pact.pdf". A mail of attachments alone has no
// text.
func splitMail(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		body, err := atMost(s.reader(), o.maxBytes())
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		files, text := attachments(body, o)
		if (text || len(files) == 0) && !yield(s.raw(s.name, mailTextType, body), nil) {
			return
		}
		for i, f := range files {
			name := f.name
			if name == "" {
				name = fmt.Sprintf("attachment %d", i+1)
			}
			if !yield(s.raw(s.name+"/"+name, "", f.body), nil) {
				return
			}
		}
	}
}

// attachments returns the files with a mail that are read, and whether the mail
// has a text beside them.
func attachments(body []byte, o Options) (files []attachment, text bool) {
	m, err := mail.ReadMessage(bytes.NewReader(body))
	if err != nil {
		return nil, true // its reader says what is wrong
	}
	b := &mailBody{keep: true}
	b.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	for _, f := range b.files {
		if attachable[sniff(f.body[:min(len(f.body), headBytes)], len(f.body) <= headBytes, o).mediaType] {
			files = append(files, f)
		}
	}
	return files, strings.TrimSpace(b.plain+b.html) != ""
}

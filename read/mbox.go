package read

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"

	"pacta"
)

// isMBOX reports whether head begins a mailbox: a "From " line, then a mail.
func isMBOX(head []byte, whole bool, o Options) bool {
	if !bytes.HasPrefix(head, []byte("From ")) {
		return false
	}
	_, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && isMail(rest, whole, o)
}

// splitMBOX yields the mails of a mailbox, named "box.mbox#1" and so on. Lines
// quoted as ">From " are restored.
func splitMBOX(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		in := bufio.NewReaderSize(s.reader(), 1<<20)
		var mail []byte
		n, long, blank := 0, false, true
		flush := func() bool {
			name := fmt.Sprintf("%s#%d", s.name, n)
			body := mail
			mail = nil
			if long {
				long = false
				return yield(nil, fmt.Errorf("%s: mail of more than %d bytes: %w", name, o.maxBytes(), pacta.ErrUnsupported))
			}
			return n == 0 || yield(s.raw(name, "message/rfc822", body), nil)
		}
		for {
			row, err := in.ReadSlice('\n')
			if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
				yield(nil, fmt.Errorf("%s: %w", s.name, err))
				return
			}
			if blank && bytes.HasPrefix(row, []byte("From ")) {
				if !flush() {
					return
				}
				n++
			} else if long = long || int64(len(mail)+len(row)) > o.maxBytes(); !long {
				mail = append(mail, unquoted(row)...)
			}
			if blank = len(bytes.TrimRight(row, "\r\n")) == 0; err == io.EOF {
				flush()
				return
			}
		}
	}
}

// unquoted returns a line of a mailbox without the mark before "From ".
func unquoted(row []byte) []byte {
	if bare := bytes.TrimLeft(row, ">"); len(bare) < len(row) && bytes.HasPrefix(bare, []byte("From ")) {
		return row[1:]
	}
	return row
}

package read

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"pacta"
)

// Open yields what r holds as Raws named after name, one for each document or
// page that Read would take apart anyway, without holding more than one of
// them in memory. A file that can be read at any place, as *os.File can, is
// used so for ZIP archives; other streams of that kind are read whole.
func Open(name string, r io.Reader, o Options) iter.Seq2[*pacta.Raw, error] {
	s := source{name: name, r: r}
	s.at, s.size = anywhere(r)
	return s.open(o)
}

// open yields the Raws in s, whatever format it has.
func (s source) open(o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		buf := bufio.NewReaderSize(s.r, headBytes)
		head, err := buf.Peek(headBytes)
		if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
			yield(nil, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		s.r = buf
		f := sniff(head, err == io.EOF, o)
		if f.split == nil {
			yield(s.all(o))
			return
		}
		o, err := o.deeper(s.name)
		if err != nil {
			yield(nil, err)
			return
		}
		for raw, err := range f.split(s, o) {
			if !yield(raw, err) {
				return
			}
		}
	}
}

// all reads s as one Raw.
func (s source) all(o Options) (*pacta.Raw, error) {
	body, err := io.ReadAll(io.LimitReader(s.reader(), o.maxBytes()+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	if int64(len(body)) > o.maxBytes() {
		return nil, fmt.Errorf("%s: more than the %d bytes that one document may have: %w", s.name, o.maxBytes(), pacta.ErrUnsupported)
	}
	return s.raw(s.name, "", body), nil
}

// anywhere returns r as something that can be read at any place, with its
// size, if it is an ordinary file.
func anywhere(r io.Reader) (io.ReaderAt, int64) {
	f, ok := r.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	})
	if !ok {
		return nil, 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, 0
	}
	return f, info.Size()
}

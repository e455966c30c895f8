package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
	"unicode/utf8"

	"pacta"
)

// isZIP reports whether head begins a ZIP archive.
func isZIP(head []byte, _ bool, _ Options) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// splitZIP yields what is in the members of an archive, named
// "archive.zip/folder/member". Folders and the litter of file systems are left
// out; a member that cannot be read is an error of its own.
func splitZIP(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		z, size, err := s.zip(o)
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		for _, f := range z.File {
			name := memberName(f)
			if f.FileInfo().IsDir() || isLitter(name) {
				continue
			}
			for raw, err := range member(s, f, s.name+"/"+name, size, o) {
				if !yield(raw, err) {
					return
				}
			}
			if *o.unpacked > o.maxUnpack() {
				return
			}
		}
	}
}

// member yields what is in one member.
func member(s source, f *zip.File, name string, size int64, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		if f.Flags&1 != 0 {
			yield(nil, fmt.Errorf("%s: encrypted: %w", name, pacta.ErrUnsupported))
			return
		}
		r, err := f.Open()
		if err != nil {
			yield(nil, fmt.Errorf("%s: %v: %w", name, err, pacta.ErrInvalid))
			return
		}
		defer r.Close()
		inner := source{name: name, url: s.url, fetched: s.fetched, r: o.metered(r, size)}
		for raw, err := range inner.open(o) {
			if !yield(raw, err) {
				return
			}
		}
	}
}

// zip opens s as an archive, from the file where it is one, else from memory.
func (s source) zip(o Options) (*zip.Reader, int64, error) {
	at, size := s.at, s.size
	if at == nil {
		body := s.body
		if body == nil {
			var err error
			if body, err = atMost(s.reader(), 4*o.maxBytes()); err != nil {
				return nil, 0, fmt.Errorf("archive in a stream: %w", err)
			}
		}
		at, size = bytes.NewReader(body), int64(len(body))
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, 0, fmt.Errorf("archive: %v: %w", err, pacta.ErrInvalid)
	}
	return z, size, nil
}

// memberName returns the name of f as UTF-8, old archives' code page 437 with
// its odd letters replaced.
func memberName(f *zip.File) string {
	name := path.Clean("/" + strings.ReplaceAll(f.Name, `\`, "/"))[1:]
	if !utf8.ValidString(name) {
		name = strings.ToValidUTF8(name, "\ufffd")
	}
	return name
}

func isLitter(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || base == ".DS_Store" || base == "Thumbs.db"
}

// part returns the file name of the archive z, at most limit bytes of it; no
// error where there is none.
func part(z *zip.Reader, name string, limit int64) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %v: %w", name, err, pacta.ErrInvalid)
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, limit+1))
		if err != nil {
			return nil, fmt.Errorf("%s: %v: %w", name, err, pacta.ErrInvalid)
		}
		if int64(len(b)) > limit {
			return nil, fmt.Errorf("%s: more than %d bytes: %w", name, limit, pacta.ErrUnsupported)
		}
		return b, nil
	}
	return nil, nil
}

package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

// A weights file is a header line, a count, and for each section its name, offset
// and length; then the sections. It is used in place: nothing is decoded.
const blobMagic = "pacta weights 1\n"

// WriteBlob joins named sections into a weights file.
func WriteBlob(sections map[string][]byte) []byte {
	names := sortedNames(sections)
	head := len(blobMagic) + 4
	for _, name := range names {
		head += 1 + len(name) + 8
	}
	out := append([]byte(blobMagic), 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(out[len(blobMagic):], uint32(len(names)))
	at := uint32(head)
	for _, name := range names {
		out = append(append(out, byte(len(name))), name...)
		out = binary.LittleEndian.AppendUint32(out, at)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(sections[name])))
		at += uint32(len(sections[name]))
	}
	for _, name := range names {
		out = append(out, sections[name]...)
	}
	return out
}

func sortedNames(sections map[string][]byte) []string {
	var names []string
	for name := range sections {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// digestName is the section that holds the digest of the others, so that
// nobody has to read them all to tell versions apart.
const digestName = "digest"

// Seal adds the digest of the sections to them.
func Seal(sections map[string][]byte) {
	delete(sections, digestName)
	h := sha256.New()
	for _, name := range sortedNames(sections) {
		fmt.Fprintf(h, "%s %d\n", name, len(sections[name]))
		h.Write(sections[name])
	}
	sections[digestName] = h.Sum(nil)
}

// ReadBlob returns the sections of a weights file, as parts of it.
func ReadBlob(data []byte) (map[string][]byte, error) {
	if len(data) < len(blobMagic)+4 || string(data[:len(blobMagic)]) != blobMagic {
		return nil, fmt.Errorf("not a weights file of this version")
	}
	n := int(binary.LittleEndian.Uint32(data[len(blobMagic):]))
	sections := make(map[string][]byte, n)
	rest := data[len(blobMagic)+4:]
	for range n {
		if len(rest) < 1 || len(rest) < 9+int(rest[0]) {
			return nil, fmt.Errorf("weights file is cut short")
		}
		name, tail := string(rest[1:1+rest[0]]), rest[1+int(rest[0]):]
		at, size := int(binary.LittleEndian.Uint32(tail)), int(binary.LittleEndian.Uint32(tail[4:]))
		if at+size > len(data) {
			return nil, fmt.Errorf("weights file is cut short in section %s", name)
		}
		sections[name] = data[at : at+size : at+size]
		rest = tail[8:]
	}
	return sections, nil
}

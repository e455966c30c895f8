package read

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strings"

	"pacta"
)

// isEPUB reports whether head begins an EPUB book.
func isEPUB(head []byte, whole bool, o Options) bool {
	return isZIP(head, whole, o) && bytes.Contains(head[:min(len(head), 200)], []byte("application/epub+zip"))
}

// An epubPackage is what the package document of a book says.
type epubPackage struct {
	Title     string   `xml:"metadata>title"`
	Creators  []string `xml:"metadata>creator"`
	Publisher string   `xml:"metadata>publisher"`
	Date      string   `xml:"metadata>date"`
	Language  string   `xml:"metadata>language"`
	Items     []struct {
		ID   string `xml:"id,attr"`
		Href string `xml:"href,attr"`
		Type string `xml:"media-type,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// readEPUB reads the chapters of a book in reading order as one document.
func readEPUB(raw *pacta.Raw, o Options) (*page, error) {
	z, _, err := source{name: raw.Name, body: raw.Body}.zip(o)
	if err != nil {
		return nil, err
	}
	book, base, err := epubOf(z)
	if err != nil {
		return nil, err
	}
	var w paragraphs
	for _, href := range book.chapters() {
		body, err := part(z, path.Join(base, href), o.maxBytes())
		if err != nil {
			return nil, err
		}
		if w.text.Len()+len(body) > int(o.maxBytes()) {
			return nil, fmt.Errorf("book of more than %d bytes: %w", o.maxBytes(), pacta.ErrUnsupported)
		}
		src, err := decode(body, "application/xhtml+xml; charset=utf-8")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", href, err)
		}
		chapter, err := htmlPage(src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", href, err)
		}
		for _, s := range chapter.doc.Sections {
			w.line.WriteString(s.Of(chapter.doc.Text))
			w.end(s.Level)
		}
	}
	p := w.page()
	p.state("title", book.Title, "metadata of the book")
	p.state("author", strings.Join(book.Creators, ", "), "metadata of the book")
	p.state("outlet", book.Publisher, "metadata of the book")
	p.state("published", book.Date, "metadata of the book")
	p.doc.Language = languageTag(book.Language)
	return p, nil
}

// epubOf finds and reads the package document of a book and returns the folder
// that its links start from.
func epubOf(z *zip.Reader) (*epubPackage, string, error) {
	container, err := part(z, "META-INF/container.xml", 1<<20)
	if err != nil {
		return nil, "", err
	}
	var c struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(container, &c); err != nil || len(c.Roots) == 0 {
		return nil, "", fmt.Errorf("book without a container.xml: %w", pacta.ErrInvalid)
	}
	body, err := part(z, c.Roots[0].Path, 16<<20)
	if err != nil {
		return nil, "", err
	}
	var book epubPackage
	if err := xml.Unmarshal(body, &book); err != nil {
		return nil, "", fmt.Errorf("%s: %v: %w", c.Roots[0].Path, err, pacta.ErrInvalid)
	}
	return &book, path.Dir(c.Roots[0].Path), nil
}

// chapters returns the files of the book in reading order.
func (b *epubPackage) chapters() []string {
	href := map[string]string{}
	for _, x := range b.Items {
		if strings.Contains(x.Type, "html") {
			if u, err := url.PathUnescape(x.Href); err == nil {
				href[x.ID] = u
			}
		}
	}
	var out []string
	for _, s := range b.Spine {
		if h := href[s.ID]; h != "" {
			out = append(out, h)
		}
	}
	return out
}

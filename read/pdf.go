package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"pacta"
)

// isPDF reports whether head begins a PDF file; some have a few bytes before
// the mark.
func isPDF(head []byte, _ bool, _ Options) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) && !begins(head, "<")
}

// pdfWorkers is how many PDF files are read at a time, each in a sandbox of
// its own of some 30 MB.
const pdfWorkers = 4

// pdfEngine starts PDFium, compiled to WebAssembly, when the first PDF comes.
// It sees no files. Its machine code is kept in the user's cache folder, which
// makes the start some thirty times faster; without such a folder it is
// compiled anew.
var pdfEngine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(512 << 20 / (64 << 10))
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "pacta", "pdfium")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{
		MaxIdle: pdfWorkers, MaxTotal: pdfWorkers, ReuseWorkers: true,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
})

// readPDF reads the text layer of a PDF file, page by page. A file of images
// without one is an error, never an empty text.
func readPDF(raw *pacta.Raw, o Options) (p *page, err error) {
	pool, err := pdfEngine()
	if err != nil {
		return nil, fmt.Errorf("pdf reader: %w", err)
	}
	engine, err := pool.GetInstance(time.Hour)
	if err != nil {
		return nil, fmt.Errorf("pdf reader: %w", err)
	}
	defer func() {
		// A file that breaks the sandbox breaks only this one.
		if x := recover(); x != nil {
			p, err = nil, fmt.Errorf("pdf: broken file (%v): %w", x, pacta.ErrInvalid)
		}
		if closed := engine.Close(); closed != nil && err == nil {
			err = fmt.Errorf("pdf reader: %w", closed)
		}
	}()
	file, err := engine.OpenDocument(&requests.OpenDocument{File: &raw.Body})
	if err != nil {
		return nil, pdfError(err)
	}
	defer engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: file.Document})
	pages, err := pdfPages(engine, file.Document, o)
	if err != nil {
		return nil, err
	}
	p = pdfText(pages)
	pdfProperties(p, engine, file.Document)
	return p, nil
}

// pdfError says what is wrong with a file that does not open.
func pdfError(err error) error {
	if errors.Is(err, pdferrors.ErrPassword) {
		return fmt.Errorf("pdf: needs a password: %w", pacta.ErrUnsupported)
	}
	if _, reason, ok := strings.Cut(err.Error(), ": "); ok { // its number says nothing
		err = errors.New(reason)
	}
	return fmt.Errorf("pdf: cannot be opened (%v): %w", err, pacta.ErrInvalid)
}

// pdfPages returns the lines of each page.
func pdfPages(engine pdfium.Pdfium, doc references.FPDF_DOCUMENT, o Options) ([][]string, error) {
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return nil, fmt.Errorf("pdf: %v: %w", err, pacta.ErrInvalid)
	}
	var pages [][]string
	letters, size, broken := 0, 0, 0
	for i := range count.PageCount {
		got, err := engine.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}})
		if err != nil {
			broken++
			pages = append(pages, nil)
			continue
		}
		if size += len(got.Text); int64(size) > o.maxBytes() {
			return nil, fmt.Errorf("pdf: text of more than %d bytes: %w", o.maxBytes(), pacta.ErrUnsupported)
		}
		for _, r := range got.Text {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		pages = append(pages, pdfLines(got.Text))
	}
	switch {
	case broken > 0 && broken == count.PageCount:
		return nil, fmt.Errorf("pdf: none of its %d pages can be read: %w", broken, pacta.ErrInvalid)
	case count.PageCount == 0:
		return nil, fmt.Errorf("pdf: no pages: %w", pacta.ErrInvalid)
	case count.PageCount == 1 && letters < 5:
		return nil, fmt.Errorf("pdf: one page and no text layer: scanned, needs OCR first: %w", pacta.ErrUnsupported)
	case letters < 5*(count.PageCount-broken) || letters == 0:
		return nil, fmt.Errorf("pdf: %d pages and no text layer: scanned, needs OCR first: %w", count.PageCount, pacta.ErrUnsupported)
	}
	return pages, nil
}

// pdfLines cuts the text of a page into lines and takes out the mark for a
// hyphen at the end of a line.
func pdfLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufffe", "-", "\x02", "-", "\x00", "", "\f", "\n").Replace(text)
	text = strings.ToValidUTF8(text, "\ufffd")
	return strings.Split(text, "\n")
}

// pdfText makes a page of the lines. Words parted at the end of a line stay as
// they are printed. Lines that stand at the edge of most pages, and page
// numbers, are boilerplate.
func pdfText(pages [][]string) *page {
	p := &page{}
	running := pdfRunning(pages)
	var b strings.Builder
	for _, lines := range pages {
		for i, row := range lines {
			start := b.Len()
			row = strings.TrimRight(row, " \t")
			b.WriteString(row)
			edge := i < 2 || i >= len(lines)-2
			if edge && row != "" && (running[pdfKey(row)] || pdfKey(row) == "#") {
				p.drop(pacta.Span{Start: start, End: b.Len()})
			}
			b.WriteByte('\n')
		}
	}
	p.doc.Text = strings.TrimRight(b.String(), "\n")
	for i := range p.doc.Dropped {
		p.doc.Dropped[i].End = min(p.doc.Dropped[i].End, len(p.doc.Text))
	}
	return p
}

// pdfRunning returns the lines, numbers aside, that stand at the edge of at
// least half of the pages, and of three.
func pdfRunning(pages [][]string) map[string]bool {
	count := map[string]int{}
	for _, lines := range pages {
		for i, row := range lines {
			if key := pdfKey(row); key != "" && (i < 2 || i >= len(lines)-2) {
				count[key]++
			}
		}
	}
	out := map[string]bool{}
	for key, n := range count {
		if n >= 3 && n*2 >= len(pages) {
			out[key] = true
		}
	}
	return out
}

// pdfKey returns a line with each number as "#".
func pdfKey(row string) string {
	var b strings.Builder
	digit := false
	for _, r := range strings.TrimSpace(row) {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return strings.Trim(b.String(), "-–— ")
}

// pdfProperties takes the title and author that the file states. Programs
// write file names into the title, which are none.
func pdfProperties(p *page, engine pdfium.Pdfium, doc references.FPDF_DOCUMENT) {
	meta, err := engine.GetMetaData(&requests.GetMetaData{Document: doc, Tags: &[]string{"Title", "Author"}})
	if err != nil {
		return
	}
	for _, t := range meta.Tags {
		v := squeeze(t.Value)
		switch {
		case t.Tag == "Title" && strings.Contains(v, " ") && !strings.Contains(strings.ToLower(v), ".doc") && !strings.HasPrefix(v, "Microsoft"):
			p.state("title", v, "property Title of the file")
		case t.Tag == "Author" && isName(v):
			p.state("author", v, "property Author of the file")
		}
	}
}

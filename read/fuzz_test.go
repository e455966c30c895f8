package read

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pacta"
)

// fuzz reads every input whole and in parts, and holds each document to what
// readers promise. Whatever the bytes, no reader may panic or hang.
func fuzz(f *testing.F, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
		f.Add(s[:len(s)/2])
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		o := Options{MaxBytes: 1 << 20, MaxUnpack: 8 << 20}
		for raw, err := range Open("fuzz", bytes.NewReader(body), o) {
			if err != nil {
				continue
			}
			for d, err := range Read(raw, o) {
				if err == nil {
					checkSpans(t, d)
				}
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, []byte(article(3)), []byte("X\n Categories: 2031\n\nPost: Pact Signed in Springfield\n\nA pact was signed on May 3."), []byte("Z\xfcrich"))
}

func FuzzHTML(f *testing.F) { fuzz(f, []byte(page1), []byte("<p><p <a href")) }

func FuzzMarkdown(f *testing.F) {
	fuzz(f, []byte("---\ntitle: A\n---\n# A\n\n## B\n\n[x](y) **z**"))
}

func FuzzJSONL(f *testing.F) {
	fuzz(f, []byte("{\"text\":\"a \\u201cb\\ud83d\\ude00\",\"x\":{\"y\":[1]}}\n{\"text\":\"b\"}\n"), []byte(`[{"text":"a"},{"text":"b"}]`), []byte(`{"id": 1, "text": "a"}`))
}

func FuzzCSV(f *testing.F) { fuzz(f, []byte("id,title,text\n1,a,\"b \"\"c\"\"\nd\"\n2,,e\n")) }

func FuzzMail(f *testing.F) {
	fuzz(f, []byte(mailText), []byte("From a Sat\n"+mailText+"\nFrom b Sat\n"+mailText))
}

func FuzzRTF(f *testing.F) { fuzz(f, []byte(rtfText), []byte(`{\rtf1\u-1?\bin9 a\'`)) }

func FuzzAkomaNtoso(f *testing.F) { fuzz(f, []byte(aknXML)) }

func FuzzFeed(f *testing.F) { fuzz(f, []byte(rssXML)) }

func FuzzWARC(f *testing.F) { fuzz(f, []byte(warc(page1)), gzipped(f, warc(page1))) }

func FuzzDOCX(f *testing.F) {
	fuzz(f, archive(f, "[Content_Types].xml", "<Types/>", "word/document.xml", docxXML))
}

func FuzzODT(f *testing.F) {
	fuzz(f, archive(f, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtXML))
}

func FuzzEPUB(f *testing.F) {
	fuzz(f, archive(f, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`, "p.opf", "<package/>"))
}

func FuzzZIP(f *testing.F) { fuzz(f, archive(f, "a.txt", "A pact was signed.", "b.html", page1)) }

func FuzzPDF(f *testing.F) { fuzz(f, pdf("Pact of Springfield\nThe Parties shall consult.")) }

// FuzzDOCXText and its like fuzz what lies within an archive, which bytes of
// the archive hardly reach.
func FuzzDOCXText(f *testing.F) {
	f.Add(docxXML, numberingXML, stylesXML)
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		w := docxWriter{numbers: newDocxNumbers([]byte(numbering), []byte(styles))}
		if w.read([]byte(body)) == nil {
			checkSpans(t, &w.page().doc)
		}
	})
}

func FuzzODTText(f *testing.F) {
	f.Add(odtXML)
	f.Add(odtLists)
	f.Fuzz(func(t *testing.T, body string) {
		if p, err := odtText([]byte(body), newODTNumbers([]byte(body))); err == nil {
			checkSpans(t, &p.doc)
		}
	})
}

// FuzzSketch makes a template of a text and of arbitrary bytes in the place of
// stored lines: what it drops are lines, each once.
func FuzzSketch(f *testing.F) {
	f.Add("Menu\nPact signed\n\nThe Parties shall consult each other whenever one of them is threatened.\n\nFollow our channel\n© 2031", []byte("0123456789ab"))
	f.Fuzz(func(t *testing.T, text string, stored []byte) {
		d := &pacta.Document{Text: strings.ToValidUTF8(text, "?"), Outlet: pacta.Field{Value: "The Post"}}
		s := SketchOf(d)
		lines := AppendLines(nil, s.Lines)
		var pages []Page
		for n := range leastPages {
			pages = append(pages, Page{Copies: fmt.Sprint(n), Lines: lines}, Page{Copies: fmt.Sprint(n), Lines: stored})
		}
		tpl := TemplateOf(pages)
		at := 0
		for _, x := range tpl.Repeated(lines) {
			if x.Start < at || x.End > len(d.Text) || x.Len() == 0 {
				t.Fatalf("repeated %v after %d in %d bytes", x, at, len(d.Text))
			}
			at = x.End
		}
		tpl.Repeated(stored)
	})
}

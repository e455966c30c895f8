package read

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pacta"
)

// all reads name with body through Open and Read and returns what comes.
func all(t *testing.T, name string, body []byte) (docs []*pacta.Document, errs []error) {
	t.Helper()
	for raw, err := range Open(name, bytes.NewReader(body), Options{}) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for d, err := range Read(raw, Options{}) {
			if err != nil {
				errs = append(errs, err)
				continue
			}
			checkSpans(t, d)
			docs = append(docs, d)
		}
	}
	return docs, errs
}

// archive packs names and contents in turn.
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdf writes a PDF file with a page for each text, "" for one without text.
func pdf(pages ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	for i, text := range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 5+2*i)
		var stream strings.Builder
		stream.WriteString("BT /F1 10 Tf 50 750 Td 14 TL\n")
		for row := range strings.Lines(text) {
			fmt.Fprintf(&stream, "(%s) Tj T*\n", strings.TrimSpace(row))
		}
		stream.WriteString("ET")
		object("<< /Length %d >>\nstream\n%s\nendstream", stream.Len(), stream.String())
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

const docxXML = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Pact of Springfield</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The Parties shall </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t>consult each other.</w:t></w:r></w:p></w:body></w:document>`

const odtXML = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
<text:h text:outline-level="1">Pact of Springfield</text:h><text:p>The Parties<text:s/>shall <text:span>consult</text:span> each other.</text:p></office:text></office:body></office:document-content>`

const aknXML = `<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification><FRBRWork><FRBRdate date="2031-05-03" name="signature"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<preface><p><docTitle>Pact of Springfield</docTitle></p></preface><body><article><num>Article 1</num><heading>Consultation</heading><paragraph><num>1.</num><content><p>The Parties shall consult each other.</p></content></paragraph></article></body></act></akomaNtoso>`

const mailText = "From: =?utf-8?q?Ann_Ex=C3=A4mple?= <ann@post.example>\r\nTo: desk@post.example\r\nSubject: Pact signed\r\nDate: Sat, 03 May 2031 09:15:00 +0200\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/alternative; boundary=XX\r\n\r\n--XX\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe Parties agreed in Z=FCrich to consult each other.\r\n--XX\r\nContent-Type: text/html\r\n\r\n<p>The Parties agreed</p>\r\n--XX--\r\n"

const rtfText = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\*\generator x;}\f0 Pact of Springfield\par The Parties agreed in Z\'fcrich to \b consult\b0  each other \u8211?{\i  always}.\par}`

const rssXML = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><link>https://wire.example/</link>
<item><title>Pact signed</title><link>/a1</link><pubDate>Sat, 03 May 2031 09:15:00 +0200</pubDate><description>&lt;p&gt;Freedonia and Sylvania signed a pact on mutual assistance.&lt;/p&gt;</description></item>
<item><title>Talks end</title><link>https://wire.example/a2</link><description>Talks on the border ended without a result on Tuesday.</description></item></channel></rss>`

// warc writes a web archive of one response, preceded by its request.
func warc(page string) string {
	record := func(kind, block string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://post.example/a1\r\nWARC-Date: 2031-05-04T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(block), block)
	}
	return record("request", "GET / HTTP/1.1\r\n\r\n") + record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+page)
}

func TestFormats(t *testing.T) {
	chapter := `<html><body><h1>Chapter</h1><p>The Parties shall consult each other without delay.</p></body></html>`
	opf := `<package xmlns:dc="x"><metadata><dc:title>A Book of Pacts</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`
	for _, c := range []struct {
		name      string
		body      []byte
		mediaType string
		title     string
		published string
		text      string // what the text has in it
	}{
		{"a.docx", archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", docxXML), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Pact of Springfield", "", "Pact of Springfield\nThe Parties shall consult each other."},
		{"a.odt", archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtXML), "application/vnd.oasis.opendocument.text", "Pact of Springfield", "", "Pact of Springfield\nThe Parties shall consult each other."},
		{"a.xml", []byte(aknXML), "application/akn+xml", "Pact of Springfield", "2031-05-03", "Pact of Springfield\nArticle 1 Consultation\n1. The Parties shall consult each other."},
		{"a.eml", []byte(mailText), "message/rfc822", "Pact signed", "2031-05-03T09:15:00+02:00", "The Parties agreed in Zürich to consult each other."},
		{"a.rtf", []byte(rtfText), "application/rtf", "Pact of Springfield", "", "Pact of Springfield\nThe Parties agreed in Zürich to consult each other – always."},
		{"a.epub", archive(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>`, "OPS/p.opf", opf, "OPS/a.xhtml", chapter), "application/epub+zip", "A Book of Pacts", "", "Chapter\nThe Parties shall consult each other without delay."},
		{"a.pdf", pdf("Pact of Springfield\nThe Parties shall consult each other without delay whenever one is threatened.", "Second page of the pact with more than enough letters."), "application/pdf", "Pact of Springfield", "", "whenever one is threatened."},
		{"latin1.txt", []byte("Der Vertrag von Z\xfcrich\n\nDie Vertragsparteien werden einander ohne Verzug konsultieren, sobald eine von ihnen bedroht ist.\n"), "text/plain", "Der Vertrag von Zürich", "", "Zürich"},
		{"utf16.txt", []byte("\xff\xfeA\x00 \x00p\x00a\x00c\x00t\x00 \x00w\x00a\x00s\x00 \x00s\x00i\x00g\x00n\x00e\x00d\x00.\x00"), "text/plain", "", "", "A pact was signed."},
	} {
		docs, errs := all(t, c.name, c.body)
		if len(docs) != 1 || len(errs) > 0 {
			t.Errorf("%s: %d documents, errors %v", c.name, len(docs), errs)
			continue
		}
		d := docs[0]
		if d.MediaType != c.mediaType || d.Title.Value != c.title || d.Published.Value != c.published || !strings.Contains(d.Text, c.text) {
			t.Errorf("%s: type %q, title %q, published %q, text %q", c.name, d.MediaType, d.Title.Value, d.Published.Value, d.Text)
		}
	}
}

func TestMailAttachments(t *testing.T) {
	part := func(head, body string) string { return "--XX\r\n" + head + "\r\n\r\n" + body + "\r\n" }
	base64Part := func(name string, body []byte) string {
		return part("Content-Type: application/octet-stream; name="+name+"\r\nContent-Disposition: attachment; filename="+name+"\r\nContent-Transfer-Encoding: base64", base64.StdEncoding.EncodeToString(body))
	}
	head := "From: Ann Example <ann@post.example>\r\nTo: desk@post.example\r\nSubject: The pact\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=XX\r\n\r\n"
	text := part("Content-Type: text/plain", "The pact is attached, as the Parties agreed.")
	docx := archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", docxXML)
	for _, c := range []struct{ name, body, want string }{
		{"a.eml", head + text + base64Part("pact.docx", docx) + base64Part("logo.png", []byte("\x89PNG\r\n\x1a\n\x00\x00")) + "--XX--\r\n", "a.eml The pact|a.eml/pact.docx Pact of Springfield"},
		{"b.eml", head + base64Part("pact.docx", docx) + "--XX--\r\n", "b.eml/pact.docx Pact of Springfield"},
		{"c.eml", head + text + part("Content-Type: message/rfc822", strings.ReplaceAll(mailText, "XX", "YY")) + "--XX--\r\n", "c.eml The pact|c.eml/attachment 1 Pact signed"},
	} {
		docs, errs := all(t, c.name, []byte(c.body))
		var got []string
		for _, d := range docs {
			got = append(got, d.File+" "+d.Title.Value)
		}
		if strings.Join(got, "|") != c.want || len(errs) > 0 {
			t.Errorf("%s: %q, want %q; errors %v", c.name, got, c.want, errs)
		}
	}
}

func TestContainers(t *testing.T) {
	row := `{"id":"a","text":"Freedonia will leave the pact."}`
	for _, c := range []struct {
		name string
		body []byte
		want string // names and titles of the documents
	}{
		{"a.zip", archive(t, "x/", "", "x/a.txt", "Pact signed\n\nFreedonia and Sylvania signed a pact on mutual assistance.", "__MACOSX/x", "junk", "b.jsonl", row), "a.zip/x/a.txt Pact signed|a.zip/b.jsonl "},
		{"a.warc", []byte(warc(page1)), "a.warc#2 Freedonia and Sylvania sign pact"},
		{"a.warc.gz", append(gzipped(t, warc(page1)), gzipped(t, warc(page1))...), "a.warc#2 Freedonia and Sylvania sign pact|a.warc#4 Freedonia and Sylvania sign pact"},
		{"a.mbox", []byte("From ann@post.example Sat May  3 09:15:00 2031\n" + strings.ReplaceAll(mailText, "\r", "") + "\nFrom ann@post.example Sat May  3 09:15:00 2031\n" + strings.ReplaceAll(mailText, "\r", "")), "a.mbox#1 Pact signed|a.mbox#2 Pact signed"},
		{"a.xml", []byte(rssXML), "a.xml[0] Pact signed|a.xml[1] Talks end"},
		{"a.csv", []byte("id,headline,text\n1,\"Pact, signed\",\"Freedonia and \"\"Sylvania\"\"\nsigned.\"\n2,Talks end,No result.\n"), "a.csv:2 Pact, signed|a.csv:4 Talks end"},
		{"a.tsv", []byte("title\tbody\nTalks end\tNo result.\n"), "a.tsv:2 Talks end"},
		{"a.json", []byte("[" + row + ",\n" + row + "]"), "a.json[0] |a.json[1] "},
		{"feed.json", []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"Example Wire","items":[{"id":"1","title":"Pact signed","content_html":"<p>Freedonia signed.</p>"}]}`), "feed.json[0] Pact signed"},
	} {
		docs, errs := all(t, c.name, c.body)
		var got []string
		for _, d := range docs {
			got = append(got, d.File+" "+d.Title.Value)
		}
		if strings.Join(got, "|") != c.want || len(errs) > 0 {
			t.Errorf("%s: got %q, errors %v, want %q", c.name, strings.Join(got, "|"), errs, c.want)
		}
	}
}

func TestZIPFromFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(name, archive(t, "a.txt", "Freedonia and Sylvania signed a pact on mutual assistance."), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for raw, err := range Open("a.zip", f, Options{}) {
		if err != nil || raw.Name != "a.zip/a.txt" {
			t.Errorf("got %v, %v", raw, err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d members, want 1", n)
	}
}

func TestBroken(t *testing.T) {
	whole := pdf("Pact of Springfield\nThe Parties shall consult each other without delay.")
	for _, c := range []struct {
		name string
		body []byte
		kind error
		want string // what the error says
	}{
		{"scan.pdf", pdf("", ""), pacta.ErrUnsupported, "scan.pdf: pdf: 2 pages and no text layer"},
		{"none.pdf", []byte("%PDF-1.4\nnothing"), pacta.ErrInvalid, "none.pdf: pdf: "},
		{"cut.pdf", whole[:200], pacta.ErrInvalid, "cut.pdf: pdf: "},
		{"cut.zip", archive(t, "a.txt", strings.Repeat("A pact was signed. ", 100))[:60], pacta.ErrInvalid, "cut.zip: archive: "},
		{"cut.gz", gzipped(t, strings.Repeat("A pact was signed. ", 100))[:20], nil, "cut: "},
		{"cut.warc", []byte(warc(page1)[:600]), nil, "cut.warc#2: "},
		{"a.xml", []byte("<?xml version='1.0'?><invoice/>"), pacta.ErrUnsupported, "a.xml: XML of the kind <invoice>"},
		{"a.docx", archive(t, "[Content_Types].xml", "<Types/>", "word/other.xml", "<x/>"), pacta.ErrInvalid, "a.docx: no word/document.xml"},
		{"a.json", []byte(`[{"text":"x"},{"text":`), pacta.ErrInvalid, "a.json[1]: "},
	} {
		_, errs := all(t, c.name, c.body)
		if len(errs) == 0 || !strings.HasPrefix(errs[0].Error(), c.want) || c.kind != nil && !errors.Is(errs[0], c.kind) {
			t.Errorf("%s: errors %v, want one that begins with %q and is %v", c.name, errs, c.want, c.kind)
		}
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("a", 3<<20)
	small := Options{MaxBytes: 1 << 20, MaxUnpack: 2 << 20}
	nested := archive(t, "a.txt", "A pact was signed.")
	for range maxDepth + 1 {
		nested = archive(t, "a.zip", string(nested))
	}
	for _, c := range []struct {
		name string
		body []byte
		want string
	}{
		{"member.zip", archive(t, "a.txt", zeros), "member.zip/a.txt: more than the 1048576 bytes"},
		{"many.zip", archive(t, "a.txt", zeros, "b.txt", zeros, "c.txt", zeros), "many.zip/a.txt: more than the 1048576 bytes"},
		{"nested.zip", nested, "nested.zip/a.zip/a.zip/a.zip/a.zip/a.zip: archives within archives"},
		{"long.jsonl", []byte("{\"text\":\"" + zeros + "\"}\n{\"text\":\"A pact.\"}\n"), "long.jsonl:1: line longer"},
		{"long.csv", []byte("id,text\n1,\"" + zeros + zeros), "long.csv: row longer"},
		{"long.txt", []byte(zeros), "long.txt: more than the 1048576 bytes"},
	} {
		var errs []error
		for _, err := range Open(c.name, bytes.NewReader(c.body), small) {
			if err != nil {
				errs = append(errs, err)
			}
		}
		if len(errs) == 0 || !strings.HasPrefix(errs[0].Error(), c.want) {
			t.Errorf("%s: errors %v, want one that begins with %q", c.name, errs, c.want)
		}
	}
}

func TestDeepHTML(t *testing.T) {
	d := one(t, "deep.html", "<html><body>"+strings.Repeat("<div>", 100000)+"<p>A pact was signed.</p><script>x</script>")
	if d.Text != "A pact was signed." {
		t.Errorf("text = %q", d.Text)
	}
}

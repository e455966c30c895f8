package read

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"pacta"
)

// article returns a news report of some 4 KB, different for every n.
func article(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Freedonia and Sylvania sign pact number %d\n\n%d May 2031 10:%02d\nBy Ann Example\n\nSPRINGFIELD, May 3. ", n, n%28+1, n%60)
	for i := range 12 {
		fmt.Fprintf(&b, "Freedonia and Sylvania signed a pact on mutual assistance on Tuesday, and both parties promised to keep it for %d years. ", n+i)
		b.WriteString("\"We shall consult each other without delay whenever one of us is threatened,\" the foreign minister told reporters in March 2030. ")
		b.WriteString("Sylvania's parliament has not ratified the agreement of 1998, which provides for joint exercises.\n\n")
	}
	b.WriteString("Follow us on our channel\nRelated articles\nSylvania rejects the demand of Freedonia\nTalks on border end without result\n")
	return b.String()
}

func BenchmarkText(b *testing.B) {
	raw := &pacta.Raw{Name: "a.txt", Body: []byte(article(1))}
	b.SetBytes(int64(len(raw.Body)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(raw, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkJSONL(b *testing.B) {
	var file strings.Builder
	for n := range 500 {
		row, _ := json.Marshal(map[string]string{"id": fmt.Sprint(n), "text": article(n), "date": "2031-05-03", "source": "Example Wire", "title": "Freedonia and Sylvania sign pact"})
		file.Write(append(row, '\n'))
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		var in io.Reader = strings.NewReader(file.String())
		for raw, err := range Open("a.jsonl", in, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			for _, err := range Read(raw, Options{}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	var page strings.Builder
	page.WriteString("<!doctype html><html><head><title>Pact</title><style>" + strings.Repeat("p { margin: 0 } ", 1000) + "</style></head><body><nav>" + strings.Repeat("<a href=/x>World</a> ", 200) + "</nav><article><h1>Freedonia and Sylvania sign pact</h1>")
	for n := range 12 {
		for p := range strings.SplitSeq(article(n), "\n\n") {
			fmt.Fprintf(&page, "<p class=text>%s</p>\n", p)
		}
	}
	page.WriteString("</article><script>" + strings.Repeat("var x = 1; ", 1500) + "</script></body></html>")
	raw := &pacta.Raw{Name: "a.html", Body: []byte(page.String())}
	b.SetBytes(int64(len(raw.Body)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(raw, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPDF reads ten pages of text; its measure is the time for a page.
func BenchmarkPDF(b *testing.B) {
	var pages []string
	for n := range 10 {
		var page strings.Builder
		for i, w := range strings.Fields(article(n)) {
			page.WriteString(strings.NewReplacer("(", "", ")", "").Replace(w) + " ")
			if i%14 == 13 {
				page.WriteByte('\n')
			}
		}
		pages = append(pages, page.String())
	}
	raw := &pacta.Raw{Name: "a.pdf", Body: pdf(pages...)}
	for b.Loop() {
		for _, err := range Read(raw, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*len(pages)), "ms/page")
}

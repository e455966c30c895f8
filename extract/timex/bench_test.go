package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pacta"
	"pacta/internal/marked"
	"pacta/language"
)

// BenchmarkExtractor measures bytes of text a second, with tokens given.
func BenchmarkExtractor(b *testing.B) {
	var text strings.Builder
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		cases, err := marked.ParseFile(string(data))
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range cases {
			text.WriteString(c.Text + "\n\n")
		}
	}
	d := &pacta.Document{Text: text.String(), Published: pacta.Field{Value: "2024-03-06"}}
	sentences := language.English().Analyse(d.Text, language.Options{})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := pacta.NewAnalysis(d, nil, sentences).Run(Extractor); err != nil {
			b.Fatal(err)
		}
	}
}

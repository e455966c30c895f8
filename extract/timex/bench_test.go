package timex

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pacta"
	"pacta/demo"
	"pacta/internal/marked"
	"pacta/language"
)

// BenchmarkExtractor measures bytes of text a second, with tokens given.
// BenchmarkDense runs over the test files, where nearly every clause holds a
// time expression: the worst that can come.
func BenchmarkDense(b *testing.B) {
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
	benchmark(b, text.String())
}

// BenchmarkReports runs over the reports of the demo, as news is.
func BenchmarkReports(b *testing.B) {
	var text strings.Builder
	err := fs.WalkDir(demo.Files, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".txt") {
			return err
		}
		data, err := demo.Files.ReadFile(path)
		text.Write(data)
		text.WriteString("\n\n")
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, text.String())
}

// benchmark runs the extractor over text with tokens and trees given.
func benchmark(b *testing.B, text string) {
	d := &pacta.Document{Text: text, Published: pacta.Field{Value: "2024-03-06"}}
	sentences := language.English().Analyse(d.Text, language.Options{})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := pacta.NewAnalysis(d, nil, sentences).Run(Extractor); err != nil {
			b.Fatal(err)
		}
	}
}

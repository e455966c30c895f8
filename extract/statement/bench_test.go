package statement_test

import (
	"os"
	"strings"
	"testing"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/gazetteer"
	"pacta/language"
)

// BenchmarkRun measures words a second with trees and mentions given.
func BenchmarkRun(b *testing.B) {
	benchmark(b, func(a *pacta.Analysis) error { return a.Run(statement.Extractor) }, mention.Extractor)
}

// BenchmarkMention measures the mention extractor in the same way.
func BenchmarkMention(b *testing.B) {
	benchmark(b, func(a *pacta.Analysis) error { return a.Run(mention.Extractor) })
}

func benchmark(b *testing.B, run func(*pacta.Analysis) error, before ...*pacta.Extractor) {
	data, err := os.ReadFile("testdata/speakers/paragraphs.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if line[0] != '#' {
			plain, _ := unmark(line)
			text.WriteString(plain + "\n")
		}
	}
	doc := &pacta.Document{Text: text.String()}
	sentences := language.English().Analyse(doc.Text, language.Options{})
	words := len(strings.Fields(doc.Text))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		a := pacta.NewAnalysis(doc, gazetteer.Builtin(), sentences)
		for _, e := range before {
			if err := a.Run(e); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		if err := run(a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

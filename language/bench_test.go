package language

import (
	"os"
	"testing"
)

// benchText is the text that benchmarks read: the file that PACTA_BENCH_TEXT
// names, or else a paragraph of our own, repeated.
func benchText(b *testing.B) string {
	if name := os.Getenv("PACTA_BENCH_TEXT"); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		return string(data)
	}
	text := ""
	for range 50 {
		text += benchParagraph
	}
	return text
}

const benchParagraph = `The foreign ministers of Veldonia and Karst signed a declaration on mutual assistance in the capital on Feb. 22, which obliges
both sides to consult each other "without delay" if either of them is threatened. Veldonia's opposition, however, said that the 2019 accord had never been ratified,
and that Article 4 could not be relied on. "We do not know what was promised," its leader, Mara Ostrin, told reporters in Port Alder on Tuesday.

`

func benchmark(b *testing.B, o Options) {
	text := benchText(b)
	m := English()
	words := 0
	for _, s := range m.Analyse(text, Options{Depth: Tokens}) {
		words += len(s.Tokens)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Analyse(text, o)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTokens(b *testing.B) { benchmark(b, Options{Depth: Tokens}) }
func BenchmarkTags(b *testing.B)   { benchmark(b, Options{Depth: Tags}) }
func BenchmarkTrees(b *testing.B)  { benchmark(b, Options{}) }

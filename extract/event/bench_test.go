package event_test

import (
	"strings"
	"testing"

	"pacta"
	"pacta/extract/event"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/gazetteer"
	"pacta/language"
)

// BenchmarkEvents measures the extractor alone, with trees and all that it
// requires given.
func BenchmarkEvents(b *testing.B) {
	text := strings.Repeat("Germany and Poland signed a treaty on their border in Warsaw on 14 November 1990. "+
		"The Irish foreign minister said her country would send two hundred soldiers to the island if the council asked for them. "+
		"Farmers blocked the road to the port with tractors, and the police arrested nine of them. "+
		"The river is four hundred kilometres long and empties into a shallow bay.\n\n", 50)
	doc := &pacta.Document{Text: text, Genre: pacta.GenreNews}
	sentences := language.English().Analyse(text, language.Options{})
	words := 0
	for i := range sentences {
		words += len(sentences[i].Tokens)
	}
	a := pacta.NewAnalysis(doc, gazetteer.Builtin(), sentences)
	for _, e := range []*pacta.Extractor{timex.Extractor, mention.Extractor, instrument.Extractor, statement.Extractor} {
		if err := a.Run(e); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n += len(event.Candidates(a))
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

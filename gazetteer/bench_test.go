package gazetteer

import (
	"strings"
	"testing"
)

// report is a page of ordinary news prose, written for this benchmark.
const report = `The foreign ministers of Ruritania and Moldova met in Geneva on Tuesday to discuss a draft protocol on transit.
Officials said that the talks, which were attended by observers of the Organization for Security and Co-operation in Europe,
had been held in a businesslike atmosphere. Nobody expected the paper to be ready before the end of the month, since several
provisions on customs and on the use of roads by lorries are still open. A spokeswoman for the ministry told reporters that the
Vienna Convention on the Law of Treaties left no doubt about the matter. Farmers in the north, who have lost a part of the
harvest to the drought, hope for lower tariffs. The U.S. ambassador welcomed what he called a useful step, and a European
Union delegation will visit both capitals in spring. Meanwhile, the weather stayed mild and the football season began early.
`

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(report, 100)
	g := Builtin()
	dst := g.Find(text, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = g.Find(text, dst[:0])
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

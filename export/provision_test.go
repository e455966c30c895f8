package export

import (
	"slices"
	"strings"
	"testing"

	"pacta"
	"pacta/resolve"
)

func TestCompareNumbers(t *testing.T) {
	want := []string{"preamble", "1", "2", "II(1)", "2(2)", "IV", "9", "10", "XII(1)", "annex"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNumbers)
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("sorted %v, want %v", got, want)
	}
	if NumberKey("Article 4") != NumberKey("IV") || NumberKey("4(1)") == NumberKey("4") {
		t.Error("Article 4 and IV are one, 4(1) is another")
	}
}

// A paragraph gets the number of its article, and the article the words before
// its first paragraph for a heading.
func TestParts(t *testing.T) {
	text := "Article II. Canals\n1. Each Party shall keep its canals open.\n2. The Parties may meet."
	at := func(number, words string) resolve.Provision {
		i := strings.Index(text, words)
		return resolve.Provision{Type: "paragraph", Number: resolve.Value(number), Sources: []resolve.Source{{Document: "d", Span: pacta.Span{Start: i, End: i + len(words)}, Quote: words}}}
	}
	got := Parts([]resolve.Provision{at("2", "2. The Parties may meet."), at("1", "1. Each Party shall keep its canals open."), at("II", text)})
	want := [][3]string{{"II", "Canals", ""}, {"II(1)", "", "Each Party shall keep its canals open."}, {"II(2)", "", "The Parties may meet."}}
	for i, x := range got {
		if x.Full != want[i][0] || x.Head != want[i][1] || !x.Parent && x.Text != want[i][2] {
			t.Errorf("%d: %q, %q, %q, want %v", i, x.Full, x.Head, x.Text, want[i])
		}
	}
}

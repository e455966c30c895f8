package provision

import (
	"strings"
	"testing"

	"pacta"
	"pacta/internal/marked"
)

func TestMarked(t *testing.T) {
	marked.Test(t, "testdata", map[pacta.Kind][]string{pacta.Provision: {"heading"}}, marked.With(Extractor))
}

func TestForm(t *testing.T) {
	treaty := "Pact\n\nArticle 1\nPeace.\n\nArticle 2\nTrade.\n\nArticle 3\nEnd.\n\nDone at Lakeside.\n"
	for text, want := range map[string]bool{
		treaty: true,
		"The minister cited Article 1, Article 2 and Article 3 of the pact.\nArticle 5 was not mentioned.": false,
	} {
		if got := looksLikeTreaty(&pacta.Document{Text: text}); got != want {
			t.Errorf("looksLikeTreaty(%.20q) = %v, want %v", text, got, want)
		}
	}
}

func TestIndex(t *testing.T) {
	text := "Pact\n\nThe two States,\n\nRecalling the long war between them,\n\nHave agreed as follows:\n\n" +
		"Article 1\nDefinitions\n\nPeace means no war.\n\nArticle 2\n\n1. They shall meet.\n2. They shall talk\n(a) of trade;\n(b) of fish.\n\n" +
		"Article 3\n\nThis Pact shall enter into force at once.\n\nIn witness whereof they signed.\n"
	a := pacta.NewAnalysis(&pacta.Document{Text: text, Genre: pacta.GenreTreaty}, nil, nil)
	if err := a.Run(Extractor); err != nil {
		t.Fatal(err)
	}
	x := NewIndex(a)
	for _, c := range []struct {
		words, number string
		place         Place
	}{
		{"Recalling", "", Recital},
		{"means no war", "1", Definition},
		{"They shall meet", "2(1)", Operative},
		{"of fish", "2(2)(b)", Operative},
		{"at once", "3", Final},
		{"they signed", "", Signature},
		{"Pact", "", Outside},
	} {
		at := strings.Index(text, c.words)
		if n, p := x.Number(at), x.Place(at); n != c.number || p != c.place {
			t.Errorf("at %q: number %q, place %d, want %q, %d", c.words, n, p, c.number, c.place)
		}
	}
	if got := x.Around(strings.Index(text, "of fish"), "article"); got == nil || got.Value != "2" {
		t.Errorf("Around(of fish, article) = %v, want article 2", got)
	}
}

func TestDropped(t *testing.T) {
	menu := "Article 1\nHome\n\n"
	d := &pacta.Document{Text: menu + "Pact\n\nArticle 1\nPeace.\n\nArticle 2\nTrade.\n", Genre: pacta.GenreTreaty, Dropped: []pacta.Span{{Start: 0, End: len(menu)}}}
	a := pacta.NewAnalysis(d, nil, nil)
	if err := a.Run(Extractor); err != nil {
		t.Fatal(err)
	}
	if got := a.Of(pacta.Provision); len(got) != 2 || got[0].Start < len(menu) {
		t.Errorf("%d provisions, the first at %d, want 2 behind the menu", len(got), got[0].Start)
	}
}

func TestRomanValue(t *testing.T) {
	for s, want := range map[string]int{"i": 1, "IV": 4, "xviii": 18, "XL": 40, "IIII": 0, "VX": 0, "ivi": 0, "XCIX": 99, "IXI": 0} {
		if got := romanValue(s, false); got != want {
			t.Errorf("romanValue(%q) = %d, want %d", s, got, want)
		}
	}
	if got := romanValue("Xl", true); got != 11 {
		t.Errorf("romanValue(Xl, noisy) = %d, want 11", got)
	}
}

func FuzzStructure(f *testing.F) {
	f.Add("Article 1\nA\n\nArticle 2\n1. B\n(a) c\nDone at X")
	f.Add("ARTICLE iifor ARTICLE 131. Статья 3\nANNEX\n")
	f.Fuzz(func(t *testing.T, text string) {
		a := pacta.NewAnalysis(&pacta.Document{Text: text, Genre: pacta.GenreTreaty}, nil, nil)
		if err := a.Run(Extractor); err != nil {
			t.Fatal(err)
		}
		x := NewIndex(a)
		for i := range x.nodes {
			if p := x.parent[i]; p >= 0 && !x.nodes[p].Contains(x.nodes[i].Span) {
				t.Errorf("%v crosses %v", x.nodes[i], x.nodes[p])
			}
		}
	})
}

func BenchmarkStructure(b *testing.B) {
	text := strings.Repeat("Article 1\nScope\n\n1. This Treaty applies to goods, except those named in Article 3.\n2. It binds each Party:\n(a) at sea;\n(b) on land.\n\n", 2000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		structure(text, nil)
	}
}

package commitment

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pacta"
	"pacta/extract/commitment/record"
	"pacta/gazetteer"
	"pacta/language"
)

var (
	misses      = flag.Bool("misses", false, "print what differs from the marked sentences")
	fieldMisses = flag.Bool("fields", false, "with -misses: also what differs in the further fields")
)

// files returns the files of a folder for which keep holds.
func files(t *testing.T, folder string, keep func(name string) bool) []string {
	all, err := filepath.Glob(folder + "/*.txt")
	if err != nil || len(all) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	return slices.DeleteFunc(all, func(f string) bool { return !keep(filepath.Base(f)) })
}

// score analyses every record of the files and returns the sums; show says
// whether single records may be printed.
func score(t *testing.T, files []string, show bool) *tally {
	total := &tally{}
	for _, f := range files {
		n := &tally{}
		rs, err := record.Read(f)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rs {
			a := analyse(t, rs[i].Text, rs[i].Genre)
			if p := n.add(&rs[i], a.Of(pacta.Commitment)); len(p) > 0 && *misses && show {
				t.Logf("%s\n\t%s", rs[i].Text, strings.Join(p, "\n\t"))
			}
		}
		t.Logf("%s: %s", filepath.Base(f), n)
		total.plus(n)
	}
	t.Logf("all: %s", total)
	t.Logf("further fields: %s", total.further())
	return total
}

func analyse(t testing.TB, text, genre string) *pacta.Analysis {
	d := &pacta.Document{Text: text, Genre: genre, Language: "en"}
	a := pacta.NewAnalysis(d, gazetteer.Builtin(), language.English().Analyse(d.Text, language.Options{}))
	for _, e := range Extractor.Requires {
		if err := a.Run(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Run(Extractor); err != nil {
		t.Errorf("%v in %q", err, text)
	}
	return a
}

// atLeast fails where a share, in percent of the rows, falls below the floor,
// or where more is found than the share of extras allows.
func (n *tally) atLeast(t *testing.T, floor tally) {
	t.Helper()
	ok := 100*n.modality >= floor.modality*n.rows && 100*n.party >= floor.party*n.rows &&
		100*n.action >= floor.action*n.rows && 100*n.extra <= floor.extra*n.rows
	if !ok {
		t.Errorf("below the floor: %s", n)
	}
}

func TestDevelopmentSentences(t *testing.T) {
	score(t, files(t, "testdata/dev", isTuned), true).atLeast(t, tally{modality: 96, party: 96, action: 94, extra: 3})
}

// TestNewSentences measures on development sentences of treaties that were
// written later and without the extractor.
func TestNewSentences(t *testing.T) {
	score(t, files(t, "testdata/dev", func(name string) bool { return !isTuned(name) && !isReport(name) }), true).atLeast(t, tally{modality: 87, party: 87, action: 83, extra: 5})
}

// TestNewReports measures on development sentences of reports that were
// written later and without the extractor.
func TestNewReports(t *testing.T) {
	score(t, files(t, "testdata/dev", func(name string) bool { return !isTuned(name) && isReport(name) }), true).atLeast(t, tally{modality: 68, party: 67, action: 62, extra: 8})
}

// TestBlind measures on sentences that nobody looks at while tuning: it prints
// sums, never a row.
func TestBlind(t *testing.T) {
	score(t, files(t, "testdata/blind", func(string) bool { return true }), false).atLeast(t, tally{modality: 71, party: 72, action: 68, extra: 6})
}

// BenchmarkExtract measures this extractor alone: sentences, trees and the
// annotations of those before it are given.
func BenchmarkExtract(b *testing.B) {
	var text strings.Builder
	for _, f := range [...]string{"testdata/dev/treaty-prose.txt", "testdata/dev/report-mixed.txt"} {
		rs, err := record.Read(f)
		if err != nil {
			b.Fatal(err)
		}
		for i := range rs {
			text.WriteString(rs[i].Text + "\n\n")
		}
	}
	a := analyse(b, text.String(), pacta.GenreTreaty)
	words := 0
	for _, s := range a.Sentences {
		words += len(s.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		c := *a
		extract(&c)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

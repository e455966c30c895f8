package marked

import (
	"flag"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

var update = flag.Bool("update", false, "rewrite the marked files with what the extractors find")

// With returns a function that analyses a document with the extractors given,
// in that order; what an extractor does wrong fails the test.
func With(extractors ...*pacta.Extractor) func(testing.TB, *pacta.Document) *pacta.Analysis {
	return func(t testing.TB, d *pacta.Document) *pacta.Analysis {
		t.Helper()
		a := pacta.NewAnalysis(d, gazetteer.Builtin(), language.English().Analyse(d.Text, language.Options{}))
		for _, e := range extractors {
			if err := a.Run(e); err != nil {
				t.Errorf("%v in %.80q", err, d.Text)
			}
		}
		return a
	}
}

// Test strips the marks from every file of dir/*.txt, analyses the text, marks
// it again and compares. A case marks the kinds and roles that its own
// `@ show:` lines name; a file without any uses show. With -update the files
// are rewritten instead.
func Test(t *testing.T, dir string, show map[pacta.Kind][]string, analyse func(testing.TB, *pacta.Document) *pacta.Analysis) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no marked files in %s: %v", dir, err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) { testFile(t, f, show, analyse) })
	}
}

func testFile(t *testing.T, file string, show map[pacta.Kind][]string, analyse func(testing.TB, *pacta.Document) *pacta.Analysis) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	comment, cases := Split(string(data))
	got := make([]string, len(cases))
	for i, source := range cases {
		c, err := Parse(source)
		if err != nil {
			t.Fatalf("%s: case %d: %v", file, i+1, err)
		}
		s := c.Show
		if len(s) == 0 {
			s = show
		}
		a := analyse(t, c.Document())
		got[i] = header(source) + Write(c.Text, a.All(), s)
		if got[i] != source && !*update {
			t.Errorf("%s: case %d (-want +got):\n%s", file, i+1, cmp.Diff(strings.Split(source, "\n"), strings.Split(got[i], "\n")))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(comment+strings.Join(got, "\n----\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// header returns the "@ " lines on top of a case.
func header(source string) string {
	rest := source
	for strings.HasPrefix(rest, "@ ") {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	return source[:len(source)-len(rest)]
}

// Roles returns every role of kind, for a test that shows all.
func Roles(kind pacta.Kind) []string {
	var out []string
	for _, r := range pacta.Definition(kind).Roles {
		out = append(out, r.Name)
	}
	sort.Strings(out)
	return out
}

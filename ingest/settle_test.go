package ingest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/export"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/treatybase"
)

// postReport returns the nth report of an outlet that closes each page with an
// invitation, and most with what happened before.
func postReport(n int) string {
	w := rand.New(rand.NewPCG(5, uint64(n)))
	pick := func(words string) string {
		f := strings.Fields(words)
		return f[w.IntN(len(f))]
	}
	sentence := func() string {
		return fmt.Sprintf("%s %s %s the %s on %s number %d after %d %s met in %s.", pick("Norway Finland Estonia Latvia Peru Chile Bolivia Kenya"),
			pick("again quietly finally angrily partly"), pick("rejected praised discussed postponed criticised reviewed"), pick("plan draft report budget survey map"),
			pick("ferries bridges tariffs fishing trains visas pipelines"), w.IntN(900), w.IntN(90)+10, pick("envoys guests experts deputies officials"), pick("Oslo Riga Lima Nairobi Tallinn"))
	}
	text := fmt.Sprintf("Talks on plan %d go on\n\n%s %s\n\n%s %s %s\n\n", n, sentence(), sentence(), sentence(), sentence(), sentence())
	if n%4 > 0 {
		text += "Norway and Finland signed the Treaty on Sea Rescue in Oslo on 4 May 2011.\n\n"
	}
	text += "From the desk\n\nOur readers shall tell Norway about each mistake that Finland makes."
	return fmt.Sprintf("{\"id\":\"%d\",\"source\":\"The Valley Post\",\"date\":\"2031-05-%02d\",\"text\":%q}\n", n, 1+n%28, text)
}

// settled adds files one after the other, each in a run of its own, and exports.
func settled(t *testing.T, workers int, files ...string) (string, *treatybase.Overview) {
	t.Helper()
	ctx := context.Background()
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	p := extract.New()
	for _, f := range files {
		a := NewAdder(b, p, Options{Workers: workers})
		if err := a.Add(ctx, []string{f}); err != nil {
			t.Fatal(err)
		}
		if err := a.Renew(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if err := Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	o, err := b.Overview(ctx, p.Version())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := export.JSONL(ctx, &out, b); err != nil {
		t.Fatal(err)
	}
	return out.String(), o
}

func TestRepeatedLinesInAnyOrder(t *testing.T) {
	dir := t.TempDir()
	var rows []string
	for n := range 24 {
		rows = append(rows, postReport(n))
	}
	all := write(t, filepath.Join(dir, "all.jsonl"), strings.Join(rows, ""))
	slices.Reverse(rows)
	var parts []string
	for n, part := range [][]string{rows[:3], rows[3:17], rows[17:]} {
		// The same names as in the one file.
		name := filepath.Join(dir, fmt.Sprint("part", n, ".jsonl"))
		parts = append(parts, write(t, name, strings.Join(part, "")))
	}
	want, o := settled(t, 1, all)
	if o.Stale != 0 || o.Texts != 24 {
		t.Errorf("%d stale documents and %d independent texts, want 0 and 24", o.Stale, o.Texts)
	}
	if strings.Contains(want, `"quote":"Our readers`) {
		t.Error("an invitation to readers was analysed")
	}
	if few, _ := settled(t, 1, write(t, filepath.Join(dir, "few.jsonl"), rows[0])); !strings.Contains(few, `"quote":"Our readers`) {
		t.Error("an invitation to readers is boilerplate before it repeats")
	}
	if !strings.Contains(want, `"quote":"Norway and Finland signed`) {
		t.Error("what many reports tell alike was taken for boilerplate")
	}
	got, _ := settled(t, 4, parts...)
	if d := cmp.Diff(withoutFiles(want), withoutFiles(got)); d != "" {
		t.Errorf("in parts and backwards: %s", d)
	}
}

// withoutFiles cuts from an export where each document lay.
func withoutFiles(s string) string {
	var out strings.Builder
	for row := range strings.Lines(s) {
		if before, after, ok := strings.Cut(row, `"file":"`); ok {
			_, after, _ = strings.Cut(after, `"external_id"`)
			before2, after2, _ := strings.Cut(after, `"sha256"`)
			row = before + before2 + after2
		}
		out.WriteString(row)
	}
	return out.String()
}

func TestCopiesAreGrouped(t *testing.T) {
	dir := t.TempDir()
	text := "Norway and Finland signed the Treaty on Sea Rescue in Oslo on 4 May 2011 after two years of talks between their coast guards. " +
		"Norway shall warn Finland of any accident at sea that may reach its waters, and the other way round."
	files := []string{
		write(t, filepath.Join(dir, "a.txt"), text),
		write(t, filepath.Join(dir, "b.txt"), strings.Replace(text, "any accident", "each accident", 1)),
		write(t, filepath.Join(dir, "c.txt"), reports[3]),
	}
	_, o := settled(t, 2, files...)
	if o.Documents != 3 || o.Texts != 2 {
		t.Errorf("%d documents and %d independent texts, want 3 and 2", o.Documents, o.Texts)
	}
}

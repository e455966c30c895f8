package ingest

import (
	"context"
	"iter"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pacta"
	"pacta/extract"
	"pacta/read"
	"pacta/treatybase"
)

// TestEndlessDocuments has a reader and an extractor that never come to an end
// with one document each, and a reader that panics.
func TestEndlessDocuments(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	for name, text := range map[string]string{"a.txt": reports[0], "endless.txt": reports[1], "panic.txt": reports[2], "slow.txt": reports[3]} {
		write(t, filepath.Join(dir, name), text)
	}
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	p := extract.New()
	p.Analyse(&pacta.Document{Text: "Warm."})
	release := make(chan struct{})
	defer close(release)
	a := NewAdder(b, p, Options{Workers: 2})
	a.readTime, a.analyseTime = 2*time.Second, 2*time.Second
	a.readers = func(raw *pacta.Raw, o read.Options) iter.Seq2[*pacta.Document, error] {
		return func(yield func(*pacta.Document, error) bool) {
			switch filepath.Base(raw.Name) {
			case "endless.txt":
				<-release
			case "panic.txt":
				panic("no such page")
			}
			read.Read(raw, o)(yield)
		}
	}
	a.analyser = func(d *pacta.Document) (*pacta.Analysis, []error) {
		if strings.HasSuffix(d.File, "slow.txt") {
			<-release
		}
		return p.Analyse(d)
	}
	if err := a.Add(ctx, []string{dir}); err != nil {
		t.Fatal(err)
	}
	if n := a.Report().Read; n != 2 {
		t.Errorf("%d documents read, want 2", n)
	}
	failures, err := b.Failures(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range failures {
		got = append(got, filepath.Base(f.File)+": "+f.Reason)
	}
	want := "endless.txt: not done after 2s, left aside|panic.txt: panic: no such page|slow.txt: analysis not done after 2s, left aside"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("failures %s", s)
	}
}

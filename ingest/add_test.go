package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/export"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/treatybase"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(content), 0o666)); err != nil {
		t.Fatal(err)
	}
	return name
}

// build adds paths to a new base, resolves, and returns its export.
func build(t *testing.T, o Options, paths ...string) string {
	t.Helper()
	ctx := context.Background()
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := NewAdder(b, extract.New(), o).Add(ctx, paths); err != nil {
		t.Fatal(err)
	}
	return resolved(t, b)
}

func resolved(t *testing.T, b *treatybase.Base) string {
	t.Helper()
	if err := Resolve(context.Background(), b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := export.JSONL(context.Background(), &out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var reports = []string{
	"Norway and Finland signed the Treaty on Sea Rescue in Oslo on 4 May 2011. Norway shall warn Finland of any accident.",
	"“We will keep the Treaty on Sea Rescue,” the Norwegian foreign minister said in Oslo on 5 May 2011.",
	"Finland ratified the Treaty on Sea Rescue on 1 June 2011. Each Party may consider further steps.",
	"Estonia accused Latvia of breaking the agreement on the lighthouse.",
}

func TestOrderAndWorkersDoNotMatter(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	for i, text := range reports {
		paths = append(paths, write(t, filepath.Join(dir, fmt.Sprintf("%d.txt", i)), text))
	}
	copied := write(t, filepath.Join(dir, "a copy.txt"), reports[2])
	want := build(t, Options{Workers: 1}, append(paths, copied)...)
	if !strings.Contains(want, `"object":"instrument"`) {
		t.Fatal("the reports give no instrument")
	}
	for _, workers := range []int{1, 4} {
		got := build(t, Options{Workers: workers}, copied, paths[3], paths[1], paths[2], paths[0])
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%d workers, another order: %s", workers, d)
		}
	}
}

func TestInterruptedRunGoesOn(t *testing.T) {
	dir := t.TempDir()
	var rows strings.Builder
	for i := range 200 {
		fmt.Fprintf(&rows, "{\"id\":\"%d\",\"text\":%q}\n", i, fmt.Sprint(reports[i%4], " It was day ", i, "."))
	}
	file := write(t, filepath.Join(dir, "rows.jsonl"), rows.String())
	want := build(t, Options{}, file)

	b, err := treatybase.Create(context.Background(), filepath.Join(dir, "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	stored := 0
	for range 50 {
		ctx, cancel := context.WithCancel(context.Background())
		o := Options{Workers: 2, Progress: func(p Progress) {
			if p.Documents >= 60 {
				cancel()
			}
		}}
		a := NewAdder(b, extract.New(), o)
		err := a.Add(ctx, []string{file})
		cancel()
		if stored += a.Report().Read; err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	if stored != 200 {
		t.Errorf("%d documents were read in all runs together, want each of 200 once", stored)
	}
	if got := resolved(t, b); got != want {
		t.Error("an interrupted run gave another base")
	}
}

func TestAddFailures(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "good.txt"), reports[0])
	write(t, filepath.Join(dir, "empty.txt"), "")
	write(t, filepath.Join(dir, "deep", "rows.jsonl"), `{"id":"1","text":"Norway met Finland."}`+"\n{\"id\":\n")
	write(t, filepath.Join(dir, ".hidden"), "not read")
	if err := errors.Join(os.Symlink(dir, filepath.Join(dir, "deep", "loop")), os.Symlink("nowhere", filepath.Join(dir, "dangling"))); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	b, err := treatybase.Create(ctx, filepath.Join(dir, "own.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	a := NewAdder(b, extract.New(), Options{})
	if err := a.Add(ctx, []string{dir}); err != nil {
		t.Fatal(err)
	}
	failed := map[string]bool{}
	for _, f := range a.Report().Failed {
		name, _ := filepath.Rel(dir, f.File)
		failed[name] = f.Reason != ""
	}
	want := map[string]bool{"empty.txt": true, "dangling": true, "deep/rows.jsonl:2": true}
	if d := cmp.Diff(want, failed); d != "" || a.Report().Read != 2 {
		t.Errorf("%d read, failed: %s", a.Report().Read, d)
	}
	rows, err := b.Failures(ctx)
	if len(rows) != 3 || err != nil {
		t.Errorf("%d failures in the base, want 3 (%v)", len(rows), err)
	}
	if err := a.Add(ctx, []string{filepath.Join(dir, "nowhere")}); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("a missing path: %v", err)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Join(reports, "\n\n") + "\n\n" + strings.Join(reports, " ")
	row := []byte(fmt.Sprintf("{\"id\":\"x\",\"text\":%q}", text))
	p := extract.New()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if x := annotateLine(lineOrError{Line: Line{1, row}}, p); x.Err != nil {
			b.Fatal(x.Err)
		}
	}
}

func TestTwoProcessesOnOneBase(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	var paths []string
	for i, text := range reports {
		paths = append(paths, write(t, filepath.Join(dir, fmt.Sprintf("%d.txt", i)), text))
	}
	want := build(t, Options{}, paths...)
	done := make(chan error)
	for i := range 2 {
		go func() {
			b, err := treatybase.Create(ctx, filepath.Join(dir, "x.db"))
			if err == nil {
				err = NewAdder(b, extract.New(), Options{}).Add(ctx, paths[i:i+3])
			}
			if err == nil {
				err = errors.Join(Resolve(ctx, b, gazetteer.Builtin(), ""), b.Close())
			}
			done <- err
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	b, err := treatybase.Open(ctx, filepath.Join(dir, "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := resolved(t, b); got != want {
		t.Error(cmp.Diff(want, got))
	}
}

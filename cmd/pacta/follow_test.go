package main

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/resolve"
	"pacta/treatybase"
)

// Many decide at once; when all have an answer, nothing is due.
func TestFollowerDrawsForAll(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	report := filepath.Join(folder, "oslo.txt")
	if err := os.WriteFile(report, []byte("Oslo, 5 May 2011\n\nNorway and Finland signed the Lakeside Declaration on sea rescue on 3 May 2011.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	b, err := treatybase.Create(ctx, filepath.Join(folder, "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := ingest.NewAdder(b, extract.New(), ingest.Options{}).Add(ctx, []string{report}); err != nil {
		t.Fatal(err)
	}
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	f := &follower{base: b, ctx: ctx}
	var all sync.WaitGroup
	for _, id := range []string{"NOR", "FIN", "NOR", "FIN", "NOR"} {
		all.Go(func() {
			if _, err := b.Decide(ctx, treatybase.Draft{Who: "ana", Action: resolve.Reject, Record: id}); err != nil {
				t.Error(err)
			}
			if err := f.follow(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := f.follow(ctx); err != nil {
		t.Fatal(err)
	}
	if due, err := b.ReviewsDue(ctx); err != nil || due {
		t.Errorf("due %v, %v", due, err)
	}
}

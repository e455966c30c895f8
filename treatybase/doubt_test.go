package treatybase

import (
	"context"
	"path/filepath"
	"testing"

	"pacta/resolve"
)

// What is doubtful is found until somebody has looked at it.
func TestDoubtsEndWithAReview(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "a.txt", "v1")
	_, d := sample("a.txt")
	s, err := b.Inputs(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	shown := []resolve.Source{{Document: d.ID, Span: sampleAnnotations()[0].Span, Quote: sampleAnnotations()[0].Quote}}
	for range s.Inputs {
	}
	o := &Objects{}
	o.Commitments = []resolve.Commitment{{Object: "commitment", ID: "c1", Modality: "obligation", Layer: "text", Sources: shown}}
	if err := b.Replace(ctx, s, o); err != nil {
		t.Fatal(err)
	}
	count := func(f Filter) int {
		t.Helper()
		_, n, err := b.Find(ctx, "commitment", f)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(Filter{Doubt: "party not named", Review: "machine"}); n != 1 {
		t.Errorf("%d doubtful, want 1", n)
	}
	if _, err := b.Decide(ctx, Draft{Who: "ana", Action: resolve.Accept, Record: "c1"}); err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		f    Filter
		want int
	}{
		"doubtful": {Filter{Doubt: "party not named"}, 0}, "machine": {Filter{Review: "machine"}, 0}, "accepted": {Filter{Review: "accepted"}, 1},
		"rejected": {Filter{Review: "rejected"}, 0}, "all": {Filter{}, 1},
	} {
		if n := count(x.f); n != x.want {
			t.Errorf("%s: %d, want %d", name, n, x.want)
		}
	}
}

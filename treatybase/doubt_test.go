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

// Whoever draws conclusions does not see what was rejected; lists show it.
func TestUpheld(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "a.txt", "v1")
	_, d := sample("a.txt")
	s, err := b.Inputs(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	for range s.Inputs {
	}
	shown := []resolve.Source{{Document: d.ID, Span: sampleAnnotations()[0].Span, Quote: sampleAnnotations()[0].Quote}}
	o := &Objects{}
	for _, id := range []string{"c1", "c2"} {
		o.Commitments = append(o.Commitments, resolve.Commitment{Object: "commitment", ID: id, Modality: "obligation", Parties: []string{"NOR"}, Layer: "text", Sources: shown})
	}
	if err := b.Replace(ctx, s, o); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Decide(ctx, Draft{Who: "ana", Action: resolve.Reject, Record: "c1"}); err != nil {
		t.Fatal(err)
	}
	for _, f := range []Filter{{}, {Party: "NOR"}, {Document: d.ID}} {
		if _, n, err := b.Find(ctx, "commitment", f); err != nil || n != 2 {
			t.Errorf("%+v: %d, %v; want both", f, n, err)
		}
		if xs, n, err := b.Find(Upheld(ctx), "commitment", f); err != nil || n != 1 || xs[0].ID != "c2" {
			t.Errorf("upheld %+v: %v of %d, %v", f, xs, n, err)
		}
	}
	n := 0
	for x, err := range b.All(Upheld(ctx), "commitment") {
		if n++; err != nil || x.ID != "c2" {
			t.Errorf("all upheld: %v, %v", x, err)
		}
	}
	if n != 1 {
		t.Errorf("%d of all are upheld, want 1", n)
	}
}

package treatybase

import (
	"context"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/resolve"
)

func TestPairs(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	_, d := sample("b.txt")
	promised := func(id string, parties, to []string, area string) resolve.Commitment {
		c := commitment(id, "obligation", d)
		c.Parties, c.Beneficiaries, c.Area, c.Layer = parties, to, resolve.Value(area), "text"
		return c
	}
	var many []string
	for i := range 20 {
		many = append(many, "S"+strconv.Itoa(i))
	}
	objects := &Objects{Base: resolve.Base{Commitments: []resolve.Commitment{
		promised("c1", []string{"RUR", "GRA"}, nil, "defence"),
		promised("c2", []string{"RUR"}, []string{"GRA"}, "defence"),
		promised("c3", []string{"GRA"}, []string{"RUR"}, "trade"),
		promised("c4", many, []string{"RUR"}, "trade"),
	}}}
	before, err := b.Mark(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Inputs(ctx, "v1")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Replace(ctx, s, objects); err != nil {
		t.Fatal(err)
	}
	if after, err := b.Mark(ctx); err != nil || after == before {
		t.Errorf("mark %q stays as it was, %v", after, err)
	}
	got, err := b.Pairs(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := []Pair{
		{"GRA", "RUR", "obligation", "text", []string{"defence"}, 1},
		{"GRA", "RUR", "obligation", "text", []string{"trade"}, 1},
		{"RUR", "GRA", "obligation", "text", []string{"defence"}, 2},
	}
	if diff := cmp.Diff(want, got[:3]); diff != "" {
		t.Error(diff)
	}
	if len(got) != 3+len(many) {
		t.Errorf("%d pairs, want those of many parties only toward the one they name", len(got))
	}
}

func TestHeads(t *testing.T) {
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	_, d := sample("b.txt")
	got, err := b.Heads(context.Background(), d.ID, "nothing")
	if err != nil || len(got) != 1 || got[d.ID].Title != "Ruritania talks" || got[d.ID].SHA256 != d.SHA256 || got[d.ID].PublishedBasis != string(pacta.Stated) {
		t.Errorf("heads %+v, %v", got, err)
	}
}

package treatybase

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/resolve"
)

// sketched stores the sample under a name with a sketch of it.
func sketched(t *testing.T, b *Base, file string) *pacta.Document {
	t.Helper()
	raw, d := sample(file)
	d.Title.Value += " in " + file
	d.ID = d.MakeID()
	r := analysed(raw, d, "v1")
	r.SetSketch(d, Sketch{Version: 1, Outlet: "The Post", Print: []byte{1}, Lines: []byte{2}})
	if _, err := b.Store(context.Background(), []*Record{r}); err != nil {
		t.Fatal(err)
	}
	return d
}

// settle stores changes under the present generation.
func settle(t *testing.T, b *Base, copies map[string]string, repeated map[string][]pacta.Span) {
	t.Helper()
	g, err := b.Generation(context.Background())
	if err == nil {
		err = b.Settle(context.Background(), g, copies, repeated)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestRepeatedLinesMakeStale(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	d := sketched(t, b, "b.txt")
	lines := []pacta.Span{{Start: 34, End: 60}}
	settle(t, b, nil, map[string][]pacta.Span{d.ID: lines})
	for round := range 2 { // stale, and after it was analysed again not
		n := 0
		for got, err := range b.Stale(ctx, "v1") {
			if err != nil {
				t.Fatal(err)
			}
			d.Group = d.ID
			if x := cmp.Diff(d.Repeat(lines), got); x != "" {
				t.Error(x)
			}
			if done, err := b.Store(ctx, []*Record{analysed(nil, got, "v1")}); err != nil || done.Updated != 1 {
				t.Errorf("%+v, %v", done, err)
			}
			n++
		}
		if n != 1-round {
			t.Errorf("round %d: %d stale documents", round, n)
		}
	}
	if got, err := b.asRead(ctx, d.ID); err != nil || len(got.Dropped) != 1 || len(got.Repeated) != 0 {
		t.Errorf("the document as it was read is %+v, %v", got, err)
	}
	settle(t, b, nil, map[string][]pacta.Span{d.ID: nil})
	if o, err := b.Overview(ctx, "v1"); err != nil || o.Stale != 1 {
		t.Errorf("%+v, %v: not stale without the lines", o, err)
	}
}

func TestCopies(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	x, y := sketched(t, b, "b.txt"), sketched(t, b, "c.txt")
	first := min(x.ID, y.ID)
	if yes, err := b.Unsettled(ctx); !yes || err != nil {
		t.Error("settled before it was", err)
	}
	settle(t, b, map[string]string{x.ID: first, y.ID: first}, nil)
	if yes, err := b.Unsettled(ctx); yes || err != nil {
		t.Error("unsettled after it was settled", err)
	}
	rows, err := b.Copies(ctx, x.ID)
	if err != nil || len(rows) != 1 || rows[0].ID != y.ID || rows[0].Group != first {
		t.Errorf("copies %+v, %v", rows, err)
	}
	o, err := b.Overview(ctx, "v1")
	if err != nil || o.Documents != 2 || o.Texts != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	s, err := b.Inputs(ctx, "r1")
	if err != nil {
		t.Fatal(err)
	}
	for in := range s.Inputs {
		if in.Group != first {
			t.Errorf("document %s is in group %q, want %q", in.ID, in.Group, first)
		}
	}
	c := commitment("c1", "obligation", x)
	c.Sources = append(c.Sources, commitment("c1", "obligation", y).Sources...)
	if err := b.Replace(ctx, s, &Objects{Base: resolve.Base{Commitments: []resolve.Commitment{c}}}); err != nil {
		t.Fatal(err)
	}
	if r, err := b.Reach(ctx, "c1"); err != nil || r != (Reach{Reports: 2, Texts: 1}) {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestSettleNoticesNewDocuments(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	g, err := b.Generation(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sketched(t, b, "b.txt")
	if err := b.Settle(ctx, g, nil, nil); !errors.Is(err, ErrChanged) {
		t.Errorf("got %v, want ErrChanged", err)
	}
}

func TestUnsketched(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	for version, want := range []int{1, 0} {
		n := 0
		for d, err := range b.Unsketched(ctx, 1) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			if err := b.Sketch(ctx, map[string]Sketch{d.ID: {Version: 1}}); err != nil {
				t.Fatal(err)
			}
		}
		if n != want {
			t.Errorf("round %d: %d documents without a sketch, want %d", version, n, want)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, want := range [][]pacta.Span{nil, {{Start: 0, End: 3}, {Start: 3, End: 1000}, {Start: 70000, End: 70001}}} {
		got, err := decodeSpans(encodeSpans(want))
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Error(d, err)
		}
	}
	if _, err := decodeSpans([]byte{0x80}); !errors.Is(err, ErrCorrupt) {
		t.Errorf("got %v, want ErrCorrupt", err)
	}
}

package treatybase

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pacta"
)

func TestSavedSearches(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "saved.db"))
	q, err := ParseQuery(`"sea rescue" party:NOR`)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "  ", strings.Repeat("x", 101)} {
		if _, err := b.SaveSearch(ctx, "ann", name, q); !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("name %q: %v", name, err)
		}
	}
	if _, err := b.SaveSearch(ctx, "ann", "all", &Query{}); !errors.Is(err, pacta.ErrInvalid) {
		t.Errorf("a search for nothing: %v", err)
	}
	id, err := b.SaveSearch(ctx, "ann", " sea  rescue ", q)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := b.SaveSearch(ctx, "ann", "sea rescue", q); err != nil || again != id {
		t.Errorf("saved again: %d, %v, want %d", again, err, id)
	}
	xs, err := b.SavedSearches(ctx, "ann")
	if err != nil || len(xs) != 1 || xs[0].Name != "sea rescue" || xs[0].Query != q.String() {
		t.Errorf("%+v, %v", xs, err)
	}
	if xs, _ := b.SavedSearches(ctx, "bob"); len(xs) != 0 {
		t.Error("bob sees what ann keeps")
	}
	if _, err := b.VisitSearch(ctx, "bob", id); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("bob visits: %v", err)
	}
	if err := b.RemoveSearch(ctx, "bob", id); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("bob removes: %v", err)
	}
	if err := b.RemoveSearch(ctx, "ann", id); err != nil {
		t.Error(err)
	}
}

// What came in since the last visit is new during a visit, however often the
// page is loaded, and not in the next.
func TestSavedSearchIsNewOnce(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "saved.db"))
	store(t, b, "one.txt", "1")
	q, err := ParseQuery("ruritania")
	if err != nil {
		t.Fatal(err)
	}
	id, err := b.SaveSearch(ctx, "ann", "talks", q)
	if err != nil {
		t.Fatal(err)
	}
	news := func(at time.Time) int {
		t.Helper()
		x, err := b.visitSearch(ctx, "ann", id, at)
		if err != nil {
			t.Fatal(err)
		}
		s, err := b.Select(ctx, q, Look{Since: x.Since})
		if err != nil || s.Total == 0 {
			t.Fatalf("%+v, %v", s, err)
		}
		return s.New
	}
	now := time.Now()
	if n := news(now); n != 0 {
		t.Errorf("%d new ones right after it was saved", n)
	}
	raw, d := sample("two.txt")
	d.Text = "The Ruritania talks went on. " + d.Text
	d.ID = d.MakeID()
	a := pacta.NewAnalysis(d, nil, nil)
	r := NewRecord(raw, a, "1", "")
	r.sentences = []pacta.Span{{Start: 0, End: 28}}
	if _, err := b.Store(ctx, []*Record{r}); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		after time.Duration
		want  bool
	}{{time.Hour, true}, {time.Hour + time.Minute, true}, {3 * time.Hour, false}, {3*time.Hour + time.Minute, false}} {
		if n := news(now.Add(x.after)); (n > 0) != x.want {
			t.Errorf("after %v: %d new ones", x.after, n)
		}
	}
}

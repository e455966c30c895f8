package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/resolve"
	"pacta/treatybase"
)

// fjords are two reports of one invented agreement between Norway and Finland,
// and one of another.
var fjords = map[string]string{
	"a.txt": "Tromsø, 5 May 2011\n\nNorway and Finland signed the Lakeside Declaration on sea rescue on 3 May 2011. Under the declaration Norway shall warn Finland of any accident at sea. Finland may consider sending pilots.\n",
	"b.txt": "Helsinki, 9 May 2011\n\nThe Lakeside Declaration on sea rescue between Norway and Finland was signed on 4 May 2011. The Finnish foreign minister said that Norway must warn Finland of every accident.\n",
	"c.txt": "Riga, 1 March 2015\n\nLatvia and Estonia signed a treaty on lighthouses in Riga on 28 February 2015. Under the treaty Estonia shall pay Latvia for the lighthouses.\n",
}

func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func baseOf(t *testing.T, files map[string]string) *treatybase.Base {
	t.Helper()
	b, err := treatybase.Create(context.Background(), filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := NewAdder(b, extract.New(), Options{}).Add(context.Background(), []string{folderOf(t, files)}); err != nil {
		t.Fatal(err)
	}
	redraw(t, b)
	return b
}

func redraw(t *testing.T, b *treatybase.Base) {
	t.Helper()
	if err := Resolve(context.Background(), b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
}

// all returns every object of b as its JSON.
func all(t *testing.T, b *treatybase.Base) []string {
	t.Helper()
	var out []string
	for _, kind := range treatybase.Kinds {
		for x, err := range b.All(context.Background(), kind) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(x.Body))
		}
	}
	return out
}

// first returns the first object of a kind whose JSON holds words.
func first(t *testing.T, b *treatybase.Base, kind, words string) treatybase.Object {
	t.Helper()
	for x, err := range b.All(context.Background(), kind) {
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(x.Body), words) {
			return x
		}
	}
	t.Fatalf("no %s with %q", kind, words)
	return treatybase.Object{}
}

func decide(t *testing.T, b *treatybase.Base, d treatybase.Draft) *resolve.Review {
	t.Helper()
	if d.Who == "" {
		d.Who = "ana"
	}
	r, err := b.Decide(context.Background(), d)
	if err != nil {
		t.Fatalf("%s %s: %v", d.Action, d.Record, err)
	}
	return r
}

// A decision shows at once what drawing everything anew shows, and undoing it
// gives back the base as it was.
func TestDecisionsShowAtOnce(t *testing.T) {
	b := baseOf(t, fjords)
	before := all(t, b)
	for _, kind := range []string{"actor", "instrument", "commitment", "statement", "event"} {
		x := first(t, b, kind, `"`)
		for _, d := range []treatybase.Draft{
			{Action: resolve.Accept}, {Action: resolve.Note, Why: "look again"}, {Action: resolve.Reject, Why: "a slip"},
			{Action: resolve.Edit, Field: resolve.Editables(kind)[0].Name, Value: json.RawMessage(map[string]string{"actor": `"The Kingdom"`,
				"instrument": `"The Lake Pact"`, "commitment": `"7"`, "statement": `"A spokesman"`, "event": `"AGREE"`}[kind])},
		} {
			d.Record = x.ID
			if kind == "event" && d.Action == resolve.Edit && strings.Contains(string(x.Body), `"AGREE"`) {
				d.Value = json.RawMessage(`"CONSULT"`)
			}
			decide(t, b, d)
			now, err := b.Object(context.Background(), x.ID)
			if err != nil {
				t.Fatal(err)
			}
			redraw(t, b)
			later, err := b.Object(context.Background(), x.ID)
			if err != nil {
				t.Fatalf("%s of %s: %v", d.Action, kind, err)
			}
			if diff := cmp.Diff(string(later.Body), string(now.Body)); diff != "" {
				t.Errorf("%s of %s (-drawn anew +at once):\n%s", d.Action, kind, diff)
			}
		}
		for range 4 {
			decide(t, b, treatybase.Draft{Action: resolve.Undo, Record: x.ID})
		}
		if _, err := b.Decide(context.Background(), treatybase.Draft{Who: "ana", Action: resolve.Undo, Record: x.ID}); !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("%s: a fifth undo: %v", kind, err)
		}
	}
	redraw(t, b)
	if d := cmp.Diff(before, all(t, b)); d != "" {
		t.Errorf("undone, the base is another:\n%s", d)
	}
}

// Exported and imported into a fresh base of the same documents, reviews make
// the same base; importing twice changes nothing.
func TestReviewsMoveBetweenBases(t *testing.T) {
	ctx := context.Background()
	b := baseOf(t, fjords)
	decide(t, b, treatybase.Draft{Action: resolve.Accept, Record: first(t, b, "instrument", "akeside").ID})
	decide(t, b, treatybase.Draft{Action: resolve.Edit, Record: first(t, b, "instrument", "akeside").ID, Field: "date", Value: json.RawMessage(`"2011-05-04"`)})
	decide(t, b, treatybase.Draft{Action: resolve.Reject, Record: first(t, b, "commitment", "warn Finland").ID})
	decide(t, b, treatybase.Draft{Action: resolve.Note, Record: first(t, b, "statement", "accident").ID, Why: "he said so twice"})
	redraw(t, b)
	var journal []resolve.Review
	for r, err := range b.AllReviews(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		journal = append(journal, *r)
	}
	slices.Reverse(journal)
	c := baseOf(t, fjords)
	for i, want := range []int{4, 0} {
		if n, err := c.AddReviews(ctx, journal); err != nil || n != want {
			t.Errorf("import %d: %d new, %v; want %d", i+1, n, err, want)
		}
		redraw(t, c)
		if d := cmp.Diff(all(t, b), all(t, c)); d != "" {
			t.Errorf("import %d: another base:\n%s", i+1, d)
		}
	}
	// Read under other metadata, documents have other IDs; the words are there.
	moved := map[string]string{}
	for name, text := range fjords {
		moved[name] = "By our correspondent\n\n" + text
	}
	e := baseOf(t, moved)
	if _, err := e.AddReviews(ctx, journal); err != nil {
		t.Fatal(err)
	}
	redraw(t, e)
	if _, n, err := e.Reviews(ctx, treatybase.ReviewFilter{Orphans: true}); err != nil || n != 4 {
		t.Errorf("%d orphans, %v; want all 4: other bytes without a title are other documents", n, err)
	}
	// Nothing of it is there: all are kept, as orphans.
	f := baseOf(t, map[string]string{"x.txt": "Nothing to see in Tallinn on 1 May 2020.\n"})
	if _, err := f.AddReviews(ctx, journal); err != nil {
		t.Fatal(err)
	}
	redraw(t, f)
	if _, n, _ := f.Reviews(ctx, treatybase.ReviewFilter{Orphans: true}); n != 4 {
		t.Errorf("%d orphans, want 4", n)
	}
}

func TestSomebodyElseDecidedMeanwhile(t *testing.T) {
	b := baseOf(t, fjords)
	x := first(t, b, "instrument", "akeside")
	decide(t, b, treatybase.Draft{Who: "ben", Action: resolve.Edit, Record: x.ID, Field: "title", Value: json.RawMessage(`"The Lake Pact"`)})
	_, err := b.Decide(context.Background(), treatybase.Draft{Who: "ana", Action: resolve.Accept, Record: x.ID, Version: x.Version()})
	var e *treatybase.Outdated
	if !errors.As(err, &e) || e.Last == nil || e.Last.Who != "ben" || !strings.Contains(string(e.Now.Body), "The Lake Pact") {
		t.Fatalf("got %v, want to hear of ben's edit", err)
	}
	if _, err := b.Decide(context.Background(), treatybase.Draft{Who: "ana", Action: resolve.Accept, Record: x.ID, Version: e.Now.Version()}); err != nil {
		t.Errorf("having seen it: %v", err)
	}
}

// No finding rests on what was rejected.
func TestFindingsFollow(t *testing.T) {
	b := baseOf(t, fjords)
	d := first(t, b, "discrepancy", `"attribute":"date"`)
	var x struct{ About string }
	if err := json.Unmarshal(d.Body, &x); err != nil {
		t.Fatal(err)
	}
	decide(t, b, treatybase.Draft{Action: resolve.Edit, Record: x.About, Field: "date", Value: json.RawMessage(`"2011-05-04"`)})
	redraw(t, b)
	if got := first(t, b, "discrepancy", `"attribute":"date"`); !strings.Contains(string(got.Body), `"preferred":"2011-05-04","rule":"decided by ana"`) {
		t.Errorf("the finding does not follow: %s", got.Body)
	}
	decide(t, b, treatybase.Draft{Action: resolve.Reject, Record: x.About})
	if _, err := b.Object(context.Background(), d.ID); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("the finding stays at once: %v", err)
	}
	redraw(t, b)
	if _, err := b.Object(context.Background(), d.ID); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("the finding stays: %v", err)
	}
}

// A merge and a split, and undoing them, across a base drawn anew.
func TestMergeAndSplitOfABase(t *testing.T) {
	ctx := context.Background()
	b := baseOf(t, fjords)
	before := all(t, b)
	lake, light := first(t, b, "instrument", "Lakeside"), first(t, b, "instrument", "lighthouses")
	decide(t, b, treatybase.Draft{Action: resolve.Merge, Record: light.ID, With: lake.ID, Why: "one treaty"})
	redraw(t, b)
	one := first(t, b, "instrument", "decided by ana: one treaty")
	if n := strings.Count(string(one.Body), "Lakeside") * strings.Count(string(one.Body), "lighthouses"); n == 0 {
		t.Fatalf("they are not one: %s", one.Body)
	}
	// Undone from the record that came of it.
	decide(t, b, treatybase.Draft{Action: resolve.Undo, Record: one.ID})
	redraw(t, b)
	if d := cmp.Diff(before, all(t, b)); d != "" {
		t.Errorf("the merge undone, the base is another:\n%s", d)
	}
	var x struct{ Sources []resolve.Source }
	if err := json.Unmarshal(lake.Body, &x); err != nil {
		t.Fatal(err)
	}
	doc := x.Sources[0].Document
	out := slices.DeleteFunc(slices.Clone(x.Sources), func(s resolve.Source) bool { return s.Document != doc })
	decide(t, b, treatybase.Draft{Action: resolve.Split, Record: lake.ID, Apart: out})
	redraw(t, b)
	if _, n, err := b.Instruments(ctx, treatybase.Filter{}); err != nil || n != 3 {
		t.Errorf("%d instruments, %v; want 3", n, err)
	}
	for name, d := range map[string]treatybase.Draft{
		"no second record":  {Action: resolve.Merge, Record: lake.ID, With: "nothing"},
		"another kind":      {Action: resolve.Merge, Record: light.ID, With: first(t, b, "actor", "NOR").ID},
		"two states":        {Action: resolve.Merge, Record: "NOR", With: "FIN"},
		"with itself":       {Action: resolve.Merge, Record: light.ID, With: light.ID},
		"no sources":        {Action: resolve.Split, Record: light.ID},
		"foreign sources":   {Action: resolve.Split, Record: light.ID, Apart: out},
		"of a statement":    {Action: resolve.Split, Record: first(t, b, "statement", "accident").ID, Apart: out},
		"a note of nothing": {Action: resolve.Note, Record: light.ID},
		"no action":         {Action: "praise", Record: light.ID},
		"the same value":    {Action: resolve.Edit, Record: light.ID, Field: "type", Value: json.RawMessage(`"treaty"`)},
	} {
		d.Who = "ana"
		if _, err := b.Decide(ctx, d); !errors.Is(err, pacta.ErrInvalid) && !errors.Is(err, pacta.ErrNotFound) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
}

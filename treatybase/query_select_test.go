package treatybase_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pacta"
	"pacta/demo"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/treatybase"
)

// demoBase returns the base of the example.
func demoBase(t *testing.T) *treatybase.Base {
	t.Helper()
	ctx := context.Background()
	folder := t.TempDir()
	if err := os.CopyFS(folder, demo.Files); err != nil {
		t.Fatal(err)
	}
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := ingest.NewAdder(b, extract.New(), ingest.Options{}).Add(ctx, []string{folder}); err != nil {
		t.Fatal(err)
	}
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	return b
}

func parse(t *testing.T, s string) *treatybase.Query {
	t.Helper()
	q, err := treatybase.ParseQuery(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func selected(t *testing.T, b *treatybase.Base, s string, o treatybase.Look) *treatybase.Selection {
	t.Helper()
	x, err := b.Select(context.Background(), parse(t, s), o)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return x
}

func TestSelect(t *testing.T) {
	b := demoBase(t)
	t.Run("kinds", func(t *testing.T) {
		for query, want := range map[string]string{
			"treaty": "sentence", `"treaty" party:IND`: "sentence", "party:ETH": "commitment", "kind:event": "event", "outlet:daily": "document",
			"date:1900..2030": "document", "kind:document treaty": "document", "stance:denies": "statement", "kind:sentence party:ETH": "sentence", "status:signed": "instrument", "par:2 kind:provision": "provision",
		} {
			if x := selected(t, b, query, treatybase.Look{}); x.Kind != want || x.Total == 0 && query != "outlet:daily" && query != "stance:denies" {
				t.Errorf("%s lists %d %s, want %s", query, x.Total, x.Kind, want)
			}
		}
	})
	t.Run("operators", func(t *testing.T) {
		n := func(s string) int { return selected(t, b, s, treatybase.Look{}).Total }
		if n("treaty") == 0 || n("party:ETH kind:commitment") == 0 || n("kind:document treaty") == 0 {
			t.Fatal("nothing is found in the example")
		}
		for _, x := range [][3]string{
			{"treaty OR water", "treaty", "water -treaty"},
			{"treaty", "treaty water", "treaty -water"},
			{"kind:event", "kind:event party:ETH", "kind:event -party:ETH"},
			{"kind:event (party:ETH OR to:ETH)", "kind:event party:ETH", "kind:event to:ETH -party:ETH"},
			{"kind:document (genre:news OR genre:treaty)", "kind:document genre:news", "kind:document genre:treaty"},
			{"treaty", "treaty kind:commitment", "treaty -kind:commitment"},
			{"treaty", "treaty date:1900..1999", "treaty -date:1900..1999"},
			{"treaty", "treaty (kind:commitment OR kind:event)", "treaty -(kind:commitment OR kind:event)"},
		} {
			if n(x[0]) != n(x[1])+n(x[2]) {
				t.Errorf("%s: %d, but %s: %d and %s: %d", x[0], n(x[0]), x[1], n(x[1]), x[2], n(x[2]))
			}
		}
		if n(`"indus waters"`) == 0 || n(`"waters indus"`) != 0 || n("waters near/3 indus") < n(`"indus waters"`) || n("treat*") < n("treaty") {
			t.Error("phrases, proximity or beginnings")
		}
	})
	t.Run("marks", func(t *testing.T) {
		x := selected(t, b, "treaty -nothing kind:commitment", treatybase.Look{})
		for _, h := range x.Sentences {
			if len(h.Marks) == 0 {
				t.Errorf("nothing is marked in %q", h.Text)
			}
			for _, m := range h.Marks {
				if !strings.HasPrefix(strings.ToLower(m.Of(h.Text)), "treat") {
					t.Errorf("marked %q", m.Of(h.Text))
				}
			}
		}
	})
	t.Run("slips", func(t *testing.T) {
		x := selected(t, b, "kind:commitment modality:obligatoin", treatybase.Look{})
		if len(x.Unknown) != 1 || !strings.Contains(x.Unknown[0].String(), "It has obligation") && !strings.Contains(x.Unknown[0].String(), ", obligation") {
			t.Errorf("%v", x.Unknown)
		}
	})
	t.Run("names", func(t *testing.T) {
		if a, b := selected(t, b, "party:Ethiopia", treatybase.Look{}).Total, selected(t, b, "party:ETH", treatybase.Look{}).Total; a != b || a == 0 {
			t.Errorf("%d by name, %d by code", a, b)
		}
	})
	t.Run("pages", func(t *testing.T) {
		all := selected(t, b, "kind:event", treatybase.Look{Limit: 1000})
		var got []string
		for at := 0; at < all.Total; at += 3 {
			for _, x := range selected(t, b, "kind:event", treatybase.Look{Limit: 3, Offset: at}).Objects {
				got = append(got, x.ID)
			}
		}
		for i, x := range all.Objects {
			if i >= len(got) || got[i] != x.ID {
				t.Fatalf("pages and list differ at %d", i)
			}
		}
	})
}

// Each facet says how many the restriction leaves, and does.
func TestFacetsCount(t *testing.T) {
	b := demoBase(t)
	for _, s := range []string{"treaty", "kind:event", "party:ETH", "kind:commitment modality:obligation", "kind:statement", "date:1900..2030", "treaty kind:statement"} {
		x := selected(t, b, s, treatybase.Look{Facets: true})
		if len(x.Facets) == 0 {
			t.Errorf("%s: no facets", s)
		}
		for _, f := range x.Facets {
			for _, v := range f.Values {
				q := parse(t, s).With(f.Field, v.Value)
				o := treatybase.Look{Facets: true}
				if f.Field != "kind" {
					o.Kind = x.Kind
				}
				if f.Field == "kind" && x.Kind == "sentence" {
					o.Kind = "sentence"
				}
				y, err := b.Select(context.Background(), q, o)
				if err != nil {
					t.Fatal(err)
				}
				// Words of a sentence may stand in one fact and the value in another.
				if y.Total != v.Count && !(x.Kind == "sentence" && strings.Contains(s, ":") && y.Total <= v.Count) {
					t.Errorf("%s: facet %s:%s counts %d, %s finds %d", s, f.Field, v.Value, v.Count, q, y.Total)
				}
			}
		}
	}
}

var asked = []string{"treaty", "water*", `"indus waters"`, "shall near/9 parties", "OR", "OR", "NOT", "-", "(", ")", "party:ETH", "party:Egypt", "to:SDN", "modality:obligation",
	"kind:event", "kind:commitment", "stance:denies", "speaker:minister", "outlet:daily", "date:2020..2023", "date:<2021", "title:dam", "instrument:waters", "genre:treaty", "par:4", "status:signed",
	"kind:sentence", "kind:document", "type:signed", "language:en", "';--", `"a""b"`, "NEAR(a b)", "text:x", "^x", "{a}", "x:y", "*", "\x00"}

// Whatever somebody types gives hits or an explanation, never a fault of the
// base, and an index changes nothing but the time it takes.
func TestSelectAnything(t *testing.T) {
	b := demoBase(t)
	ctx := context.Background()
	r := rand.New(rand.NewPCG(3, 4))
	good := 0
	for range 1500 {
		var parts []string
		for range 1 + r.IntN(6) {
			parts = append(parts, asked[r.IntN(len(asked))])
		}
		s := strings.Join(parts, " ")
		q, err := treatybase.ParseQuery(s)
		if err != nil {
			continue
		}
		for _, kind := range []string{"", "sentence", "document", "commitment"} {
			cold, err := b.Select(ctx, q, treatybase.Look{Kind: kind})
			warm, err2 := b.Select(ctx, q, treatybase.Look{Kind: kind, Facets: true})
			for _, err := range []error{err, err2} {
				if err != nil && !errors.Is(err, pacta.ErrInvalid) {
					t.Fatalf("%s of %s: %v", kind, q, err)
				}
			}
			if (err == nil) != (err2 == nil) {
				t.Fatalf("%s of %s: %v without an index, %v with one", kind, q, err, err2)
			}
			if err == nil {
				good++
				if cold.Total != warm.Total || cold.Kind != warm.Kind {
					t.Fatalf("%s of %s: %d %s without an index, %d %s with one", kind, q, cold.Total, cold.Kind, warm.Total, warm.Kind)
				}
			}
		}
	}
	if good < 500 {
		t.Errorf("only %d selections", good)
	}
}

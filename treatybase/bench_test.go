package treatybase

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pacta"
	"pacta/resolve"
)

// For the figures of a large base: go test -bench Base ./treatybase -documents 20000 -objects 200000
var (
	benchDocuments = flag.Int("documents", 2000, "documents of the base that benchmarks ask")
	benchObjects   = flag.Int("objects", 20000, "statements and commitments in it, each")
)

// large returns a base of two sentences a document.
func large(b *testing.B) *Base {
	b.Helper()
	ctx := context.Background()
	base, err := Create(ctx, filepath.Join(b.TempDir(), "x.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { base.Close() })
	var ids []string
	var batch []*Record
	for i := range *benchDocuments {
		raw, d := sample(fmt.Sprintf("%06d.txt", i))
		d.ExternalID = fmt.Sprint(i)
		d.ID = d.MakeID()
		raw.Body, d.SHA256 = []byte(d.ID), d.ID
		ids = append(ids, d.ID)
		batch = append(batch, analysed(raw, d, "v1"))
		if len(batch) == 500 || i+1 == *benchDocuments {
			if _, err := base.Store(ctx, batch); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	o := &Objects{}
	for i := range *benchObjects {
		s := []resolve.Source{{Document: ids[i%len(ids)], Span: pacta.Span{Start: 0, End: 33}, Quote: codecText[:33]}}
		o.Commitments = append(o.Commitments, resolve.Commitment{Object: "commitment", ID: fmt.Sprintf("c%012x", i), Parties: []string{fmt.Sprintf("P%d", i%150), "RUS"}[:1+i%2],
			Modality: []string{"obligation", "permission", "principle"}[i%3], Layer: "text", Area: "trade", Action: "shall consult", Sources: s})
		o.Statements = append(o.Statements, resolve.Statement{Object: "statement", ID: fmt.Sprintf("s%012x", i), Speaker: resolve.Value(fmt.Sprintf("person:p%d", i%900)),
			Voice: "person", Form: "direct", Date: resolve.Value(fmt.Sprintf("%d-%02d", 1950+i%70, 1+i%12)), Sources: s})
	}
	s, err := base.Inputs(ctx, "r1")
	if err != nil {
		b.Fatal(err)
	}
	if err := base.Replace(ctx, s, o); err != nil {
		b.Fatal(err)
	}
	return base
}

func BenchmarkBase(b *testing.B) {
	base := large(b)
	b.Run("Find", func(b *testing.B) { benchFind(b, base) })
	for _, q := range []string{"syldavia", `"may consider"`} {
		b.Run("Search/"+q, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := base.Search(context.Background(), q, 20, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("Overview", func(b *testing.B) {
		for b.Loop() {
			if _, err := base.Overview(context.Background(), "v1"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchFind(b *testing.B, base *Base) {
	for _, x := range []struct {
		name, kind string
		f          Filter
	}{
		{"all", "statement", Filter{}},
		{"half", "commitment", Filter{Party: "RUS"}},
		{"two keys", "commitment", Filter{Party: "RUS", Modality: "permission"}},
		{"few", "commitment", Filter{Party: "P7"}},
		{"dates", "statement", Filter{Since: "1990", Until: "1992-06"}},
		{"dates and key", "statement", Filter{Since: "1990", Speaker: "person:p40"}},
		{"deep page", "statement", Filter{Offset: *benchObjects / 2}},
		{"by name", "statement", Filter{Order: "name"}},
		{"words", "commitment", Filter{Text: "syldavia", Party: "P7"}},
	} {
		b.Run(x.name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				if _, _, err := base.Find(context.Background(), x.kind, x.f); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

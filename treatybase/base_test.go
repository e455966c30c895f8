package treatybase

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/language"
	"pacta/resolve"
)

func create(t *testing.T, path string) *Base {
	t.Helper()
	b, err := Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// sample returns a document of two sentences as it comes from a file.
func sample(file string) (*pacta.Raw, *pacta.Document) {
	raw := &pacta.Raw{Name: file, Body: []byte(codecText)}
	d := &pacta.Document{
		File: file, SHA256: raw.SHA256(), MediaType: "text/plain", Genre: pacta.GenreNews, Language: "en", Text: codecText,
		Title:     pacta.Field{Value: "Ruritania talks", Basis: pacta.Given},
		Published: pacta.Field{Value: "1936-05-02", Basis: pacta.Stated, Rejected: []pacta.Candidate{{Value: "1999-01-01", Why: "a banner"}}},
		Dropped:   []pacta.Span{{Start: 60, End: 61}},
	}
	d.ID = d.MakeID()
	return raw, d
}

// analysed returns the record of a document with the sample annotations.
func analysed(raw *pacta.Raw, d *pacta.Document, version string) *Record {
	a := pacta.NewAnalysis(d, nil, []language.Sentence{{Start: 0, End: 33}, {Start: 34, End: 60}})
	a.Run(&pacta.Extractor{Name: "sample", Version: 1, Run: func(a *pacta.Analysis) {
		for _, x := range sampleAnnotations() {
			a.Add(x)
		}
	}})
	return NewRecord(raw, a, version, "")
}

func store(t *testing.T, b *Base, file, version string) Stored {
	t.Helper()
	raw, d := sample(file)
	done, err := b.Store(context.Background(), []*Record{analysed(raw, d, version)})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func TestStoreReadsBack(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	if got := store(t, b, "b.txt", "v1"); got != (Stored{New: 1}) {
		t.Errorf("stored %+v", got)
	}
	raw, want := sample("b.txt")
	got, err := b.Document(ctx, want.ID[:8])
	if err != nil {
		t.Fatal(err)
	}
	want.Group = want.ID
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	xs, err := b.Annotations(ctx, want.ID)
	if err != nil || len(xs) != 2 || xs[0].Quote != codecText[:33] || xs[0].ValueOf("party") != "RUR" {
		t.Errorf("annotations %v, %v", xs, err)
	}
	r, err := b.Raw(ctx, want.ID)
	if err != nil || string(r.Body) != string(raw.Body) {
		t.Errorf("raw %v, %v", r, err)
	}
	if _, err := b.Document(ctx, "0000"); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("unknown document: %v", err)
	}
}

func TestStoreTwiceChangesNothing(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	_, d := sample("b.txt")
	known := func() bool {
		k, err := b.Known(ctx, d, "v1")
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	if known() {
		t.Error("known before it was stored")
	}
	store(t, b, "b.txt", "v1")
	if !known() {
		t.Error("not known after it was stored")
	}
	if got := store(t, b, "b.txt", "v1"); got != (Stored{}) {
		t.Errorf("second time: %+v", got)
	}
	if got := store(t, b, "c.txt", "v1"); got != (Stored{}) {
		t.Errorf("under a later name: %+v", got)
	}
	if got := store(t, b, "a.txt", "v1"); got != (Stored{Updated: 1}) {
		t.Errorf("under an earlier name: %+v", got)
	}
	files, err := b.Files(ctx, d.ID)
	if diff := cmp.Diff([]string{"a.txt", "b.txt", "c.txt"}, files); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if got, _ := b.Document(ctx, d.ID); got.File != "a.txt" {
		t.Errorf("shown file is %s", got.File)
	}
	hits, total, err := b.Search(ctx, "considering", 10, 0)
	if err != nil || total != 1 || len(hits) != 1 || hits[0].Marks[0].Of(hits[0].Text) != "consider" {
		t.Errorf("search after update: %+v, %d, %v", hits, total, err)
	}
}

func TestStaleDocumentsAreAnalysedAgain(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	n := 0
	for d, err := range b.Stale(ctx, "v2") {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if done, err := b.Store(ctx, []*Record{analysed(nil, d, "v2")}); err != nil || done.Updated != 1 {
			t.Errorf("%+v, %v", done, err)
		}
	}
	for range b.Stale(ctx, "v2") {
		n++
	}
	if n != 1 {
		t.Errorf("%d stale documents, want 1 and then none", n)
	}
}

func TestSearch(t *testing.T) {
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	tests := []struct {
		query string
		want  int // sentences; the title is one
	}{
		{"ruritania", 3}, {"shall consult", 1}, {`"consult shall"`, 0}, {`"shall consult"`, 1}, {"consults", 1}, {"aid OR talks", 2},
		{"Ruritania -aid", 2}, {"syl*", 1}, {"", 0}, {`"`, 0}, {"*", 0}, {"NEAR(", 0}, {"-", 0}, {"OR", 0}, {"-aid", 0}, {"text:aid", 0}, {"a'b", 0},
	}
	for _, x := range tests {
		hits, total, err := b.Search(context.Background(), x.query, 10, 0)
		if err != nil || total != x.want || len(hits) != x.want {
			t.Errorf("Search(%q) = %d of %d, %v, want %d", x.query, len(hits), total, err, x.want)
		}
	}
}

func TestPassageIsWholeSentences(t *testing.T) {
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	_, d := sample("b.txt")
	p, err := b.Passage(context.Background(), d.ID, pacta.Span{Start: 20, End: 28}, 0)
	if err != nil || p.Text != codecText[:33] || p.Mark.Of(p.Text) != codecText[20:28] {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err = b.Passage(context.Background(), d.ID, pacta.Span{Start: 20, End: 28}, 1); err != nil || p.Text != codecText[:60] {
		t.Errorf("with surroundings: %+v, %v", p, err)
	}
	if _, err = b.Passage(context.Background(), d.ID, pacta.Span{Start: 20, End: 2800}, 1); !errors.Is(err, pacta.ErrInvalid) {
		t.Errorf("outside of the text: %v", err)
	}
}

func commitment(id string, modality string, d *pacta.Document) resolve.Commitment {
	return resolve.Commitment{Object: "commitment", ID: id, Parties: []string{"RUR"}, Modality: modality, Layer: "text",
		Sources: []resolve.Source{{Document: d.ID, Span: pacta.Span{Start: 0, End: 33}, Quote: codecText[:33]}}}
}

func TestReplaceWritesDifferences(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	_, d := sample("b.txt")
	replace := func(cs ...resolve.Commitment) {
		t.Helper()
		s, err := b.Inputs(ctx, "r1")
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Replace(ctx, s, &Objects{Base: resolve.Base{Commitments: cs}}); err != nil {
			t.Fatal(err)
		}
	}
	find := func(f Filter) string {
		t.Helper()
		cs, total, err := b.Commitments(ctx, f)
		if err != nil || total != len(cs) {
			t.Fatal(total, err)
		}
		s := ""
		for _, c := range cs {
			s += c.ID + " "
		}
		return strings.TrimSpace(s)
	}
	replace(commitment("c1", "obligation", d), commitment("c2", "permission", d), commitment("c3", "obligation", d))
	replace(commitment("c1", "obligation", d), commitment("c3", "permission", d))
	for _, x := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "c1 c3"}, {Filter{Modality: "permission"}, "c3"}, {Filter{Party: "RUR", Type: "obligation"}, "c1"},
		{Filter{Document: d.ID, Text: "Syldavia"}, "c1 c3"}, {Filter{Text: "aid"}, ""}, {Filter{Limit: 10, Order: "-date"}, "c1 c3"},
	} {
		if got := find(x.f); got != x.want {
			t.Errorf("%+v: %q, want %q", x.f, got, x.want)
		}
	}
	for table, want := range map[string]int{"object": 2, "object_source": 2, "object_key": 8} {
		var n int
		if err := b.one(ctx, `SELECT count(*) FROM `+table, nil, &n); err != nil || n != want {
			t.Errorf("%d rows in %s, want %d (%v)", n, table, want, err)
		}
	}
	due, err := b.Unresolved(ctx, "r1")
	if due || err != nil {
		t.Errorf("unresolved after Replace: %v, %v", due, err)
	}
}

func TestReplaceNoticesNewDocuments(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	s, err := b.Inputs(ctx, "r1")
	if err != nil {
		t.Fatal(err)
	}
	store(t, b, "b.txt", "v1")
	if err := b.Replace(ctx, s, &Objects{}); !errors.Is(err, ErrChanged) {
		t.Errorf("got %v, want ErrChanged", err)
	}
}

func TestOpenFaults(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	file := func(name, content string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	good := filepath.Join(dir, "good.db")
	store(t, create(t, good), "b.txt", "v1")
	other, err := sql.Open("sqlite", filepath.Join(dir, "other.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Exec(`CREATE TABLE mine (x)`); err != nil {
		t.Fatal(err)
	}
	other.Close()
	newer := create(t, filepath.Join(dir, "newer.db"))
	if _, err := newer.w.Exec(`PRAGMA user_version = 9999`); err != nil {
		t.Fatal(err)
	}
	newer.Close()
	for _, x := range []struct {
		path string
		want error
	}{
		{filepath.Join(dir, "none.db"), pacta.ErrNotFound},
		{dir, ErrForeign},
		{file("text.db", strings.Repeat("no base ", 100)), ErrForeign},
		{filepath.Join(dir, "other.db"), ErrForeign},
		{filepath.Join(dir, "newer.db"), ErrNewer},
		{file("empty.db", ""), nil},
		{good, nil},
	} {
		b, err := Open(ctx, x.path)
		if !errors.Is(err, x.want) || x.want == nil && err != nil {
			t.Errorf("Open(%s) = %v, want %v", filepath.Base(x.path), err, x.want)
		}
		if b != nil {
			b.Close()
		}
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "text.db")); !strings.HasPrefix(string(got), "no base") {
		t.Error("a foreign file was changed")
	}
}

func TestDamagedBase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	b := create(t, path)
	store(t, b, "b.txt", "v1")
	b.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(content); i++ {
		content[i] ^= 0x5a
	}
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	b, err = Open(context.Background(), path)
	if err == nil {
		_, _, err = b.Documents(context.Background(), DocumentFilter{})
		b.Close()
	}
	if !errors.Is(err, ErrCorrupt) {
		t.Errorf("got %v, want ErrCorrupt", err)
	}
}

func TestFullDisk(t *testing.T) {
	ctx := context.Background()
	b := create(t, filepath.Join(t.TempDir(), "x.db"))
	store(t, b, "b.txt", "v1")
	var pages int
	if err := b.w.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := b.w.Exec(`PRAGMA max_page_count = 1`); err != nil { // no more than there are
		t.Fatal(err)
	}
	raw, d := sample("c.txt")
	d.Text += strings.Repeat(" Ruritania waits.", 20_000)
	d.ID = d.MakeID()
	_, err := b.Store(ctx, []*Record{analysed(raw, d, "v1")})
	if !errors.Is(err, ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if _, total, err := b.Documents(ctx, DocumentFilter{}); total != 1 || err != nil {
		t.Errorf("%d documents after a full disk, want 1 (%v)", total, err)
	}
}

func TestLocked(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	a, b := create(t, path), create(t, path)
	if _, err := b.w.Exec(`PRAGMA busy_timeout = 1`); err != nil {
		t.Fatal(err)
	}
	tx, err := a.w.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	raw, d := sample("b.txt")
	if _, err := b.Store(ctx, []*Record{analysed(raw, d, "v1")}); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	if _, _, err := b.Documents(ctx, DocumentFilter{}); err != nil {
		t.Errorf("reading beside a writer: %v", err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	b := create(t, path)
	store(t, b, "b.txt", "v1")
	b.Close()
	if err := errors.Join(os.Chmod(path, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o777)
	b, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if _, total, err := b.Documents(context.Background(), DocumentFilter{}); total != 1 || err != nil {
		t.Errorf("%d documents, %v", total, err)
	}
	raw, d := sample("c.txt")
	if _, err := b.Store(context.Background(), []*Record{analysed(raw, d, "v1")}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v, want ErrReadOnly", err)
	}
}

package ingest

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"pacta/extract"
	"pacta/treatybase"

	_ "modernc.org/sqlite"
)

// TestReportCountsWhatIsStored makes the base refuse new texts, as a full disk
// does.
func TestReportCountsWhatIsStored(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	path := filepath.Join(dir, "x.db")
	b, err := treatybase.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TRIGGER full BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'no room'); END`); err != nil {
		t.Fatal(err)
	}
	a := NewAdder(b, extract.New(), Options{})
	if err := a.Add(ctx, []string{write(t, filepath.Join(dir, "a.txt"), reports[0])}); err == nil {
		t.Error("no error from a base that cannot be written to")
	}
	if n := a.Report().Read; n != 0 {
		t.Errorf("the report counts %d documents, none of which is stored", n)
	}
}

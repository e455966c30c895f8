package record

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "treaty.txt")
	text := "# Comment\n\nEach Party shall pay.\n\tobligation | Each Party | pay | area=payments\n\nNothing here.\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	rs, err := Read(file)
	if err != nil || len(rs) != 2 || len(rs[0].Rows) != 1 || len(rs[1].Rows) != 0 {
		t.Fatalf("Read = %+v, %v", rs, err)
	}
	r := rs[0]
	if w := r.Rows[0]; w.Party.Of(r.Text) != "Each Party" || w.Action.Of(r.Text) != "pay" || w.Areas[0] != "payments" || !r.Fields {
		t.Errorf("row = %+v", w)
	}
}

func TestReadBadRow(t *testing.T) {
	for _, row := range []string{"obligation | X", "obligation | | sing", "obligation | | pay | odd"} {
		if _, err := parseRow("Each Party shall pay.", row); err == nil {
			t.Errorf("parseRow(%q) found no error", row)
		}
	}
}

package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pacta/ask"
	"pacta/demo"
)

//go:embed testdata/questions.list
var questionsFile string

// The questions of testdata/questions.list about the demo stories get the kind
// of answer, and the words, that a reader of the stories would give.
func TestQuestions(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "example"), demo.Files); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(dir, "demo.db")
	runPacta(t, "add", "--db", db, filepath.Join(dir, "example"))
	right, all := 0, 0
	for line := range strings.Lines(questionsFile) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) < 2 || line[0] == '#' {
			continue
		}
		all++
		var a ask.Answer
		if err := json.Unmarshal(runPacta(t, "ask", "--db", db, "--json", f[0]), &a); err != nil {
			t.Fatal(err)
		}
		ok := a.Kind == f[1] && a.LookedAt > 0 && (a.Kind == ask.NotStated || len(a.Sources) > 0)
		for _, words := range f[2:] {
			ok = ok && strings.Contains(a.Answer, words)
		}
		if ok {
			right++
		} else {
			t.Logf("%s: %s: %s", f[0], a.Kind, a.Answer)
		}
	}
	t.Logf("%d of %d questions", right, all)
	if right*10 < all*9 {
		t.Errorf("%d of %d questions are answered as marked, want nine in ten", right, all)
	}
}

// runPacta runs the program and returns what it prints.
func runPacta(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, diag bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, err: io.Writer(&diag), env: func(string) string { return "" }}
	if code := p.main(context.Background(), args); code != 0 {
		t.Fatalf("pacta %s: status %d: %s", strings.Join(args, " "), code, diag.String())
	}
	return out.Bytes()
}

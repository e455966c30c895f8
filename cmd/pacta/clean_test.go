package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCleaner(t *testing.T) {
	for _, x := range []struct{ in, text, json string }{
		{"Pact\tsigned\n“Łódź” 条約 🕊 \u200f", "Pact\tsigned\n“Łódź” 条約 🕊 \u200f", "Pact\tsigned\n“Łódź” 条約 🕊 \u200f"},
		{"\x1b]0;title\x07", "␛]0;title␇", `\u001b]0;title\u0007`},
		{"a\rb\x7f\x00", "a␍b␡␀", `a\u000db\u007f\u0000`},
		{"\u009b31m \u202eevil\u202c \u2066x\u2069", "<U+009B>31m <U+202E>evil<U+202C> <U+2066>x<U+2069>", `\u009b31m \u202eevil\u202c \u2066x\u2069`},
		{"\xff\x9b", "\ufffd\ufffd", "\ufffd\ufffd"},
	} {
		for _, step := range []int{len(x.in), 1} { // whole, and byte by byte
			var text, asJSON bytes.Buffer
			a, b := &cleaner{w: &text}, &cleaner{w: &asJSON, json: true}
			for i := 0; i < len(x.in); i += step {
				a.Write([]byte(x.in[i : i+step]))
				b.Write([]byte(x.in[i : i+step]))
			}
			if text.String() != x.text || asJSON.String() != x.json {
				t.Errorf("%q: %q and %q, want %q and %q", x.in, text.String(), asJSON.String(), x.text, x.json)
			}
		}
	}
}

// A document of markup, scripts, queries and codes for terminals.
const hostile = "Pact \x1b]0;owned\x07\u202e signed"

func hostileFolder(t *testing.T) string {
	t.Helper()
	row, err := json.Marshal(map[string]string{
		"id": "1'; DROP TABLE document; --", "title": hostile, "source": "The \u009b31mPost", "date": "2031-05-03",
		"text": hostile + "\n\n“We \x1b[2Jshall help \u202eNorway\u202c <script>alert(1)</script>,” the foreign minister of Finland said in Oslo on 2 May 2031.\n\n" +
			"Norway and Finland signed the Treaty on '); DROP TABLE object; -- Rescue\x08\x08\x08 in Oslo.",
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, content := range map[string]string{"rows.jsonl": string(row) + "\n", "evil\x1b[31m\u202e.bin": "\x00\x01\x02", "raw\x9b\xff.bin": "\x00\x01"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Skip("this file system takes no such names:", err)
		}
	}
	return dir
}

func TestHostileDocument(t *testing.T) {
	dir := hostileFolder(t)
	db := filepath.Join(dir, "own.db")
	run := func(args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &cleaner{w: &errs}, env: func(string) string { return "" }}
		p.main(context.Background(), append(args, "--db", db))
		for _, r := range out.String() + errs.String() {
			if unsafe(r) && r != '\n' && r != '\t' {
				t.Errorf("pacta %s prints %q", strings.Join(args, " "), r)
				break
			}
		}
		return out.String() + errs.String()
	}
	if got := run("add", dir); !strings.Contains(got, "evil␛[31m<U+202E>.bin") || !strings.Contains(got, "1 document read") {
		t.Errorf("add prints %s", got)
	}
	if got := run("status", "--failed"); !strings.Contains(got, "evil␛[31m<U+202E>.bin: ") {
		t.Errorf("status --failed prints %s", got)
	}
	for _, args := range [][]string{{"status"}, {"find", "document"}, {"find", "statement"}, {"find", "text", "norway"}, {"ask", "What did Finland say?"}} {
		if got := run(args...); got == "" {
			t.Errorf("pacta %s prints nothing", strings.Join(args, " "))
		}
	}
	var docs bytes.Buffer
	p := &program{out: &docs, err: &docs, env: func(string) string { return "" }}
	p.main(context.Background(), []string{"find", "document", "--json", "--db", db})
	var d struct{ ID, Title string }
	if err := json.Unmarshal(docs.Bytes(), &d); err != nil || d.Title != hostile {
		t.Errorf("title %q, %v, want it exact", d.Title, err)
	}
	if got := run("show", "--explain", d.ID); !strings.Contains(got, "␛]0;owned␇") {
		t.Errorf("show prints %s", got)
	}
}

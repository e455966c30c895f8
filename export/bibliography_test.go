package export

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pacta/treatybase"
)

func aHead(id, title, outlet, author, published, genre, url string) treatybase.Head {
	return treatybase.Head{DocumentRow: treatybase.DocumentRow{ID: id, Title: title, Outlet: outlet, Author: author, Published: published, Genre: genre, URL: url, File: "folder/" + id + ".txt", Language: "en"},
		SHA256: strings.Repeat("ab", 32)}
}

var references = []treatybase.Head{
	aHead("0011aabbccdd", "A 100% {safe} bet: costs & gains of $5_000 #1 ~ \\ ^", "Lake Herald", "Ann Ardley", "2031-03-04T10:20", "", ""),
	aHead("0022aabbccdd", "", "", "", "", "", ""),
	aHead("0033aabbccdd", "Treaty on Canals", "", "", "2031-02~", "treaty", ""),
	aHead("0044aabbccdd", "Talks", "Wire \x1b[31mService", "Staff, 3 reporters", "2031-03-04/2031-03-06", "", "https://wire.example/a%20b{c}"),
	aHead("0055aabbccdd", "Sometime", "Lake Herald", "", "203X", "", ""),
}

// Braces must balance once escaped ones are taken out, and no character that
// TeX obeys may stand alone.
func TestBibLaTeX(t *testing.T) {
	var b bytes.Buffer
	if err := BibLaTeX(&b, references); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	bare := strings.NewReplacer(`\{`, "", `\}`, "", `\\`, "").Replace(out)
	if strings.Count(bare, "{") != strings.Count(bare, "}") {
		t.Errorf("braces do not balance:\n%s", out)
	}
	for _, want := range []string{
		`title        = {A 100\% \{safe\} bet: costs \& gains of \$5\_000 \#1 \textasciitilde{} \textbackslash{} \textasciicircum{}}`,
		`date         = {2031-03-04}`, `date         = {2031-02~}`, `date         = {2031-03-04/2031-03-06}`, `date         = {203X}`,
		`author       = {Ann Ardley}`, `author       = {{Staff, 3 reporters}}`, `@misc{pacta2031:0033aabb`, `@article{lakeherald2031:0011aabb`, `url          = {https://wire.example/a%20b%7Bc%7D}`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "\x1b") {
		t.Error("a terminal code got through")
	}
	keys := regexp.MustCompile(`(?m)^@\w+\{([^,]+),$`).FindAllStringSubmatch(out, -1)
	seen := map[string]bool{}
	for _, k := range keys {
		if seen[k[1]] {
			t.Errorf("key %s twice", k[1])
		}
		seen[k[1]] = true
	}
	if len(keys) != len(references) {
		t.Errorf("%d entries of %d", len(keys), len(references))
	}
}

// The rules of the CSL-JSON schema 1.0.2 that concern what we write.
func TestCSL(t *testing.T) {
	var b bytes.Buffer
	if err := CSL(&b, references); err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal(b.Bytes(), &items); err != nil {
		t.Fatal(err)
	}
	allowed := []string{"id", "type", "title", "container-title", "author", "issued", "URL", "language", "note"}
	types := []string{"article-newspaper", "treaty", "webpage", "document"}
	for _, x := range items {
		for k := range x {
			if !slices.Contains(allowed, k) {
				t.Errorf("%v: property %q", x["id"], k)
			}
		}
		if s, _ := x["type"].(string); !slices.Contains(types, s) || x["id"] == "" {
			t.Errorf("%v: type %q", x["id"], s)
		}
		if d, ok := x["issued"].(map[string]any); ok {
			checkCSLDate(t, d)
		}
	}
	if got := items[3]["issued"].(map[string]any)["date-parts"]; len(got.([]any)) != 2 {
		t.Errorf("a range is %v", got)
	}
	if d := items[2]["issued"].(map[string]any); d["circa"] != true {
		t.Errorf("an approximate date is %v", d)
	}
	if items[2]["type"] != "treaty" || items[1]["issued"] != nil {
		t.Errorf("%v, %v", items[2], items[1])
	}
}

func checkCSLDate(t *testing.T, d map[string]any) {
	t.Helper()
	parts, ok := d["date-parts"].([]any)
	if !ok {
		if _, ok := d["literal"].(string); !ok {
			t.Errorf("date %v", d)
		}
		return
	}
	if len(parts) < 1 || len(parts) > 2 {
		t.Errorf("date-parts %v", parts)
	}
	for _, p := range parts {
		if n := len(p.([]any)); n < 1 || n > 3 {
			t.Errorf("date-parts %v", parts)
		}
	}
}

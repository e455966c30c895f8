package pacta

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the law on who may import whom inside of pacta (ARCHITECTURE.md
// tells why). A package that is not listed follows its parent folder;
// "extract" is the driver, "extract/*" the extractors.
var mayImport = map[string][]string{
	".":          {"gazetteer", "language"},
	"demo":       {},
	"train":      {".", "edtf", "gazetteer", "language", "extract/*", "internal"}, // a trainer, in whichever folder
	"edtf":       {},
	"gazetteer":  {},
	"language":   {"language", "internal"},
	"read":       {".", "edtf", "read"},
	"extract":    {".", "gazetteer", "language", "extract"},
	"extract/*":  {".", "edtf", "gazetteer", "language", "extract/*"},
	"resolve":    {".", "edtf", "gazetteer", "resolve"},
	"reason":     {".", "edtf", "resolve"},
	"treatybase": {".", "edtf", "gazetteer", "resolve", "reason"},
	"ingest":     {".", "gazetteer", "read", "extract", "resolve", "reason", "treatybase", "export"},
	"ask":        {".", "edtf", "gazetteer", "language", "resolve", "reason", "treatybase"},
	"export":     {".", "edtf", "language", "resolve", "reason", "treatybase"},
	"web":        {".", "edtf", "gazetteer", "resolve", "reason", "ask", "export", "treatybase"},
	"eval":       {".", "edtf", "read", "extract", "internal"},
	"internal":   {".", "gazetteer", "language"},
	"cmd/pacta":  {"*"},
}

func TestImports(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (strings.HasPrefix(e.Name(), ".") && file != "." || e.Name() == "testdata") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			checkImports(t, filepath.ToSlash(file))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, file string) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	allowed := rule(path.Dir(file))
	if allowed == nil {
		t.Errorf("%s: its folder has no rule in mayImport", file)
	}
	for _, im := range f.Imports {
		p, _ := strconv.Unquote(im.Path.Value)
		if p != "pacta" && !strings.HasPrefix(p, "pacta/") {
			continue
		}
		p = strings.TrimPrefix(strings.TrimPrefix(p, "pacta"), "/")
		if !permits(allowed, p) {
			t.Errorf("%s imports pacta/%s, which its folder may not", file, p)
		}
	}
}

// rule returns what the packages in dir may import.
func rule(dir string) []string {
	if path.Base(dir) == "train" && dir != "language/train" {
		return mayImport["train"]
	}
	for d := dir; ; d = path.Dir(d) {
		if allowed, ok := mayImport[d]; ok && (d != "extract" && d != "." || d == dir) {
			return allowed
		}
		if path.Dir(d) == "extract" {
			return mayImport["extract/*"]
		}
		if d == "." || d == "/" {
			return nil
		}
	}
}

// permits reports whether p, or a folder above it, is in allowed.
func permits(allowed []string, p string) bool {
	if slices.Contains(allowed, "*") || p == "" && slices.Contains(allowed, ".") {
		return true
	}
	for d := p; d != "." && d != ""; d = path.Dir(d) {
		if slices.Contains(allowed, d) || path.Dir(d) == "extract" && slices.Contains(allowed, "extract/*") {
			return true
		}
	}
	return false
}

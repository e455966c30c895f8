package pacta

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// requirement matches a direct requirement of go.mod: "	golang.org/x/net v0.62.0".
var requirement = regexp.MustCompile(`(?m)^\t(\S+) v\S+$`)

// NOTICE names every module that go.mod requires directly, with its licence.
func TestNoticeNamesModules(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	found := requirement.FindAllStringSubmatch(string(mod), -1)
	if len(found) == 0 {
		t.Fatal("go.mod requires nothing")
	}
	for _, m := range found {
		if !strings.Contains(string(notice), "  "+m[1]+" ") {
			t.Errorf("NOTICE does not name %s", m[1])
		}
	}
}

package fulfilment

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed data/cues.tsv
var cuesFile string

// A cue is a word that claims something about the keeping of a commitment.
type cue struct {
	claim   string // type of the annotation when it is not denied
	denied  string // type when it is: "has not fulfilled"; "" for none
	pattern string // verb, noun, refuse, copula, hold
}

var cues = parseCues(cuesFile)

// objects are the nouns for what can be kept or broken.
var objects = words("obligation", "commitment", "promise", "pledge", "undertaking", "word", "treaty", "agreement", "pact", "accord", "declaration", "statement",
	"memorandum", "convention", "protocol", "charter", "deal", "provision", "term", "clause", "article", "paragraph", "point", "ceasefire", "cease-fire", "truce", "armistice",
	"resolution", "guarantee", "contract", "duty", "function", "condition", "letter", "requirement", "roadmap", "arrangement", "settlement", "law", "moratorium", "part", "spirit",
	"obligations", "commitments", "agreements", "terms", "provisions", "sanctions", "neutrality", "side", "document", "bargain", "norms", "norm", "communique", "formula", "assurance", "regime", "understanding", "contracts", "task", "tasks",
	"judgment", "judgement", "ruling", "verdict", "award", "oath", "vow", "embargo", "limit", "ceiling", "quota", "benchmark", "statute", "timetable", "armistices", "conventions", "opinion", "order", "peace", "alliance", "union",
	"programme", "plan", "measure", "dues", "end", "boundary", "ban", "lease", "accords", "compact", "oaths", "bargains", "covenant", "entente", "parole", "phase", "cessation", "pause", "concordat", "cap", "assurances", "decision", "recommendation", "standstill", "blueprint", "freeze", "target")

func words(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list {
		m[w] = true
	}
	return m
}

// parseCues reads the lexicon; a line that does not parse is a bug in the
// embedded file.
func parseCues(file string) map[string][]cue {
	m := map[string][]cue{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("cues.tsv: %q", line))
		}
		if f[1] == "-" {
			f[1] = ""
		}
		for _, w := range strings.Fields(f[3]) {
			m[w] = append(m[w], cue{claim: f[0], denied: f[1], pattern: f[2]})
		}
	}
	return m
}

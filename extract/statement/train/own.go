package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pacta"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/gazetteer"
	"pacta/internal/marked"
	"pacta/language"
)

// readOwn makes examples of the marked sentences: a candidate is good when it
// is the one reading of its cue that comes nearest to a marked statement, and
// has at least half of its content and of its source.
func readOwn(dir string) ([]example, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no marked sentences in %s", dir)
	}
	var out []example
	n := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		cases, err := marked.ParseFile(string(data))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", f, err)
		}
		for _, c := range cases {
			n++
			cs := candidates(c.Document())
			for i := range cs {
				out = append(out, example{features: cs[i].Features, good: good(cs, i, c.Annotations), weight: 1, fold: n % 8, what: cs[i].Rule + ": " + c.Text})
			}
		}
	}
	return out, nil
}

func candidates(d *pacta.Document) []statement.Candidate {
	a := pacta.NewAnalysis(d, gazetteer.Builtin(), language.English().Analyse(d.Text, language.Options{}))
	if err := a.Run(mention.Extractor); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
	}
	return statement.Candidates(a)
}

// good reports whether candidate i is the best reading of its cue of some gold statement.
func good(cs []statement.Candidate, i int, gold []pacta.Annotation) bool {
	for g := range gold {
		mine := match(&cs[i], &gold[g])
		if mine == 0 {
			continue
		}
		best := true
		for k := range cs {
			if k != i && cs[k].Cue == cs[i].Cue && match(&cs[k], &gold[g]) > mine {
				best = false
			}
		}
		if best {
			return true
		}
	}
	return false
}

// match returns how much of their contents two statements share, from 0 to 1;
// 0 where less than half, or where the sources differ.
func match(c *statement.Candidate, g *pacta.Annotation) float64 {
	var content, source []pacta.Span
	for _, r := range g.Args {
		switch r.Role {
		case "content":
			content = append(content, r.Span)
		case "source":
			source = append(source, r.Span)
		}
	}
	if s := share([]pacta.Span{c.Source}, source); s < 0.5 && (len(source) > 0 || !c.Source.IsZero()) {
		return 0
	}
	if s := share(c.Content, content); s >= 0.5 {
		return s
	}
	return 0
}

// share returns the common bytes as a part of the longer one.
func share(a, b []pacta.Span) float64 {
	both, la, lb := 0, 0, 0
	for _, x := range a {
		la += x.Len()
		for _, y := range b {
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		lb += y.Len()
	}
	return float64(both) / float64(max(la, lb, 1))
}

// trim is the text of a span on one line.
func trim(s string) string { return strings.Join(strings.Fields(s), " ") }

package commitment

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/areas.tsv
var areasFile string

// An Area is a subject area of commitments.
type Area struct {
	Name string
	Doc  string // its definition, one sentence
}

// AreasVersion is the version of the list of areas.
const AreasVersion = 1

// Areas is the closed list of subject areas, in order of precedence.
var Areas, areaRules = parseAreas(areasFile)

// An areaRule is one line of words that speak for an area.
type areaRule struct {
	area   int
	words  []string   // consecutive; a trailing * was replaced by stem
	with   [][]string // groups of alternatives, each of which must occur somewhere
	weight int
}

// areaIndex finds the rules by the first four bytes of their first word.
type areaIndex map[string][]areaRule

const areaKey = 3 // bytes of a word that the index looks at

func parseAreas(file string) ([]Area, areaIndex) {
	var areas []Area
	index := areaIndex{}
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "= "); ok {
			name, doc, _ := strings.Cut(name, "\t")
			areas = append(areas, Area{Name: name, Doc: doc})
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := parseAreaRule(line)
		r.area = len(areas) - 1
		key := areaWordKey(r.words[0])
		index[key] = append(index[key], r)
	}
	return areas, index
}

func parseAreaRule(line string) areaRule {
	r := areaRule{weight: 2}
	rule, weight, ok := strings.Cut(line, "\t")
	if ok {
		r.weight, _ = strconv.Atoi(weight)
	}
	for i, part := range strings.Split(rule, " + ") {
		if i == 0 {
			r.words = strings.Fields(part)
			continue
		}
		r.with = append(r.with, strings.Split(part, "|"))
	}
	return r
}

func areaWordKey(w string) string {
	w = strings.TrimSuffix(w, "*")
	return w[:min(len(w), areaKey)]
}

func matchWord(pattern, w string) bool {
	if stem, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(w, stem)
	}
	return pattern == w
}

// areasOf returns the areas that words speak for, the surest first.
func areasOf(words []string) []string {
	var score [64]int
	for i, w := range words {
		for n := 1; n <= areaKey && n <= len(w); n++ {
			if n < areaKey && n < len(w) {
				continue
			}
			for j := range areaRules[w[:n]] {
				if r := &areaRules[w[:n]][j]; r.matches(words, i) {
					score[r.area] += r.weight
				}
			}
		}
	}
	return rank(score[:len(Areas)])
}

// rank lists the areas with a score worth naming: the best and those that come near it.
func rank(score []int) []string {
	var order []int
	best := 0
	for i, s := range score {
		best = max(best, s)
		if s > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return score[b] - score[a] })
	var out []string
	for _, i := range order {
		if len(out) < 4 && score[i] >= max(2, best/2) || len(out) == 0 {
			out = append(out, Areas[i].Name)
		}
	}
	return out
}

func (r *areaRule) matches(words []string, at int) bool {
	if at+len(r.words) > len(words) {
		return false
	}
	for i, p := range r.words {
		if !matchWord(p, words[at+i]) {
			return false
		}
	}
	for _, group := range r.with {
		if !anyWord(group, words) {
			return false
		}
	}
	return true
}

func anyWord(patterns, words []string) bool {
	for _, w := range words {
		for _, p := range patterns {
			if matchWord(p, w) {
				return true
			}
		}
	}
	return false
}

package timex

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed functions.txt
var functionsText string

// A phrase is words that give what follows them a function.
type phrase struct {
	words []*word // the last first
	to    string
}

// readPhrases reads functions.txt, interning its words.
func (l *lexicon) readPhrases(text string) ([]phrase, error) {
	var out []phrase
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		words, to, ok := strings.Cut(line, " = ")
		if !ok {
			return nil, fmt.Errorf("functions: %q has no =", line)
		}
		p := phrase{to: to}
		for _, w := range strings.Fields(words) {
			p.words = append([]*word{l.intern(w)}, p.words...)
		}
		out = append(out, p)
	}
	return out, nil
}

// functionOf returns what the words before x make of it.
func (r *reader) functionOf(x *found) string {
	last := x.first - 1
	if r.is(last, "the") || r.is(last, "a") {
		last--
	}
	best, length := "", 0
	for i := range r.phrases {
		p := &r.phrases[i]
		if len(p.words) > length && r.ends(p, last) {
			best, length = p.to, len(p.words)
		}
	}
	if best == "deadline" && r.is(last, "within") && !x.f.hasAny(count, vague) {
		return "period"
	}
	if best == "period" && !x.f.hasAny(count, vague, shift, year, decade, century) {
		return ""
	}
	return best
}

func (r *reader) ends(p *phrase, last int) bool {
	for i, w := range p.words {
		if r.at(last-i).word != w {
			return false
		}
	}
	return true
}

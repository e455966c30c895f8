package main

import (
	"strconv"
	"strings"
)

// goldSpan is an entity of the Entity= layer: words [first, last).
type goldSpan struct {
	first, last int
	kind        string
	min         []int // words of the minimal span, from the entity's first word, 1-based
}

// entitySpans reads the brackets of the Entity= layer.
func entitySpans(rows []row) []goldSpan {
	var spans []goldSpan
	type opened struct {
		id string
		at int
	}
	var open []opened
	word := -1
	for _, r := range rows {
		if strings.ContainsAny(r[0], ".-") {
			continue
		}
		word++
		for _, part := range strings.Split(r[9], "|") {
			layer, ok := strings.CutPrefix(part, "Entity=")
			if !ok {
				continue
			}
			for layer != "" {
				if layer[0] == '(' {
					end := 1 + strings.IndexAny(layer[1:]+")", "()")
					fields := strings.SplitN(layer[1:end], "-", 7)
					spans = append(spans, goldSpan{first: word, last: -1, kind: field(fields, 1), min: numbers(field(fields, 4))})
					open = append(open, opened{fields[0], len(spans) - 1})
					layer = layer[end:]
					if strings.HasPrefix(layer, ")") {
						spans[len(spans)-1].last = word + 1
						open = open[:len(open)-1]
						layer = layer[1:]
					}
					continue
				}
				end := strings.IndexAny(layer, "()")
				if end < 0 {
					break
				}
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].id == layer[:end] {
						spans[open[k].at].last = word + 1
						open = append(open[:k], open[k+1:]...)
						break
					}
				}
				layer = layer[end+1:]
			}
		}
	}
	kept := spans[:0]
	for _, s := range spans {
		if s.last > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

func field(fields []string, i int) string {
	if i < len(fields) {
		return fields[i]
	}
	return ""
}

func numbers(list string) []int {
	var out []int
	for _, x := range strings.Split(list, ",") {
		if n, err := strconv.Atoi(x); err == nil {
			out = append(out, n)
		}
	}
	return out
}

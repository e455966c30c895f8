package main

import (
	_ "embed" // our own trees
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"pacta/language/internal/engine"
)

//go:embed own/trees.txt
var ownTrees string

const (
	treeCopies    = 10 // fillings of each template
	treeDocuments = 8
)

// treeBook is own/trees.txt: templates, and fillings of their slots.
type treeBook struct {
	templates []string
	slots     map[string][]string
	random    *rand.Rand
}

// ownTreeDocuments fills the templates of own/trees.txt, always alike.
func ownTreeDocuments() ([]gold, error) {
	book := treeBook{slots: map[string][]string{"given": listed("given"), "country": listed("country"), "town": listed("city")}, random: rand.New(rand.NewPCG(9, 9))}
	for _, line := range contentLines(ownTrees) {
		if name, fillings, ok := strings.Cut(line, " = "); ok && !strings.HasPrefix(line, "root(") {
			book.slots[name] = strings.Split(fillings, " | ")
		} else if line != "" {
			book.templates = append(book.templates, line)
		}
	}
	raw := make([][]rawSentence, treeDocuments)
	for i := range treeCopies * len(book.templates) {
		filled := book.fill(book.templates[i%len(book.templates)])
		if i/len(book.templates)%2 == 1 {
			filled = strings.NewReplacer("“", "\"", "”", "\"").Replace(filled)
		}
		rows, err := bracketRows(filled)
		if err != nil {
			return nil, fmt.Errorf("own/trees.txt: template %q: %w", book.templates[i%len(book.templates)], err)
		}
		raw[i%treeDocuments] = append(raw[i%treeDocuments], rawSentence{para: true, rows: rows})
	}
	var docs []gold
	for k := range raw {
		docs = append(docs, buildDocument(fmt.Sprintf("own-%d", k), raw[k]))
	}
	return docs, nil
}

// slot matches a slot of a template, "{person}".
var slot = regexp.MustCompile(`\{(\w+)\}`)

func (b *treeBook) fill(template string) string {
	for slot.MatchString(template) {
		template = slot.ReplaceAllStringFunc(template, func(name string) string {
			fillings := b.slots[name[1:len(name)-1]]
			if len(fillings) == 0 {
				return "no-such-slot"
			}
			return fillings[b.random.IntN(len(fillings))]
		})
	}
	return template
}

// bracket is an open phrase: its relation, the row of its head, and the rows
// that wait for it.
type bracket struct {
	rel     string
	head    int
	waiting []int
}

// opening matches the start of a phrase, "nsubj:pass(".
var opening = regexp.MustCompile(`^([a-z]+(?::[a-z]+)?)\((.*)$`)

// bracketRows turns a filled template into rows of CoNLL-U.
func bracketRows(filled string) ([]row, error) {
	var rows []row
	stack := []bracket{{head: -1}}
	attach := func(i int, rel string) {
		rows[i][7] = rel
		stack[len(stack)-1].waiting = append(stack[len(stack)-1].waiting, i)
	}
	pending := strings.Fields(filled)
	for len(pending) > 0 {
		token := pending[0]
		pending = pending[1:]
		if m := opening.FindStringSubmatch(token); m != nil {
			stack = append(stack, bracket{rel: m[1], head: -1})
			if m[2] != "" {
				pending = slices.Insert(pending, 0, m[2])
			}
			continue
		}
		if token == ")" {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if top.head < 0 || len(stack) == 0 {
				return nil, fmt.Errorf("%s( without a head, or one bracket too many", top.rel)
			}
			for _, i := range top.waiting {
				rows[i][6] = fmt.Sprint(top.head + 1)
			}
			attach(top.head, top.rel)
			continue
		}
		if rest, ok := strings.CutSuffix(token, ")"); ok {
			pending = slices.Insert(pending, 0, rest, ")")
			continue
		}
		rel, leaf, err := splitLeaf(token)
		if err != nil {
			return nil, err
		}
		rows = append(rows, leafRow(len(rows)+1, leaf))
		if rel == "^" {
			stack[len(stack)-1].head = len(rows) - 1
		} else {
			attach(len(rows)-1, rel)
		}
	}
	if len(stack) != 1 || len(stack[0].waiting) != 1 {
		return nil, fmt.Errorf("brackets do not close")
	}
	rows[stack[0].waiting[0]][6] = "0"
	return finishRows(rows), nil
}

// splitLeaf cuts "det:The/DT" into relation and leaf, and "^pact/NN" into "^"
// and leaf.
func splitLeaf(token string) (rel, leaf string, err error) {
	if leaf, ok := strings.CutPrefix(token, "^"); ok {
		return "^", leaf, nil
	}
	for _, name := range engine.RelNames {
		if strings.HasPrefix(token, name+":") && len(name) > len(rel) {
			rel = name
		}
	}
	if rel == "" {
		return "", "", fmt.Errorf("%q has no relation", token)
	}
	return rel, token[len(rel)+1:], nil
}

// leafRow keeps the kind of a named entity in the ninth column.
func leafRow(n int, leaf string) row {
	leaf, kind, _ := strings.Cut(leaf, "@")
	cut := strings.LastIndexByte(leaf, '/')
	return row{fmt.Sprint(n), leaf[:cut], "_", "_", leaf[cut+1:], "_", "0", "_", kind, "_"}
}

// finishRows fills in what follows from the rest: universal tags, missing
// blanks, and a capital at the start.
func finishRows(rows []row) []row {
	for _, r := range rows {
		if r[7] != "punct" {
			r[1] = strings.ToUpper(r[1][:1]) + r[1][1:]
			break
		}
	}
	quoted := false
	for i, r := range rows {
		r[3] = universal(r[4], r[7])
		glued := false
		switch r[1] {
		case "(", "“", "-":
			glued = true
		case "\"":
			quoted = !quoted
			glued = quoted
		}
		if i+1 < len(rows) {
			switch next := rows[i+1][1]; next {
			case ",", ".", ":", ";", ")", "”", "'s", "-":
				glued = true
			case "\"":
				glued = glued || quoted
			}
		}
		if glued {
			r[9] = "SpaceAfter=No"
		}
	}
	return rows
}

// universal derives the universal tag from the Penn tag and the relation, for
// the words of own/trees.txt.
func universal(xpos, rel string) string {
	switch {
	case rel == "punct":
		return "PUNCT"
	case rel == "aux" || rel == "aux:pass" || rel == "cop":
		return "AUX"
	case xpos == "NNP" && rel == "amod":
		return "ADJ"
	case xpos == "DT":
		if rel == "det" {
			return "DET"
		}
		return "PRON"
	case xpos == "IN" && rel == "mark":
		return "SCONJ"
	case rel == "fixed" && xpos == "IN":
		return "ADP"
	}
	return map[string]string{
		"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "RB": "ADV", "CD": "NUM", "CC": "CCONJ", "TO": "PART", "POS": "PART",
		"PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "EX": "PRON", "RP": "ADP", "IN": "ADP", "LS": "X", "UH": "INTJ", "MD": "AUX",
		"VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "VBZ": "VERB", "VBP": "VERB",
	}[xpos]
}

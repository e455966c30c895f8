package timex

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed grammar.txt
var grammarText string

// A grammar is grammar.txt over a lexicon, compiled. It never changes.
type grammar struct {
	*lexicon
	rules   []rule
	names   map[string]int // of nonterminals
	byName  [][]int        // rules of each nonterminal, in the order of the file
	starts  [][][]int      // of those, the ones that a word can start, by the word's id
	top     int            // the nonterminal "timex"
	pairs   []follow       // by the id of the first word of an expression
	phrases []phrase       // of functions.txt
}

// A rule is one line of the grammar.
type rule struct {
	elems  []elem
	assign []assignment
	guards []guard
	line   int
}

type assignment struct {
	to  field
	val int
}

type elemKind uint8

const (
	literal elemKind = iota
	ofClass
	nonterminal
	builtin
	group
)

// An elem matches atoms at one place of a rule.
type elem struct {
	kind     elemKind
	class    class
	optional bool
	glued    bool  // no space before
	to       field // where a class or builtin puts its value
	word     *word
	nt       int
	parse    builtinFunc
	alts     [][]elem
}

// english is compiled on first use; an error in the embedded files is a bug.
var english = sync.OnceValue(func() *grammar {
	g, err := compile(lexiconText, grammarText)
	if err != nil {
		panic("timex: " + err.Error())
	}
	return g
})

func compile(lexiconText, grammarText string) (*grammar, error) {
	l, err := readLexicon(lexiconText)
	if err != nil {
		return nil, err
	}
	g := &grammar{lexicon: l, names: map[string]int{}}
	if g.phrases, err = l.readPhrases(functionsText); err != nil {
		return nil, err
	}
	n := 0
	for line := range strings.Lines(grammarText + "\n" + holidayRules()) {
		n++
		if err := g.line(strings.TrimSpace(line), n); err != nil {
			return nil, fmt.Errorf("grammar: line %d: %w", n, err)
		}
	}
	for name, nt := range g.names {
		if len(g.byName[nt]) == 0 {
			return nil, fmt.Errorf("grammar: no rule for {%s}", name)
		}
	}
	for _, w := range l.list {
		if len(w.text) == 1 {
			l.symbol[w.text[0]] = w
		}
	}
	g.top = g.names["timex"]
	return g, g.index()
}

// line compiles one line: "name: elements => field=value … if guard …".
func (g *grammar) line(s string, n int) error {
	if s == "" || s[0] == '#' {
		return nil
	}
	name, body, ok := strings.Cut(s, ": ")
	if !ok {
		return fmt.Errorf("%q has no name", s)
	}
	body, conditions, _ := strings.Cut(body, " if ")
	body, assigns, _ := strings.Cut(body, " => ")
	r := rule{line: n}
	words := strings.Fields(body)
	elems, rest, err := g.elems(words)
	if err != nil {
		return err
	}
	if len(rest) > 0 || len(elems) == 0 {
		return fmt.Errorf("%q cannot be read from %q on", s, rest)
	}
	r.elems = elems
	for _, a := range strings.Fields(assigns) {
		if err := r.addAssignment(a); err != nil {
			return err
		}
	}
	for _, c := range strings.Fields(conditions) {
		x, err := g.guard(c)
		if err != nil {
			return err
		}
		r.guards = append(r.guards, x)
	}
	nt := g.nonterminal(name)
	g.byName[nt] = append(g.byName[nt], len(g.rules))
	g.rules = append(g.rules, r)
	return nil
}

// guard compiles one condition: the name of a guard, or words that must
// (prev:a|b, next:a|b) or must not (prev!a|b, next!a|b) stand next to what the
// rule matched.
func (g *grammar) guard(s string) (guard, error) {
	if x := guards[s]; x != nil {
		return x, nil
	}
	i := strings.IndexAny(s, ":!")
	if i != 4 || s[:4] != "prev" && s[:4] != "next" {
		return nil, fmt.Errorf("guard %q is unknown", s)
	}
	var words []*word
	for _, w := range strings.Split(s[i+1:], "|") {
		words = append(words, g.intern(w))
	}
	wanted, before := s[i] == ':', s[:4] == "prev"
	return func(m *matcher, i, j int, _ *frame) bool {
		if before {
			j = i - 1
		}
		w := m.at(j).word
		return (w != nil && slices.Contains(words, w)) == wanted
	}, nil
}

func (r *rule) addAssignment(s string) error {
	name, val, _ := strings.Cut(s, "=")
	f := fieldOf(name)
	if f == none {
		return fmt.Errorf("field %q is unknown", name)
	}
	n, err := number(val)
	r.assign = append(r.assign, assignment{f, n})
	return err
}

func fieldOf(name string) field {
	for f, n := range fieldNames {
		if n == name && n != "" {
			return field(f)
		}
	}
	return none
}

func (g *grammar) nonterminal(name string) int {
	nt, ok := g.names[name]
	if !ok {
		nt = len(g.byName)
		g.names[name] = nt
		g.byName = append(g.byName, nil)
	}
	return nt
}

// elems compiles words up to their end or to the ")" or "|" that closes an
// alternative, and returns what is left.
func (g *grammar) elems(words []string) ([]elem, []string, error) {
	var out []elem
	for len(words) > 0 {
		w := words[0]
		if w == ")" || w == ")?" || w == "|" {
			break
		}
		words = words[1:]
		if w == "(" {
			e, rest, err := g.group(words)
			if err != nil {
				return nil, nil, err
			}
			out, words = append(out, e), rest
			continue
		}
		e, err := g.elem(w)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, e)
	}
	return out, words, nil
}

func (g *grammar) group(words []string) (elem, []string, error) {
	e := elem{kind: group}
	for {
		alt, rest, err := g.elems(words)
		if err != nil {
			return e, nil, err
		}
		e.alts = append(e.alts, alt)
		if len(rest) == 0 {
			return e, nil, fmt.Errorf("a group is not closed")
		}
		words = rest[1:]
		if rest[0] != "|" {
			e.optional = rest[0] == ")?"
			return e, words, nil
		}
	}
}

// elem compiles one element: "+" before it wants no space there, "?" after it
// makes it optional, and field<class> or field{builtin} says where its value
// goes.
func (g *grammar) elem(s string) (elem, error) {
	var e elem
	if len(s) > 1 {
		s, e.glued = strings.CutPrefix(s, "+")
		s, e.optional = strings.CutSuffix(s, "?")
	}
	s = strings.TrimPrefix(s, "\\")
	open := strings.IndexAny(s, "<{")
	if open < 0 || len(s) < 3 {
		e.word = g.intern(s)
		return e, nil
	}
	to, name := s[:open], s[open+1:len(s)-1]
	if to != "" {
		if e.to = fieldOf(to); e.to == none {
			return e, fmt.Errorf("field %q is unknown", to)
		}
	}
	switch {
	case s[open] == '<':
		c, err := classNamed(name)
		if err != nil {
			return e, err
		}
		e.kind, e.class = ofClass, c
		if to == "" {
			e.to = classNames[e.class].to
		}
	case builtins[name].parse != nil:
		e.kind, e.parse = builtin, builtins[name].parse
		if to == "" {
			e.to = builtins[name].to
		}
	default:
		e.kind, e.nt = nonterminal, g.nonterminal(name)
	}
	return e, nil
}

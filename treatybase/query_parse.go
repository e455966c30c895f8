package treatybase

import (
	"fmt"
	"strings"

	"pacta"
)

// ParseQuery reads a query. The error wraps pacta.ErrInvalid and says what to
// type instead.
func ParseQuery(s string) (*Query, error) {
	tokens, err := lex(s)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	c, err := p.sequence(nil, 0)
	if err != nil {
		return nil, err
	}
	if p.peek().sort == closing {
		return nil, wrong("a bracket is closed that was not opened: write ( before what belongs together")
	}
	return &Query{c}, nil
}

// wrong is the error of a query that cannot be read.
func wrong(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), pacta.ErrInvalid)
}

type parser struct {
	tokens []token
	at     int
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.sort != ended {
		p.at++
	}
	return t
}

// sequence reads what must all hold, up to a closing bracket or the end; nil
// if there is nothing. Words are values of the field of, unless it is nil.
func (p *parser) sequence(of *QueryField, depth int) (*clause, error) {
	if depth > maxDepth {
		return nil, wrong("more than %d brackets stand in one another: leave some out", maxDepth)
	}
	var kids []*clause
	and, or := false, false
	for t := p.peek(); t.sort != ended && t.sort != closing; t = p.peek() {
		if t.sort == andSign {
			p.next()
			if and = true; len(kids) == 0 || !p.operand() {
				return nil, wrong("AND needs a word on both sides: write arms AND supply, or simply arms supply")
			}
		}
		c, alternatives, err := p.alternatives(of, depth)
		if err != nil {
			return nil, err
		}
		or = or || alternatives
		kids = append(kids, c)
	}
	if and && or {
		return nil, wrong("AND and OR stand side by side: show with brackets what belongs together, as in (arms OR weapons) AND supply")
	}
	return joined(all, kids), nil
}

// joined returns one clause for many; those of the same operator become one.
func joined(op operator, kids []*clause) *clause {
	var flat []*clause
	for _, k := range kids {
		if k.op == op {
			flat = append(flat, k.kids...)
		} else {
			flat = append(flat, k)
		}
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return &clause{op: op, kids: flat}
}

// operand reports whether something to look for follows.
func (p *parser) operand() bool {
	switch p.peek().sort {
	case ended, closing, orSign, andSign, nearSign:
		return false
	}
	return true
}

// alternatives reads a OR b OR c, and says whether there was an OR.
func (p *parser) alternatives(of *QueryField, depth int) (*clause, bool, error) {
	var kids []*clause
	for {
		if !p.operand() {
			if p.peek().sort == nearSign {
				return nil, false, wrong("near needs a word on both sides: write withdraw near/5 troops")
			}
			return nil, false, wrong("OR needs a word on both sides: write arms OR weapons")
		}
		c, err := p.unary(of, depth)
		if err != nil {
			return nil, false, err
		}
		kids = append(kids, c)
		if p.peek().sort != orSign {
			return joined(either, kids), len(kids) > 1, nil
		}
		p.next()
	}
}

func (p *parser) unary(of *QueryField, depth int) (*clause, error) {
	not := false
	for p.peek().sort == notSign {
		p.next()
		not = !not
	}
	if !p.operand() {
		return nil, wrong("NOT needs a word after it: write NOT troops, or -troops")
	}
	c, err := p.close(of, depth)
	if err == nil && not {
		if c.op == without {
			return c.kids[0], nil
		}
		return &clause{op: without, kids: []*clause{c}}, nil
	}
	return c, err
}

// close reads words that stand close to each other, or anything else alone.
func (p *parser) close(of *QueryField, depth int) (*clause, error) {
	c, err := p.primary(of, depth)
	if err != nil || p.peek().sort != nearSign {
		return c, err
	}
	kids, apart := []*clause{c}, p.peek().apart
	for p.peek().sort == nearSign {
		if t := p.next(); t.apart != apart {
			return nil, wrong("near/%d and near/%d stand in one row: write the same number, or brackets", apart, t.apart)
		}
		if !p.operand() {
			return nil, wrong("near needs a word on both sides: write withdraw near/5 troops")
		}
		k, err := p.primary(of, depth)
		if err != nil {
			return nil, err
		}
		kids = append(kids, k)
	}
	for _, k := range kids {
		if k.op != words {
			return nil, wrong("near stands between words or phrases, not between fields or brackets: write withdraw near/5 troops")
		}
	}
	return &clause{op: near, kids: kids, apart: apart}, nil
}

func (p *parser) primary(of *QueryField, depth int) (*clause, error) {
	t := p.next()
	switch t.sort {
	case opening:
		return p.group(of, depth)
	case nameSign:
		return p.named(t, of, depth)
	case phraseSign:
		if !hasLetter(t.text) {
			return nil, wrong(`there is no word between the quotation marks: write "sea rescue"`)
		}
	case notSign:
		return nil, wrong("NOT stands where a word is needed: write -(arms OR weapons)")
	}
	if of != nil {
		return of.clause(t)
	}
	if t.apart > 0 {
		return loose(t), nil
	}
	return &clause{op: words, text: t.text, phrase: t.sort == phraseSign, star: t.star}, nil
}

// group reads up to the bracket that closes.
func (p *parser) group(of *QueryField, depth int) (*clause, error) {
	c, err := p.sequence(of, depth+1)
	if err != nil {
		return nil, err
	}
	if p.next().sort != closing {
		return nil, wrong("a bracket is not closed: write ) after what belongs together")
	}
	if c == nil {
		return nil, wrong("there is nothing between the brackets: write (arms OR weapons)")
	}
	return c, nil
}

// named reads the value of the field whose name is t.
func (p *parser) named(t token, of *QueryField, depth int) (*clause, error) {
	f := fieldOf(t.text)
	switch {
	case of != nil:
		return nil, wrong("the field %s stands within the brackets of %s: write it beside them", t.text, of.Name)
	case f == nil:
		return nil, noField(t.text)
	}
	v := p.peek()
	if v.start != t.end || v.sort != opening && v.sort != wordSign && v.sort != phraseSign {
		return nil, wrong("%s: needs a value right after the colon: write %s", f.Name, f.Example)
	}
	p.next()
	if v.sort == opening {
		return p.group(f, depth)
	}
	v.exact = t.exact
	return f.clause(v)
}

// loose returns the words of a phrase that need not follow one another.
func loose(t token) *clause {
	var kids []*clause
	for _, w := range strings.Fields(t.text) {
		if hasLetter(w) {
			kids = append(kids, &clause{op: words, text: w})
		}
	}
	kids[len(kids)-1].star = t.star
	if len(kids) == 1 {
		return kids[0]
	}
	return &clause{op: near, kids: kids, apart: t.apart}
}

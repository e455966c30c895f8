package treatybase

import (
	"slices"
	"strconv"
	"strings"
)

// A Query is what somebody looks for, read from one line:
//
//	arms supply            both words, by their stem
//	"sea rescue"           these words one after another
//	peacekeep*             words with this beginning
//	arms OR weapons        either; binds closer than standing side by side
//	-troops, NOT troops    without it
//	( … )                  belongs together
//	withdraw near/5 troops at most five words between; "withdraw troops"~5 is the same
//	party:RUS              a field; see QueryFields
//	party:(RUS OR AZE)     one field with several values
//	speaker:=Lavrov        this value and no longer one
//
// The zero Query fits everything. What stands in it is never read as SQL or as
// a query of the full-text index.
type Query struct{ root *clause }

// A clause is a node of a query.
type clause struct {
	op     operator
	kids   []*clause
	text   string // words, or the value of a field
	field  string // name of a field
	phrase bool   // stood in quotation marks
	star   bool   // the last word is a beginning
	exact  bool   // the value stands behind =
	apart  int    // of near: how many words may stand between
}

type operator int

const (
	all     operator = iota // every kid
	either                  // one kid or more
	without                 // not its one kid
	near                    // the words of all kids close to each other
	words                   // one word, or a phrase
	field                   // a field has a value
)

// farApart is how many words may stand between those of NEAR without a number.
const farApart = 10

// IsZero reports whether q asks for nothing.
func (q *Query) IsZero() bool { return q == nil || q.root == nil }

// HasWords reports whether q looks for words of a text, so that what it finds
// are sentences.
func (q *Query) HasWords() bool {
	return !q.IsZero() && q.root.any(func(c *clause) bool { return c.op == words })
}

// String returns q in the one way that we write it; ParseQuery reads it as q.
func (q *Query) String() string {
	if q.IsZero() {
		return ""
	}
	return q.root.write(all)
}

// Has reports whether q is restricted to a value of a field.
func (q *Query) Has(name, value string) bool {
	return slices.ContainsFunc(q.parts(), func(c *clause) bool { return c.is(name, value) })
}

// Values returns to which values of a field q is restricted.
func (q *Query) Values(name string) []string {
	var out []string
	for _, c := range q.parts() {
		if c.op == field && c.field == name {
			out = append(out, c.text)
		}
	}
	return out
}

// With returns q restricted to a value of a field as well, and to no longer one
// that has its words.
func (q *Query) With(name, value string) *Query {
	if q.Has(name, value) {
		return q
	}
	f := fieldOf(name)
	c := &clause{op: field, field: name, text: unquoted(value), exact: f != nil && f.words}
	return compose(append(q.parts(), c))
}

// Without returns q without the restriction to a value of a field, or to any
// value where value is "".
func (q *Query) Without(name, value string) *Query {
	return compose(slices.DeleteFunc(q.parts(), func(c *clause) bool {
		return c.op == field && c.field == name && (value == "" || c.is(name, value))
	}))
}

// parts returns what must all hold.
func (q *Query) parts() []*clause {
	switch {
	case q.IsZero():
		return nil
	case q.root.op == all:
		return slices.Clone(q.root.kids)
	}
	return []*clause{q.root}
}

func compose(parts []*clause) *Query {
	switch len(parts) {
	case 0:
		return &Query{}
	case 1:
		return &Query{parts[0]}
	}
	return &Query{&clause{op: all, kids: parts}}
}

func (c *clause) is(name, value string) bool {
	return c.op == field && c.field == name && strings.EqualFold(c.text, unquoted(value))
}

// unquoted returns a value without what would end it within a query.
func unquoted(value string) string {
	return strings.Join(strings.FieldsFunc(value, func(r rune) bool { return isBlank(r) || strings.ContainsRune(quotes, r) }), " ")
}

// any reports whether f holds for c or something in it.
func (c *clause) any(f func(*clause) bool) bool {
	return f(c) || slices.ContainsFunc(c.kids, func(k *clause) bool { return k.any(f) })
}

// write returns c as it stands within an operator.
func (c *clause) write(within operator) string {
	switch c.op {
	case words:
		return c.words()
	case field:
		if c.exact {
			return c.field + ":=" + c.value()
		}
		return c.field + ":" + c.value()
	case without:
		return "-" + c.kids[0].write(without)
	case near:
		return c.bracket(c.join(" near/"+strconv.Itoa(c.apart)+" "), within == without || within == near)
	case either:
		return c.bracket(c.join(" OR "), within != all)
	}
	return c.bracket(c.join(" "), within != all)
}

func (c *clause) bracket(s string, needed bool) string {
	if needed {
		return "(" + s + ")"
	}
	return s
}

func (c *clause) join(by string) string {
	parts := make([]string, len(c.kids))
	for i, k := range c.kids {
		parts[i] = k.write(c.op)
	}
	return strings.Join(parts, by)
}

func (c *clause) words() string {
	text := c.text
	if c.star {
		text += "*"
	}
	if c.phrase || !isWord(text) {
		return `"` + text + `"`
	}
	return text
}

// value writes the value of a field, in quotation marks where it is more than
// one word.
func (c *clause) value() string {
	text := c.text
	if c.star {
		text += "*"
	}
	if c.phrase || !isPlain(text) {
		return `"` + text + `"`
	}
	return text
}

package resolve

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"pacta"
)

// A coder writes or reads the bytes of a row: one function for each type does
// both. Numbers are varints, texts have their length before them.
type coder struct {
	b       []byte
	reading bool
	broken  bool
	seen    map[string]string // what was read: a row says many things twice
}

// errRow is the error of bytes that no version of this program wrote.
var errRow = errors.New("a row of the base does not make sense")

func (c *coder) num(n *int) {
	if !c.reading {
		c.b = binary.AppendVarint(c.b, int64(*n))
		return
	}
	v, k := binary.Varint(c.b)
	if k <= 0 {
		c.broken, c.b, *n = true, nil, 0
		return
	}
	c.b, *n = c.b[k:], int(v)
}

// count codes the length of a list; what is read is no more than what follows.
func (c *coder) count(n int) int {
	c.num(&n)
	if c.reading && (n < 0 || n > len(c.b)) {
		c.broken, n = true, 0
	}
	return n
}

func (c *coder) str(s *string) {
	n := c.count(len(*s))
	if !c.reading {
		c.b = append(c.b, *s...)
		return
	}
	old, ok := c.seen[string(c.b[:n])]
	if !ok {
		old = string(c.b[:n])
		c.seen[old] = old
	}
	*s, c.b = old, c.b[n:]
}

func (c *coder) value(v *Value) { c.str((*string)(v)) }

func (c *coder) span(s *pacta.Span) {
	c.num(&s.Start)
	n := s.End - s.Start
	c.num(&n)
	s.End = s.Start + n
}

// list codes the elements of xs.
func list[T any](c *coder, xs *[]T, one func(*T)) {
	n := c.count(len(*xs))
	if c.reading {
		*xs = nil
		if n > 0 {
			*xs = make([]T, n)
		}
	}
	for i := range *xs {
		one(&(*xs)[i])
	}
}

func (c *coder) strs(xs *[]string) { list(c, xs, c.str) }

// set codes a set in order.
func (c *coder) set(m *map[string]bool) {
	xs := slices.Sorted(maps.Keys(*m))
	c.strs(&xs)
	if c.reading {
		*m = nil
		for _, x := range xs {
			if *m == nil {
				*m = map[string]bool{}
			}
			(*m)[x] = true
		}
	}
}

// source codes a source in a known document.
func (c *coder) source(document string) func(*Source) {
	return func(s *Source) {
		s.Document = document
		c.span(&s.Span)
		c.str(&s.Quote)
	}
}

func (c *coder) sources(document string, xs *[]Source) { list(c, xs, c.source(document)) }

// names codes states and organisations with the words that name each.
func (c *coder) names(document string, xs *[]Claim) {
	list(c, xs, func(x *Claim) {
		c.value(&x.Value)
		c.sources(document, &x.Sources)
	})
	if c.reading && *xs == nil {
		*xs = []Claim{}
	}
}

func (c *coder) tally(document string, t *tally) {
	keys := slices.Sorted(maps.Keys(*t))
	n := c.count(len(keys))
	if c.reading {
		keys, *t = make([]string, n), nil
		if n > 0 {
			*t = tally{}
		}
	}
	for i := range keys {
		c.str(&keys[i])
		ss := (*t)[keys[i]]
		c.sources(document, &ss)
		if c.reading {
			(*t)[keys[i]] = ss
		}
	}
}

package treatybase

import "math/bits"

// A set is a set of numbers, one bit each.
type set []uint64

func (s *set) add(n int) {
	if w := n >> 6; w >= len(*s) {
		*s = append(*s, make(set, w+1-len(*s)+len(*s)/4)...)
	}
	(*s)[n>>6] |= 1 << (n & 63)
}

func (s set) has(n int) bool { return n>>6 < len(s) && s[n>>6]>>(n&63)&1 == 1 }

func (s set) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

func (s *set) addAll(list []uint32) {
	for _, x := range list {
		s.add(int(x))
	}
}

// list returns the numbers in s, the smallest first.
func (s set) list() []uint32 {
	out := make([]uint32, 0, s.count())
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			out = append(out, uint32(i<<6+bits.TrailingZeros64(w)))
		}
	}
	return out
}

// A choice is a set, or everything but a set.
type choice struct {
	set
	but bool
}

func (c choice) has(n int) bool { return c.set.has(n) != c.but }

func (c choice) not() choice { return choice{c.set, !c.but} }

// and returns what both have. It may change c's set.
func (c choice) and(o choice) choice {
	switch {
	case c.but && o.but:
		return choice{union(c.set, o.set), true}
	case c.but:
		return o.and(c)
	case o.but:
		for i := range min(len(c.set), len(o.set)) {
			c.set[i] &^= o.set[i]
		}
	default:
		c.set = c.set[:min(len(c.set), len(o.set))]
		for i := range c.set {
			c.set[i] &= o.set[i]
		}
	}
	return c
}

func (c choice) or(o choice) choice { return c.not().and(o.not()).not() }

func union(a, b set) set {
	if len(a) < len(b) {
		a, b = b, a
	}
	for i, w := range b {
		a[i] |= w
	}
	return a
}

// numbers reads what group_concat wrote.
func numbers(s string) []uint32 {
	if s == "" {
		return nil
	}
	commas := 1
	for i := range len(s) {
		if s[i] == ',' {
			commas++
		}
	}
	out, n := make([]uint32, 0, commas), uint32(0)
	for i := range len(s) {
		if s[i] == ',' {
			out, n = append(out, n), 0
			continue
		}
		n = n*10 + uint32(s[i]-'0')
	}
	return append(out, n)
}

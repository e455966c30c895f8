package main

import "pacta/language/internal/engine"

// oracle knows the tree and says what each transition would lose: the number
// of arcs of the tree that can no longer be made (Goldberg and Nivre 2013).
type oracle struct {
	head     []int32 // by node; the root's is one past the last node
	rel      []uint8
	children [][]int32
	onStack  []bool
}

// newOracle takes heads by word and reads them in the state's order.
func newOracle(s *sentence, back bool) *oracle {
	n := len(s.words)
	o := &oracle{head: make([]int32, n+2), rel: make([]uint8, n+2), children: make([][]int32, n+2), onStack: make([]bool, n+2)}
	at := func(i int) int32 {
		if back {
			return int32(n - i)
		}
		return int32(i + 1)
	}
	for i, h := range s.heads {
		node := at(i)
		o.rel[node] = s.rels[i]
		o.head[node] = int32(n + 1)
		if h >= 0 {
			o.head[node] = at(h)
		}
	}
	for i := int32(1); i <= int32(n); i++ {
		o.children[o.head[i]] = append(o.children[o.head[i]], i)
	}
	return o
}

// costs returns the loss of each transition.
func (o *oracle) costs(s *engine.State) (c [3]int) {
	next := s.Next
	var s0, s1 int32
	if n := len(s.Stack); n > 0 {
		s0 = s.Stack[n-1]
		if n > 1 {
			s1 = s.Stack[n-2]
		}
	}
	if int(next) < len(s.Nodes) {
		clear(o.onStack)
		for _, x := range s.Stack {
			o.onStack[x] = true
		}
		if h := o.head[next]; o.onStack[h] && h != s0 {
			c[engine.Shift]++
		}
		for _, d := range o.children[next] {
			if o.onStack[d] {
				c[engine.Shift]++
			}
		}
	}
	if s0 == 0 {
		return c
	}
	ahead := 0
	for _, d := range o.children[s0] {
		if d >= next {
			ahead++
		}
	}
	c[engine.Left], c[engine.Right] = ahead, ahead
	if h := o.head[s0]; h > next || h == s1 && s1 != 0 {
		c[engine.Left]++
	}
	if o.head[s0] >= next {
		c[engine.Right]++
	}
	return c
}

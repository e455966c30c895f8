package main

import (
	"fmt"

	"pacta/extract/commitment"
)

// A confusion counts what was judged as what.
type confusion [forces][forces]int

func (c *confusion) add(want, got commitment.Force) { c[want][got]++ }

// String tells the share of right judgements, and for those that make a
// commitment of a modal verb how many are right and how many were found.
func (c *confusion) String() string {
	n, right, judged, marked, both := 0, 0, 0, 0, 0
	for want := range forces {
		for got := range forces {
			k := c[want][got]
			n += k
			if want == got {
				right += k
			}
			if got > 0 {
				judged += k
			}
			if want > 0 {
				marked += k
			}
			if want == got && got > 0 {
				both += k
			}
		}
	}
	part := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
	return fmt.Sprintf("right %.1f, precision %.1f, recall %.1f; none, assurance, demand, document: %v", part(right, n), part(both, judged), part(both, marked), *c)
}

package match

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Keys returns the blocks that a record stands in: two records that share none
// are never the same by Match's lights, but for slips in the longest words.
func (r Record) Keys() []string { return Read(r).Keys() }

// Keys returns the blocks of x; see Record.Keys.
func (x *Reading) Keys() []string {
	var out []string
	if x.exact {
		for d := x.date.First; d <= x.date.Last; d++ {
			out = append(out, "day "+strconv.Itoa(int(d)))
		}
	}
	if x.dated && len(x.parties)+len(x.bodies) > 1 {
		out = append(out, "parties "+strings.Join(x.parties, " ")+" "+x.Record.Date[:min(4, len(x.Record.Date))])
	}
	if !x.dated && len(x.parties)+len(x.bodies) > 1 && x.bare() {
		out = append(out, "parties "+strings.Join(x.parties, " ")+" "+strings.Join(x.bodies, " "))
	}
	if x.known != "" {
		out = append(out, "known "+x.known)
	}
	if w := x.longest(3); w != "" {
		out = append(out, "words "+w)
	}
	return out
}

// longest returns the n longest content words in the order of the alphabet.
func (x *Reading) longest(n int) string {
	var words []string
	for _, w := range x.words {
		if w.weight == 1 {
			words = append(words, w.word)
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	words = words[:min(n, len(words))]
	slices.Sort(words)
	return strings.Join(words, " ")
}

// A Pair is two records of a list that are the same instrument.
type Pair struct {
	A, B int // indices, A < B
	Verdict
}

// largestBlock bounds the comparisons that one block costs; a larger block says
// nothing about its members.
const largestBlock = 2000

// Pairs yields the pairs of records that are the same instrument, in the order
// of the list. It compares only records that share a key.
func Pairs(records []Record) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		readings := make([]*Reading, len(records))
		blocks := map[string][]int{}
		keys := make([][]string, len(records))
		for i := range records {
			readings[i] = Read(records[i])
			keys[i] = readings[i].Keys()
			for _, k := range keys[i] {
				blocks[k] = append(blocks[k], i)
			}
		}
		seen := make([]int, len(records)) // the record that j was last compared with, plus one
		for i := range records {
			for _, k := range keys[i] {
				block := blocks[k]
				if len(block) > largestBlock {
					continue
				}
				at, _ := slices.BinarySearch(block, i)
				for _, j := range block[at+1:] {
					if seen[j] == i+1 {
						continue
					}
					seen[j] = i + 1
					if v := readings[i].Match(readings[j]); v.Same && !yield(Pair{i, j, v}) {
						return
					}
				}
			}
		}
	}
}

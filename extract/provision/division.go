package provision

// dropContents takes back headings that are entries of a table of contents: a
// run of article headings with next to nothing between them, whose numbers
// come again later with text. It returns the byte behind the last entry.
func dropContents(xs []candidate) (end int) {
	var chosen []int
	for i := range xs {
		if xs[i].chosen >= 0 && xs[i].kind.depth == articleDepth {
			chosen = append(chosen, i)
		}
	}
	for first := 0; first < len(chosen); {
		last := first + 1
		for last < len(chosen) && xs[chosen[last]].value() > xs[chosen[last-1]].value() {
			last++
		}
		if last < len(chosen) && last-first > 2 && isContents(xs, chosen[first:last], chosen[last:]) {
			for _, i := range chosen[first:last] {
				xs[i].chosen = -1
				end = xs[i].after
			}
		}
		first = last
	}
	return end
}

func (x *candidate) value() int { return x.number.list[x.chosen].value }

// contentsEntry is what an entry of a table of contents rarely exceeds, in bytes.
const contentsEntry = 140

// isContents reports whether run has no text and comes again in rest.
func isContents(xs []candidate, run, rest []int) bool {
	short := 0
	for k := 1; k < len(run); k++ {
		if xs[run[k]].at-xs[run[k-1]].at < contentsEntry {
			short++
		}
	}
	return short*10 >= (len(run)-1)*9 && len(rest)*10 >= len(run)*8
}

// chooseDivisions marks the headings of annexes, parts, chapters and sections:
// those that begin a line or are followed at once by another heading.
func chooseDivisions(text string, xs []candidate, depth int) {
	seen := false
	for i := range xs {
		x := &xs[i]
		seen = seen || x.kind.depth == articleDepth && x.chosen >= 0
		if x.kind.depth != depth || depth == annexDepth && !seen {
			continue
		}
		if x.number.n == 0 {
			if depth == annexDepth && x.lineStart && !x.lower {
				x.chosen = 0
			}
			continue
		}
		s := x.score + x.behind(text, &x.number.list[0])
		switch {
		case x.lineStart && s >= 5 && !x.lower:
			x.chosen = 0
		case depth != annexDepth && !x.lower && s >= 1 && headsNext(xs, i):
			x.chosen = 0
		}
	}
}

// headingSpace is how far before its first article a division may be headed,
// in bytes.
const headingSpace = 250

// headsNext reports whether the next heading follows candidate i closely.
func headsNext(xs []candidate, i int) bool {
	for j := i + 1; j < len(xs) && xs[j].at-xs[i].at < headingSpace; j++ {
		if xs[j].chosen >= 0 {
			return true
		}
	}
	return false
}

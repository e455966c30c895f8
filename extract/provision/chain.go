package provision

// choose marks those candidates of depth that are headings: the sequence of
// numbers with the highest score. Each adds what stands around it and how it
// continues the number before. Linear in the number of candidates, since the
// best sequence up to each number is kept.
func choose(text string, xs []candidate, depth int) {
	style := styleOf(xs, depth)
	links := make([]link, 1, len(xs)+1) // links[0] stands for the beginning
	c := chain{best: 0}
	for i := range xs {
		if xs[i].kind.depth == 0 {
			c.fresh = len(links) // an annex may begin its numbers anew
		}
		if xs[i].kind.depth != depth {
			continue
		}
		first := len(links)
		for j := range xs[i].number.n {
			r := &xs[i].number.list[j]
			from, bonus := c.previous(links, r)
			s := xs[i].score + xs[i].behind(text, r) + style.fits(&xs[i]) + bonus
			if s <= 0 {
				continue
			}
			links = append(links, link{candidate: i, reading: j, from: from, total: links[from].total + s})
		}
		for k := first; k < len(links); k++ {
			c.enter(links, k, xs[i].number.list[links[k].reading].value)
		}
	}
	for k := c.best; k > 0; k = links[k].from {
		xs[links[k].candidate].chosen = links[k].reading
	}
}

// A link is a candidate with one reading at the end of a sequence.
type link struct {
	candidate, reading int
	from               int // the link before
	total              float32
}

// A chain keeps the best sequence for each last number.
type chain struct {
	last  [maxNumber]int // link, 0 for none
	best  int
	fresh int // links from here on come behind the last annex heading
}

// previous returns the link that r best continues, and what that is worth.
func (c *chain) previous(links []link, r *reading) (int, float32) {
	best, bonus := 0, startBonus(r.value)
	take := func(k int, b float32) {
		if k > 0 && links[k].total+b > links[best].total+bonus {
			best, bonus = k, b
		}
	}
	if r.suffix != 0 && r.suffix != 'e' {
		take(c.last[r.value], 1.5)
	}
	for gap := 1; gap <= 8 && r.value-gap > 0; gap++ {
		take(c.last[r.value-gap], 3-1.5*float32(gap))
	}
	switch {
	case r.value == 1 && c.best < c.fresh:
		take(c.best, 1)
	case r.value == 1:
		take(c.best, -2)
	default:
		take(c.best, -7)
	}
	return best, bonus
}

func startBonus(value int) float32 {
	switch {
	case value == 1:
		return 1.5
	case value < 4:
		return -0.5
	}
	return -4
}

func (c *chain) enter(links []link, k, value int) {
	if old := c.last[value]; old == 0 || links[k].total >= links[old].total {
		c.last[value] = k
	}
	if links[k].total > links[c.best].total {
		c.best = k
	}
}

// A style is what the sure headings of a text look like.
type style struct {
	upper, lines bool
	any          bool
}

// styleOf looks at the candidates that begin a line or stand in capitals.
func styleOf(xs []candidate, depth int) style {
	sure, upper, lines := 0, 0, 0
	for i := range xs {
		if xs[i].kind.depth != depth || xs[i].score < 3 {
			continue
		}
		sure++
		if xs[i].upper {
			upper++
		}
		if xs[i].lineStart {
			lines++
		}
	}
	return style{any: sure >= 3, upper: upper*10 >= sure*8, lines: lines*10 >= sure*8}
}

// fits is below zero for a candidate that looks unlike the sure headings.
func (s style) fits(x *candidate) float32 {
	d := float32(0)
	if !s.any {
		return d
	}
	if s.lines && !x.lineStart {
		d -= 4
	}
	if s.upper && !x.upper {
		d -= 2.5
	}
	return d
}

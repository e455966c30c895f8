package language

import (
	"fmt"
	"strings"
)

// Draw returns the sentence's tree for a terminal: a line for each word, its
// head to the left, with the universal tag and the relation. Without a tree it
// lists the words.
func Draw(text string, s *Sentence) string {
	d := drawing{text: text, s: s, children: make([][]int, len(s.Tokens))}
	root := -1
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			d.children[h] = append(d.children[h], i)
		} else if s.Tokens[i].Rel == Root {
			root = i
		}
	}
	if root < 0 {
		for i := range s.Tokens {
			d.lines = append(d.lines, d.word(i))
		}
	} else {
		d.lines, _ = d.block(root)
	}
	return strings.Join(d.lines, "\n") + "\n"
}

type drawing struct {
	text     string
	s        *Sentence
	children [][]int
	lines    []string
}

func (d *drawing) word(i int) string {
	t := &d.s.Tokens[i]
	return fmt.Sprintf("%s  %v %v", oneLine(d.text[t.Start:t.End]), t.UPOS, t.Rel)
}

// block draws the subtree of i, and says which of its lines is that of i.
func (d *drawing) block(i int) (lines []string, own int) {
	left, right := false, false
	var arms []int // lines of the dependents
	for _, c := range d.children[i] {
		if c > i && !right {
			right = true
			own, lines = len(lines), append(lines, "")
		}
		left = left || c < i
		sub, at := d.block(c)
		arms = append(arms, len(lines)+at)
		lines = append(lines, sub...)
	}
	if !right {
		own, lines = len(lines), append(lines, "")
	}
	if len(arms) == 0 {
		return []string{"╼ " + d.word(i)}, 0
	}
	top, bottom := min(arms[0], own), max(arms[len(arms)-1], own)
	isArm := make(map[int]bool, len(arms))
	for _, a := range arms {
		isArm[a] = true
	}
	for k := range lines {
		switch {
		case k == own:
			lines[k] = knot(left, right) + " " + d.word(i)
		case !isArm[k] && k > top && k < bottom:
			lines[k] = "│ " + lines[k]
		case !isArm[k]:
			lines[k] = "  " + lines[k]
		case k == top:
			lines[k] = "╭─" + lines[k]
		case k == bottom:
			lines[k] = "╰─" + lines[k]
		default:
			lines[k] = "├─" + lines[k]
		}
	}
	return lines, own
}

// knot joins a word to its dependents above, below, or both.
func knot(above, below bool) string {
	switch {
	case above && below:
		return "┾"
	case above:
		return "┶"
	}
	return "┮"
}

package eval

import (
	"strings"
	"unicode"
)

// A ContentScore compares the words that were kept of pages with those that
// belong to their articles, as a mean over pages.
type ContentScore struct {
	Pages                int
	Precision, Recall, F float64 // sums, until Mean
}

// Add scores one page: how many words of have are in want, and the other way
// round, each as often as it occurs. It returns the F of the page.
func (s *ContentScore) Add(have, want string) float64 {
	a, b := bag(have), bag(want)
	var both, na, nb float64
	for w, n := range a {
		na += float64(n)
		both += float64(min(n, b[w]))
	}
	for _, n := range b {
		nb += float64(n)
	}
	f := 0.0
	if both > 0 {
		f = 2 * both / (na + nb)
		s.Precision += both / na
		s.Recall += both / nb
	}
	s.F += f
	s.Pages++
	return f
}

// Mean returns the means over all pages.
func (s ContentScore) Mean() ContentScore {
	n := float64(max(s.Pages, 1))
	return ContentScore{s.Pages, s.Precision / n, s.Recall / n, s.F / n}
}

// bag counts the words of s.
func bag(s string) map[string]int {
	out := map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[w]++
	}
	return out
}

// Package quotation finds what stands in quotation marks: a state machine over
// every mark in use (“…”, "…", «…», „…“, ‘…’, '…', ”…”, double single marks),
// over several paragraphs with one opening and one closing mark, over paragraphs
// that each reopen, and quotations within quotations.
package quotation

import (
	"sort"

	"pacta"
)

// A Quote is a stretch of text in quotation marks.
type Quote struct {
	pacta.Span            // with its marks
	Inner      pacta.Span // without them
	Parent     int        // index of the quotation that it stands in, -1 if none
	Paragraphs int        // how many paragraphs it runs over, at least 1
	Closed     bool       // false where the closing mark was forgotten
}

// Find returns the quotations of text outside of skip, in the order in which
// they open. Skip is sorted and disjoint.
func Find(text string, skip []pacta.Span) []Quote {
	m := machine{text: text, marks: scan(text, skip)}
	for i := range m.marks {
		m.step(i)
	}
	for len(m.open) > 0 {
		m.abandon(len(text))
	}
	kept := m.quotes[:0]
	index := make([]int, len(m.quotes))
	for i, q := range m.quotes {
		index[i] = -1
		if q.End <= q.Start || q.Inner.Len() <= 0 {
			continue
		}
		if q.Parent >= 0 {
			q.Parent = index[q.Parent]
		}
		index[i] = len(kept)
		kept = append(kept, q)
	}
	return kept
}

// At returns the index of the innermost of quotes that holds the byte at, -1 if
// none does. Quotes come from Find.
func At(quotes []Quote, at int) int {
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].Start > at }) - 1
	for i >= 0 && at >= quotes[i].End {
		if p := quotes[i].Parent; p >= 0 {
			i = p
			continue
		}
		return -1
	}
	return i
}

// machine keeps the quotations that are open while it walks over the marks.
type machine struct {
	text   string
	marks  []mark
	quotes []Quote
	open   []opened
}

type opened struct {
	quote  int
	family family
}

func (m *machine) step(i int) {
	k := m.marks[i]
	if k.breaks {
		m.paragraph(i)
		return
	}
	top := m.find(k)
	switch {
	case top >= 0 && k.reopens:
		// The paragraph opens with the mark of the quotation that runs on.
	case top >= 0 && k.closes && (!k.opens || m.prefersClose(k, top)):
		m.close(top, k)
	case k.opens && m.mayOpen(i):
		m.push(k)
	case top >= 0 && k.closes:
		m.close(top, k)
	}
}

// prefersClose decides for a mark that could do both, such as a straight one
// between a dash and a letter: it closes what is open.
func (m *machine) prefersClose(k mark, top int) bool {
	return m.open[top].family == k.family || k.family == straight
}

// find returns the index in m.open of the innermost quotation that k could close.
func (m *machine) find(k mark) int {
	for i := len(m.open) - 1; i >= 0; i-- {
		if k.family.pairs(m.open[i].family) {
			return i
		}
	}
	return -1
}

func (m *machine) push(k mark) {
	parent := -1
	if n := len(m.open); n > 0 {
		parent = m.open[n-1].quote
	}
	m.quotes = append(m.quotes, Quote{Span: pacta.Span{Start: k.start}, Inner: pacta.Span{Start: k.end}, Parent: parent, Paragraphs: 1})
	m.open = append(m.open, opened{len(m.quotes) - 1, k.family})
}

func (m *machine) close(at int, k mark) {
	for len(m.open)-1 > at { // an inner quotation whose mark was forgotten is no quotation
		m.quotes[m.open[len(m.open)-1].quote].End = 0
		m.open = m.open[:len(m.open)-1]
	}
	q := &m.quotes[m.open[at].quote]
	q.End, q.Inner.End, q.Closed = k.end, k.start, true
	m.open = m.open[:at]
}

// abandon ends the innermost open quotation at end, without a mark.
func (m *machine) abandon(end int) {
	o := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	q := &m.quotes[o.quote]
	for end > q.Inner.Start && (m.text[end-1] == '\n' || m.text[end-1] == ' ') {
		end--
	}
	if o.family == single || o.family == apostrophe {
		return // far more often an apostrophe
	}
	q.End, q.Inner.End = end, end
}

// paragraph decides at a paragraph break which open quotations run on.
func (m *machine) paragraph(i int) {
	at := m.marks[i].start
	for n := len(m.open) - 1; n >= 0; n-- {
		if n == 0 && m.runsOn(i) {
			m.quotes[m.open[0].quote].Paragraphs++
			return
		}
		m.abandon(at)
	}
}

// maxParagraphs is how many paragraphs a quotation may run over without a mark.
const maxParagraphs = 12

// runsOn reports whether the outermost quotation goes on after the break i: the
// next paragraph reopens it, or the next mark of its kind is one that closes.
func (m *machine) runsOn(i int) bool {
	o, breaks := m.open[0], 1
	for j := i + 1; j < len(m.marks); j++ {
		k := &m.marks[j]
		if k.breaks {
			if breaks++; breaks > maxParagraphs {
				return false
			}
			continue
		}
		if !k.family.pairs(o.family) {
			continue
		}
		if k.opens && !k.closes && k.family == o.family && m.atLineStart(k.start) && breaks == 1 {
			k.reopens = m.closesLater(j, o.family)
			return k.reopens
		}
		return k.closes && !k.opens && (k.family == o.family || breaks == 1)
	}
	return false
}

// closesLater reports whether the quotation that would be reopened at mark i is
// one that still has to close: the paragraph before had no closing mark, and
// this one is a quotation of its own kind all the same.
func (m *machine) closesLater(i int, f family) bool {
	for j := i + 1; j < len(m.marks); j++ {
		k := &m.marks[j]
		if !k.breaks && k.family.pairs(f) {
			return k.closes || m.atLineStart(k.start)
		}
	}
	return false
}

func (m *machine) atLineStart(at int) bool {
	for at > 0 && (m.text[at-1] == ' ' || m.text[at-1] == '\t') {
		at--
	}
	return at == 0 || m.text[at-1] == '\n'
}

// mayOpen reports whether an opening mark has its counterpart: single marks are
// far more often apostrophes, so they have to close within the paragraph.
func (m *machine) mayOpen(i int) bool {
	k := m.marks[i]
	if k.family != single && k.family != apostrophe {
		return true
	}
	for j := i + 1; j < len(m.marks) && !m.marks[j].breaks; j++ {
		x := m.marks[j]
		if x.family.pairs(k.family) {
			if x.closes && x.start > k.end {
				return true
			}
			continue
		}
		if n := len(m.open); n > 0 && x.closes && !x.opens && x.family.pairs(m.open[n-1].family) {
			return false
		}
	}
	return false
}

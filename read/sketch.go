package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// SketchVersion is raised with every change of what SketchOf or Template find.
const SketchVersion = 2

// A Sketch is what it takes to compare a document with many others: its
// fingerprint, and its lines, some of which may turn out to be boilerplate once
// they are seen on page after page (see Template).
type Sketch struct {
	Outlet string // within which lines are compared; "" for documents that stand alone
	Print  Fingerprint
	Lines  []Line // that are not boilerplate by themselves
}

// A Line is a line of a document and what it looks like.
type Line struct {
	pacta.Span
	Hash uint64 // of its words; a number counts as any other
	lineKind
}

// lineKind is a function of one document alone. A line has one of the first
// four bits, or none.
type lineKind uint16

const (
	prose    lineKind = 1 << iota // running text
	label                         // a few words, as buttons, menus and headings have
	headline                      // more, not set like a sentence; or a very short sentence
	address                       // a sentence in which the page speaks of itself or to its reader
	firm                          // a label that may stand amid running text: no number, no colon, not time and again
	own                           // an address that may be content: what the outlet is, what a speaker says to his listeners
	nameless                      // names nobody and no year
	summary                       // a label behind which an article itself sums up facts
	heading                       // the title
	parted                        // boilerplate stands before it
)

// The lengths, in bytes, up to which a line can be boilerplate of each kind.
const (
	maxLabel    = 60
	maxHeadline = 200
	maxAddress  = 600
)

// SketchOf returns the sketch of d as it was read, without the lines that its
// outlet repeats. The text of an instrument stands alone.
func SketchOf(d *pacta.Document) Sketch {
	k := sketcher{layout: linesOf(d), doc: d}
	k.judge()
	s := Sketch{Print: k.print()}
	if d.Genre != pacta.GenreTreaty && d.Outlet.Value != "" {
		s.Outlet, s.Lines = d.Outlet.Value, k.marks
		if n := len(s.Lines); n > 2*maxMarks {
			s.Lines = append(s.Lines[:maxMarks:maxMarks], s.Lines[n-maxMarks:]...)
		}
	}
	return s
}

// A sketcher judges the lines of one document.
type sketcher struct {
	*layout
	doc   *pacta.Document
	wraps bool
	marks []Line
	said  []byte // the words of a line outside of quotations; used again for each
}

// maxMarks is how many lines from each end of a document are kept.
const maxMarks = 200

// judge finds the kind of each line that is not boilerplate by itself.
func (k *sketcher) judge() {
	k.wraps = k.wrapped()
	d, before := 0, lineKind(0)
	for i := range k.lines {
		x := &k.lines[i]
		for d < len(k.doc.Dropped) && k.doc.Dropped[d].End <= x.Start {
			d++
		}
		if d < len(k.doc.Dropped) && k.doc.Dropped[d].Overlaps(x.Span) {
			before = parted
			continue
		}
		k.marks = append(k.marks, Line{x.Span, k.words(x.text), k.kind(i) | before})
		before = 0
	}
	k.turns()
}

// kind judges a line by its words, which were taken last.
func (k *sketcher) kind(i int) lineKind {
	x := &k.lines[i]
	if t := k.doc.Title.Span; t.Len() > 0 && t.Overlaps(x.Span) {
		return heading
	}
	running := lineKind(0)
	if x.prose || k.wraps && x.Len() > 45 {
		running = prose
	}
	if x.Len() > maxAddress || k.within(i) {
		return running
	}
	add := k.nameless(x.text)
	if kind := k.talk(x.text, add != 0); kind != 0 {
		return kind | add
	}
	if running != 0 || x.Len() > maxHeadline {
		return running | add
	}
	return k.short(x.text) | add
}

// short judges a line that is no running text.
func (k *sketcher) short(t string) lineKind {
	if strings.ContainsAny(t, "\"“”«»„") || signCues.begins(string(k.said)) {
		return 0
	}
	long, ended := len(t) > maxLabel || strings.Count(t, " ") > 5, endsSentence(t) && !strings.HasSuffix(t, "?")
	switch {
	case long && ended:
		return 0
	case long || ended:
		return headline
	case factCues.is(strings.ToLower(strings.Trim(t, " :.-–—"))):
		return label | summary
	case strings.ContainsAny(t, "0123456789:(?") || len(t) < 3:
		return label
	}
	return label | firm
}

// talk returns whether t, whose words were taken last, is an address. Who says
// "you" and names somebody or speaks for himself may be quoted.
func (k *sketcher) talk(t string, plain bool) lineKind {
	said := string(k.said)
	reader := readerCues.within(said)
	switch {
	case imprintCues.within(said), creditCues.begins(strings.ToLower(strings.TrimLeft(t, " (["))), reader && plain && !speakerCues.within(said):
		return address
	case reader, k.isSelf(t):
		return address | own
	}
	return 0
}

// isSelf reports whether t begins with what the outlet is.
func (k *sketcher) isSelf(t string) bool {
	name := k.doc.Outlet.Value
	rest, ok := strings.CutPrefix(t, name)
	if !ok {
		rest, ok = strings.CutPrefix(strings.TrimPrefix(t, "The "), strings.TrimPrefix(name, "The "))
	}
	return ok && strings.Contains(name, " ") && selfCues.begins(strings.TrimSpace(rest))
}

// nameless returns the bit if t has no word with a capital but where a sentence
// begins or in the outlet's name, and no number as long as a year's. A script
// without capitals says nothing.
func (k *sketcher) nameless(t string) lineKind {
	starts, digits := true, 0
	for at := 0; at < len(t); {
		r, n := utf8.DecodeRuneInString(t[at:])
		switch {
		case unicode.IsDigit(r):
			if digits++; digits > 3 {
				return 0
			}
			at += n
			starts = false
			continue
		case unicode.IsLetter(r):
			word := wordAt(t[at:])
			if !unicode.IsUpper(r) && !unicode.IsLower(r) || !starts && unicode.IsUpper(r) && !strings.Contains(k.doc.Outlet.Value, word) {
				return 0
			}
			n, starts = len(word), false
		case strings.ContainsRune(".!?:;", r):
			starts = true
		}
		digits = 0
		at += n
	}
	return nameless
}

// wordAt returns the letters with which t begins.
func wordAt(t string) string {
	for i, r := range t {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			return t[:i]
		}
	}
	return t
}

// within reports whether line i is one of the lines into which a paragraph was
// broken.
func (k *sketcher) within(i int) bool {
	return k.wraps && (!k.lines[i].blank && i > 0 || i+1 < len(k.lines) && !k.lines[i+1].blank)
}

// maxTurns is how often a label may stand in one document amid its text.
const maxTurns = 2

// turns finds labels that come time and again, as names do before what each
// says: they are no boilerplate amid the running text.
func (k *sketcher) turns() {
	count := map[uint64]int{}
	for _, x := range k.marks {
		if x.lineKind&firm != 0 {
			count[x.Hash]++
		}
	}
	for i, x := range k.marks {
		if count[x.Hash] > maxTurns {
			k.marks[i].lineKind &^= firm
		}
	}
}

// print returns the fingerprint of the running text: what a template adds must
// not make pages alike. Where there is none it is that of the whole text.
func (k *sketcher) print() Fingerprint {
	m := minHasher{}
	for _, x := range k.marks {
		if x.lineKind&(label|address) == 0 {
			m.add(k.text[x.Start:x.End])
		}
	}
	if m.n < leastPrint {
		return FingerprintOf(k.doc)
	}
	return m.print()
}

// leastPrint is how many words of running text a fingerprint is made of.
const leastPrint = 20

// words returns a hash of the words of t, in which a number counts as any
// other, and keeps those outside of quotations.
func (k *sketcher) words(t string) (hash uint64) {
	said, last, quoted := k.said[:0], byte(' '), false
	for i := 0; i < len(t); i++ {
		c := t[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		case c == '"' || c == 0xe2 && (strings.HasPrefix(t[i:], "“") || strings.HasPrefix(t[i:], "”")):
			quoted = !quoted
		}
		if isPunctuation(t, i) || c < 0x80 && !isASCIILetter(c) && c != '0' {
			c = ' '
		}
		if c == last && (c == ' ' || c == '0') {
			continue
		}
		last = c
		hash = (hash ^ uint64(c)) * 0x100000001b3
		if !quoted {
			said = append(said, c)
		}
	}
	k.said = said
	return mix(hash)
}

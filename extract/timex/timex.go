// Package timex finds temporal expressions and says what they mean, after
// TIMEX3 (TimeML 1.2.1, ISO 24617-1): days, months, quarters, times, lengths
// of time, recurring times, and references to present, past and future.
//
// What words may say stands in lexicon.txt, grammar.txt, holidays.txt and
// functions.txt; the code turns what they say into values against the
// publication date and the story so far.
package timex

import (
	"pacta"
	"pacta/edtf"
)

// Extractor finds times. The value is the TIMEX3 value; the roles edtf,
// modifier and function say more, without words of their own; anchor is the
// date that the value was computed from, with the words that tell it where that
// is not the publication date.
var Extractor = &pacta.Extractor{
	Name:    "timex",
	Doc:     "Finds dates, times, durations and recurring times, with their TIMEX3 values.",
	Version: 2,
	Run:     run,
}

// A found is an expression before the whole document is known.
type found struct {
	pacta.Span
	f          frame
	first, end int // atoms in the chunk; only valid while it is read
	function   string
	tense      tense
	value      string
	iv         edtf.Interval
	hasDays    bool
	rng        edtf.Interval
	hasRange   bool
	anchor     source
}

func run(a *pacta.Analysis) {
	r := newReader(a)
	for i := 0; i < len(a.Sentences); {
		i = r.chunk(i)
	}
	r.settle()
	for i := range r.found {
		a.Add(r.found[i].annotation())
	}
}

// reader goes through a document once.
type reader struct {
	matcher
	text  string
	when  anchor
	found []found
	order dayOrder
	// extends is set when the verb above the last expression moves a term:
	// "postponed until Friday" is ahead, "stayed until Friday" is not.
	extends bool
	// treaty is set for the text of an instrument, which tells no story: what
	// follows a date in it does not lean on that date.
	treaty bool
}

func newReader(a *pacta.Analysis) *reader {
	r := &reader{text: a.Doc.Text, treaty: a.Doc.Genre == pacta.GenreTreaty}
	r.init(english())
	r.sentences = a.Sentences
	r.when = anchorOf(a.Doc.Published.Value)
	return r
}

// chunk reads sentence i, and those after it as long as the end of one is the
// stop of an abbreviation, and returns the next.
func (r *reader) chunk(i int) int {
	r.atoms = r.atoms[:0]
	for ; i < len(r.sentences); i++ {
		s := &r.sentences[i]
		for t := range s.Tokens {
			r.atoms = r.scan(r.atoms, r.text, &s.Tokens[t], i, t)
		}
		if n := len(r.atoms); n < 2 || !r.is(n-1, ".") || !r.abbreviates(n-2) || len(r.atoms) > 4000 {
			i++
			break
		}
	}
	r.match()
	return i
}

// abbreviates reports whether atom i is an abbreviation that a crude sentence
// splitter takes for an end: "Nov.", "p.m.".
func (r *reader) abbreviates(i int) bool {
	a := r.at(i)
	return a.is(classMonthAbbr) || r.is(i, "p") || r.is(i, "a") || r.is(i, "m") && r.is(i-1, ".")
}

// match finds the expressions of the chunk from left to right.
func (r *reader) match() {
	from := len(r.found)
	for i := 0; i < len(r.atoms); {
		a := &r.atoms[i]
		if a.word == nil || !r.pairs[a.word.id].allows(r.at(i+1).word) {
			i++
			continue
		}
		r.frame, r.trail, r.from = frame{}, r.trail[:0], i
		end := r.best(r.top, i)
		if end < 0 {
			i++
			continue
		}
		x := found{f: r.frame, first: i, end: end}
		x.Start, x.End = a.start, r.atoms[end-1].end
		r.found = append(r.found, x)
		i = end
	}
	r.share(from)
	for i := from; i < len(r.found); i++ {
		x := &r.found[i]
		x.function = r.functionOf(x)
		x.tense = r.tenseAt(x)
		r.resolve(x)
	}
	r.ranges(from)
}

func (x *found) annotation() pacta.Annotation {
	a := pacta.Annotation{Kind: pacta.Time, Type: typeNames[x.f.get(typ)], Span: x.Span, Value: x.value}
	add := func(role, value string) {
		if value != "" {
			a.Args = append(a.Args, pacta.Arg{Role: role, Value: value})
		}
	}
	if x.anchor.unit != 0 {
		a.Args = append(a.Args, pacta.Arg{Role: "anchor", Span: x.anchor.Span, Value: string(x.anchor.append(nil))})
	}
	if x.hasRange {
		add("edtf", x.rng.String())
	} else if x.hasDays {
		add("edtf", x.iv.String())
	}
	add("modifier", modNames[x.f.get(mod)])
	add("function", x.function)
	return a
}

package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed lexicon.txt
var lexiconText string

// A class is a set of words that the grammar treats alike.
type class uint8

// classNames lists the classes with the field that a word of the class fills.
// Those from dom on are made of digits.
var classNames = []struct {
	name string
	to   field
}{
	{"month", month}, {"monthabbr", month}, {"roman", month}, {"weekday", weekday}, {"weekdayabbr", weekday},
	{"weekdays", weekday}, {"season", season}, {"seasons", season}, {"part", part}, {"parts", part}, {"unit", unit},
	{"cal", unit}, {"units", unit}, {"unitabbr", unit}, {"frac", none}, {"num", num}, {"mult", mult}, {"ord", ord}, {"tens", tens},
	{"suffix", none}, {"vague", vague}, {"zone", zone}, {"freq", unit}, {"plusminus", sgn},
	{"yearprep", none}, {"counted", none}, {"monthprep", none}, {"seasonprep", none}, {"currency", none}, {"rateafter", none},
	{"modal", none}, {"negative", none}, {"copula", none}, {"determiner", none}, {"future", none}, {"past", none}, {"context", none}, {"extend", none}, {"intend", none},
	{"dom", day}, {"mon", month}, {"hh", hour}, {"mm", minute}, {"yy", yy}, {"yyyy", year}, {"hhmm", hhmm}, {"int", num},
}

var (
	classDom, classMon, classHH, classMM  = classOf("dom"), classOf("mon"), classOf("hh"), classOf("mm")
	classYY, classYYYY, classHHMM         = classOf("yy"), classOf("yyyy"), classOf("hhmm")
	classInt, classNum, classMult, clsOrd = classOf("int"), classOf("num"), classOf("mult"), classOf("ord")
	classMonthAbbr, classSuffix           = classOf("monthabbr"), classOf("suffix")
	classUnit, classUnits                 = classOf("unit"), classOf("units")
	classMonth, classWeekday              = classOf("month"), classOf("weekday")
	classYearPrep, classCounted           = classOf("yearprep"), classOf("counted")
	classMonthPrep, classSeasonPrep       = classOf("monthprep"), classOf("seasonprep")
	classCurrency, classRateAfter         = classOf("currency"), classOf("rateafter")
	classFuture, classPast                = classOf("future"), classOf("past")
	classExtend, classIntend              = classOf("extend"), classOf("intend")
)

func classOf(name string) class {
	c, err := classNamed(name)
	if err != nil {
		panic("timex: " + err.Error())
	}
	return c
}

func classNamed(name string) (class, error) {
	for i, c := range classNames {
		if c.name == name {
			return class(i), nil
		}
	}
	return 0, fmt.Errorf("no class %q", name)
}

// A word is an entry of the lexicon. The grammar's own words are entries too,
// without classes.
type word struct {
	id        int
	text      string
	classes   uint64
	vals      []int32 // by class, as far as the last class that it has
	cap, amb  bool
	lowerOnly bool
}

func (w *word) is(c class) bool { return w != nil && w.classes&(1<<c) != 0 }

// set returns the classes of w, none where there is no entry.
func (w *word) set() uint64 {
	if w == nil {
		return 0
	}
	return w.classes
}

type lexicon struct {
	symbol [128]*word // by ASCII character
	words  map[string]*word
	list   []*word
}

// intern returns the entry of a word, making one where there is none.
func (l *lexicon) intern(text string) *word {
	w := l.words[text]
	if w == nil {
		w = &word{id: len(l.list), text: text}
		l.words[text] = w
		l.list = append(l.list, w)
	}
	return w
}

// readLexicon reads lexicon.txt.
func readLexicon(text string) (*lexicon, error) {
	l := &lexicon{words: map[string]*word{}}
	for n := range shapes { // digits come first: their ids are their shapes
		w := l.intern("#" + strconv.Itoa(n))
		w.classes = shapes[n]
	}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if name, ok := strings.CutPrefix(f[0], "@"); ok {
			c, err := classNamed(name)
			if err != nil {
				return nil, fmt.Errorf("lexicon: %w", err)
			}
			for _, x := range f[1:] {
				l.intern(x).classes |= 1 << c
			}
			continue
		}
		w := l.intern(f[0])
		for _, x := range f[1:] {
			if err := w.add(x); err != nil {
				return nil, fmt.Errorf("lexicon: %s: %w", f[0], err)
			}
		}
	}
	return l, nil
}

func (w *word) add(x string) error {
	name, val, ok := strings.Cut(x, "=")
	if !ok {
		switch name {
		case "cap":
			w.cap = true
		case "amb":
			w.amb = true
		case "lower":
			w.lowerOnly = true
		default:
			return fmt.Errorf("flag %q is unknown", name)
		}
		return nil
	}
	n, err := number(val)
	if err != nil {
		return err
	}
	c, err := classNamed(name)
	if err != nil {
		return err
	}
	w.classes |= 1 << c
	for len(w.vals) <= int(c) {
		w.vals = append(w.vals, 0)
	}
	w.vals[c] = int32(n)
	return nil
}

// number reads a number or a symbol of the data files.
func number(s string) (int, error) {
	if n, ok := symbols[s]; ok {
		return n, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("%q is neither a number nor a symbol", s)
	}
	return n, nil
}

package reason

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"pacta/resolve"
)

// units are the units of measure by the stems of their names, each with
// whether it measures time.
var units = map[string]bool{
	"hour": true, "day": true, "week": true, "month": true, "year": true, "minut": true,
	"kilometr": false, "kilometer": false, "metr": false, "mil": false, "hectar": false, "tonn": false, "ton": false, "percent": false,
}

// qualifiers make a figure a rounder one.
var qualifiers = []string{"about", "around", "nearly", "almost", "over", "roughly", "approximately", "some", "than", "least", "to"}

// A quantity is a figure with its unit as a sentence gives it.
type quantity struct {
	n       float64
	rounded bool // "about", "more than"
	unit    string
	words   string          // as printed
	thing   string          // the stem of the next noun: "20 kilometres of its coast"
	around  map[string]bool // stems of the words around
	source  resolve.Source
}

// quantities finds figures of one thing that differ between the reports of one
// event or instrument. A rounder figure beside an exact one is a mild
// disagreement.
func (w *world) quantities() []Discrepancy {
	var out []Discrepancy
	for _, id := range sortedKeys(w.figures) {
		out = append(out, compareQuantities(id, distinct(w.figures[id]))...)
	}
	return out
}

// quantities adds the figures of a document to those of the instruments that it
// names beside them.
func (p *sheet) quantities() {
	for i := range p.passages {
		x := &p.passages[i]
		for _, id := range p.instrumentsIn(x.Source) {
			if qs := quantitiesIn(x.Source); len(qs) > 0 {
				qs = quantitiesIn(kept(x.Source))
				p.figures[id] = distinct(append(p.figures[id], qs...))
			}
		}
	}
}

// quantitiesOf returns the figures in the reports of an event that has several.
func quantitiesOf(e *resolve.Event) []quantity {
	var out []quantity
	for _, s := range e.Sources {
		if len(e.Sources) > 1 {
			out = append(out, quantitiesIn(s)...)
		}
	}
	return out
}

// manyFigures is how many different figures of one event or instrument are
// compared: of more, most are of different things.
const manyFigures = 100

// distinct returns the first of the figures that say the same.
func distinct(qs []quantity) []quantity {
	type figure struct {
		n           float64
		rounded     bool
		unit, thing string
	}
	seen := map[figure]bool{}
	var out []quantity
	for _, q := range qs {
		k := figure{q.n, q.rounded, q.unit, q.thing}
		if !seen[k] && len(out) < manyFigures {
			seen[k] = true
			out = append(out, q)
		}
	}
	return out
}

// quantitiesIn returns the figures with a unit in the words of s.
func quantitiesIn(s resolve.Source) []quantity {
	if !strings.ContainsAny(s.Quote, "0123456789") && !strings.Contains(s.Quote, "hour") && !strings.Contains(s.Quote, "year") && !strings.Contains(s.Quote, "kilo") {
		return nil
	}
	ts := tokenize(s.Quote)
	var out []quantity
	for i, t := range ts {
		number, unit, joined := strings.Cut(t.word, "-") // "four-hour"
		next := i + 1
		if !joined {
			if next == len(ts) {
				break
			}
			unit, next = ts[i+1].word, i+2
		}
		n, ok := figure(number)
		_, known := units[stem(unit)]
		if !ok || !known {
			continue
		}
		q := quantity{n: n, unit: stem(unit), around: map[string]bool{}, source: s, words: s.Quote[t.Start:ts[next-1].End]}
		if i > 0 && slices.Contains(qualifiers, ts[i-1].word) {
			from := i - 1
			if w := ts[from].word; from > 0 && (w == "than" || w == "least" || w == "to") {
				from-- // "more than", "at least", "up to"
			}
			q.rounded, q.words = true, s.Quote[ts[from].Start:ts[next-1].End]
		}
		for j := max(0, i-6); j < min(len(ts), next+5); j++ {
			if x := ts[j]; len(x.word) > 3 && !idle[stem(x.word)] && (j < i || j >= next) {
				q.around[stem(x.word)] = true
				if j >= next && q.thing == "" {
					q.thing = stem(x.word)
				}
			}
		}
		out = append(out, q)
	}
	return out
}

// figure reads a number in digits or words.
func figure(word string) (float64, bool) {
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return n, true
	}
	i := slices.Index(numerals, word)
	return float64(i), i > 0
}

// compareQuantities returns the figures of one thing that differ.
func compareQuantities(about string, qs []quantity) []Discrepancy {
	var out []Discrepancy
	used := make([]bool, len(qs))
	for i, a := range qs {
		for j := i + 1; j < len(qs); j++ {
			b := qs[j]
			level, apart := differ(&a, &b)
			if used[i] || used[j] || !apart || a.source == b.source {
				continue
			}
			used[i], used[j] = true, true
			attribute := "quantity"
			if units[a.unit] {
				attribute = "duration"
			}
			positions := []resolve.Claim{position(&a), position(&b)}
			slices.SortStableFunc(positions, func(x, y resolve.Claim) int {
				return cmp.Or(strings.Compare(x.Sources[0].Document, y.Sources[0].Document), x.Sources[0].Span.Compare(y.Sources[0].Span))
			})
			d := discrepancy(about, attribute, level, positions, "both are kept: the sources do not say which was measured")
			d.ID, d.Preferred = makeID('x', about, attribute, a.unit, string(positions[0].Value), string(positions[1].Value)), ""
			out = append(out, d)
		}
	}
	return out
}

func position(q *quantity) resolve.Claim {
	return resolve.Claim{Value: resolve.Value(q.words), Count: 1, Sources: []resolve.Source{q.source}}
}

// differ reports whether two figures are of one thing and differ, and how
// much: the same thing must follow them, or for equal figures one of which is
// rounded, stand near them.
func differ(a, b *quantity) (level string, apart bool) {
	if a.unit != b.unit {
		return "", false
	}
	if a.n == b.n {
		near := 0
		for w := range a.around {
			if b.around[w] {
				near++
			}
		}
		return Mild, a.rounded != b.rounded && near > 0
	}
	if a.thing == "" || a.thing != b.thing || a.source.Document == b.source.Document {
		return "", false // one text may set several terms
	}
	if gap := a.n - b.n; max(gap, -gap) <= 0.1*max(a.n, b.n) {
		return Mild, true
	}
	return Serious, true
}

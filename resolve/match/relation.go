package match

import (
	"slices"
	"strings"
)

// A Relation is what one instrument does to another, read from their titles
// and dates: of the first record to the second.
type Relation struct {
	Type   string  `json:"type"` // Amends, Amended by, Supersedes, …; "" if none can be read
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
}

// inverse names a relation from its other end.
var inverse = map[string]string{
	"Amends": "Amended by", "Supersedes": "Superseded by", "Protocol to": "Has protocol",
	"Terminates": "Terminated by", "Implements": "Implemented by", "Accedes to": "Acceded to by", "Suspends": "Suspended by",
}

// Relate tells what a does to b, or b to a.
func Relate(a, b Record) Relation { return Read(a).Relate(Read(b)) }

// Relate tells what x does to y, or y to x.
func (x *Reading) Relate(y *Reading) Relation {
	there, back := x.acts(y), y.acts(x)
	if there.Score == 0 && back.Score == 0 {
		return x.succession(y)
	}
	if back.Score > there.Score || back.Score == there.Score && x.before(y) {
		back.Type = inverse[back.Type]
		return back
	}
	return there
}

func (x *Reading) before(y *Reading) bool { return x.dated && y.dated && x.date.Last < y.date.First }

// acts tells what x does to y: x has a word for it, or is a protocol or annex,
// and holds the subject words of y.
func (x *Reading) acts(y *Reading) Relation {
	cover := x.covers(y)
	if cover < 0.5 || y.date.First > x.date.Last && x.dated && y.dated {
		return Relation{}
	}
	typ := x.action(y)
	if typ == "" {
		return Relation{}
	}
	score := 0.5 + cover/2
	if slices.Equal(x.ops, y.ops) && x.depth <= y.depth {
		score /= 2
	}
	return Relation{typ, min(1, score), "its title names the other"}
}

// action returns what the title of x says that it does.
func (x *Reading) action(y *Reading) string {
	op := func(o string) bool {
		return slices.Contains(x.verbs, o) && (!slices.Contains(y.verbs, o) || x.depth > y.depth)
	}
	switch {
	case op("terminate"):
		return "Terminates"
	case op("amend") || op("supplement") || op("extend") || op("revise"):
		return "Amends"
	case op("supersede"):
		return "Supersedes"
	case op("accede"):
		return "Accedes to"
	case op("suspend"):
		return "Suspends"
	case x.annex && !y.annex:
		return "Amends"
	case op("implement"):
		return "Implements"
	case x.outer() == "protocol" && x.depth > y.depth && y.covers(x) > 0.8:
		return "Amends" // a protocol without a subject of its own changes the instrument
	case x.outer() == "protocol" && x.depth > y.depth:
		return "Protocol to"
	}
	return ""
}

// covers returns how much of the content words of y stands in x.
func (x *Reading) covers(y *Reading) float64 {
	if y.nickname != "" && strings.Contains(strings.Join(fold(x.Record.Title, nil), " "), y.nickname) {
		return 1
	}
	common, all := 0.0, 0.0
	for _, w := range y.words {
		all += w.weight
		if x.has(w.word) {
			common += w.weight
		}
	}
	if all == 0 {
		return 0
	}
	return common / all
}

// succession tells which of two instruments on the same subject, of other
// dates, takes the place of the other.
func (x *Reading) succession(y *Reading) Relation {
	l := x.likeness(y)
	if !x.dated || !y.dated || x.date.Overlaps(y.date) || l.part < 0.7 || x.otherParties(y) {
		return Relation{}
	}
	typ := "Supersedes"
	if x.before(y) {
		typ = inverse[typ]
	}
	return Relation{typ, 0.3 + 0.4*l.whole, "the same subject and parties at a later date"}
}

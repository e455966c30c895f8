package reason

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pacta"
	"pacta/resolve"
)

//go:embed testdata/pairs.txt
var pairsFile string

// A pair is one entry of pairs.txt: a base of its own, and the two things in
// question.
type pair struct {
	title, kind string // kind is "" for a near miss
	base        resolve.Base
	a, b        string // IDs
}

// The names of the invented states, as the mention extractor would find them.
var stateNames = regexp.MustCompile(`\b(?:(Ardani)an?s?|(Belmak)(?:ian)?s?|(Cordavi)an?s?|(Delvani)an?s?|(Esmara)n?s?|(Forni)an?s?|(Galdor)(?:ian)?s?|(Sulani)an?s?|(Northern Pact))\b`)

var stateCodes = []string{"", "ARD", "BMK", "CDR", "DLV", "ESM", "FRN", "GLD", "X-SUL", "NPACT"}

func namesIn(doc, text string, shift int) []resolve.Claim {
	out := []resolve.Claim{}
	for _, m := range stateNames.FindAllStringSubmatchIndex(text, -1) {
		for g := 1; g < len(stateCodes); g++ {
			if m[2*g] >= 0 {
				out = append(out, resolve.Claim{Value: resolve.Value(stateCodes[g]), Sources: []resolve.Source{
					{Document: doc, Span: pacta.Span{Start: m[0] + shift, End: m[1] + shift}, Quote: text[m[0]:m[1]]}}})
			}
		}
	}
	return out
}

// A record is a line "what: head: words" of the file.
type line struct {
	what  string
	words []string          // of the head, without attributes
	attr  map[string]string // of the head
	text  string            // without marks
	marks map[byte]pacta.Span
}

func parseLine(s string) line {
	l := line{attr: map[string]string{}, marks: map[byte]pacta.Span{}}
	l.what, s, _ = strings.Cut(s, ": ")
	head, text, _ := strings.Cut(s, ": ")
	for _, w := range strings.Fields(head) {
		if k, v, ok := strings.Cut(w, "="); ok {
			l.attr[k] = strings.ReplaceAll(v, "_", " ")
		} else {
			l.words = append(l.words, w)
		}
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '{', '(', '<':
			l.marks[c] = pacta.Span{Start: b.Len()}
		case '}', ')', '>':
			open := map[byte]byte{'}': '{', ')': '(', '>': '<'}[c]
			l.marks[open] = pacta.Span{Start: l.marks[open].Start, End: b.Len()}
		default:
			b.WriteByte(c)
		}
	}
	l.text = b.String()
	return l
}

// date returns the date among the words of the head, "" if there is none.
func (l *line) date() resolve.Value {
	for _, w := range l.words {
		if w[0] >= '1' && w[0] <= '2' {
			return resolve.Value(w)
		}
	}
	return ""
}

// codes returns the codes before and after the arrow.
func (l *line) codes() (left, right []string) {
	to := &left
	for _, w := range l.words[1:] {
		switch {
		case w == "->":
			to = &right
		case strings.ToUpper(w) == w && w[0] >= 'A':
			*to = append(*to, w)
		}
	}
	return left, right
}

func (p *pair) add(l line) {
	id := l.what
	if l.what == "fact" {
		id = "fact" + string(rune('0'+len(p.base.Events)+len(p.base.Statements)))
	}
	doc := "doc-" + id
	left, right := []string(nil), []string(nil)
	if len(l.words) > 0 {
		left, right = l.codes()
	}
	src := []resolve.Source{{Document: doc, Span: pacta.Span{End: len(l.text)}, Quote: l.text}}
	switch {
	case l.what == "instrument":
		p.instrument(l)
	case l.what == "actor":
		p.base.Actors = append(p.base.Actors, resolve.Actor{ID: l.words[0], Name: "Northern Pact", Kind: "organization", Members: l.words[2:]})
	case l.words[0] == "event":
		e := resolve.Event{ID: id, Type: l.words[1], Actors: slices.DeleteFunc(left, func(s string) bool { return s == l.words[1] }), Recipients: right, Date: l.date(), Factuality: "done",
			Named: namesIn(doc, l.text, 0), Sources: src, Instrument: resolve.Value(l.attr["in"])}
		p.base.Events = append(p.base.Events, e)
	case l.words[0] == "statement":
		s := resolve.Statement{ID: id, Document: doc, Speaker: resolve.Value(left[0]), Voice: "state", Date: l.date(), Stance: resolve.Value(strings.ReplaceAll(l.attr["stance"], "_", " ")),
			Named: namesIn(doc, l.text, 0), Sources: src}
		if m := l.marks['{']; m.End > 0 {
			s.Content = []resolve.Source{{Document: doc, Span: m, Quote: m.Of(l.text)}}
		}
		p.base.Statements = append(p.base.Statements, s)
	default:
		p.commitment(id, doc, l, left, right, src)
	}
}

func (p *pair) instrument(l line) {
	x := resolve.Instrument{ID: l.words[0], Title: l.words[0], Type: resolve.Value(l.words[1]), Standing: "signed", Body: resolve.Value(l.attr["of"])}
	for _, w := range l.words[2:] {
		switch {
		case w == "prospective":
			x.Standing = w
		case w != "-" && strings.ToUpper(w) == w && w[0] >= 'A':
			x.Parties = append(x.Parties, w)
		}
	}
	if d := l.date(); d != "" {
		x.Signed = []resolve.Claim{{Value: d}}
	}
	if end := l.attr["terminated"]; end != "" {
		x.Status = []resolve.State{{State: "terminated", Date: resolve.Value(end)}}
	}
	if l.text != "" {
		x.Title = l.text
		x.Names = []resolve.Claim{{Value: resolve.Value(l.text), Sources: []resolve.Source{{Document: "doc-i", Span: pacta.Span{End: len(l.text)}, Quote: l.text}}}}
	}
	p.base.Instruments = append(p.base.Instruments, x)
}

func (p *pair) commitment(id, doc string, l line, left, right []string, src []resolve.Source) {
	area := l.attr["area"]
	c := resolve.Commitment{ID: id, Modality: l.words[0], Parties: left, Beneficiaries: right, Instrument: resolve.Value(l.attr["in"]), Provision: resolve.Value(l.attr["provision"]),
		Area: resolve.Value(area), Areas: []string{area}, Layer: "text", By: resolve.Value(l.attr["by"]), Date: l.date(), Duration: resolve.Value(l.attr["duration"]),
		Named: namesIn(doc, l.text, 0), Sources: src}
	switch {
	case l.attr["layer"] != "":
		c.Layer = l.attr["layer"]
	case c.Modality == "demand":
		c.Layer = "demand"
	case c.Instrument == "":
		c.Layer = "assurance"
	}
	for _, m := range []struct {
		mark byte
		role string
		to   *resolve.Value
	}{{'{', "action", &c.Action}, {'(', "condition", &c.Condition}, {'<', "saving", &c.Saving}} {
		if s, ok := l.marks[m.mark]; ok {
			*m.to = resolve.Value(s.Of(l.text))
			c.Phrases = append(c.Phrases, resolve.Phrase{Role: m.role, Source: resolve.Source{Document: doc, Span: s, Quote: s.Of(l.text)}})
		}
	}
	p.base.Commitments = append(p.base.Commitments, c)
}

func parsePairs(t *testing.T) []*pair {
	var out []*pair
	for s := range strings.Lines(pairsFile) {
		s = strings.TrimSpace(s)
		if s == "" || s[0] == '#' {
			continue
		}
		l := parseLine(s)
		switch l.what {
		case "pair":
			out = append(out, &pair{title: strings.TrimPrefix(s, "pair: "), a: "a", b: "b"})
		case "collide":
			out[len(out)-1].kind = strings.TrimPrefix(s, "collide: ")
		case "no":
		default:
			out[len(out)-1].add(l)
		}
	}
	if len(out) != 60 {
		t.Fatalf("%d pairs, want 60", len(out))
	}
	return out
}

// The rules find nearly all pairs that collide, as what they are, and next to
// nothing else.
func TestPairs(t *testing.T) {
	right, wrong, wanted := 0, 0, 0
	for _, p := range parsePairs(t) {
		if p.kind != "" {
			wanted++
		}
		ts := Find(&p.base, nil).Tensions
		hit := false
		for _, x := range ts {
			if p.kind != "" && x.Kind == p.kind && set([]string{x.A, x.B})[0] == "a" && len(ts) == 1 {
				hit = true
				right++
			} else {
				wrong++
				t.Logf("%s: %s between %s and %s: %s", p.title, x.Kind, x.A, x.B, strings.Join(x.Why, " | "))
			}
		}
		if p.kind != "" && !hit {
			t.Logf("%s: missed", p.title)
		}
	}
	precision, recall := float64(right)/float64(max(right+wrong, 1)), float64(right)/float64(wanted)
	t.Logf("precision %.3f, recall %.3f (%d right, %d wrong, %d wanted)", precision, recall, right, wrong, wanted)
	if precision < 0.95 || recall < 0.8 {
		t.Errorf("precision %.3f, recall %.3f; want 0.95 and 0.8", precision, recall)
	}
}

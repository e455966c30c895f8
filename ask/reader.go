package ask

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"pacta/gazetteer"
	"pacta/resolve"
	"pacta/treatybase"
)

// A reader answers one question: what the base has that could answer it.
type reader struct {
	ctx  context.Context
	b    *treatybase.Base
	q    *question
	all  []resolve.Instrument // the most reported first
	x    *resolve.Instrument  // what the question is about, nil if it names none
	sure bool                 // x is named, not only "it" or "the treaty"
	who  []resolve.Actor      // persons whom the question names
}

// mostInstruments is how many instruments a question is held against.
const mostInstruments = 2000

func newReader(ctx context.Context, b *treatybase.Base, text string, before *reader) (*reader, error) {
	r := &reader{ctx: ctx, b: b, q: parse(text)}
	var err error
	if r.all, _, err = b.Instruments(ctx, treatybase.Filter{Limit: mostInstruments}); err != nil {
		return nil, err
	}
	r.subject()
	if err := r.people(); err != nil {
		return nil, err
	}
	if before != nil {
		r.inherit(before)
	}
	return r, nil
}

// inherit takes over from the first part of a question what its second part
// does not say.
func (r *reader) inherit(before *reader) {
	if r.x == nil || !r.sure {
		r.x, r.sure = cmp.Or(before.x, r.x), before.sure
	}
	if len(r.q.codes) == 0 {
		r.q.codes = before.q.codes
	}
	if r.x == nil {
		r.x = r.constitution()
	}
}

// subject finds the instrument that the question is about.
func (r *reader) subject() {
	points := 0.0
	for i := range r.all {
		if p := r.fits(&r.all[i]); p > points {
			r.x, points = &r.all[i], p
		}
	}
	if points >= 2 {
		r.sure = true
		return
	}
	r.x = nil
	if !r.q.it && !r.namesType() {
		r.x = r.constitution()
		return
	}
	for i := range r.all {
		x := &r.all[i]
		if x.Standing == "signed" && len(x.Parties) > 0 && r.covers(x) && (r.q.it || r.isType(x)) {
			r.x = x
			return
		}
	}
}

// constitution returns the treaty of the organisation that the question names.
func (r *reader) constitution() *resolve.Instrument {
	for i := range r.all {
		if b := string(r.all[i].Body); b != "" && slices.Contains(r.q.codes, b) {
			return &r.all[i]
		}
	}
	return nil
}

// covers reports whether all states that the question names are parties of x.
func (r *reader) covers(x *resolve.Instrument) bool {
	for _, c := range r.q.codes {
		if len(c) == 3 && !slices.Contains(x.Parties, c) {
			return false
		}
	}
	return true
}

var typeStems = stems("treaty agreement accord declaration statement memorandum protocol convention charter pact communique resolution document")

func (r *reader) namesType() bool {
	return slices.ContainsFunc(r.q.words, func(w string) bool { return typeStems[w] })
}

// isType reports whether x is called by a type word of the question.
func (r *reader) isType(x *resolve.Instrument) bool {
	own := stems(string(x.Type))
	for _, n := range x.Names {
		if len(n.Value) < 60 {
			for w := range stems(string(n.Value)) {
				own[w] = true
			}
		}
	}
	return slices.ContainsFunc(r.q.words, func(w string) bool { return typeStems[w] && own[w] })
}

// fits says how well the names of x match the question: a word that only says
// what sort of instrument it is counts less than one that says which.
func (r *reader) fits(x *resolve.Instrument) float64 {
	words := stems(x.Title)
	for _, n := range x.Names {
		for w := range stems(string(n.Value)) {
			words[w] = true
		}
	}
	p, kind := 0.0, false
	for _, w := range r.q.words {
		switch {
		case !words[w] || r.isState(w):
		case typeStems[w]:
			kind = true
			p++
		default:
			p += 1.5
		}
	}
	if p == 0 {
		return 0 // states alone name no instrument
	}
	for _, c := range r.q.codes {
		if slices.Contains(x.Parties, c) {
			p += 0.75
		} else if len(c) == 3 && len(x.Parties) > 0 && len(x.Parties) < 10 {
			p -= 0.5
		}
	}
	if !kind && p < 3 {
		p-- // a word or two of its name may be about anything
	}
	for _, s := range x.Signed {
		if y, _, _ := strings.Cut(string(s.Value), "-"); y != "" && r.q.says(y) {
			p += 0.5
		}
	}
	return p
}

// people finds the persons whom the question names.
func (r *reader) people() error {
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(r.q.text, func(c rune) bool { return c == ' ' || c == '?' || c == ',' || c == '\'' || c == '’' }) {
		if len(w) < 4 || w[0] < 'A' || w[0] > 'Z' || seen[w] {
			continue
		}
		seen[w] = true
		xs, _, err := r.b.Actors(r.ctx, treatybase.Filter{Type: "person", Text: w, Limit: 20})
		if err != nil {
			return err
		}
		for i := range xs {
			if calls(&xs[i], w) && !slices.ContainsFunc(r.who, func(a resolve.Actor) bool { return a.ID == xs[i].ID }) {
				r.who = append(r.who, xs[i])
			}
		}
	}
	return nil
}

// calls reports whether one of the names of a has the word w.
func calls(a *resolve.Actor, w string) bool {
	return slices.Contains(strings.Fields(a.Name), w) || slices.ContainsFunc(a.Names, func(c resolve.Claim) bool { return slices.Contains(strings.Fields(string(c.Value)), w) })
}

// name returns how an instrument or actor is called.
func (r *reader) name(code string) string {
	if n, err := r.b.Names(r.ctx, code); err == nil && n[code] != "" {
		return n[code]
	}
	if e := gazetteer.Builtin().ByID(code); e != nil {
		return e.Name
	}
	return code
}

func (r *reader) namesOf(codes []string) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = r.name(c)
	}
	return strings.Join(out, ", ")
}

// sentence returns the whole sentence in which s stands.
func (r *reader) sentence(s resolve.Source) resolve.Source {
	p, err := r.b.Passage(r.ctx, s.Document, s.Span, 0)
	if err != nil || p.Text == "" {
		return s
	}
	return resolve.Source{Document: s.Document, Span: p.Span, Quote: p.Text}
}

// shared counts the content words of q that text has, or words for the same.
func (q *question) shared(text string) int {
	n, words := 0, stems(text)
	for _, w := range q.words {
		if has(words, w) {
			n++
		}
	}
	return n
}

// named reports whether name is one of a's.
func named(a *resolve.Actor, name string) bool {
	return a.Name == name || slices.ContainsFunc(a.Names, func(c resolve.Claim) bool { return string(c.Value) == name })
}

// label says what a promise is.
func (r *reader) label(c *resolve.Commitment) string {
	l := c.Modality
	if len(c.Parties) > 0 {
		l += " of " + r.namesOf(c.Parties)
	}
	if c.Provision != "" {
		l += ", " + string(c.Provision)
	}
	if c.By != "" {
		l += ", according to " + r.name(string(c.By))
	}
	return l
}

// main returns the source of c that its firmest report stands on.
func main(c *resolve.Commitment) resolve.Source {
	for _, p := range c.Phrases {
		for _, s := range c.Sources {
			if s.Document == p.Document && s.Contains(p.Span) {
				return s
			}
		}
	}
	return c.Sources[0]
}

// commitments returns the promises that f lets through.
func (r *reader) commitments(f treatybase.Filter) ([]resolve.Commitment, error) {
	f.Limit = 500
	xs, _, err := r.b.Commitments(r.ctx, f)
	return slices.DeleteFunc(xs, func(c resolve.Commitment) bool { return len(c.Sources) == 0 }), err
}

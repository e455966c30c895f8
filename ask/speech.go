package ask

import (
	"cmp"
	"slices"
	"strings"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// statements returns what the persons or the first state of the question said.
func (r *reader) statements() ([]resolve.Statement, error) {
	var out []resolve.Statement
	add := func(f treatybase.Filter) error {
		f.Limit = 500
		xs, _, err := r.b.Statements(r.ctx, f)
		out = append(out, xs...)
		return err
	}
	for _, p := range r.who {
		names := []string{p.Name}
		for _, n := range p.Names {
			if v := string(n.Value); len(names) < 8 && !slices.Contains(names, v) {
				names = append(names, v)
			}
		}
		for _, n := range names {
			if err := add(treatybase.Filter{Speaker: n}); err != nil {
				return nil, err
			}
		}
	}
	if len(r.who) == 0 && len(r.q.codes) > 0 {
		if err := add(treatybase.Filter{Party: r.q.codes[0]}); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b resolve.Statement) int {
		return cmp.Or(strings.Compare(string(a.Date), string(b.Date)), strings.Compare(a.Document, b.Document), a.Sources[0].Span.Compare(b.Sources[0].Span))
	})
	return slices.CompactFunc(out, func(a, b resolve.Statement) bool { return a.ID == b.ID }), nil
}

// saidWhen answers when somebody said something, from the day that the
// sentence names, else from the day of the report.
func (r *reader) saidWhen(a *Answer) (bool, error) {
	if !r.q.says("when did", "on which day did", "on what date did") || !r.q.says("say", "claim", "announce", "declare", "promise", "demand", "state", "tell", "accuse", "warn", "reject", "deny") || len(r.who)+len(r.q.codes) == 0 {
		return false, nil
	}
	said, err := r.statements()
	if err != nil {
		return false, err
	}
	q := r.q.without("say", "claim", "announce", "declare", "promise", "demand", "tell", "accuse", "warn", "reject", "deny")
	best := -1
	for i := range said {
		s := &said[i]
		n := q.shared(s.Sources[0].Quote)
		p, ok := r.day(s)
		if ok {
			n++
		}
		if n > best {
			best, a.Parts = n, nil
		}
		if n == best && len(a.Parts) < 3 {
			a.Parts = append(a.Parts, p)
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// day returns the day on which s was said, and whether its sentence names it.
func (r *reader) day(s *resolve.Statement) (Part, bool) {
	whole := r.sentence(s.Sources[0])
	as, err := r.b.Annotations(r.ctx, s.Document)
	if err == nil {
		for i := range as {
			t := &as[i]
			if t.Kind == pacta.Time && t.Type == "DATE" && whole.Contains(t.Span) && len(t.Value) == 10 && !inContent(s, t.Span) {
				return Part{"said on", t.Value, s.ID, whole}, true
			}
		}
	}
	return Part{"reported on", string(cmp.Or(s.Date, "no date stated")), s.ID, whole}, false
}

func inContent(s *resolve.Statement, span pacta.Span) bool {
	return slices.ContainsFunc(s.Content, func(c resolve.Source) bool { return c.Contains(span) })
}

// speechVerbs are verbs of saying that questions use.
var speechVerbs = []string{"say", "said", "says", "reply", "replied", "answer", "answered", "claim", "claimed", "claims", "argue", "argued", "think", "thinks", "write", "wrote", "declare", "declared",
	"announce", "announced", "accuse", "accused", "warn", "warned", "respond", "responded", "react", "reacted", "comment", "commented", "deny", "denied", "reject", "rejected", "stress", "stressed", "note", "noted", "insist", "predict", "expect", "expected", "tell", "told", "emphasise", "emphasize"}

// said answers what somebody said, or who said something.
func (r *reader) said(a *Answer) (bool, error) {
	if !r.q.says(speechVerbs...) && !r.q.says("according to") {
		return false, nil
	}
	if r.q.begins("who") || len(r.who) == 0 && len(r.q.codes) == 0 || r.x != nil && len(r.who) == 0 && !r.stateSpeaks() {
		return false, nil
	}
	said, err := r.statements()
	if err != nil {
		return false, err
	}
	if len(said) == 0 && len(r.who) > 0 && r.q.says("what did", "what does", "what has") {
		a.Kind = NotStated
		return true, nil
	}
	q := r.q.without(speechVerbs...)
	var rest []string
	for _, w := range q.words {
		if !r.isState(w) && !r.isPerson(w) {
			rest = append(rest, w)
		}
	}
	states := r.q.codes
	if len(r.who) == 0 && len(states) > 0 {
		states = states[1:] // the first is who speaks
	}
	total := float64(len(rest) + len(states))
	type scored struct {
		p Part
		n float64
	}
	var out []scored
	for i := range said {
		s := &said[i]
		for _, x := range r.cut(s) {
			words := stems(x.Quote)
			n := 0.0
			for _, w := range rest {
				if words[w] {
					n++
				} else if has(words, w) {
					n += 0.7
				}
			}
			for _, c := range states {
				if namesWithin(s, x, c) {
					n++
				}
			}
			if total == 0 || n >= 0.4*total && n > 0 {
				out = append(out, scored{Part{r.name(string(cmp.Or(s.Speaker, s.SpeakerName))), oneLine(x.Quote), s.ID, x}, n})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b scored) int { return cmp.Compare(b.n, a.n) })
	for _, s := range out {
		if len(a.Parts) < 5 && s.n >= out[0].n*0.7 && !a.has(s.p.Source) {
			a.Parts = append(a.Parts, s.p)
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// namesWithin reports whether s names a state within x.
func namesWithin(s *resolve.Statement, x resolve.Source, code string) bool {
	return slices.ContainsFunc(s.Named, func(c resolve.Claim) bool { return string(c.Value) == code && x.Contains(c.Sources[0].Span) })
}

// stateSpeaks reports whether the name of a state or organisation stands right
// before a verb of saying: "what did the European Union say".
func (r *reader) stateSpeaks() bool {
	for i, w := range r.q.order {
		if i > 0 && slices.Contains(speechVerbs, w) && r.isState(stem(r.q.order[i-1])) && !typeStems[stem(r.q.order[i-1])] {
			before := strings.Join(r.q.order[:i], " ")
			return !strings.Contains(before, " between ") && !strings.Contains(before, " with ") && !strings.Contains(before, " and ")
		}
	}
	return false
}

func (r *reader) isPerson(w string) bool {
	return slices.ContainsFunc(r.who, func(p resolve.Actor) bool {
		return stems(p.Name)[w] || slices.ContainsFunc(p.Names, func(c resolve.Claim) bool { return stems(string(c.Value))[w] })
	})
}

// longest is the longest content that is shown as it is; a longer one is cut
// into sentences.
const longest = 300

// cut returns the contents of a statement, long ones as their sentences.
func (r *reader) cut(s *resolve.Statement) []resolve.Source {
	var out []resolve.Source
	for _, c := range s.Content {
		if len(c.Quote) <= longest {
			out = append(out, c)
			continue
		}
		spans, err := r.b.Sentences(r.ctx, s.Document)
		if err != nil {
			continue
		}
		for _, x := range spans {
			if x = (pacta.Span{Start: max(x.Start, c.Start), End: min(x.End, c.End)}); x.Len() > 2 {
				out = append(out, resolve.Source{Document: c.Document, Span: x, Quote: c.Quote[x.Start-c.Start : x.End-c.Start]})
			}
		}
	}
	return out
}

// experts are the words by which questions and roles name people who judge
// from outside.
var experts = []string{"expert", "analyst", "observer", "scientist", "political scientist", "commentator", "scholar", "researcher", "director"}

// judging are words of sentences that weigh or expect.
var judging = []string{" will ", " would ", " can ", " could ", " may ", " should ", " hope", " expect", " fear", " welcome", " critici", " strengthen", " difficult", " important", " opportunit", " unclear", " risk", " benefit", " new level"}

// stance answers how somebody took something: what they said that weighs it.
func (r *reader) stance(a *Answer) (bool, error) {
	if !r.q.says("receive", "received", "react to", "reacted", "react", "assess", "assessed", "view", "see", "judge", "judged", "welcome", "stance", "position on", "attitude", "think of", "opinion") || !r.q.begins("how", "what", "did", "does", "do") {
		return false, nil
	}
	xs, err := r.judges()
	if err != nil {
		return false, err
	}
	type scored struct {
		p Part
		n int
	}
	var out []scored
	for i := range xs {
		s := &xs[i]
		if s.Stance != "" && s.Stance != "neutral" && len(s.Sources[0].Quote) <= longest {
			out = append(out, scored{Part{r.name(string(cmp.Or(s.Speaker, s.SpeakerName))) + ", " + string(s.Stance), oneLine(s.Sources[0].Quote), s.ID, s.Sources[0]}, 0})
			continue
		}
		for _, x := range r.cut(s) {
			lower := " " + strings.ToLower(oneLine(x.Quote)) + " "
			if !slices.ContainsFunc(judging, func(w string) bool { return strings.Contains(lower, w) }) {
				continue
			}
			out = append(out, scored{Part{r.name(string(cmp.Or(s.Speaker, s.SpeakerName))), oneLine(x.Quote), s.ID, x}, r.q.shared(x.Quote)})
		}
	}
	for _, s := range out {
		if len(a.Parts) < 8 && !a.has(s.p.Source) {
			a.Parts = append(a.Parts, s.p)
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// judges returns the statements of those whom the question asks about that
// have to do with its subject: by name, by state, or as experts. Where a
// document names the instrument in question, all that they say in it counts.
func (r *reader) judges() ([]resolve.Statement, error) {
	asExperts := r.q.says("expert*", "analyst*", "observer*", "commentator*", "scholar*")
	var xs []resolve.Statement
	var err error
	if asExperts {
		xs, _, err = r.b.Statements(r.ctx, treatybase.Filter{Voice: "person", Limit: 1000})
		xs = slices.DeleteFunc(xs, func(s resolve.Statement) bool {
			role := strings.ToLower(string(s.SpeakerRole))
			is := slices.ContainsFunc(experts, func(e string) bool { return strings.Contains(role, e) })
			foreign := s.Affiliation != "" && len(r.q.codes) > 0 && !slices.Contains(r.q.codes, string(s.Affiliation))
			return !is || foreign
		})
	} else {
		xs, err = r.statements()
	}
	if err != nil || r.x == nil {
		return xs, err
	}
	documents := map[string]bool{}
	for _, s := range r.x.Sources {
		documents[s.Document] = true
	}
	for _, n := range r.x.Names {
		for _, s := range n.Sources {
			documents[s.Document] = true
		}
	}
	return slices.DeleteFunc(xs, func(s resolve.Statement) bool { return !documents[s.Document] }), nil
}

// happened answers what became of something, as a sequence.
func (r *reader) happened(a *Answer) (bool, error) {
	if !r.q.says("what happened", "timeline", "time line", "chronology", "history of", "what became of", "sequence of") {
		return false, nil
	}
	if r.x != nil && r.sure && len(r.x.Status) > 1 {
		return true, r.ledger(a, r.x)
	}
	found := &Answer{}
	q := r.q.without("happen", "happened", "timeline", "chronology", "history", "sequence", "became", "time", "line")
	if err := found.fromFacts(r, q); err != nil {
		return false, err
	}
	type dated struct {
		Part
		date string
	}
	var out []dated
	for _, p := range found.Parts {
		d, err := r.b.Document(r.ctx, p.Source.Document)
		if err != nil {
			return false, err
		}
		out = append(out, dated{p, d.Published.Value})
	}
	slices.SortStableFunc(out, func(a, b dated) int { return strings.Compare(a.date, b.date) })
	for _, d := range out {
		day, _, _ := strings.Cut(d.date, "T")
		d.Label = strings.Trim("reported "+cmp.Or(day, "without a date")+"; "+d.Label, "; ")
		a.Parts = append(a.Parts, d.Part)
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// facts answers with whatever has most of the words of the question.
func (r *reader) facts(a *Answer) (bool, error) {
	return true, a.fromFacts(r, r.q)
}

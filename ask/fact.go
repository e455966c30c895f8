package ask

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// A candidate is a fact or sentence that may answer the question.
type candidate struct {
	Part
	kind   string
	words  map[string]bool
	weight float64 // how much better its kind answers than a bare sentence
	score  float64
	share  float64 // of the question's words that it has, by how rare they are
}

// enough is the share of a question's content that an answer must have.
const enough = 0.5

// fromFacts answers with the facts and sentences that have most of the words
// of q, weighed by how rare they are.
func (a *Answer) fromFacts(r *reader, q *question) error {
	cs, err := r.gather(q)
	if err != nil {
		return err
	}
	if q.wantsFigure() {
		cs = slices.DeleteFunc(cs, func(c candidate) bool { return !numbered(c.Part) || q.says("how long") && !timed(c.Part) })
	}
	rank(cs, q)
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return c.share < enough })
	for _, c := range cs {
		if len(a.Parts) == 5 || c.score < cs[0].score*0.7 {
			break
		}
		if !a.has(c.Source) {
			a.Parts = append(a.Parts, c.Part)
		}
	}
	a.listed()
	a.figures(q)
	return nil
}

// wantsFigure reports whether only words with a figure answer q.
func (q *question) wantsFigure() bool {
	return q.says("how many", "how much", "how long", "how large", "how big", "how far", "how often")
}

// figures keeps, for a question how many, the parts that give a figure for the
// very thing, and says so when these differ.
func (a *Answer) figures(q *question) {
	if !q.wantsFigure() {
		return
	}
	at := slices.IndexFunc(q.order, func(w string) bool { return w == "many" || w == "much" }) + 1
	values := map[string]bool{}
	var kept []Part
	for _, p := range a.Parts {
		if at == 0 || at >= len(q.order) {
			break
		}
		if n := figure(tokens(p.Value+" "+p.Source.Quote), stem(q.order[at])); n != "" {
			values[n] = true
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 {
		a.Parts = kept
	}
	if a.listed(); len(values) > 1 {
		a.Kind = Disagreement
	}
}

var numerals = strings.Fields("two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred thousand million once twice")

// numbered reports whether the words of p give a figure.
func numbered(p Part) bool {
	return slices.ContainsFunc(tokens(p.Value+" "+p.Source.Quote), func(w string) bool { return w[0] >= '0' && w[0] <= '9' || slices.Contains(numerals, w) })
}

// timed reports whether the words of p name a measure of time.
func timed(p Part) bool {
	return slices.ContainsFunc(tokens(p.Value+" "+p.Source.Quote), func(w string) bool {
		switch strings.TrimSuffix(w, "s") {
		case "minute", "hour", "day", "week", "month", "year", "decade":
			return true
		}
		return false
	})
}

// figure returns the number that stands before the word of that stem.
func figure(words []string, thing string) string {
	for i := 1; i < len(words); i++ {
		if stem(words[i]) == thing && words[i-1][0] >= '0' && words[i-1][0] <= '9' {
			return words[i-1]
		}
	}
	return ""
}

// has reports whether a part of a stands on the same words already.
func (a *Answer) has(s resolve.Source) bool {
	return slices.ContainsFunc(a.Parts, func(p Part) bool {
		return p.Source.Document == s.Document && p.Source.Overlaps(s.Span)
	})
}

// gather returns the facts and sentences that share a word with q.
func (r *reader) gather(q *question) ([]candidate, error) {
	ctx, b := r.ctx, r.b
	var terms []string
	for _, w := range tokens(q.text) {
		if !stop[w] {
			terms = append(terms, w)
		}
	}
	query := strings.Join(terms, " OR ")
	f := treatybase.Filter{Text: query, Limit: 200}
	var out []candidate
	promises, _, err := b.Commitments(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, c := range promises {
		out = append(out, newCandidate("commitment", r.label(&c), string(c.Action), c.ID, 1.3, c.Sources, c.Modality+" "+strings.Join(c.Areas, " ")+" promise commitment"))
	}
	claims, _, err := b.Fulfilments(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, c := range claims {
		out = append(out, newCandidate("fulfilment", c.Claim+", according to "+r.name(string(cmp.Or(c.By, "the source"))), "", c.ID, 1.2, c.Sources, c.Claim+" fulfil keep"))
	}
	statements, _, err := b.Statements(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, s := range statements {
		who := r.name(string(cmp.Or(s.Speaker, s.SpeakerName, resolve.Value(s.Voice))))
		out = append(out, newCandidate("statement", who, "", s.ID, 1.1, s.Sources, who+" "+string(s.CueKind)+" "+string(s.Stance)))
	}
	events, _, err := b.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, e := range events {
		label := strings.Trim(string(e.Date)+" "+string(e.Life), " ")
		out = append(out, newCandidate("event", label, "", e.ID, 1.1, e.Sources, string(e.Life)+" "+string(e.Place)))
	}
	hits, _, err := b.Search(ctx, query, 200, 0)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		if h.Span.IsZero() {
			continue // a title outside of the text is no evidence
		}
		s := resolve.Source{Document: h.Document, Span: h.Span, Quote: h.Text}
		out = append(out, newCandidate("sentence", string(cmp.Or(h.Outlet, h.Title)), "", "", 1, []resolve.Source{s}, ""))
	}
	return out, nil
}

// newCandidate returns a candidate whose words are those of its sources and of
// extra, which is how people ask for its kind.
func newCandidate(kind, label, value, object string, weight float64, sources []resolve.Source, extra string) candidate {
	c := candidate{kind: kind, weight: weight, words: stems(extra + " " + label + " " + value)}
	for _, s := range sources {
		for w := range stems(s.Quote) {
			c.words[w] = true
		}
	}
	if value == "" && len(sources) > 0 {
		value = oneLine(sources[0].Quote)
	}
	c.Part = Part{Label: label, Value: oneLine(value), Object: object}
	if len(sources) > 0 {
		c.Source = sources[0]
	}
	return c
}

// rank orders cs, the best first: the share of the question's words, each
// weighed by how rare it is among all candidates, times the weight of the kind.
func rank(cs []candidate, q *question) {
	df := map[string]int{}
	for _, c := range cs {
		for _, w := range q.words {
			if has(c.words, w) {
				df[w]++
			}
		}
	}
	total := 0.0
	for _, w := range q.words {
		total += rarity(df[w], len(cs))
	}
	for i := range cs {
		c := &cs[i]
		for _, w := range q.words {
			if has(c.words, w) {
				c.share += rarity(df[w], len(cs)) / total
			}
		}
		if q.begins("when") && (c.kind != "event" || c.Label == "" || c.Label[0] < '0' || c.Label[0] > '9') {
			c.weight *= 0.8 // an event with a date says when
		}
		c.score = c.share * c.weight / (1 + math.Log1p(float64(len(c.Source.Quote))/400))
	}
	slices.SortFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), strings.Compare(x.Source.Document, y.Source.Document), x.Source.Span.Compare(y.Source.Span), strings.Compare(x.kind, y.kind), strings.Compare(x.Object, y.Object))
	})
}

// rarity weighs a word that n of all candidates have.
func rarity(n, all int) float64 { return math.Log(1 + float64(all+1)/float64(n+1)) }

package ask

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// A provision as questions name it: "Article XII", "paragraph 1", "point 9".
var provisionName = regexp.MustCompile(`(?i)\b(?:article|paragraph|point|clause|section)s? (\d+|[ivx]+)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:article|paragraph|point|clause)\b`)

var ordinals = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// number returns the provision that the question names, "" if none.
func (q *question) number() string {
	m := provisionName.FindStringSubmatch(q.text)
	switch {
	case m == nil:
		return ""
	case m[2] != "":
		return strconv.Itoa(slices.Index(ordinals, strings.ToLower(m[2])))
	}
	if n := roman(m[1]); n > 0 {
		return strconv.Itoa(n)
	}
	return m[1]
}

// roman reads a Roman number up to 39, 0 if s is none.
func roman(s string) int {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n, s := 0, strings.ToUpper(s)
	for i := 0; i < len(s); i++ {
		v := value[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			n -= v
		} else {
			n += v
		}
	}
	return n
}

// isNumber reports whether a provision is number n or a part of it: "XII(2)".
func isNumber(provision, n string) bool {
	head, _, _ := strings.Cut(provision, "(")
	head = strings.TrimSpace(head)
	return head == n || roman(head) > 0 && strconv.Itoa(roman(head)) == n
}

// provisionText answers what a provision says: the promises that stand in it,
// else the sentences that cite it, with who says so.
func (r *reader) provisionText(a *Answer) (bool, error) {
	n := r.q.number()
	if n == "" || r.x == nil && len(r.q.codes) == 0 && !r.q.it {
		if n == "" {
			return false, nil
		}
	}
	x := r.x
	if x == nil {
		x = r.hasProvision(n)
	}
	if x == nil {
		return false, nil
	}
	if err := r.ownText(a, x, n); err != nil {
		return false, err
	}
	cs, err := r.commitments(treatybase.Filter{Instrument: x.ID})
	if err != nil {
		return false, err
	}
	for i := range cs {
		if c := &cs[i]; len(a.Parts) < maxOwn && isNumber(string(c.Provision), n) && c.Layer != "demand" {
			a.add(r.label(c), string(c.Action), c.ID, []resolve.Source{main(c)})
		}
	}
	for _, c := range x.Cites {
		if len(a.Parts) > 0 || !isNumber(string(c.Provision), n) || c.Instrument != "" {
			continue
		}
		for _, s := range c.Sources {
			whole := r.sentence(s)
			a.Parts = append(a.Parts, Part{r.teller(whole, s), oneLine(whole.Quote), x.ID, whole})
		}
	}
	return a.listed(), nil
}

// maxOwn is how many paragraphs of an article's own text are shown.
const maxOwn = 6

// ownText adds the provision as the instrument's own text has it: its
// paragraphs, else the whole.
func (r *reader) ownText(a *Answer, x *resolve.Instrument, n string) error {
	ps, _, err := r.b.Provisions(r.ctx, treatybase.Filter{Instrument: x.ID, Limit: 1000})
	if err != nil {
		return err
	}
	var whole *resolve.Provision
	for i := range ps {
		if ps[i].Type == "article" && isNumber(string(ps[i].Number), n) {
			whole = &ps[i]
		}
	}
	if whole == nil {
		for i := range ps {
			if p := &ps[i]; p.Type != "article" && isNumber(string(p.Number), n) && whole == nil && !inArticle(ps, p) {
				whole = p
			}
		}
	}
	if whole == nil {
		return nil
	}
	s := whole.Sources[0]
	label := strings.TrimSpace(whole.Type + " " + string(whole.Number) + " " + string(whole.Heading))
	for i := range ps {
		if p := &ps[i]; p != whole && p.Type == "paragraph" && p.Sources[0].Document == s.Document && s.Contains(p.Sources[0].Span) && len(a.Parts) < maxOwn {
			a.Parts = append(a.Parts, Part{label, oneLine(p.Sources[0].Quote), p.ID, p.Sources[0]})
		}
	}
	if len(a.Parts) == 0 {
		a.Parts = append(a.Parts, Part{label, oneLine(s.Quote), whole.ID, s})
	}
	return nil
}

// inArticle reports whether p is a part of an article.
func inArticle(ps []resolve.Provision, p *resolve.Provision) bool {
	return slices.ContainsFunc(ps, func(x resolve.Provision) bool {
		return x.Type == "article" && x.Sources[0].Document == p.Sources[0].Document && x.Sources[0].Contains(p.Sources[0].Span)
	})
}

// hasProvision returns the most reported instrument of which provision n is
// told.
func (r *reader) hasProvision(n string) *resolve.Instrument {
	for i := range r.all {
		if slices.ContainsFunc(r.all[i].Cites, func(c resolve.Cite) bool { return isNumber(string(c.Provision), n) }) {
			return &r.all[i]
		}
	}
	return nil
}

// teller returns "according to X" when the words stand in a statement.
func (r *reader) teller(whole, s resolve.Source) string {
	xs, _, err := r.b.Statements(r.ctx, treatybase.Filter{Document: s.Document, Limit: 500})
	if err != nil {
		return ""
	}
	who, size := "", 0
	for _, x := range xs {
		for _, c := range x.Content {
			if c.Contains(s.Span) && x.Speaker != "" && (size == 0 || c.Len() > size) {
				who, size = "according to "+r.name(string(x.Speaker)), c.Len()
			}
		}
	}
	return who
}

// provisionOf answers which paragraph or article something stands in.
func (r *reader) provisionOf(a *Answer) (bool, error) {
	if r.x == nil || !r.q.says("which paragraph", "which paragraphs", "which article", "which articles", "which point", "what article", "which clause", "which provision") {
		return false, nil
	}
	q := r.q.without("paragraph", "paragraphs", "article", "articles", "point", "clause", "provision")
	best := 1
	add := func(n int, p Part) {
		if n > best {
			best, a.Parts = n, nil
		}
		if n == best && n > 1 {
			a.Parts = append(a.Parts, p)
		}
	}
	cs, err := r.commitments(treatybase.Filter{Instrument: r.x.ID})
	if err != nil {
		return false, err
	}
	for i := range cs {
		if c := &cs[i]; c.Provision != "" {
			s := main(c)
			add(q.shared(s.Quote), Part{"provision", string(c.Provision), c.ID, s})
		}
	}
	for _, c := range r.x.Cites {
		for _, s := range c.Sources {
			if whole := r.sentence(s); c.Provision != "" && c.Instrument == "" {
				add(q.shared(whole.Quote), Part{"provision", string(c.Provision), r.x.ID, whole})
			}
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// ranked returns promises by how many content words of q they have, those of
// the instrument in question first; what has less than half of them is left
// out. The words of the instrument's own name do not count.
func (r *reader) ranked(q *question, keep func(*resolve.Commitment) bool) ([]resolve.Commitment, error) {
	f := treatybase.Filter{}
	if r.x != nil {
		f.Instrument = r.x.ID
	}
	cs, err := r.commitments(f)
	if err != nil {
		return nil, err
	}
	if r.x == nil || !r.sure {
		f = treatybase.Filter{Text: q.search()}
		more, err := r.commitments(f)
		if err != nil {
			return nil, err
		}
		cs = append(cs, more...)
	}
	names := map[string]bool{}
	if r.x != nil {
		names = r.nameWords(r.x)
	}
	type scored struct {
		c resolve.Commitment
		n float64
	}
	var out []scored
	seen := map[string]bool{}
	for i := range cs {
		c := &cs[i]
		if seen[c.ID] || !keep(c) {
			continue
		}
		seen[c.ID] = true
		words := stems(main(c).Quote + " " + strings.Join(c.Areas, " ") + " " + string(c.Purpose))
		n, total := 0.0, 0.0
		for _, w := range q.words {
			if names[w] || r.isState(w) {
				continue
			}
			total++
			if words[w] {
				n++
			} else if has(words, w) {
				n += 0.8
			}
		}
		if total > 0 && n > 0 && len(r.q.codes) == 1 && slices.Equal(c.Parties, r.q.codes) {
			n += 0.5 // whose promise it is
		}
		if total == 0 || n/total >= 0.4 && n > 0.5 {
			out = append(out, scored{*c, n})
		}
	}
	slices.SortStableFunc(out, func(a, b scored) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.c.ID, b.c.ID)) })
	var list []resolve.Commitment
	for _, s := range out {
		if s.n >= out[0].n*0.6 {
			list = append(list, s.c)
		}
	}
	return list, nil
}

// onlyNames reports whether q has no words but those that name the instrument
// or states.
func (r *reader) onlyNames(q *question) bool {
	names := map[string]bool{}
	if r.x != nil {
		names = r.nameWords(r.x)
	}
	return !slices.ContainsFunc(q.words, func(w string) bool { return !names[w] && !typeStems[w] && !r.isState(w) })
}

// search returns q as a search for any of its words or their synonyms.
func (q *question) search() string {
	var terms []string
	for _, w := range q.words {
		terms = append(terms, w+"*")
		for _, s := range synonyms[w] {
			if !strings.Contains(s, "-") {
				terms = append(terms, s+"*")
			}
		}
	}
	return strings.Join(terms, " OR ")
}

// nameWords returns the words by which x is named in the question.
func (r *reader) nameWords(x *resolve.Instrument) map[string]bool {
	out := stems(x.Title)
	for _, n := range x.Names {
		if len(n.Value) < 80 {
			for w := range stems(string(n.Value)) {
				out[w] = true
			}
		}
	}
	for w := range typeStems {
		out[w] = true
	}
	return out
}

// isState reports whether w is a word of the name of a state in the question.
func (r *reader) isState(w string) bool {
	for _, c := range r.q.codes {
		if stems(r.name(c))[w] || len(w) >= 4 && strings.HasPrefix(strings.ToLower(r.name(c)), w[:4]) {
			return true
		}
	}
	return false
}

// bindingWords say of a modality whether it obliges.
var bindingWords = map[string]string{
	"obligation": "Yes: an obligation by its words.", "prohibition": "Yes: a prohibition by its words.",
	"intention": "An intention or declared practice, no express obligation.", "principle": "A principle, no obligation to a single act.",
	"readiness": "No: a readiness, not an obligation.", "permission": "No: a permission, not an obligation.",
	"consideration": "No: it may only be considered.", "assurance": "An assurance by one who speaks, outside of the instrument.",
}

// allowingWords say of a modality whether it allows.
var allowingWords = map[string]string{
	"obligation": "Yes: it is even owed.", "prohibition": "No: a prohibition by its words.", "permission": "Yes: a permission by its words.",
	"consideration": "It may be considered, no more.",
}

// modality answers whether something is owed.
func (r *reader) modality(a *Answer) (bool, error) {
	if !r.q.says("oblige*", "obligat*", "bind*", "bound to", "commit* itself", "required to", "require*", "must", "allow*", "permit*", "have to", "has to", "forbid*", "prohibit*", "may") || !r.q.begins("does", "do", "is", "are", "must", "may", "can", "did", "has") {
		return false, nil
	}
	q := r.q.without("oblige", "obligation", "obligations", "obliged", "bind", "bound", "binds", "binding", "commit", "commits", "require", "requires", "required", "allow", "allowed", "permit", "permitted", "forbid", "prohibit", "parties", "party", "states")
	if r.onlyNames(q) {
		return false, nil // "is the treaty binding?" asks for no single promise
	}
	cs, err := r.ranked(q, func(c *resolve.Commitment) bool { return c.Layer != "demand" })
	if err != nil {
		return false, err
	}
	a.promises(r, cs, 3)
	if len(a.Parts) == 0 {
		a.Kind = NotStated
		return r.x != nil && r.sure, nil
	}
	a.lead = bindingWords[cs[0].Modality]
	if r.q.begins("may", "can") || r.q.says("allow*", "permit*") {
		a.lead = allowingWords[cs[0].Modality]
	}
	if r.q.says("forbid*", "prohibit*") && cs[0].Modality != "prohibition" {
		a.lead = "" // what it obliges to may come near to what is asked; the words decide
	}
	return a.listed(), nil
}

// promises adds up to n promises.
func (a *Answer) promises(r *reader, cs []resolve.Commitment, n int) {
	for i := range cs[:min(n, len(cs))] {
		c := &cs[i]
		s := main(c)
		a.add(r.label(c), cmp.Or(oneLine(string(c.Action)), oneLine(s.Quote)), c.ID, []resolve.Source{s})
	}
}

// ifWords begin conditions.
var ifWords = []string{" if ", " when ", " unless ", " in the event of ", " in case of ", " provided that ", " until "}

// condition answers when something is owed.
func (r *reader) condition(a *Answer) (bool, error) {
	if !r.q.says("when must", "when should", "when do", "when does", "when shall", "when may", "when can", "under what condition*", "under which condition*", "on what condition", "on which condition", "in which case*", "in what case*", "in what situation*", "under what circumstances", "until when", "what triggers") {
		return false, nil
	}
	q := r.q.without("parties", "party", "condition", "conditions", "case", "cases", "states", "situation", "circumstances", "urgently", "urgent")
	conditional := func(c *resolve.Commitment) bool {
		lower := " " + strings.ToLower(r.sentence(main(c)).Quote) + " "
		return c.Condition != "" || c.Deadline != "" || slices.ContainsFunc(ifWords, func(w string) bool { return strings.Contains(lower, w) })
	}
	cs, err := r.ranked(q, conditional)
	if err != nil || len(cs) == 0 {
		return false, err
	}
	for i := range cs[:min(3, len(cs))] {
		c := &cs[i]
		if c.Condition == "" && c.Deadline == "" {
			whole := r.sentence(main(c))
			a.Parts = append(a.Parts, Part{r.label(c), oneLine(whole.Quote), c.ID, whole})
			continue
		}
		a.add(r.label(c)+", condition", oneLine(string(cmp.Or(c.Condition, c.Deadline))), c.ID, []resolve.Source{main(c)})
	}
	return a.listed(), nil
}

// basis answers on what legal basis something is owed.
func (r *reader) basis(a *Answer) (bool, error) {
	if !r.q.says("legal basis", "on what basis", "on which basis", "basis for", "saving clause", "without prejudice") {
		return false, nil
	}
	q := r.q.without("basis", "legal", "saving", "clause", "given", "give", "based")
	cs, err := r.ranked(q, func(c *resolve.Commitment) bool { return c.Basis != "" || c.Saving != "" })
	if err != nil {
		return false, err
	}
	for i := range cs[:min(2, len(cs))] {
		c := &cs[i]
		a.add("basis", oneLine(strings.TrimSpace(string(c.Basis)+" "+string(c.Saving))), c.ID, []resolve.Source{main(c)})
	}
	return a.listed(), nil
}

// promised answers what somebody promised somebody outside of an instrument:
// assurances first, then what instruments say.
func (r *reader) promised(a *Answer) (bool, error) {
	if !r.q.says("promise", "promised", "assure", "assured", "assurance*", "pledge*", "guarantee*") || len(r.q.codes)+len(r.who) == 0 || r.x != nil && r.sure {
		return false, nil
	}
	var f treatybase.Filter
	if len(r.q.codes) > 0 {
		f.Party = r.q.codes[0]
	}
	cs, err := r.commitments(f)
	if err != nil {
		return false, err
	}
	q := r.q.without("promise", "promised", "assure", "assured", "assurance", "pledge", "pledged", "guarantee", "guaranteed", "sign", "signing", "signed")
	type scored struct {
		c resolve.Commitment
		n int
	}
	var out []scored
	for _, c := range cs {
		if c.Layer != "assurance" && !r.saidBy(&c) {
			continue
		}
		n := q.shared(main(&c).Quote)
		for _, code := range r.q.codes[min(1, len(r.q.codes)):] {
			if names(&c, code) {
				n += 3
			}
		}
		if n > 0 {
			out = append(out, scored{c, n})
		}
	}
	slices.SortStableFunc(out, func(a, b scored) int { return cmp.Or(b.n-a.n, strings.Compare(a.c.ID, b.c.ID)) })
	var list []resolve.Commitment
	for _, s := range out {
		if s.n*2 > out[0].n {
			list = append(list, s.c)
		}
	}
	a.promises(r, list, 4)
	return len(a.Parts) > 0 && a.listed(), nil
}

func (r *reader) saidBy(c *resolve.Commitment) bool {
	return slices.ContainsFunc(r.who, func(p resolve.Actor) bool { return named(&p, string(c.By)) })
}

// names reports whether a promise names a state.
func names(c *resolve.Commitment, code string) bool {
	return slices.Contains(c.Beneficiaries, code) || slices.ContainsFunc(c.Named, func(n resolve.Claim) bool { return string(n.Value) == code })
}

// demanded answers what somebody demands of another.
func (r *reader) demanded(a *Answer) (bool, error) {
	if !r.q.says("demand", "demands", "demanded", "call on", "called on", "urge", "urged", "ask of", "asked of", "want from") || len(r.who)+len(r.q.codes) == 0 {
		return false, nil
	}
	cs, err := r.commitments(treatybase.Filter{Layer: "demand"})
	if err != nil {
		return false, err
	}
	q := r.q.without("demand", "demands", "demanded", "call", "called", "urge", "urged", "ask", "asked", "member", "members")
	best := 0
	var list []resolve.Commitment
	for _, c := range cs {
		n := q.shared(main(&c).Quote)
		if r.saidBy(&c) || len(r.q.codes) > 0 && string(c.By) == r.q.codes[0] {
			n += 2
		}
		if n > best {
			best, list = n, nil
		}
		if n == best && n > 1 {
			list = append(list, c)
		}
	}
	a.promises(r, list, 3)
	return len(a.Parts) > 0 && a.listed(), nil
}

// promises lists what an instrument or a party promises, on a subject if the
// question names one.
func (r *reader) promises(a *Answer) (bool, error) {
	if !r.q.says("promise*", "commitment*", "obligation*", "undertake*", "provide for", "provides for", "say on", "say about", "says on", "says about", "contain*", "allow*", "permit*", "agreed to do", "agree to do", "agree on", "agreed on", "give", "gives", "entitle*") {
		return false, nil
	}
	q := r.q.without("promise", "promises", "commitment", "commitments", "obligation", "obligations", "undertake", "contain", "contains", "made", "make", "agree", "agreed", "allow", "permit", "party", "parties", "content")
	if r.x == nil && len(r.q.codes) == 0 {
		return false, nil
	}
	cs, err := r.ranked(q, func(c *resolve.Commitment) bool {
		if c.Layer == "demand" || r.q.says("obligation*") && c.Modality != "obligation" && c.Modality != "prohibition" && c.Modality != "assurance" {
			return false
		}
		if r.x == nil {
			for _, code := range r.q.codes[1:] {
				if !names(c, code) && !slices.Contains(c.Parties, code) {
					return false
				}
			}
		}
		if r.x != nil && len(r.q.codes) == 1 && slices.Contains(r.x.Parties, r.q.codes[0]) && !slices.Contains(c.Parties, r.q.codes[0]) {
			return false
		}
		return r.x != nil && string(c.Instrument) == r.x.ID || r.x == nil && slices.Contains(c.Parties, r.q.codes[0])
	})
	if err != nil || len(cs) == 0 {
		return false, err
	}
	a.promises(r, cs, 8)
	if len(cs) > 8 {
		a.lead = fmt.Sprintf("The first 8 of %d.", len(cs))
	}
	return a.listed(), nil
}

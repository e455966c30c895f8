package treatybase

import (
	"slices"
)

// A level says of what a clause speaks.
type level int

const (
	ofWords level = iota
	ofFacts
	ofDocuments
	ofMany
)

func (c *clause) level() level {
	switch c.op {
	case words, near:
		return ofWords
	case field:
		if of := fieldOf(c.field); of.column != "" || of.Name == "date" {
			return ofDocuments
		}
		return ofFacts
	}
	out := c.kids[0].level()
	for _, k := range c.kids[1:] {
		if k.level() != out {
			return ofMany
		}
	}
	return out
}

// grouped returns the kids of c, which must all hold, with those of one level
// as one clause: words stand in one sentence, and fields are those of one fact.
// What is only left out stays alone.
func (c *clause) grouped() []*clause {
	groups := map[level][]*clause{}
	var out []*clause
	for _, k := range c.kids {
		if l := k.level(); l == ofMany {
			out = append(out, k)
		} else {
			groups[l] = append(groups[l], k)
		}
	}
	for _, l := range []level{ofWords, ofFacts, ofDocuments} {
		if g := joined(all, groups[l]); g != nil && g.positive() && (l != ofWords || g.wellFormed()) {
			out = append(out, g)
		} else {
			out = append(out, groups[l]...)
		}
	}
	return out
}

// found returns the sentences that c fits, the newest first. Of very many the
// newest are looked at; more says that there were more.
func (f *finder) found(c *clause) (out []sighted, more bool, err error) {
	switch {
	case c.level() == ofWords:
		out, err = f.sentences(c)
		return out, len(out) == mostSentences, err
	case c.op == either:
		return f.anyOf(c.kids)
	case c.op == without:
		return nil, false, onlyWithout()
	case c.op == field:
		return f.showing(c)
	}
	kids := c.grouped()
	first := slices.IndexFunc(kids, func(k *clause) bool { return k.level() == ofWords && k.positive() })
	if first < 0 {
		first = max(0, slices.IndexFunc(kids, func(k *clause) bool { return k.positive() }))
	}
	if len(kids) == 1 {
		return f.showing(c)
	}
	if out, more, err = f.found(kids[first]); err != nil {
		return nil, false, err
	}
	for _, k := range slices.Delete(kids, first, first+1) {
		keep, err := f.sift(k, out)
		if err != nil {
			return nil, false, err
		}
		kept := out[:0]
		for i, s := range out {
			if keep[i] {
				kept = append(kept, s)
			}
		}
		out = kept
	}
	return out, more, nil
}

// anyOf returns the sentences that one of the clauses fits.
func (f *finder) anyOf(kids []*clause) (out []sighted, more bool, err error) {
	for _, k := range kids {
		found, m, err := f.found(k)
		if err != nil {
			return nil, false, err
		}
		out, more = append(out, found...), more || m
	}
	slices.SortFunc(out, func(a, b sighted) int { return b.n - a.n })
	out = slices.CompactFunc(out, func(a, b sighted) bool { return a.n == b.n })
	return out, more, nil
}

// showing returns the newest sentences that show facts, or stand in documents,
// that c fits.
func (f *finder) showing(c *clause) (out []sighted, more bool, err error) {
	var documents, objects choice
	if c.level() == ofDocuments {
		documents, err = f.documentsOf(c)
	} else if objects, err = f.objects(c); err == nil {
		documents, err = f.documentsShowing(objects)
	}
	if err != nil {
		return nil, false, err
	}
	if f.x == nil {
		if f.x, err = f.b.index(f.ctx); err != nil {
			return nil, false, err
		}
	}
	for n := len(f.x.spans) - 1; n >= 0 && !more; n-- {
		if !documents.has(n) {
			continue
		}
		of, err := f.sentencesOf(n)
		if err != nil {
			return nil, false, err
		}
		for _, s := range of {
			if c.level() == ofDocuments || objects.any(s.objects) {
				out = append(out, s)
			}
		}
		more = len(out) >= mostSentences
	}
	return out, more, nil
}

// sentencesOf returns the sentences of a document, the last one first.
func (f *finder) sentencesOf(document int) ([]sighted, error) {
	spans := f.x.spans[document]
	out := make([]sighted, 0, len(spans))
	for i := len(spans) - 1; i >= 0; i-- {
		out = append(out, sighted{n: sentenceNumber(document, i), document: document, start: int(spans[i].start), end: int(spans[i].end)})
	}
	return out, f.show(out)
}

// any reports whether c has one of the numbers.
func (c choice) any(ns []uint32) bool {
	return slices.ContainsFunc(ns, func(n uint32) bool { return c.has(int(n)) })
}

// sift reports which of the sentences found c fits.
func (f *finder) sift(c *clause, found []sighted) ([]bool, error) {
	keep := make([]bool, len(found))
	if len(found) == 0 {
		return keep, nil
	}
	test, err := f.test(c, found)
	if err != nil {
		return nil, err
	}
	if test != nil {
		for i := range found {
			keep[i] = test(&found[i])
		}
		return keep, nil
	}
	for i := range keep {
		keep[i] = c.op == all
	}
	for _, k := range c.parts() {
		of, err := f.sift(k, found)
		if err != nil {
			return nil, err
		}
		for i := range keep {
			switch c.op {
			case all:
				keep[i] = keep[i] && of[i]
			case either:
				keep[i] = keep[i] || of[i]
			default:
				keep[i] = !of[i]
			}
		}
	}
	return keep, nil
}

// parts returns the clauses that c is to be taken apart into.
func (c *clause) parts() []*clause {
	if c.op == all && c.level() == ofMany || c.op == all && c.level() == ofFacts {
		return c.grouped()
	}
	return c.kids
}

// test returns how to tell whether a sentence fits c, nil where c has to be
// taken apart first.
func (f *finder) test(c *clause, found []sighted) (func(*sighted) bool, error) {
	if !c.positive() || c.op == without {
		return nil, nil
	}
	switch c.level() {
	case ofWords:
		if !c.wellFormed() {
			return nil, nil
		}
		lo, hi := found[0].n, found[0].n
		for _, s := range found {
			lo, hi = min(lo, s.n), max(hi, s.n)
		}
		has := map[int]bool{}
		err := f.b.each(f.ctx, func(scan func(...any) error) error {
			var n int
			err := scan(&n)
			has[n] = true
			return err
		}, `SELECT rowid FROM sentence_fts WHERE sentence_fts MATCH ? AND rowid BETWEEN ? AND ?`, c.expression(), lo, hi)
		return func(s *sighted) bool { return has[s.n] }, err
	case ofFacts:
		objects, err := f.objects(c)
		if err == nil && f.x == nil && len(found) > 0 && found[0].objects == nil {
			err = f.show(found)
		}
		return func(s *sighted) bool { return objects.any(s.objects) }, err
	case ofDocuments:
		documents, err := f.documentsOf(c)
		return func(s *sighted) bool { return documents.has(s.document) }, err
	}
	return nil, nil
}

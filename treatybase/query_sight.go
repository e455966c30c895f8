package treatybase

import (
	"database/sql"
	"errors"
	"slices"
)

// withWords returns the objects that are shown in sentences with words.
func (f *finder) withWords(c *clause) (choice, error) {
	found, err := f.sentences(c)
	if err == nil && f.x == nil {
		err = f.show(found)
	}
	if err != nil {
		return choice{}, err
	}
	var out choice
	for _, s := range found {
		for _, n := range s.objects {
			out.add(int(n))
		}
	}
	return out, nil
}

// A sighted sentence is one that was found, with the objects that it shows.
type sighted struct {
	n, document, start, end int
	objects                 []uint32
}

// mostSentences is how many sentences with the words of a query are looked at,
// the newest first.
const mostSentences = MaxTotal

// sentences returns the newest sentences with words, the newest first, with
// what they show.
func (f *finder) sentences(c *clause) ([]sighted, error) {
	if !c.wellFormed() {
		return nil, onlyWithout()
	}
	if f.x != nil {
		return f.indexed(c)
	}
	var out []sighted
	err := f.b.each(f.ctx, func(scan func(...any) error) error {
		var s sighted
		err := scan(&s.n, &s.document, &s.start, &s.end)
		out = append(out, s)
		return err
	}, `SELECT x.n, x.document, x.start_byte, x.end_byte FROM
		(SELECT rowid AS n FROM sentence_fts WHERE sentence_fts MATCH ? ORDER BY rowid DESC LIMIT ?) t CROSS JOIN sentence x ON x.n = t.n`, c.expression(), mostSentences)
	return out, err
}

// indexed does the same with what the index knows of sentences.
func (f *finder) indexed(c *clause) ([]sighted, error) {
	var list sql.NullString
	err := f.b.one(f.ctx, `SELECT group_concat((n / 1048576) || ',' || (n % 1048576)) FROM (SELECT rowid AS n FROM sentence_fts WHERE sentence_fts MATCH ? ORDER BY rowid DESC LIMIT ?)`,
		[]any{c.expression(), mostSentences}, &list)
	ns := numbers(list.String)
	out := make([]sighted, 0, len(ns)/2)
	for i := 0; i+1 < len(ns); i += 2 {
		d, k := int(ns[i]), int(ns[i+1])
		if d < len(f.x.spans) && k < len(f.x.spans[d]) {
			p := f.x.spans[d][k]
			out = append(out, sighted{n: sentenceNumber(d, k), document: d, start: int(p.start), end: int(p.end)})
		}
	}
	return out, errors.Join(err, f.show(out))
}

// show fills in which objects the sentences show; with an index sentences
// does.
func (f *finder) show(found []sighted) error {
	for i := range found {
		s := &found[i]
		if f.x != nil {
			s.objects = f.x.shown(s)
			continue
		}
		list, err := f.list(`SELECT group_concat(object) FROM object_source WHERE document = ? AND start_byte < ? AND end_byte > ?`, s.document, s.end, s.start)
		if err != nil {
			return err
		}
		slices.Sort(list)
		s.objects = slices.Compact(list)
	}
	return nil
}

// shown returns the objects that a sentence shows.
func (x *index) shown(s *sighted) []uint32 {
	if s.document >= len(x.sources) {
		return nil
	}
	var out []uint32
	for _, p := range x.sources[s.document] {
		if int(p.start) >= s.end {
			break
		}
		if int(p.end) > s.start && !slices.Contains(out, p.object) {
			out = append(out, p.object)
		}
	}
	return out
}

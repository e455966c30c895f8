package treatybase

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pacta"
)

// A Look says how a selection is to be shown. The zero value shows the first
// page of what the query itself says.
type Look struct {
	Kind          string // what to list: a kind of object, "document" or "sentence"; "" as the query has it
	Limit, Offset int    // Limit 0 is DefaultLimit
	Facets        bool   // count what the selection can be narrowed by
	Since         Growth // what came in later counts as new
}

// A Growth is how far a base had grown at some time. The zero value is from
// before anything came in.
type Growth struct{ document, object int }

// A Selection is what a query finds.
type Selection struct {
	Kind      string        `json:"kind"`  // a kind of object, "document" or "sentence"
	Total     int           `json:"total"` // how many there are
	More      bool          `json:"more"`  // Total is as far as was counted
	New       int           `json:"new,omitempty"`
	Sentences []Hit         `json:"sentences,omitempty"`
	Objects   []Object      `json:"-"`
	Documents []DocumentRow `json:"documents,omitempty"`
	Facets    []Facet       `json:"facets,omitempty"`
	Unknown   []Unknown     `json:"unknown,omitempty"` // values that nothing in the base has
	fresh     []bool
}

// IsNew reports whether the i-th row came in since Look.Since.
func (s *Selection) IsNew(i int) bool { return i < len(s.fresh) && s.fresh[i] }

// Select finds what q asks for: sentences if it looks for words, else objects,
// or documents if it has only fields of documents. Of several kinds of objects
// one is listed; the facet "kind" counts the others.
func (b *Base) Select(ctx context.Context, q *Query, o Look) (*Selection, error) {
	if o.Limit <= 0 {
		o.Limit = DefaultLimit
	}
	f := &finder{ctx: ctx, b: b, kinds: Kinds}
	if o.Facets {
		var err error
		if f.x, err = b.index(ctx); err != nil {
			return nil, err
		}
	}
	kind, rest := q.unit(o.Kind)
	s := &selecting{finder: f, look: o, q: rest, out: &Selection{Kind: kind}}
	var err error
	switch kind {
	case "sentence":
		err = s.sentences()
	case "document":
		err = s.documents()
	default:
		err = s.objects(kind)
	}
	if err == nil && s.out.Total == 0 {
		err = s.unknown()
	}
	return s.out, err
}

type selecting struct {
	*finder
	look Look
	q    *Query
	out  *Selection
}

// unit returns what q lists, "" for objects of any kind, and q without the
// words that only say so.
func (q *Query) unit(kind string) (string, *Query) {
	for _, k := range []string{"sentence", "document"} {
		if q.Has("kind", k) {
			if kind == "" {
				kind = k
			}
			q = q.Without("kind", k)
		}
	}
	switch {
	case kind != "":
	case q.HasWords():
		kind = "sentence"
	case !q.IsZero() && q.root.level() == ofDocuments:
		kind = "document"
	}
	return kind, q
}

// page returns the part of n rows that is shown.
func (o Look) page(n int) (from, to int) {
	from = min(max(o.Offset, 0), n)
	return from, min(from+o.Limit, n)
}

// preferred is the order in which kinds of objects are looked through where the
// query names none.
var preferred = []string{"commitment", "statement", "event", "fulfilment", "instrument", "provision", "actor", "discrepancy", "tension"}

func (s *selecting) objects(kind string) error {
	if kind != "" {
		s.kinds = []string{kind}
	}
	var found choice
	found.but = true
	if !s.q.IsZero() {
		var err error
		if found, err = s.finder.objects(s.q.root); err != nil {
			return err
		}
	}
	lists, err := s.byKind(found)
	if err != nil {
		return err
	}
	if kind == "" {
		kind = preferred[max(0, slices.IndexFunc(preferred, func(k string) bool { return len(lists[k]) > 0 }))]
	}
	list := lists[kind]
	s.out.Kind, s.out.Total = kind, len(list)
	for _, n := range list {
		s.out.New += isNew(int(n), s.look.Since.object)
	}
	if s.look.Facets {
		s.facetsOfObjects(kind, list, lists)
	}
	from, to := s.look.page(len(list))
	s.out.Objects, err = s.rows(list[from:to])
	for _, n := range list[from:to] {
		s.out.fresh = append(s.out.fresh, isNew(int(n), s.look.Since.object) == 1)
	}
	return err
}

func isNew(n, since int) int {
	if since > 0 && n > since {
		return 1
	}
	return 0
}

// byKind returns the objects found of each kind in the order of its list.
func (s *selecting) byKind(found choice) (map[string][]uint32, error) {
	out := map[string][]uint32{}
	for _, kind := range s.kinds {
		var err error
		if s.x == nil && !found.but {
			out[kind], err = s.sorted(kind, found.set)
		} else {
			out[kind], err = s.ofOrder(kind, found)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *selecting) ofOrder(kind string, found choice) (out []uint32, err error) {
	list := []uint32(nil)
	if s.x != nil {
		list = s.x.kinds[kind]
	} else if list, err = s.list(`SELECT group_concat(n) FROM (SELECT o.n FROM object o WHERE o.kind = ? ORDER BY `+orders[usual[kind]]+`)`, kind); err != nil {
		return nil, err
	}
	for _, n := range list {
		if found.has(int(n)) {
			out = append(out, n)
		}
	}
	return out, nil
}

// sorted puts objects in the order of their kind without a look at the others.
func (s *selecting) sorted(kind string, found set) ([]uint32, error) {
	ns := found.list()
	if len(ns) > rare*3 {
		return s.ofOrder(kind, choice{set: found})
	}
	in, _ := json.Marshal(ns)
	return s.list(`SELECT group_concat(n) FROM (SELECT o.n FROM json_each(?) j CROSS JOIN object o ON o.n = j.value WHERE o.kind = ? ORDER BY `+orders[usual[kind]]+`)`, string(in), kind)
}

func (s *selecting) rows(ns []uint32) ([]Object, error) {
	in, _ := json.Marshal(ns)
	return s.b.objects(s.ctx, `SELECT o.kind, o.id, o.body FROM json_each(?) j CROSS JOIN object o ON o.n = j.value ORDER BY j.key`, string(in))
}

func (s *selecting) documents() error {
	found := choice{but: true}
	if !s.q.IsZero() {
		var err error
		if found, err = s.documentsOf(s.q.root); err != nil {
			return err
		}
	}
	order, err := s.documentOrder()
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(order, func(n uint32) bool { return !found.has(int(n)) })
	s.out.Total = len(list)
	for _, n := range list {
		s.out.New += isNew(int(n), s.look.Since.document)
	}
	if s.look.Facets {
		s.facetsOfDocuments(list)
	}
	from, to := s.look.page(len(list))
	in, _ := json.Marshal(list[from:to])
	w := &where{}
	w.and("d.n IN (SELECT value FROM json_each(?))", string(in))
	s.out.Documents, err = s.b.documents(s.ctx, w, documentOrders[""], "")
	for _, n := range list[from:to] {
		s.out.fresh = append(s.out.fresh, isNew(int(n), s.look.Since.document) == 1)
	}
	return err
}

func (s *selecting) sentences() error {
	if s.q.IsZero() {
		return wrong("sentences are found by words: write what to look for")
	}
	found, more, err := s.found(s.q.root)
	if err != nil {
		return err
	}
	s.out.Total, s.out.More = len(found), more
	for _, x := range found {
		s.out.New += isNew(x.document, s.look.Since.document)
	}
	if s.look.Facets {
		s.facetsOfSentences(found)
	}
	if err := s.inOrder(found); err != nil {
		return err
	}
	from, to := s.look.page(len(found))
	found = found[from:to]
	for _, x := range found {
		h, err := s.hit(x)
		if err != nil {
			return err
		}
		s.out.Sentences = append(s.out.Sentences, h)
		s.out.fresh = append(s.out.fresh, isNew(x.document, s.look.Since.document) == 1)
	}
	return s.mark(found)
}

// inOrder sorts sentences by their documents, the last published first, and as
// they follow one another in the text.
func (s *selecting) inOrder(found []sighted) error {
	order, err := s.documentOrder()
	rank := make([]int, len(order)+1)
	for i, n := range order {
		for len(rank) <= int(n) {
			rank = append(rank, 0)
		}
		rank[n] = i
	}
	slices.SortFunc(found, func(a, b sighted) int { return cmp.Or(rank[a.document]-rank[b.document], a.n-b.n) })
	return err
}

// documentOrder returns the documents in the order in which they are listed.
func (s *selecting) documentOrder() ([]uint32, error) {
	if s.x != nil {
		return slices.Clone(s.x.documents), nil
	}
	return s.list(documentOrder)
}

const documentOrder = `SELECT group_concat(n) FROM (SELECT n FROM document ORDER BY first_day DESC, id)`

// expression returns what is to be marked in the sentences found: all words
// that q looks for, "" if it looks for none.
func (q *Query) expression() string {
	if c := q.root; c.level() == ofWords && c.wellFormed() {
		return c.expression()
	}
	var parts []string
	var walk func(c *clause)
	walk = func(c *clause) {
		switch c.op {
		case words, near:
			parts = append(parts, c.expression())
		case all, either:
			for _, k := range c.kids {
				walk(k)
			}
		}
	}
	walk(q.root)
	return strings.Join(parts, " OR ")
}

func (s *selecting) hit(x sighted) (Hit, error) {
	h := Hit{Span: pacta.Span{Start: x.start, End: x.end}}
	err := s.b.one(s.ctx, `SELECT d.id, d.title, d.outlet, d.published, t.text FROM document d JOIN sentence_text t ON t.n = ? WHERE d.n = ?`,
		[]any{x.n, x.document}, &h.Document, &h.Title, &h.Outlet, &h.Published, &h.Text)
	return h, err
}

// mark marks the words in the sentences of a page. The index is read once from
// the first to the last: to look each up would take ten times as long.
func (s *selecting) mark(found []sighted) error {
	expression := s.q.expression()
	if expression == "" || len(found) == 0 {
		return nil
	}
	at, ns := map[int]int{}, make([]int, len(found))
	for i, x := range found {
		at[x.n], ns[i] = i, x.n
	}
	in, _ := json.Marshal(ns)
	return s.b.each(s.ctx, func(scan func(...any) error) error {
		var n int
		var marked string
		err := scan(&n, &marked)
		h := &s.out.Sentences[at[n]]
		h.Text, h.Marks = unmark(marked)
		return err
	}, `SELECT rowid, highlight(sentence_fts, 0, '`+markStart+`', '`+markEnd+`') FROM sentence_fts
		WHERE sentence_fts MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))`, expression, slices.Min(ns), slices.Max(ns), string(in))
}

// An Unknown is a value of a query that nothing in the base has, so that a slip
// of the pen does not read like an answer.
type Unknown struct {
	Field string   `json:"field"`
	Value string   `json:"value"`
	Have  []string `json:"have"` // the commonest that the base has
}

// String says so in English.
func (u Unknown) String() string {
	if len(u.Have) == 0 {
		return fmt.Sprintf("Nothing in the base has %s:%s.", u.Field, u.Value)
	}
	return fmt.Sprintf("Nothing in the base has %s:%s. It has %s.", u.Field, u.Value, strings.Join(u.Have, ", "))
}

// unknown looks for values that nothing has.
func (s *selecting) unknown() error {
	if s.q.IsZero() {
		return nil
	}
	var err error
	s.q.root.any(func(c *clause) bool {
		if c.op == field && fieldOf(c.field).role != "" && c.field != "instrument" {
			err = s.slip(c)
		}
		return err != nil
	})
	return err
}

func (s *selecting) slip(c *clause) error {
	role := fieldOf(c.field).role
	found, err := s.field(c)
	if err != nil || len(found.list()) > 0 {
		return err
	}
	u := Unknown{Field: c.field, Value: c.value()}
	if c.field != "speaker" {
		u.Have, err = s.commonest(role)
	}
	s.out.Unknown = append(s.out.Unknown, u)
	return err
}

// commonest returns the commonest values of a role.
func (s *selecting) commonest(role string) ([]string, error) {
	var all []Count
	for _, kind := range s.kinds {
		counts, err := s.b.counts(s.ctx, `SELECT value, count FROM object_value WHERE kind = ? AND role = ? ORDER BY count DESC, value LIMIT 12`, kind, role)
		if err != nil {
			return nil, err
		}
		all = append(all, counts...)
	}
	slices.SortStableFunc(all, func(a, b Count) int { return b.Count - a.Count })
	var out []string
	for _, c := range all {
		if !slices.Contains(out, c.Value) && len(out) < 12 {
			out = append(out, c.Value)
		}
	}
	return out, nil
}

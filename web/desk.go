package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A deskPage shows one record at a time of a queue of what needs a person.
type deskPage struct {
	Queue    string
	Queues   []deskTab
	Kinds    []deskTab
	Kind     string
	Fields   []filterField
	At       int // which of the queue, from 1
	Total    int
	More     bool // there are more than are counted
	Prev     string
	Next     string
	Here     string // this page, without what was done before it
	Bulk     []deskTab
	May      bool
	Record   *deskRecord
	Orphan   *ruling
	Conflict *deskConflict
	Done     *ruling
	Due      bool // decisions wait until objects are drawn anew
}

// Filtered reports whether only a part of the queue is shown.
func (p *deskPage) Filtered() bool {
	return slices.ContainsFunc(p.Fields, func(f filterField) bool { return f.Value != "" })
}

// A deskTab leads to another part of the desk.
type deskTab struct {
	Name, Path, Count string
	Current           bool
}

// A deskRecord is the record that the desk shows.
type deskRecord struct {
	*judgement
	Rows    []field
	Words   []quoted
	Sources int
	Doubts  []string
	Links   []resolve.Link
	Dispute *dispute
	Why     []string // of a collision
}

// A deskConflict is two decisions that contradict one another.
type deskConflict struct {
	Field         string
	Holds, Yields *ruling
}

// queues lists what the desk has, and which kinds of records each is about.
var queues = []struct {
	name, title string
	kinds       []string
}{
	{"new", "New", []string{"instrument", "commitment", "event", "statement", "fulfilment", "tension", "discrepancy", "actor", "provision"}},
	{"doubtful", "Doubtful", []string{"instrument", "commitment", "statement", "event"}},
	{"conflicting", "Conflicting", []string{"discrepancy", "tension", "decisions"}},
	{"orphaned", "Orphaned", nil},
}

// kindTitles names kinds of records as the menu does.
var kindTitles = map[string]string{"instrument": "Instruments", "commitment": "Commitments", "event": "Events", "statement": "Statements", "fulfilment": "Fulfilment claims",
	"tension": "Collisions", "discrepancy": "Disagreements", "actor": "Actors", "provision": "Provisions", "decisions": "Decisions"}

func (s *server) desk(r *http.Request) (*view, error) {
	p, err := s.deskPage(r)
	if err != nil {
		return nil, err
	}
	ctx, q := r.Context(), r.URL.Query()
	switch {
	case q.Get("id") != "":
		err = s.deskRecord(r, p, q.Get("id"))
	case p.Queue == "orphaned":
		err = s.deskOrphan(ctx, p)
	case p.Kind == "decisions":
		err = s.deskConflicts(r, p)
	default:
		err = s.deskObject(r, p)
	}
	if err != nil {
		return nil, err
	}
	p.turn(r.URL.Path, q)
	data := map[string]any{"queue": p.Queue, "kind": p.Kind, "at": p.At, "total": p.Total}
	if p.Record != nil {
		o, err := s.base.Object(ctx, p.Record.ID)
		if err != nil {
			return nil, err
		}
		data["record"], data["version"] = o.Body, o.Version()
	}
	if p.Orphan != nil {
		data["review"] = p.Orphan.Reviewed
	}
	return &view{name: "desk", Title: "Desk", Nav: "Desk", Data: p, json: data}, nil
}

// deskPage reads which queue is meant and fills in the ways through it.
func (s *server) deskPage(r *http.Request) (*deskPage, error) {
	q := r.URL.Query()
	p := &deskPage{Queue: q.Get("queue"), Kind: q.Get("kind"), At: 1, May: visitorOf(r).May(treatybase.Editor), Done: s.done(r)}
	if n, err := strconv.Atoi(q.Get("at")); err == nil && n > 0 {
		p.At = n
	}
	i := 0
	for k := range queues {
		if queues[k].name == p.Queue {
			i = k
		}
	}
	p.Queue = queues[i].name
	if kinds := queues[i].kinds; len(kinds) > 0 && !slices.Contains(kinds, p.Kind) {
		p.Kind = kinds[0]
	}
	clean := url.Values{}
	for k, v := range q {
		if k != "done" {
			clean[k] = v
		}
	}
	p.Here = r.URL.Path + "?" + clean.Encode()
	if p.Done != nil && p.Done.Stands != "" { // what is undone is shown again
		clean.Set("id", p.Done.Stands)
		p.Done.To = r.URL.Path + "?" + clean.Encode()
	}
	var err error
	if p.Due, err = s.base.ReviewsDue(r.Context()); err != nil {
		return nil, err
	}
	return p, s.deskTabs(r, p, queues[i].kinds)
}

// deskTabs fills in the queues, the kinds of this one, and its filters.
func (s *server) deskTabs(r *http.Request, p *deskPage, kinds []string) error {
	for _, x := range queues {
		n, err := s.queueCount(r.Context(), x.name)
		if err != nil {
			return err
		}
		p.Queues = append(p.Queues, deskTab{x.title, "/desk?queue=" + x.name, n, x.name == p.Queue})
	}
	for _, k := range kinds {
		p.Kinds = append(p.Kinds, deskTab{kindTitles[k], "/desk?" + url.Values{"queue": {p.Queue}, "kind": {k}}.Encode(), "", k == p.Kind})
	}
	if p.Kind == "" || p.Kind == "decisions" {
		return nil
	}
	names := []string{"type"}
	if slices.Contains(treatybase.Roles[p.Kind], "party") {
		names = append(names, "party")
	}
	if p.Queue == "doubtful" {
		names = append(names, "doubt")
	}
	var err error
	p.Fields, err = s.fields(r, p.Kind, append(names, "text"))
	for _, a := range []resolve.Action{resolve.Accept, resolve.Reject} {
		q := deskQuery(r, p)
		q.Set("action", string(a))
		p.Bulk = append(p.Bulk, deskTab{Name: string(a), Path: "/desk/bulk?" + q.Encode()})
	}
	return err
}

// deskQuery returns what names the queue of a page and its filters.
func deskQuery(r *http.Request, p *deskPage) url.Values {
	q := url.Values{"queue": {p.Queue}, "kind": {p.Kind}}
	for _, k := range []string{"type", "party", "doubt", "text"} {
		if v := r.URL.Query().Get(k); v != "" {
			q.Set(k, v)
		}
	}
	return q
}

// deskFilter returns the filter of a queue.
func deskFilter(r *http.Request, queue string) treatybase.Filter {
	f := filterOf(r, []string{"type", "party", "text"})
	f.Review, f.Doubt = resolve.ByMachine.String(), r.URL.Query().Get("doubt")
	switch {
	case queue == "new":
		f.NewFor = visitorOf(r).Name
	case queue == "doubtful" && f.Doubt == "":
		f.Doubt = treatybase.AnyDoubt
	}
	return f
}

// deskObject shows one of the records of a queue.
func (s *server) deskObject(r *http.Request, p *deskPage) error {
	f := deskFilter(r, p.Queue)
	f.Limit, f.Offset = 1, p.At-1
	xs, total, err := s.base.Find(r.Context(), p.Kind, f)
	if err == nil && len(xs) == 0 && total > 0 { // the last one was decided
		p.At, f.Offset = total, total-1
		xs, total, err = s.base.Find(r.Context(), p.Kind, f)
	}
	if err != nil {
		return err
	}
	p.Total, p.More = total, total >= treatybase.MaxTotal
	if len(xs) == 0 {
		return nil
	}
	p.Record, err = s.recordOf(r, xs[0], p.Here)
	return err
}

// deskRecord shows a record that an address names, wherever it stands in the
// queue.
func (s *server) deskRecord(r *http.Request, p *deskPage, id string) error {
	o, err := s.base.Object(r.Context(), id)
	if errors.Is(err, pacta.ErrNotFound) {
		return s.deskObject(r, p) // it is another after a merge
	}
	if err == nil {
		p.Record, err = s.recordOf(r, o, p.Here)
	}
	return err
}

// deskOrphan shows a review that stands on no record.
func (s *server) deskOrphan(ctx context.Context, p *deskPage) error {
	f := treatybase.ReviewFilter{Orphans: true, Limit: 1, Offset: p.At - 1}
	xs, total, err := s.base.Reviews(ctx, f)
	if err == nil && len(xs) == 0 && total > 0 {
		p.At, f.Offset = total, total-1
		xs, total, err = s.base.Reviews(ctx, f)
	}
	p.Total = total
	if len(xs) > 0 {
		p.Orphan = newRuling(xs[0])
	}
	return err
}

// deskConflicts shows two decisions that contradict one another, and their
// record.
func (s *server) deskConflicts(r *http.Request, p *deskPage) error {
	cs, err := s.base.Conflicts(r.Context())
	if err != nil {
		return err
	}
	p.Total = len(cs)
	if p.Total == 0 {
		return nil
	}
	p.At = min(p.At, p.Total)
	c := cs[p.At-1]
	p.Conflict = &deskConflict{c.Field, newRuling(treatybase.Reviewed{Review: *c.Holds}), newRuling(treatybase.Reviewed{Review: *c.Yields})}
	return s.deskRecord(r, p, c.Record)
}

// turn fills in the ways to the records before and after.
func (p *deskPage) turn(path string, q url.Values) {
	link := func(at int) string {
		q.Del("done")
		q.Del("id")
		q.Set("at", strconv.Itoa(at))
		return path + "?" + q.Encode()
	}
	byID := q.Get("id") != ""
	if p.At > 1 {
		p.Prev = link(p.At - 1)
	}
	if byID {
		p.Next = link(p.At)
	} else if p.At < p.Total {
		p.Next = link(p.At + 1)
	}
}

// recordOf returns what the desk shows of a record.
func (s *server) recordOf(r *http.Request, o treatybase.Object, to string) (*deskRecord, error) {
	x := &deskRecord{}
	var err error
	if x.judgement, err = s.judgement(r, o, to); err != nil {
		return nil, err
	}
	if x.Rows, err = s.fieldsOf(r.Context(), o); err != nil {
		return nil, err
	}
	if x.Doubts, err = treatybase.DoubtsOf(o); err != nil {
		return nil, err
	}
	var y struct {
		Links []resolve.Link
		Why   []string
	}
	if err := json.Unmarshal(o.Body, &y); err != nil {
		return nil, err
	}
	x.Links, x.Why = y.Links, y.Why
	if o.Kind == "discrepancy" {
		if x.Dispute, err = s.disputeOf(r.Context(), o); err != nil {
			return nil, err
		}
		names, err := s.base.Names(r.Context(), x.Dispute.About)
		if err != nil {
			return nil, err
		}
		if name := names[x.Dispute.About]; name != "" {
			x.Label = short(name, 120) + ": " + x.Label
		}
	}
	sources := sourcesOf(o)
	x.Sources = len(sources)
	x.Words, err = s.quotes(r.Context(), sources, 4)
	return x, err
}

// disputeOf returns a disagreement with its footnotes.
func (s *server) disputeOf(ctx context.Context, o treatybase.Object) (*dispute, error) {
	var d reason.Discrepancy
	if err := o.Decode(&d); err != nil {
		return nil, err
	}
	n := newNotes()
	out := n.disputes([]reason.Discrepancy{d})
	return &out[0], n.fill(ctx, s.base)
}

// queueCount says how many wait in a queue, as far as that is quick to tell.
func (s *server) queueCount(ctx context.Context, queue string) (string, error) {
	n := 0
	switch queue {
	case "doubtful":
		for _, k := range queues[1].kinds {
			xs, err := s.base.Values(ctx, k, "doubt")
			if err != nil {
				return "", err
			}
			for _, x := range xs {
				if x.Value == treatybase.AnyDoubt {
					n += x.Count
				}
			}
		}
	case "conflicting":
		cs, err := s.base.Conflicts(ctx)
		if err != nil {
			return "", err
		}
		n = len(cs)
		for _, k := range []string{"discrepancy", "tension"} {
			_, total, err := s.base.Find(ctx, k, treatybase.Filter{Review: resolve.ByMachine.String(), Limit: 1})
			if err != nil {
				return "", err
			}
			n += total
		}
	case "orphaned":
		_, total, err := s.base.Reviews(ctx, treatybase.ReviewFilter{Orphans: true, Limit: 1})
		if err != nil {
			return "", err
		}
		n = total
	default:
		return "", nil
	}
	return strconv.Itoa(n), nil
}

// seen notes that the visitor has seen what is in the base.
func (s *server) seen(_ http.ResponseWriter, r *http.Request) (string, error) {
	return "/desk", s.base.Seen(r.Context(), visitorOf(r).Name)
}

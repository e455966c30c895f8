package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// An order is a decision as a form or a program sends it.
type order struct {
	Action  resolve.Action   `json:"action"`
	Version string           `json:"version"` // of the record that the person saw
	Field   string           `json:"field"`
	Value   json.RawMessage  `json:"value"`
	With    string           `json:"with"`
	Sources []resolve.Source `json:"sources"`
	Why     string           `json:"why"`

	to    string      // where to go on
	typed [][3]string // of an edit: field, what the person saw, what he typed
}

// decide takes a decision about a record and leads back to where it was made.
func (s *server) decide(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	o, err := readOrder(r)
	if err != nil {
		s.refuseOrder(w, r, err)
		return
	}
	x, err := s.base.Object(r.Context(), r.PathValue("id"))
	if err != nil {
		s.refuseOrder(w, r, err)
		return
	}
	drafts, err := o.drafts(x, visitorOf(r).Name)
	if err == nil {
		err = s.carryOut(w, r, o.to, drafts)
	}
	var outdated *treatybase.Outdated
	if errors.As(err, &outdated) {
		s.refuseOutdated(w, r, o, outdated)
		return
	}
	if err != nil {
		s.refuseOrder(w, r, err)
	}
}

// undo takes back one review.
func (s *server) undo(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	o, err := readOrder(r)
	if err == nil {
		d := treatybase.Draft{Who: visitorOf(r).Name, Action: resolve.Undo, Record: r.PathValue("id"), Why: o.Why}
		err = s.carryOut(w, r, o.to, []treatybase.Draft{d})
	}
	if err != nil {
		s.refuseOrder(w, r, err)
	}
}

// carryOut writes the reviews of drafts, lets the base follow and answers.
func (s *server) carryOut(w http.ResponseWriter, r *http.Request, to string, drafts []treatybase.Draft) error {
	rs, err := s.base.DecideAll(r.Context(), drafts)
	if err == nil {
		err = s.follow(r.Context())
	}
	if err != nil {
		return err
	}
	last := rs[len(rs)-1]
	on, err := s.base.PlaceOf(r.Context(), last.ID)
	if err != nil {
		return err
	}
	if wantsJSON(r) {
		return s.answer(w, r, rs, on)
	}
	if to == "" {
		if to = "/reviews"; on != "" {
			to = "/facts/" + url.PathEscape(on)
		}
	}
	http.Redirect(w, r, withDone(to, last.ID), http.StatusSeeOther)
	return nil
}

// follow draws objects anew where a decision makes it due.
func (s *server) follow(ctx context.Context) error {
	due, err := s.base.ReviewsDue(ctx)
	if err != nil || !due || s.options.Follow == nil {
		return err
	}
	return s.options.Follow(ctx)
}

// answer writes what a program gets: the reviews, and the record as it is now.
func (s *server) answer(w http.ResponseWriter, r *http.Request, rs []*resolve.Review, on string) error {
	out := struct {
		Reviews []*resolve.Review `json:"reviews"`
		Record  json.RawMessage   `json:"record"`
		Version string            `json:"version,omitempty"`
	}{Reviews: rs}
	x, err := s.base.Object(r.Context(), on)
	switch {
	case err == nil:
		out.Record, out.Version = x.Body, x.Version()
	case !errors.Is(err, pacta.ErrNotFound):
		return err
	}
	writeJSON(w, &view{json: out})
	return nil
}

// withDone adds to an address which review was made last.
func withDone(to, review string) string {
	u, err := url.Parse(ownPath(to))
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Set("done", review)
	u.RawQuery = q.Encode()
	return u.String()
}

func wantsJSON(r *http.Request) bool {
	return formatOf(r) == "json" || strings.Contains(r.Header.Get("Accept"), "application/json") || sendsJSON(r)
}

func sendsJSON(r *http.Request) bool {
	t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && t == "application/json"
}

// readOrder reads a decision from a form or from JSON.
func readOrder(r *http.Request) (*order, error) {
	o := &order{}
	if sendsJSON(r) {
		if err := json.NewDecoder(r.Body).Decode(o); err != nil {
			return nil, fmt.Errorf("the body is no decision: %w: %w", err, pacta.ErrInvalid)
		}
		return o, nil
	}
	if err := r.ParseForm(); err != nil {
		return nil, fmt.Errorf("the form cannot be read: %w: %w", err, pacta.ErrInvalid)
	}
	f := r.PostForm
	o.Action, o.Version, o.Why, o.to = resolve.Action(f.Get("action")), f.Get("version"), f.Get("why"), f.Get("to")
	if o.With = strings.TrimSpace(f.Get("other")); o.With == "" {
		o.With = f.Get("with")
	}
	for _, k := range f["source"] {
		x, err := parseSource(k)
		if err != nil {
			return nil, err
		}
		o.Sources = append(o.Sources, x)
	}
	for k := range f {
		if name, ok := strings.CutPrefix(k, "f."); ok {
			o.typed = append(o.typed, [3]string{name, f.Get("was." + name), f.Get(k)})
		}
	}
	return o, nil
}

// parseSource reads what sourceKey writes.
func parseSource(key string) (x resolve.Source, err error) {
	document, place, _ := strings.Cut(key, ":")
	start, end, ok := strings.Cut(place, "-")
	x.Document = document
	if x.Start, err = strconv.Atoi(start); err == nil {
		x.End, err = strconv.Atoi(end)
	}
	if err != nil || !ok {
		err = fmt.Errorf("source %q: %w", key, pacta.ErrInvalid)
	}
	return x, err
}

// drafts returns what o asks for about x.
func (o *order) drafts(x treatybase.Object, who string) ([]treatybase.Draft, error) {
	d := treatybase.Draft{Who: who, Action: o.Action, Record: x.ID, Version: o.Version, With: o.With, Apart: o.Sources, Why: o.Why, Field: o.Field, Value: o.Value}
	if o.Action != resolve.Edit || o.typed == nil {
		return []treatybase.Draft{d}, nil
	}
	var out []treatybase.Draft
	for _, e := range resolve.Editables(x.Kind) { // in the order of the form
		for _, t := range o.typed {
			if t[0] != e.Name || t[1] == t[2] {
				continue
			}
			v, err := e.Parse(t[2])
			if err != nil {
				return nil, err
			}
			d.Field, d.Value = e.Name, v
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no field has another value: %w", pacta.ErrInvalid)
	}
	return out, nil
}

// refuseOrder says why a decision was not taken, to a program as JSON.
func (s *server) refuseOrder(w http.ResponseWriter, r *http.Request, err error) {
	v := failure(err)
	v.Nav = "error" // the answer to a form has no twins
	if wantsJSON(r) {
		writeJSON(w, v)
		return
	}
	writeHTML(w, s.frame(v, r))
}

// A clash is a decision that came too late, beside what the record is now.
type clash struct {
	Record  string
	Label   string
	Home    string
	By      string // who decided meanwhile, "" if it was the machine
	When    string
	Action  resolve.Action
	Rows    []clashRow
	Version string // what the record is now
	Again   []hidden
	To      string
}

type clashRow struct{ Name, Saw, Yours, Now string }

type hidden struct{ Name, Value string }

// refuseOutdated shows both values side by side, and lets the person decide
// again.
func (s *server) refuseOutdated(w http.ResponseWriter, r *http.Request, o *order, e *treatybase.Outdated) {
	c := clash{Record: e.Now.ID, Label: labelOf(e.Now), Home: homeOf(e.Now), Action: o.Action, Version: e.Now.Version(), To: o.to}
	if e.Last != nil {
		c.By, c.When = e.Last.Who, e.Last.When
	}
	now, err := e.Now.Judged()
	if err != nil {
		s.refuseOrder(w, r, err)
		return
	}
	c.Rows = append(c.Rows, clashRow{Name: "state", Yours: string(map[resolve.Action]resolve.Verdict{resolve.Accept: resolve.Accepted,
		resolve.Reject: resolve.Rejected, resolve.Edit: resolve.Edited}[o.Action]), Now: now.State.String()})
	typedIn := map[string][3]string{}
	for _, t := range o.typed {
		typedIn[t[0]] = t
	}
	if o.Field != "" {
		typedIn[o.Field] = [3]string{o.Field, "", typed(o.Value)}
	}
	fields, err := editFields(e.Now, now.Review)
	if err != nil {
		s.refuseOrder(w, r, err)
		return
	}
	for _, f := range fields {
		t, ok := typedIn[f.Name]
		if ok && (t[1] != t[2] || t[1] != f.Value) {
			c.Rows = append(c.Rows, clashRow{Name: f.Label, Saw: t[1], Yours: t[2], Now: f.Value})
			if t[1] != t[2] {
				c.Again = append(c.Again, hidden{f.Key(), t[2]}, hidden{f.Was(), f.Value})
			}
		}
	}
	c.Again = append(c.Again, hidden{"why", o.Why}, hidden{"with", o.With})
	for _, x := range o.Sources {
		c.Again = append(c.Again, hidden{"source", sourceKey(x)})
	}
	data := struct {
		Code    int             `json:"status"`
		Error   string          `json:"error"`
		Version string          `json:"version"`
		Yours   *order          `json:"yours"`
		Now     json.RawMessage `json:"now"`
	}{http.StatusConflict, e.Error(), c.Version, o, e.Now.Body}
	v := &view{name: "review", Title: "Changed meanwhile", Nav: "Desk", Data: c, json: data, code: http.StatusConflict}
	if wantsJSON(r) {
		writeJSON(w, v)
		return
	}
	writeHTML(w, s.frame(v, r))
}

package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// A judgement is what a page needs so that a person can decide about a record.
type judgement struct {
	ID, Kind, Label, Version string
	resolve.Judged
	May     bool        // the visitor may decide
	To      string      // where to go on after a decision, "" to the record
	Home    string      // the record's own page
	Last    *ruling     // the last decision that counts, which undo takes back
	Decided int         // how many decisions there are, undone ones too
	Fields  []editField // that can be edited
	Apart   []splitPart // what a split can take out, by document
	Merges  bool        // its kind is put together of several
	Likely  []candidate // what it may be one with
}

// An editField is a field in the form of an edit.
type editField struct {
	resolve.Editable
	Label, Value string
	Machine      string // the machine's own value, of an edited field
	Edited       bool
}

// Key returns the name of the field in the form.
func (f editField) Key() string { return "f." + f.Name }

// Was returns the name under which the form says what the person saw.
func (f editField) Was() string { return "was." + f.Name }

// A splitPart is the sources that a record has in one document.
type splitPart struct {
	Head    treatybase.Head
	Sources []resolve.Source
}

// A candidate is a record that another may be one with.
type candidate struct{ ID, Label string }

// judgement returns what a page shows beside a record.
func (s *server) judgement(r *http.Request, o treatybase.Object, to string) (*judgement, error) {
	ctx, v := r.Context(), visitorOf(r)
	j := &judgement{ID: o.ID, Kind: o.Kind, Label: labelOf(o), Version: o.Version(), May: v.May(treatybase.Editor), To: to, Home: homeOf(o)}
	var err error
	if j.Judged, err = o.Judged(); err != nil {
		return nil, err
	}
	reviews, n, err := s.base.Reviews(ctx, treatybase.ReviewFilter{Record: o.ID, Limit: 1000})
	if err != nil {
		return nil, err
	}
	j.Decided = n
	if i := slices.IndexFunc(reviews, func(x treatybase.Reviewed) bool { return x.Counts && x.Action != resolve.Undo }); i >= 0 {
		j.Last = newRuling(reviews[i])
	}
	if !j.May {
		return j, nil
	}
	if j.Fields, err = editFields(o, j.Review); err != nil {
		return nil, err
	}
	if j.Merges = slices.Contains(treatybase.Mergeable, o.Kind); j.Merges {
		if j.Apart, err = s.splitParts(ctx, o); err != nil {
			return nil, err
		}
		j.Likely, err = s.likely(ctx, o)
	}
	return j, err
}

// editFields returns the fields of o that can be edited, with their values as
// one types them.
func editFields(o treatybase.Object, d *resolve.Decision) ([]editField, error) {
	var out []editField
	for _, e := range resolve.Editables(o.Kind) {
		v, err := resolve.FieldOf(o.Body, e)
		if err != nil {
			return nil, err
		}
		f := editField{Editable: e, Label: strings.ReplaceAll(e.Name, "_", " "), Value: typed(v)}
		if d != nil {
			if was, ok := d.Machine[e.In()]; ok {
				m, err := resolve.FieldOf(json.RawMessage(`{"`+e.In()+`":`+string(was)+`}`), e)
				if err != nil {
					return nil, err
				}
				f.Machine, f.Edited = typed(m), true
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// typed writes a value as one types it: lists with commas.
func typed(v json.RawMessage) string {
	var list []string
	if json.Unmarshal(v, &list) == nil && list != nil {
		return strings.Join(list, ", ")
	}
	if string(v) == "[]" {
		return ""
	}
	return string(resolve.Plain(v))
}

// splitParts returns the sources of o by document, nil where there is only one
// source.
func (s *server) splitParts(ctx context.Context, o treatybase.Object) ([]splitPart, error) {
	sources := sourcesOf(o)
	if len(sources) < 2 {
		return nil, nil
	}
	var ids []string
	by := map[string][]resolve.Source{}
	for _, x := range sources {
		if by[x.Document] == nil {
			ids = append(ids, x.Document)
		}
		by[x.Document] = append(by[x.Document], x)
	}
	heads, err := s.base.Heads(ctx, ids...)
	var out []splitPart
	for _, id := range ids {
		out = append(out, splitPart{heads[id], by[id]})
	}
	return out, err
}

// likely returns records that o may be one with, the most reported first.
func (s *server) likely(ctx context.Context, o treatybase.Object) ([]candidate, error) {
	var x struct {
		Instrument string
		Parties    []string
		Type       string
		Actors     []string
		Name, Kind string
	}
	if err := json.Unmarshal(o.Body, &x); err != nil {
		return nil, err
	}
	f := treatybase.Filter{Limit: 9}
	switch {
	case o.Kind == "actor" && x.Kind == "person":
		f.Type, f.Text = "person", lastWord(x.Name)
	case o.Kind == "actor":
		f.Type, f.Text = x.Kind, x.Name
	case o.Kind == "commitment" && x.Instrument != "":
		f.Instrument = x.Instrument
	case o.Kind == "event" && len(x.Actors) > 0:
		f.Type, f.Party = x.Type, x.Actors[0]
	case len(x.Parties) > 0:
		f.Party = x.Parties[0]
	default:
		return nil, nil
	}
	xs, _, err := s.base.Find(ctx, o.Kind, f)
	var out []candidate
	for _, y := range xs {
		if y.ID != o.ID {
			out = append(out, candidate{y.ID, labelOf(y)})
		}
	}
	return out, err
}

func lastWord(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// labelOf names a record in a line: what it is called, else the words that
// show it.
func labelOf(o treatybase.Object) string {
	var x struct {
		Title, Name, Action, Kind, Attribute, Number, Claim string
		SpeakerName                                         string `json:"speaker_name"`
		Content                                             []resolve.Source
	}
	_ = json.Unmarshal(o.Body, &x) // what cannot be read has no name
	words := ""
	if ss := sourcesOf(o); len(ss) > 0 {
		words = ss[0].Quote
	}
	switch {
	case o.Kind == "tension":
		words = x.Kind
	case o.Kind == "discrepancy":
		words = x.Attribute
	case o.Kind == "statement" && len(x.Content) > 0:
		words = x.Content[0].Quote
		if x.SpeakerName != "" {
			words = x.SpeakerName + ": " + words
		}
	case x.Title != "":
		words = x.Title
	case x.Name != "":
		words = x.Name
	case x.Action != "":
		words = x.Action
	}
	return short(words, 160)
}

// homeOf returns the page of a record.
func homeOf(o treatybase.Object) string {
	switch o.Kind {
	case "instrument":
		return "/instruments/" + o.ID
	case "actor":
		return actorURL(o.ID)
	case "tension":
		return "/collisions/" + o.ID
	}
	return "/facts/" + o.ID
}

// A ruling is a review as a page tells of it.
type ruling struct {
	treatybase.Reviewed
	Before, After string
	To            string // where to go on after undoing it, "" to its record
}

func newRuling(r treatybase.Reviewed) *ruling {
	return &ruling{Reviewed: r, Before: typed(r.Before), After: typed(r.After)}
}

// Did says in a word what a person did.
func (d *ruling) Did() string {
	return map[resolve.Action]string{resolve.Accept: "accepted", resolve.Reject: "rejected", resolve.Edit: "edited", resolve.Merge: "merged",
		resolve.Split: "split", resolve.Note: "noted", resolve.Undo: "undid"}[d.Action]
}

// Live reports whether the review can be undone.
func (d *ruling) Live() bool {
	return d.Counts
}

// Words returns the words that the review is about.
func (d *ruling) Words() string {
	if len(d.Anchors) == 0 {
		return ""
	}
	return short(d.Anchors[0].Quote, 160)
}

// On returns what the review is about in a line.
func (d *ruling) On() string {
	if d.Label != "" {
		return short(d.Label, 120)
	}
	return d.Words()
}

// rulings returns reviews as pages tell of them.
func rulings(rs []treatybase.Reviewed) []*ruling {
	out := make([]*ruling, len(rs))
	for i := range rs {
		out[i] = newRuling(rs[i])
	}
	return out
}

// done returns the decision that the page before this one made, nil if none.
func (s *server) done(r *http.Request) *ruling {
	x, err := s.base.Review(r.Context(), r.URL.Query().Get("done"))
	if err != nil {
		return nil
	}
	return newRuling(x)
}

// sourceKey names a source in a form.
func sourceKey(x resolve.Source) string { return fmt.Sprintf("%s:%d-%d", x.Document, x.Start, x.End) }

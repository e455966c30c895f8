package web

import (
	"net/http"
	"slices"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A timelinePage draws what is dated: of everything, of one party, of two, or
// of one instrument.
type timelinePage struct {
	Line        timeline
	Rows        []moment // the same in words
	Party, With string
	Instrument  string
	Title       string // of the instrument
	Since       string
	Until       string
	Said        bool // with statements
	Parties     []treatybase.Count
}

// timelines is the page of the time line.
func (s *server) timelines(r *http.Request) (*view, error) {
	q := r.URL.Query()
	p := &timelinePage{Party: q.Get("party"), With: q.Get("with"), Instrument: q.Get("instrument"), Since: q.Get("since"), Until: q.Get("until"), Said: q.Get("said") != ""}
	moments, err := s.moments(r, p)
	if err != nil {
		return nil, err
	}
	p.Line = drawTimeline(moments)
	p.Rows = slices.SortedStableFunc(slices.Values(moments), byDate)
	p.Rows = slices.DeleteFunc(p.Rows, func(m moment) bool { return m.Date == "" })
	if p.Parties, err = s.base.Values(r.Context(), "event", "party"); err != nil {
		return nil, err
	}
	p.Parties = slices.DeleteFunc(p.Parties, func(c treatybase.Count) bool { return !isActor(c.Value) || actorID(c.Value) != c.Value })
	p.Parties = p.Parties[:min(200, len(p.Parties))]
	v := &view{name: "timeline", Title: "Time line", Nav: "Time line", Data: p, header: []string{"date", "band", "label", "text", "path"}, rows: [][]string{}}
	out := []map[string]string{}
	for _, m := range p.Rows {
		v.rows = append(v.rows, []string{m.Date, m.Band, m.Label, m.Text, m.Path})
		out = append(out, map[string]string{"date": m.Date, "band": m.Band, "label": m.Label, "text": m.Text, "path": m.Path})
	}
	v.json = out
	return v, nil
}

// moments returns what the page shows: of events those that most documents
// tell, for there is no room for all.
func (s *server) moments(r *http.Request, p *timelinePage) ([]moment, error) {
	ctx := r.Context()
	f := treatybase.Filter{Party: p.Party, With: p.With, Instrument: p.Instrument, Since: p.Since, Until: p.Until, Order: "documents", Limit: 40}
	events, _, err := s.base.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	var instruments []instrumentHead
	if p.Instrument == "" {
		g := f
		g.Standing, g.Limit = "signed", 16
		if instruments, _, err = s.instrumentHeads(ctx, g); err != nil {
			return nil, err
		}
	} else {
		o, err := s.base.Object(ctx, p.Instrument)
		if err != nil {
			return nil, err
		}
		var x instrumentHead
		if err := x.decode(o.Body); err != nil {
			return nil, err
		}
		p.Title = x.Title
		instruments = []instrumentHead{x}
	}
	names := map[string]string{}
	var disputes []reason.Discrepancy
	for _, x := range instruments {
		names[x.ID] = x.Title
		found, _, err := s.base.Discrepancies(ctx, treatybase.Filter{About: x.ID, Type: "date", Limit: 2})
		if err != nil {
			return nil, err
		}
		disputes = append(disputes, found...)
	}
	var said []moment
	if p.Said {
		xs, _, err := s.base.Statements(ctx, treatybase.Filter{Party: p.Party, Instrument: p.Instrument, Since: p.Since, Until: p.Until, Limit: 25})
		if err != nil {
			return nil, err
		}
		said = statementMoments(xs)
	}
	ids := []string{}
	for _, e := range events {
		ids = append(ids, string(e.Instrument))
	}
	titles, err := s.base.Names(ctx, ids...)
	if err != nil {
		return nil, err
	}
	// An instrument that is drawn as signed needs no event of its signing.
	events = slices.DeleteFunc(events, func(e resolve.Event) bool { return e.Life == "signed" && names[string(e.Instrument)] != "" })
	return slices.Concat(signingMoments(instruments), disputeMoments(disputes, names), eventMoments(events, titles), said), nil
}

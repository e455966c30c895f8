package web

import (
	"errors"
	"net/http"
	"strings"

	"pacta"
	"pacta/ask"
	"pacta/reason"
)

// A triggersPage says which promises an event would engage by their words.
type triggersPage struct {
	Event    string
	Problem  string // why the event was not understood
	By, On   []string
	Kinds    []triggerKind
	Count    int
	Examples []string
}

// A triggerKind is the promises that would be engaged in one manner.
type triggerKind struct {
	Kind string
	Rows []engaged
}

// An engaged promise, with the sentence that it stands in.
type engaged struct {
	reason.Trigger
	Home  string // title of the instrument
	Words []quoted
}

// examples are what the form suggests.
var examples = []string{"armed attack on Armenia by Azerbaijan", "threat against Norway by Russia", "sanctions on Serbia"}

// triggers holds an event against the promises of the base.
func (s *server) triggers(r *http.Request) (*view, error) {
	p := &triggersPage{Event: strings.TrimSpace(r.URL.Query().Get("event")), Examples: examples}
	v := &view{name: "triggers", Title: "Triggers", Nav: "Triggers", Data: p, json: []reason.Trigger{},
		header: []string{"kind", "modality", "parties", "toward", "instrument", "provision", "condition", "why", "quote"}, rows: [][]string{}}
	if p.Event == "" {
		return v, nil
	}
	ts, o, err := ask.Triggers(r.Context(), s.base, p.Event)
	if errors.Is(err, pacta.ErrInvalid) {
		p.Problem = err.Error()
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	p.By, p.On, p.Count = o.Actors, o.Targets, len(ts)
	if ts != nil {
		v.json = ts
	}
	var ids []string
	for _, t := range ts {
		ids = append(ids, string(t.Instrument))
	}
	names, err := s.base.Names(r.Context(), ids...)
	if err != nil {
		return nil, err
	}
	for _, t := range ts {
		quote := ""
		if len(t.Sources) > 0 {
			quote = oneLine(t.Sources[0].Quote)
		}
		v.rows = append(v.rows, []string{t.Kind, t.Modality, strings.Join(t.Parties, " "), strings.Join(t.Toward, " "), string(t.Instrument), string(t.Provision), oneLine(string(t.Condition)), strings.Join(t.Why, " "), quote})
	}
	return v, p.fill(s, r, ts[:min(mostPaired, len(ts))], names)
}

func (p *triggersPage) fill(s *server, r *http.Request, ts []reason.Trigger, names map[string]string) error {
	for _, t := range ts {
		x := engaged{Trigger: t, Home: names[string(t.Instrument)]}
		var err error
		if x.Words, err = s.quotes(r.Context(), t.Sources, 1); err != nil {
			return err
		}
		if n := len(p.Kinds); n == 0 || p.Kinds[n-1].Kind != t.Kind {
			p.Kinds = append(p.Kinds, triggerKind{Kind: t.Kind})
		}
		k := &p.Kinds[len(p.Kinds)-1]
		k.Rows = append(k.Rows, x)
	}
	return nil
}

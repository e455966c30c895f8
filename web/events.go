package web

import (
	"net/http"

	"pacta/resolve"
)

// events lists what happened, with a time line of the events shown.
func (s *server) events(r *http.Request) (*view, error) {
	v, err := listing[resolve.Event](s, r, "event", "Events", []string{"party", "to", "type", "factuality", "since", "until", "text"})
	if err != nil {
		return nil, err
	}
	list := v.Data.(listPage[resolve.Event])
	var ids []string
	for _, e := range list.Rows {
		ids = append(ids, string(e.Instrument))
	}
	titles, err := s.base.Names(r.Context(), ids...)
	if err != nil {
		return nil, err
	}
	v.Data = struct {
		listPage[resolve.Event]
		Line timeline
	}{list, drawTimeline(eventMoments(list.Rows, titles))}
	return v, nil
}

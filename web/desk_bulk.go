package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// maxBulk is about how many records can be decided at once: a person should
// still be able to look through them.
const maxBulk = 500

// A bulkPage shows what a decision about all records of a queue would be.
type bulkPage struct {
	Action  resolve.Action
	Kind    string
	Rows    []candidate
	Total   int
	TooMany bool
	Changed bool   // the queue is no longer the one that was confirmed
	Digest  string // of the records and what they are
	Hidden  []hidden
	Back    string
	Most    int
}

// bulk shows how many and which records a decision would be about.
func (s *server) bulk(r *http.Request) (*view, error) {
	p, _, err := s.bulkPage(r)
	if err != nil {
		return nil, err
	}
	return &view{name: "deskbulk", Title: "Decide several", Nav: "Desk", Data: p, json: map[string]any{"action": p.Action, "kind": p.Kind, "total": p.Total, "records": p.Rows, "digest": p.Digest}}, nil
}

func (s *server) bulkPage(r *http.Request) (*bulkPage, []treatybase.Draft, error) {
	dp, err := s.deskPage(r)
	if err != nil {
		return nil, nil, err
	}
	q := r.URL.Query()
	p := &bulkPage{Action: resolve.Action(q.Get("action")), Kind: dp.Kind, Most: maxBulk, Back: "/desk?" + deskQuery(r, dp).Encode(), Rows: []candidate{}}
	if p.Action == "" {
		p.Action = resolve.Accept
	}
	if p.Action != resolve.Accept && p.Action != resolve.Reject || len(dp.Bulk) == 0 {
		return nil, nil, fmt.Errorf("several records can only be accepted or rejected at once: %w", pacta.ErrInvalid)
	}
	for k, v := range deskQuery(r, dp) {
		p.Hidden = append(p.Hidden, hidden{k, v[0]})
	}
	f := deskFilter(r, dp.Queue)
	f.Limit = maxBulk + 1
	xs, total, err := s.base.Find(r.Context(), dp.Kind, f)
	if err != nil {
		return nil, nil, err
	}
	p.Total, p.TooMany = total, len(xs) > maxBulk
	if p.TooMany {
		return p, nil, nil
	}
	h := sha256.New()
	var drafts []treatybase.Draft
	for _, x := range xs {
		io.WriteString(h, x.ID+" "+x.Version()+"\n")
		p.Rows = append(p.Rows, candidate{x.ID, labelOf(x)})
		drafts = append(drafts, treatybase.Draft{Who: visitorOf(r).Name, Action: p.Action, Record: x.ID, Version: x.Version()})
	}
	p.Digest = hex.EncodeToString(h.Sum(nil)[:8])
	return p, drafts, nil
}

// decideBulk decides about all records of a queue, as far as it is still the
// one that the person was shown.
func (s *server) decideBulk(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		s.refuseOrder(w, r, fmt.Errorf("the form cannot be read: %w: %w", err, pacta.ErrInvalid))
		return
	}
	digest, why := r.PostForm.Get("digest"), r.PostForm.Get("why")
	r.URL.RawQuery = url.Values(r.PostForm).Encode()
	p, drafts, err := s.bulkPage(r)
	if err != nil {
		s.refuseOrder(w, r, err)
		return
	}
	if p.Digest != digest || len(drafts) == 0 {
		p.Changed = true
		v := &view{name: "deskbulk", Title: "Decide several", Nav: "Desk", Data: p, json: p, code: http.StatusConflict}
		if wantsJSON(r) {
			writeJSON(w, v)
			return
		}
		writeHTML(w, s.frame(v, r))
		return
	}
	for i := range drafts {
		drafts[i].Why = why
	}
	if err := s.carryOut(w, r, p.Back, drafts); err != nil {
		s.refuseOrder(w, r, err)
	}
}

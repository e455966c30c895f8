package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"pacta/resolve"
	"pacta/treatybase"
)

// An instrumentHead is the beginning of an instrument's JSON: what a list or a
// drawing shows. What follows, as the life of the instrument by every source,
// can be a thousand times as long and is not read.
type instrumentHead struct {
	ID       string
	Title    string
	Type     resolve.Value
	Standing string
	Parties  []string
	Signed   []resolve.Claim
	Cites    []resolve.Cite
}

// instrumentHeads lists instruments without reading them to the end.
func (s *server) instrumentHeads(ctx context.Context, f treatybase.Filter) ([]instrumentHead, int, error) {
	objects, total, err := s.base.Find(ctx, "instrument", f)
	if err != nil {
		return nil, 0, err
	}
	out := make([]instrumentHead, len(objects))
	for i, o := range objects {
		if err := out[i].decode(o.Body); err != nil {
			return nil, 0, fmt.Errorf("instrument %s: %w", o.ID, err)
		}
	}
	return out, total, nil
}

// decode reads body until all of x is known.
func (x *instrumentHead) decode(body []byte) error {
	fields := map[string]any{"id": &x.ID, "title": &x.Title, "type": &x.Type, "standing": &x.Standing, "parties": &x.Parties, "signed": &x.Signed, "cites": &x.Cites}
	d := json.NewDecoder(bytes.NewReader(body))
	if _, err := d.Token(); err != nil {
		return err
	}
	for left := len(fields); left > 0 && d.More(); {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		to, wanted := fields[name]
		if !wanted {
			to = &json.RawMessage{}
		} else {
			left--
		}
		if err := d.Decode(to); err != nil {
			return err
		}
	}
	return nil
}

package web

import (
	"context"
	"net/url"

	"pacta/resolve"
	"pacta/treatybase"
)

// views is what was said on one side.
type views struct {
	Side    string
	Stances []stanceCount
	Rows    []entry[resolve.Statement]
}

// A stanceCount is how many statements take a stance, and where they are
// listed.
type stanceCount struct {
	Stance, Path string
	Count        int
}

// sides groups the stances of the codebook.
var sides = []struct {
	name    string
	stances []string
}{
	{"For", []string{"affirms", "promises", "claims kept", "praises"}},
	{"Against", []string{"denies", "rejects", "criticises", "claims broken"}},
	{"Neither", []string{"demands", "predicts", "neutral"}},
}

const mostViews = 6 // of a stance

// views returns the newest statements that f lets through, by side, and how
// many there are in all.
func (s *server) views(ctx context.Context, n *notes, f treatybase.Filter) ([]views, int, error) {
	var out []views
	all := 0
	for _, side := range sides {
		v := views{Side: side.name}
		for _, stance := range side.stances {
			g := f
			g.Stance, g.Limit = stance, mostViews
			xs, total, err := s.base.Statements(ctx, g)
			if err != nil {
				return nil, 0, err
			}
			if total == 0 {
				continue
			}
			all += total
			v.Stances = append(v.Stances, stanceCount{stance, "/statements?" + listQuery(g), total})
			v.Rows = append(v.Rows, n.statements(xs)...)
		}
		out = append(out, v)
	}
	return out, all, nil
}

// listQuery returns the query of the list that shows what f lets through.
func listQuery(f treatybase.Filter) string {
	q := url.Values{}
	for k, v := range map[string]string{"instrument": f.Instrument, "party": f.Party, "with": f.With, "to": f.To, "stance": f.Stance,
		"modality": f.Modality, "layer": f.Layer, "area": f.Area, "speaker": f.Speaker, "text": f.Text, "type": f.Type} {
		if v != "" {
			q.Set(k, v)
		}
	}
	return q.Encode()
}

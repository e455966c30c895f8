package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A collision is two promises that may not both be kept, side by side.
type collision struct {
	reason.Tension
	Sides    []collisionSide
	Chain    []string // why they may collide
	Soft     []string // what softens it, in words
	Softened []quoted
	Rest     []quoted // what else shows it
}

// A collisionSide is one of the two promises: a commitment or a statement.
type collisionSide struct {
	Commitment *resolve.Commitment
	Statement  *resolve.Statement
	Home       string // title of the instrument
	Words      []quoted
}

// collisions lists promises that may collide.
func (s *server) collisions(r *http.Request) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	f := filterOf(r, []string{"type", "level", "party"})
	f.Limit, f.Offset = limitOf(r), at
	objects, total, err := s.base.Find(r.Context(), "tension", f)
	if err != nil {
		return nil, err
	}
	rows, err := decode[reason.Tension](objects)
	if err != nil {
		return nil, err
	}
	fields, err := s.fields(r, "tension", []string{"type", "party", "level"})
	if err != nil {
		return nil, err
	}
	v := &view{name: "collisions", Title: "Collisions", Nav: "Disagreements", Data: struct {
		Rows   []reason.Tension
		Pager  pager
		Fields []filterField
	}{rows, newPager(r, at, len(rows), total), fields}}
	return v, v.table("tension", objects)
}

// collision is the page of two promises that may collide.
func (s *server) collision(r *http.Request) (*view, error) {
	o, err := s.base.Object(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if o.Kind != "tension" {
		return nil, pacta.ErrNotFound
	}
	return s.collisionView(r.Context(), o)
}

func (s *server) collisionView(ctx context.Context, o treatybase.Object) (*view, error) {
	c := &collision{}
	if err := o.Decode(&c.Tension); err != nil {
		return nil, err
	}
	sides, err := s.sides(ctx, c.Tension)
	if err != nil {
		return nil, err
	}
	for i, x := range sides {
		side, err := s.collisionSide(ctx, x, c.Sources, i)
		if err != nil {
			return nil, err
		}
		c.Sides = append(c.Sides, side)
	}
	for i, w := range c.Why {
		soft, isSoft := strings.CutPrefix(w, "Softened: ")
		switch {
		case isSoft:
			c.Soft = append(c.Soft, soft)
		case i >= 2 || len(sides) < 2: // the first two say what the promises are
			c.Chain = append(c.Chain, w)
		}
	}
	if c.Softened, err = s.quotes(ctx, slices.DeleteFunc(slices.Clone(c.SoftenedBy), c.shown), 6); err != nil {
		return nil, err
	}
	if len(c.Sources) > 2 {
		if c.Rest, err = s.quotes(ctx, c.Sources[2:], 6); err != nil {
			return nil, err
		}
	}
	v := &view{name: "collision", Title: c.Kind, Nav: "Disagreements", Data: c}
	err = v.table("tension", []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// shown reports whether a source is marked in one of the sides already.
func (c *collision) shown(x resolve.Source) bool {
	return slices.ContainsFunc(c.Sides, func(s collisionSide) bool {
		return slices.ContainsFunc(s.Words, func(q quoted) bool { return q.Source.Document == x.Document && q.Source.Contains(x.Span) })
	})
}

// collisionSide returns the i-th side with the sentence that the collision
// rests on.
func (s *server) collisionSide(ctx context.Context, o treatybase.Object, sources []resolve.Source, i int) (collisionSide, error) {
	var out collisionSide
	var home resolve.Value
	own := sources[min(i, len(sources)):min(i+1, len(sources))]
	switch o.Kind {
	case "commitment":
		out.Commitment = &resolve.Commitment{}
		if err := o.Decode(out.Commitment); err != nil {
			return out, err
		}
		home = out.Commitment.Instrument
		if len(own) == 0 {
			own = out.Commitment.Sources
		}
	case "statement":
		out.Statement = &resolve.Statement{}
		if err := o.Decode(out.Statement); err != nil {
			return out, err
		}
		if len(own) == 0 {
			own = out.Statement.Sources
		}
	}
	if home != "" {
		names, err := s.base.Names(ctx, string(home))
		if err != nil {
			return out, err
		}
		out.Home = names[string(home)]
	}
	var err error
	out.Words, err = s.quotes(ctx, own, 1)
	return out, err
}

// sides returns the two promises of a collision that are objects of their own.
func (s *server) sides(ctx context.Context, t reason.Tension) ([]treatybase.Object, error) {
	var out []treatybase.Object
	for _, id := range []string{t.A, t.B} {
		x, err := s.base.Object(ctx, id)
		if errors.Is(err, pacta.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

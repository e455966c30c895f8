package ingest

import (
	"context"
	"errors"
	"slices"
	"sync"

	"pacta"
	"pacta/read"
	"pacta/treatybase"
)

// A settler compares the documents of a base with each other: which are copies
// of one text, and which lines an outlet repeats from page to page.
type settler struct {
	base      *treatybase.Base
	mu        sync.Mutex
	templates map[string]*read.Template // by outlet, as far as they were needed
	stored    int                       // documents since they were last made
	next      int                       // how many make it worth while to make them anew
}

// firstSettle is how many documents must come in before what repeats in them is
// looked for while a run goes on; then twice as many each time.
const firstSettle = 64

// view returns d as it is read in the company of the documents that the base
// has by now, and its sketch. What it is in the end, settle says.
func (s *settler) view(ctx context.Context, d *pacta.Document) (*pacta.Document, treatybase.Sketch, error) {
	k := read.SketchOf(d)
	x := sketch(&k)
	if x.Outlet == "" {
		return d, x, nil
	}
	t, err := s.template(ctx, x.Outlet)
	if err != nil {
		return nil, x, err
	}
	return d.Repeat(t.Repeated(x.Lines)), x, nil
}

func sketch(s *read.Sketch) treatybase.Sketch {
	return treatybase.Sketch{Version: read.SketchVersion, Outlet: s.Outlet, Print: s.Print.Bytes(), Lines: read.AppendLines(nil, s.Lines)}
}

// template returns the template of an outlet as the base has it.
func (s *settler) template(ctx context.Context, outlet string) (*read.Template, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.templates[outlet]; t != nil {
		return t, nil
	}
	docs, err := s.base.Lines(ctx, outlet)
	if err != nil {
		return nil, err
	}
	t := read.TemplateOf(pagesOf(docs, nil))
	if s.templates == nil {
		s.templates = map[string]*read.Template{}
	}
	s.templates[outlet] = t
	return t, nil
}

// pagesOf makes pages of documents; copies says which changed their group.
func pagesOf(docs []treatybase.Settled, copies map[string]string) []read.Page {
	out := make([]read.Page, len(docs))
	for i, d := range docs {
		out[i] = read.Page{Copies: d.Copies, Lines: d.Lines}
		if g, ok := copies[d.ID]; ok {
			out[i].Copies = g
		}
	}
	return out
}

// count notes that n documents were stored, and forgets the templates when many
// were. They are made again of what the base has then.
func (s *settler) count(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stored += n; s.stored >= max(s.next, firstSettle) {
		s.templates, s.next = nil, 2*s.stored
	}
}

// settle brings the base up to date with its documents, if any came in. The
// result depends on the documents alone, not on their order. What it finds of
// the new ones it adds to r.
func (s *settler) settle(ctx context.Context, r *Report) error {
	if err := s.sketchOld(ctx); err != nil {
		return err
	}
	for {
		due, err := s.base.Unsettled(ctx)
		if err != nil || !due {
			return err
		}
		n, err := s.settleOnce(ctx)
		if errors.Is(err, treatybase.ErrChanged) {
			continue
		}
		r.Copies += n.copies
		r.Repeated += n.lines
		r.Dropped += n.lines
		return err
	}
}

// sketchOld sketches the documents that an earlier pacta stored.
func (s *settler) sketchOld(ctx context.Context) error {
	some := map[string]treatybase.Sketch{}
	for d, err := range s.base.Unsketched(ctx, read.SketchVersion) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		k := read.SketchOf(d)
		some[d.ID] = sketch(&k)
		if len(some) == batch {
			if err := s.base.Sketch(ctx, some); err != nil {
				return err
			}
			clear(some)
		}
	}
	return s.base.Sketch(ctx, some)
}

// news is what was found of documents that came in.
type news struct {
	copies, lines int
}

func (s *settler) settleOnce(ctx context.Context) (n news, err error) {
	generation, err := s.base.Generation(ctx)
	if err != nil {
		return n, err
	}
	docs, err := s.base.Prints(ctx)
	if err != nil {
		return n, err
	}
	copies, outlets := n.groups(docs)
	repeated := map[string][]pacta.Span{}
	for _, outlet := range outlets {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if err := s.repeats(ctx, outlet, copies, repeated, &n); err != nil {
			return n, err
		}
	}
	return n, s.base.Settle(ctx, generation, copies, repeated)
}

// groups returns the documents whose group of copies is another than the base
// has, with that group, and the outlets whose template may have changed.
func (n *news) groups(docs []treatybase.Settled) (copies map[string]string, outlets []string) {
	prints := make([]read.Copy, len(docs))
	for i, d := range docs {
		prints[i] = read.Copy{ID: d.ID, Print: read.ParseFingerprint(d.Print), Treaty: d.Genre == pacta.GenreTreaty}
	}
	groups := read.Groups(prints)
	members := map[string]int{}
	for _, g := range groups {
		members[g]++
	}
	copies = map[string]string{}
	for i, d := range docs {
		if groups[i] != d.Copies {
			copies[d.ID] = groups[i]
		}
		if d.New && members[groups[i]] > 1 {
			n.copies++
		}
		if (d.New || groups[i] != d.Copies) && d.Outlet != "" {
			outlets = append(outlets, d.Outlet)
		}
	}
	slices.Sort(outlets)
	return copies, slices.Compact(outlets)
}

// repeats adds to changed the documents of an outlet whose repeated lines are
// others than the base has, with those lines.
func (s *settler) repeats(ctx context.Context, outlet string, copies map[string]string, changed map[string][]pacta.Span, n *news) error {
	docs, err := s.base.Lines(ctx, outlet)
	if err != nil {
		return err
	}
	t := read.TemplateOf(pagesOf(docs, copies))
	for _, d := range docs {
		lines := t.Repeated(d.Lines)
		if !slices.Equal(lines, d.Repeated) {
			changed[d.ID] = lines
		}
		if d.New {
			n.lines += len(lines)
		}
	}
	return nil
}

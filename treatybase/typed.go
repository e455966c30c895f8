package treatybase

import (
	"context"
	"encoding/json"
	"fmt"

	"pacta/reason"
	"pacta/resolve"
)

// Actors lists actors, the most reported first; see Find.
func (b *Base) Actors(ctx context.Context, f Filter) ([]resolve.Actor, int, error) {
	return list[resolve.Actor](ctx, b, "actor", f)
}

// Instruments lists instruments, the most reported first; see Find.
func (b *Base) Instruments(ctx context.Context, f Filter) ([]resolve.Instrument, int, error) {
	return list[resolve.Instrument](ctx, b, "instrument", f)
}

// Provisions lists provisions; see Find.
func (b *Base) Provisions(ctx context.Context, f Filter) ([]resolve.Provision, int, error) {
	return list[resolve.Provision](ctx, b, "provision", f)
}

// Commitments lists commitments, the most reported first; see Find.
func (b *Base) Commitments(ctx context.Context, f Filter) ([]resolve.Commitment, int, error) {
	return list[resolve.Commitment](ctx, b, "commitment", f)
}

// Statements lists statements, the newest first; see Find.
func (b *Base) Statements(ctx context.Context, f Filter) ([]resolve.Statement, int, error) {
	return list[resolve.Statement](ctx, b, "statement", f)
}

// Events lists events, the newest first; see Find.
func (b *Base) Events(ctx context.Context, f Filter) ([]resolve.Event, int, error) {
	return list[resolve.Event](ctx, b, "event", f)
}

// Fulfilments lists claims that something is or is not kept, the newest first;
// see Find.
func (b *Base) Fulfilments(ctx context.Context, f Filter) ([]resolve.Fulfilment, int, error) {
	return list[resolve.Fulfilment](ctx, b, "fulfilment", f)
}

// Discrepancies lists where sources disagree; see Find.
func (b *Base) Discrepancies(ctx context.Context, f Filter) ([]reason.Discrepancy, int, error) {
	return list[reason.Discrepancy](ctx, b, "discrepancy", f)
}

// Tensions lists promises that may collide; see Find.
func (b *Base) Tensions(ctx context.Context, f Filter) ([]reason.Tension, int, error) {
	return list[reason.Tension](ctx, b, "tension", f)
}

func list[T any](ctx context.Context, b *Base, kind string, f Filter) ([]T, int, error) {
	xs, total, err := b.Find(ctx, kind, f)
	if err != nil {
		return nil, 0, err
	}
	out := make([]T, len(xs))
	for i, x := range xs {
		if err := x.Decode(&out[i]); err != nil {
			return nil, 0, err
		}
	}
	return out, total, nil
}

// Decode fills v, a pointer to the type of x's kind (*resolve.Actor …).
func (x Object) Decode(v any) error {
	if err := json.Unmarshal(x.Body, v); err != nil {
		return fmt.Errorf("%s %s: %w", x.Kind, x.ID, err)
	}
	return nil
}

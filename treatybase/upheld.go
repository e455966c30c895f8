package treatybase

import (
	"context"

	"pacta/resolve"
)

type upheldKey struct{}

// Upheld returns a context in which lists leave out what people rejected, for
// whoever draws conclusions from them.
func Upheld(ctx context.Context) context.Context {
	return context.WithValue(ctx, upheldKey{}, true)
}

// leaveOutRejected reports whether lists of a kind must look for rejected
// objects: they are to be left out, and there are some.
func (b *Base) leaveOutRejected(ctx context.Context, kind string) (bool, error) {
	if ctx.Value(upheldKey{}) == nil {
		return false, nil
	}
	var some bool
	err := b.one(ctx, `SELECT EXISTS (SELECT 1 FROM object_value WHERE kind = ? AND role = 'review' AND value = ?)`, []any{kind, string(resolve.Rejected)}, &some)
	return some, err
}

// notRejected is the condition for a query that lists all objects.
func notRejected(ctx context.Context) string {
	if ctx.Value(upheldKey{}) == nil {
		return ""
	}
	return ` AND n NOT IN (SELECT object FROM object_key WHERE role = 'review' AND value = 'rejected' AND kind = object.kind)`
}

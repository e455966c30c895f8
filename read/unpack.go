package read

import (
	"fmt"
	"io"

	"pacta"
)

// A meter counts what an archive unpacks to, and ends it when that is more than
// the archive may hold: the guard against archive bombs.
type meter struct {
	r     io.Reader
	count *int64
	limit int64
}

func (m meter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	*m.count += int64(n)
	if *m.count > m.limit {
		return n, fmt.Errorf("archive unpacks to more than %d bytes: %w", m.limit, pacta.ErrUnsupported)
	}
	return n, err
}

// metered counts r against what o allows; packed is the size of the archive, 0
// if it is not known. No honest archive of text is packed two hundred times.
func (o Options) metered(r io.Reader, packed int64) io.Reader {
	limit := o.maxUnpack()
	if packed > 0 {
		limit = min(limit, 1<<30+200*packed)
	}
	return meter{r, o.unpacked, limit}
}

// atMost reads r whole, or says that it is longer than limit.
func atMost(r io.Reader, limit int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(body)) > limit {
		return nil, fmt.Errorf("more than %d bytes: %w", limit, pacta.ErrUnsupported)
	}
	return body, nil
}

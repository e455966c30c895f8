package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"pacta"
)

const (
	agent        = "pacta" // the product token that robots.txt may name
	userAgent    = agent + " (reads single pages for one person; obeys robots.txt)"
	fetchTime    = 60 * time.Second // for one page, redirects included
	robotsTime   = 10 * time.Second
	robotsBytes  = 500 << 10
	maxRedirects = 5
	hostPause    = time.Second // between two requests to one host
	maxPause     = time.Minute // that a robots.txt may ask for
)

// A Fetcher fetches single pages and feeds: the only network access there is.
// It obeys robots.txt, keeps a pause between requests to one host, follows
// five redirects, and goes to public networks only. It is used by one
// goroutine.
type Fetcher struct {
	// MaxBytes is the largest answer, unpacked.
	MaxBytes int64

	client *http.Client
	pause  time.Duration
	sites  map[string]*site
}

// A site is what is known of one host and port.
type site struct {
	robots robots
	closed error     // why nothing may be fetched
	last   time.Time // of the last request
}

// NewFetcher returns a Fetcher for answers of up to 64 MB. With allowPrivate it
// goes to private networks and this machine too, and through a proxy if the
// environment names one.
func NewFetcher(allowPrivate bool) *Fetcher {
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Fetcher{
		MaxBytes: 64 << 20,
		client:   &http.Client{Transport: newTransport(allowPrivate), CheckRedirect: stay},
		pause:    hostPause,
		sites:    map[string]*site{},
	}
}

// IsURL reports whether a path is the address of a page.
func IsURL(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// Fetch returns what lies behind address. The Raw is named after it, and its
// URL is the one that redirects led to. An error begins with the address.
func (f *Fetcher) Fetch(ctx context.Context, address string) (*pacta.Raw, error) {
	raw, err := f.fetch(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, plainError(err))
	}
	raw.Name = address
	return raw, nil
}

// plainError takes the address, which is known, out of an error of net/http.
func plainError(err error) error {
	var e *url.Error
	switch {
	case errors.Is(err, errPrivate):
		return fmt.Errorf("%w: %w", errPrivate, pacta.ErrUnsupported)
	case errors.As(err, &e) && e.Timeout():
		return errors.New("no answer in time")
	case errors.As(err, &e):
		return e.Err
	}
	return err
}

func (f *Fetcher) fetch(ctx context.Context, address string) (*pacta.Raw, error) {
	at, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("not an address: %w", pacta.ErrInvalid)
	}
	for range maxRedirects + 1 {
		if err := fetchable(at); err != nil {
			return nil, err
		}
		raw, next, err := f.step(ctx, at)
		if err != nil || raw != nil {
			return raw, err
		}
		at = next
	}
	return nil, fmt.Errorf("more than %d redirects: %w", maxRedirects, pacta.ErrUnsupported)
}

// fetchable says what is wrong with an address.
func fetchable(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("scheme %q, want http or https: %w", u.Scheme, pacta.ErrUnsupported)
	case u.Hostname() == "":
		return fmt.Errorf("an address without a host: %w", pacta.ErrInvalid)
	case u.User != nil:
		return fmt.Errorf("an address with a name and a password: %w", pacta.ErrUnsupported)
	}
	return nil
}

// step makes one request, and returns the page or where it moved to.
func (f *Fetcher) step(ctx context.Context, at *url.URL) (*pacta.Raw, *url.URL, error) {
	s, err := f.site(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	if s.closed != nil {
		return nil, nil, s.closed
	}
	if !s.robots.allows(requestPath(at)) {
		return nil, nil, fmt.Errorf("robots.txt of the site forbids it: %w", pacta.ErrUnsupported)
	}
	ctx, cancel, err := f.turn(ctx, s, fetchTime)
	if err != nil {
		return nil, nil, err
	}
	defer cancel()
	answer, err := f.get(ctx, at, "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8")
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	if next := redirect(answer); next != nil {
		return nil, next, nil
	}
	if answer.StatusCode != http.StatusOK {
		return nil, nil, statusError(answer)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, f.MaxBytes+1))
	if err != nil {
		return nil, nil, err
	}
	if int64(len(body)) > f.MaxBytes {
		return nil, nil, fmt.Errorf("an answer of more than %d bytes: %w", f.MaxBytes, pacta.ErrUnsupported)
	}
	final := *at
	final.Fragment, final.RawFragment = "", ""
	return &pacta.Raw{URL: final.String(), MediaType: textType(answer.Header.Get("Content-Type")), Fetched: time.Now().UTC().Truncate(time.Second), Body: body}, nil, nil
}

// textType returns a declared media type if it is one of text, for its
// character set; what else something is, its content tells.
func textType(declared string) string {
	if kind, _, err := mime.ParseMediaType(declared); err != nil || !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "xml") {
		return ""
	}
	return declared
}

// redirect returns where an answer says that the page is, nil if it does not.
func redirect(answer *http.Response) *url.URL {
	switch answer.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		next, err := answer.Location()
		if err != nil {
			return nil
		}
		return next
	}
	return nil
}

func statusError(answer *http.Response) error {
	switch answer.StatusCode {
	case http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("the site answers with status %d: %w", answer.StatusCode, pacta.ErrNotFound)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		if after := answer.Header.Get("Retry-After"); after != "" {
			return fmt.Errorf("the site asks to come back later (status %d, Retry-After %.40q)", answer.StatusCode, after)
		}
	}
	return fmt.Errorf("the site answers with status %d %s", answer.StatusCode, http.StatusText(answer.StatusCode))
}

func (f *Fetcher) get(ctx context.Context, at *url.URL, accept string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", accept)
	return f.client.Do(request)
}

// turn waits until the next request to s may be made, and returns a context
// that ends when the request must.
func (f *Fetcher) turn(ctx context.Context, s *site, limit time.Duration) (context.Context, context.CancelFunc, error) {
	if !s.last.IsZero() {
		wait := time.NewTimer(time.Until(s.last.Add(max(f.pause, min(s.robots.delay, maxPause)))))
		defer wait.Stop()
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-wait.C:
		}
	}
	s.last = time.Now()
	ctx, cancel := context.WithTimeout(ctx, limit)
	return ctx, cancel, nil
}

// requestPath is what robots.txt judges: the path with its query.
func requestPath(u *url.URL) string {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return escaped(path)
}

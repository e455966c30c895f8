package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// site returns what is known of the site of an address, and asks for its
// robots.txt the first time.
func (f *Fetcher) site(ctx context.Context, at *url.URL) (*site, error) {
	key := at.Scheme + "://" + strings.ToLower(at.Host)
	if s := f.sites[key]; s != nil {
		return s, nil
	}
	s := &site{}
	err := f.askRobots(ctx, s, &url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if errors.Is(err, errPrivate) {
		s.closed = err
	} else if err != nil {
		s.closed = fmt.Errorf("its robots.txt cannot be read, so nothing is fetched: %w", plainError(err))
	}
	f.sites[key] = s
	return s, nil
}

// askRobots fetches a robots.txt: one that the site does not have allows
// everything, one that cannot be had nothing.
func (f *Fetcher) askRobots(ctx context.Context, s *site, at *url.URL) error {
	for range maxRedirects + 1 {
		if err := fetchable(at); err != nil {
			return err
		}
		next, err := f.oneRobots(ctx, s, at)
		if err != nil || next == nil {
			return err
		}
		at = next
	}
	return nil // as if there were none
}

func (f *Fetcher) oneRobots(ctx context.Context, s *site, at *url.URL) (*url.URL, error) {
	ctx, cancel, err := f.turn(ctx, s, robotsTime)
	if err != nil {
		return nil, err
	}
	defer cancel()
	answer, err := f.get(ctx, at, "text/plain, */*;q=0.8")
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if next := redirect(answer); next != nil {
		return next, nil
	}
	switch status := answer.StatusCode; {
	case status >= 500 || status == http.StatusTooManyRequests:
		return nil, statusError(answer)
	case status != http.StatusOK:
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, robotsBytes))
	if err != nil {
		return nil, err
	}
	s.robots = parseRobots(body, agent)
	return nil, nil
}

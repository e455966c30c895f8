package ingest

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"pacta"
)

// web is a site on this machine that notes what it is asked for.
type web struct {
	*httptest.Server
	asked []string
	agent string
}

func newWeb(t *testing.T, robots string) *web {
	w := &web{}
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(out http.ResponseWriter, _ *http.Request) {
		if robots == "" {
			http.Error(out, "none", http.StatusNotFound)
			return
		}
		fmt.Fprint(out, robots)
	})
	mux.HandleFunc("/page", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(out, "<p>Freedonia and Sylvania signed a pact.</p>")
	})
	for i := range 8 {
		mux.Handle(fmt.Sprintf("/hop%d", i), http.RedirectHandler(fmt.Sprintf("/hop%d", i+1), http.StatusFound))
	}
	mux.Handle("/hop8", http.RedirectHandler("/page", http.StatusMovedPermanently))
	mux.Handle("/secret", http.RedirectHandler("/closed/page", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/hostname", http.StatusFound))
	mux.HandleFunc("/big", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(out)
		for range 64 {
			z.Write(make([]byte, 1<<14))
		}
		z.Close()
	})
	mux.HandleFunc("/busy", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Retry-After", "120")
		http.Error(out, "later", http.StatusTooManyRequests)
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	w.Server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.asked, w.agent = append(w.asked, r.URL.Path), r.UserAgent()
		mux.ServeHTTP(out, r)
	}))
	t.Cleanup(w.Close)
	return w
}

// newTestFetcher returns a Fetcher that does not wait between requests.
func newTestFetcher(allowPrivate bool) *Fetcher {
	f := NewFetcher(allowPrivate)
	f.pause, f.MaxBytes = 0, 1<<16
	return f
}

func TestFetch(t *testing.T) {
	w := newWeb(t, "User-agent: pacta\nDisallow: /closed/\n")
	f := newTestFetcher(true)
	raw, err := f.Fetch(context.Background(), w.URL+"/hop6#part")
	if err != nil {
		t.Fatal(err)
	}
	if raw.Name != w.URL+"/hop6#part" || raw.URL != w.URL+"/page" || raw.MediaType != "text/html; charset=utf-8" || raw.Fetched.IsZero() || !strings.Contains(string(raw.Body), "Freedonia") {
		t.Errorf("Fetch = %+v", raw)
	}
	if got := strings.Join(w.asked, " "); got != "/robots.txt /hop6 /hop7 /hop8 /page" {
		t.Errorf("asked for %s", got)
	}
	if !strings.HasPrefix(w.agent, "pacta ") {
		t.Errorf("user agent %q", w.agent)
	}
	for path, want := range map[string]string{
		"/hop0":        "more than 5 redirects",
		"/closed/page": "robots.txt",
		"/secret":      "robots.txt",
		"/file":        `scheme "file"`,
		"/big":         "more than 65536 bytes",
		"/none":        "status 404",
		"/busy":        `Retry-After "120"`,
	} {
		if _, err := f.Fetch(context.Background(), w.URL+path); err == nil || !strings.HasPrefix(err.Error(), w.URL+path+": ") || !strings.Contains(err.Error(), want) {
			t.Errorf("Fetch(%s): %v, want an error with %q", path, err, want)
		}
	}
	for _, path := range w.asked {
		if path == "/closed/page" {
			t.Error("fetched what robots.txt forbids")
		}
	}
}

func TestFetchOnlyPublic(t *testing.T) {
	w := newWeb(t, "")
	for _, address := range []string{w.URL + "/page", strings.Replace(w.URL, "127.0.0.1", "localhost", 1) + "/page", strings.Replace(w.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1)} {
		if _, err := newTestFetcher(false).Fetch(context.Background(), address); !errors.Is(err, pacta.ErrUnsupported) || !strings.Contains(err.Error(), "private network") {
			t.Errorf("Fetch(%s): %v, want that it is private", address, err)
		}
	}
	if len(w.asked) > 0 {
		t.Errorf("asked for %v", w.asked)
	}
	for address, want := range map[string]bool{
		"8.8.4.4": true, "2a00:1450::1": true, "::ffff:8.8.4.4": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.20.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false,
		"::1": false, "::ffff:10.0.0.1": false, "::10.0.0.1": false, "fe80::1%eth0": false, "fd00::1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false, "224.0.0.1": false, "255.255.255.255": false, "::": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("isPublic(%s) = %v", address, got)
		}
	}
}

func TestFetchBadAddress(t *testing.T) {
	for _, address := range []string{"http://", "https:///a", "http://ann:secret@post.example/", "http://a b/", "ftp://post.example/a"} {
		if raw, err := newTestFetcher(true).Fetch(context.Background(), address); err == nil {
			t.Errorf("Fetch(%s) = %+v", address, raw)
		}
	}
}

func TestFetchEnds(t *testing.T) {
	w := newWeb(t, "")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := newTestFetcher(true).Fetch(ctx, w.URL+"/slow"); err == nil {
		t.Error("a page that never ends was fetched")
	}
	w.Close()
	if _, err := newTestFetcher(true).Fetch(context.Background(), w.URL+"/page"); err == nil || !strings.Contains(err.Error(), "robots.txt cannot be read") {
		t.Errorf("a site that is gone: %v", err)
	}
}

func TestFetchWaits(t *testing.T) {
	w := newWeb(t, "")
	f := newTestFetcher(true)
	f.pause = time.Hour
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := f.Fetch(ctx, w.URL+"/page"); err == nil || len(w.asked) != 1 {
		t.Errorf("after robots.txt the page came without a pause: %v, %v", w.asked, err)
	}
}

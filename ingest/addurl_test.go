package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"pacta/extract"
	"pacta/treatybase"
)

// addURL adds addresses to b without waiting between requests.
func addURL(t *testing.T, b *treatybase.Base, o Options, addresses ...string) *Report {
	t.Helper()
	a := NewAdder(b, extract.New(), o)
	a.fetcher.pause = 0
	if err := a.Add(context.Background(), addresses); err != nil {
		t.Fatal(err)
	}
	return a.Report()
}

func TestAddAddresses(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/pact.html", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "<!doctype html><html><head><title>Pact signed in Oslo</title></head><body><article><h1>Pact signed in Oslo</h1><p>%s</p></article></body></html>", reports[0])
	})
	mux.HandleFunc("/feed.xml", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>
<item><title>First</title><link>/a1</link><description>%s</description></item><item><title>Second</title><link>/a2</link><description>%s</description></item></channel></rss>`, reports[1], reports[2])
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	b, err := treatybase.Create(context.Background(), filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	addresses := []string{server.URL + "/pact.html", server.URL + "/feed.xml", server.URL + "/none"}
	r := addURL(t, b, Options{Private: true}, addresses...)
	if r.Files != 3 || r.Read != 3 || len(r.Failed) != 1 || r.Failed[0].File != addresses[2] || !strings.Contains(r.Failed[0].Reason, "404") {
		t.Errorf("report = %+v", r)
	}
	if r := addURL(t, b, Options{Private: true}, addresses...); r.Read != 0 || r.Known != 3 {
		t.Errorf("second report = %+v, want all known", r)
	}
	if r := addURL(t, b, Options{}, addresses[0]); len(r.Failed) != 1 || !strings.Contains(r.Failed[0].Reason, "private network") {
		t.Errorf("report = %+v, want that the network is private", r)
	}
	var urls []string
	for d, err := range b.AllDocuments(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		urls = append(urls, strings.TrimPrefix(d.URL, server.URL))
	}
	if len(urls) != 3 {
		t.Errorf("documents at %v", urls)
	}
	for _, want := range []string{"/pact.html", "/a1", "/a2"} {
		if !strings.Contains(strings.Join(urls, " ")+" ", want+" ") {
			t.Errorf("no document at %s: %v", want, urls)
		}
	}
}

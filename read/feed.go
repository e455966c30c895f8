package read

import (
	"bytes"
	"fmt"
	"html"
	"iter"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"pacta"
)

// isFeed reports whether head begins an RSS or Atom feed.
func isFeed(head []byte, _ bool, _ Options) bool {
	if !begins(head, "<") {
		return false
	}
	for _, root := range [...]string{"<rss", "<feed", "<rdf:RDF"} {
		if i := bytes.Index(head, []byte(root)); i >= 0 && i < 4096 && !bytes.Contains(head[:i], []byte("<html")) {
			return true
		}
	}
	return false
}

// isJSONFeed reports whether head begins a JSON feed.
func isJSONFeed(head []byte, _ bool, _ Options) bool {
	return begins(head, "{") && bytes.Contains(head[:min(len(head), 2048)], []byte("https://jsonfeed.org/version/"))
}

// splitFeed yields the items of a feed as pages of their own, named "feed.xml[3]",
// counted from 0: what the feed says about an item stands in the page's head.
func splitFeed(s source, o Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		body, err := atMost(s.reader(), o.maxBytes())
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		feed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
		if err != nil {
			yield(nil, fmt.Errorf("%s: feed: %v: %w", s.name, err, pacta.ErrInvalid))
			return
		}
		for i, item := range feed.Items {
			raw := s.raw(fmt.Sprintf("%s[%d]", s.name, i), "text/html; charset=utf-8", itemPage(feed, item))
			if raw.URL = absolute(absolute(s.url, feed.Link), item.Link); raw.URL == "" {
				raw.URL = s.url
			}
			if !yield(raw, nil) {
				return
			}
		}
	}
}

// itemPage writes an item as a page.
func itemPage(feed *gofeed.Feed, item *gofeed.Item) []byte {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head>")
	meta := func(property, value string) {
		if value != "" {
			fmt.Fprintf(&b, `<meta property="%s" content="%s">`, property, html.EscapeString(value))
		}
	}
	meta("og:title", item.Title)
	meta("og:site_name", feed.Title)
	if at := cmpTime(item.PublishedParsed, item.UpdatedParsed); at != nil {
		meta("article:published_time", at.Format(time.RFC3339))
	}
	for _, a := range item.Authors {
		meta("author", a.Name)
	}
	fmt.Fprintf(&b, "</head><body><article><h1>%s</h1>\n", html.EscapeString(item.Title))
	if item.Content != "" {
		b.WriteString(item.Content)
	} else {
		b.WriteString(item.Description)
	}
	b.WriteString("</article></body></html>")
	return []byte(b.String())
}

func cmpTime(a, b *time.Time) *time.Time {
	if a != nil {
		return a
	}
	return b
}

// absolute resolves an item's link against that of its feed.
func absolute(base, link string) string {
	b, err := url.Parse(base)
	if err != nil {
		return link
	}
	u, err := b.Parse(link)
	if err != nil {
		return link
	}
	return u.String()
}

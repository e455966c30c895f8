package ingest

import (
	"testing"
	"time"
)

const robotsText = `# for all
User-agent: *
Disallow: /private/
Allow: /private/open
Crawl-delay: 2

User-agent: OtherBot
User-agent: Pacta/1.0
Disallow: /*.pdf$
Disallow: /search*q=
Disallow: /Über
Allow: /

User-agent: pacta
Crawl-delay: 3.5
Disallow: /drafts`

func TestRobots(t *testing.T) {
	own, other := parseRobots([]byte(robotsText), agent), parseRobots([]byte(robotsText), "third")
	for _, c := range []struct {
		r    robots
		path string
		want bool
	}{
		{own, "/", true}, {own, "/private/a", true}, {own, "/a.pdf", false}, {own, "/a.pdf?x", true}, {own, "/pdf", true},
		{own, "/search?x=1&q=2", false}, {own, "/search", true}, {own, "/%C3%9Cberblick", false}, {own, "/drafts/1", false},
		{other, "/private/a", false}, {other, "/private/open/b", true}, {other, "/a.pdf", true}, {other, "", true},
		{parseRobots([]byte("User-agent: *\rDisallow:\r"), agent), "/a", true},
		{parseRobots([]byte("User-agent: *\nDisallow: /"), agent), "/a", false},
		{parseRobots([]byte("<html>no robots here</html>"), agent), "/a", true},
		{parseRobots([]byte("User-agent: *\nDisallow: /a\nAllow: /a"), agent), "/a", true},
	} {
		if got := c.r.allows(c.path); got != c.want {
			t.Errorf("allows(%q) = %v, want %v", c.path, got, c.want)
		}
	}
	if own.delay != 3500*time.Millisecond || other.delay != 2*time.Second {
		t.Errorf("delays %s and %s, want 3.5 s and 2 s", own.delay, other.delay)
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte(robotsText), "/a.pdf")
	f.Add([]byte("User-agent:*\nDisallow: /**$*$"), "/%")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		r := parseRobots(body, agent)
		r.allows(escaped(path))
		if len(r.rules) == 0 && !r.allows(path) {
			t.Error("forbidden without a rule")
		}
	})
}

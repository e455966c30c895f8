package ingest

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// robots is what a site's robots.txt says to one robot (RFC 9309).
type robots struct {
	rules []robotsRule
	delay time.Duration // Crawl-delay, which is no part of the standard
}

type robotsRule struct {
	path  string
	allow bool
}

// parseRobots reads robots.txt for the robot with the product token agent, in
// lower case: the groups that name it, all together, else those for all.
func parseRobots(body []byte, agent string) robots {
	var own, all robots
	var named, general, rules, found bool
	for len(body) > 0 {
		var row []byte
		row, body = nextRow(body)
		row, _, _ = bytes.Cut(row, []byte("#"))
		key, value, ok := strings.Cut(strings.TrimPrefix(string(row), "\ufeff"), ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch key = strings.ToLower(strings.TrimSpace(key)); key {
		case "user-agent":
			if rules {
				named, general, rules = false, false, false
			}
			who := productToken(value)
			named = named || who == agent
			general = general || value == "*"
			found = found || who == agent
		case "allow", "disallow", "crawl-delay":
			rules = true
			if named {
				own.add(key, value)
			}
			if general {
				all.add(key, value)
			}
		}
	}
	if found {
		return own
	}
	return all
}

// nextRow cuts the first line off b; lines end with \n, \r or both.
func nextRow(b []byte) (row, rest []byte) {
	n := bytes.IndexAny(b, "\r\n")
	if n < 0 {
		return b, nil
	}
	return b[:n], b[n+1:]
}

// productToken returns the name that v begins with, in lower case.
func productToken(v string) string {
	n := 0
	for n < len(v) && (v[n] == '-' || v[n] == '_' || v[n]|0x20 >= 'a' && v[n]|0x20 <= 'z') {
		n++
	}
	return strings.ToLower(v[:n])
}

func (r *robots) add(key, value string) {
	switch {
	case key == "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && s < 1e6 {
			r.delay = time.Duration(s * float64(time.Second))
		}
	case value != "": // "Disallow:" alone forbids nothing
		r.rules = append(r.rules, robotsRule{escaped(value), key == "allow"})
	}
}

// escaped returns a path with what is no ASCII escaped, and escapes in capitals,
// so that paths compare byte by byte.
func escaped(path string) string {
	const digits = "0123456789ABCDEF"
	out := make([]byte, 0, len(path))
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case c >= 0x80 || c == ' ':
			out = append(out, '%', digits[c>>4], digits[c&15])
		case c == '%' && i+2 < len(path):
			out = append(out, strings.ToUpper(path[i:i+3])...)
			i += 2
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// allows reports whether the robot may fetch a path, query included: the
// longest rule that fits decides, and one that allows before one that does not.
func (r *robots) allows(path string) bool {
	best, allowed := -1, true
	for _, rule := range r.rules {
		if n := len(rule.path); n >= best && fits(rule.path, path) {
			if n > best {
				allowed = rule.allow
			}
			best, allowed = n, allowed || rule.allow
		}
	}
	return allowed
}

// fits reports whether path begins with what pattern says: * is any run of
// characters, $ at the end is the end. It takes len(pattern) × len(path) steps
// at most.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	first, rest, star := strings.Cut(pattern, "*")
	if !strings.HasPrefix(path, first) {
		return false
	}
	path = path[len(first):]
	for star {
		var part string
		part, rest, star = strings.Cut(rest, "*")
		if !star && whole {
			return strings.HasSuffix(path, part)
		}
		n := strings.Index(path, part)
		if n < 0 {
			return false
		}
		path = path[n+len(part):]
	}
	return !whole || path == ""
}

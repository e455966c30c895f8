package read

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// item counts n if it is an item of a numbered list with running text, and
// returns the number that a browser shows before it: "3.", "b.". Items that
// begin with a number of their own get none, nor do lists of links.
func (w *htmlWriter) item(n *html.Node, r region) string {
	list := n.Parent
	if n.DataAtom != atom.Li || list == nil || list.DataAtom != atom.Ol || r.drop || r.article == 0 && !r.core || w.weight[list] == 0 {
		return ""
	}
	if strings.Contains(strings.ReplaceAll(strings.ToLower(attr(list, "style")), " ", ""), ":none") || hasAttr(list, "reversed") {
		return ""
	}
	last, counted := w.items[list]
	if !counted {
		if last = 0; attr(list, "start") != "" {
			last = atoi(attr(list, "start"), 1) - 1
		}
	}
	last++
	if v := attr(n, "value"); v != "" {
		last = atoi(v, last)
	}
	w.items[list] = last
	if t := firstText(n); t == "" || strings.IndexByte("0123456789([§", t[0]) >= 0 || isArticleHeading(t) {
		return ""
	}
	format := map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}[attr(list, "type")]
	return docxDigits(last, format) + "."
}

// atoi returns the number that s is, else otherwise.
func atoi(s string, otherwise int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n > -1e6 && n < 1e6 {
		return n
	}
	return otherwise
}

// firstText returns the first text within n that is not blank.
func firstText(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			if t := strings.TrimSpace(c.Data); t != "" {
				return t
			}
		} else if t := firstText(c); t != "" {
			return t
		}
	}
	return ""
}

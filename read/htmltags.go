package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hidden lists the elements whose content is no visible text.
var hidden = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Head: true, atom.Iframe: true, atom.Object: true, atom.Select: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
	atom.Title: true,
}

// inline lists the elements that do not end a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	atom.Td: true, atom.Th: true, atom.Source: true, atom.Picture: true, atom.Input: true, atom.Strike: true, atom.Ruby: true, atom.Rt: true,
}

// isBlock reports whether an element begins and ends a line.
func isBlock(a atom.Atom) bool { return !inline[a] }

// attr returns the value of an attribute of n, "" if it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// isHidden reports whether n says that it is not shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isFurniture reports whether n calls itself a part of the page around the
// article.
func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Menu, atom.Dialog, atom.Header:
		return true
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.A, atom.P, atom.H1:
		return false
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "menubar":
		return true
	}
	return hasWord(attr(n, "class")) || hasWord(attr(n, "id"))
}

// furniture lists words that names of classes and identifiers are made of when
// they mean menus, sharing, related headlines, comments, adverts or notices.
var furniture = map[string]bool{
	"nav": true, "navbar": true, "navigation": true, "menu": true, "breadcrumb": true, "breadcrumbs": true, "footer": true,
	"sidebar": true, "share": true, "sharing": true, "social": true, "related": true, "recommended": true, "newsletter": true,
	"subscribe": true, "subscription": true, "comments": true, "comment": true, "cookie": true, "cookies": true, "consent": true, "gdpr": true,
	"advert": true, "advertisement": true, "ads": true, "promo": true, "popup": true, "modal": true, "pagination": true, "tags": true,
	"login": true, "signin": true, "banner": true, "widget": true, "trending": true, "popular": true, "readmore": true, "outbrain": true, "taboola": true,
}

// hasWord reports whether one of the words in names, which are split at spaces,
// hyphens and underscores, is furniture.
func hasWord(names string) bool {
	for len(names) > 0 {
		n := strings.IndexAny(names, " -_\t\n")
		word := names
		if n >= 0 {
			word, names = names[:n], names[n+1:]
		} else {
			names = ""
		}
		if yes, _ := fold(furniture, word); yes {
			return true
		}
	}
	return false
}

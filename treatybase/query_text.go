package treatybase

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainWords reports whether c looks for nothing but words.
func (c *clause) plainWords() bool {
	return !c.any(func(k *clause) bool { return k.op == field })
}

// positive reports whether c finds something, and does not merely leave out.
func (c *clause) positive() bool {
	switch c.op {
	case without:
		return false
	case all:
		for _, k := range c.kids {
			if k.positive() {
				return true
			}
		}
		return false
	case either:
		for _, k := range c.kids {
			if !k.positive() {
				return false
			}
		}
	}
	return true
}

// wellFormed reports whether FTS5 can be asked for c: what is left out stands
// beside something to look for, wherever it stands.
func (c *clause) wellFormed() bool {
	switch c.op {
	case words, near:
		return true
	case either:
		for _, k := range c.kids {
			if !k.wellFormed() {
				return false
			}
		}
		return true
	case all:
		for _, k := range c.kids {
			if !k.wellFormed() && !(k.op == without && k.kids[0].wellFormed()) {
				return false
			}
		}
		return c.positive()
	}
	return false
}

// expression writes c, which is well-formed, for FTS5. Every word is a string of its own, so that none is read as an operator.
func (c *clause) expression() string {
	switch c.op {
	case near:
		var parts []string
		for _, k := range c.kids {
			parts = append(parts, k.expression())
		}
		return "NEAR(" + strings.Join(parts, " ") + ", " + strconv.Itoa(c.apart) + ")"
	case either:
		var parts []string
		for _, k := range c.kids {
			parts = append(parts, "("+k.expression()+")")
		}
		return strings.Join(parts, " OR ")
	case all:
		return conjunction(c.kids)
	}
	star := ""
	if c.star {
		star = " *"
	}
	return `"` + strings.ReplaceAll(c.text, `"`, " ") + `"` + star
}

// conjunction writes words that must all be there, and those that must not.
func conjunction(kids []*clause) string {
	var yes, no []string
	for _, k := range kids {
		if k.op == without {
			no = append(no, "("+k.kids[0].expression()+")")
		} else {
			yes = append(yes, "("+k.expression()+")")
		}
	}
	out := strings.Join(yes, " AND ")
	if len(no) > 0 {
		out = "(" + out + ") NOT (" + strings.Join(no, " OR ") + ")"
	}
	return out
}

func onlyWithout() error {
	return wrong("this only says what is to be left out: write what to look for beside it, as in treaty -troops")
}

// folded returns the words of s in small letters without accents.
func folded(s string) []string {
	if isASCII(s) {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && !isDigit(r) })
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(s))
	return strings.Fields(plain)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// wanted is the value of a field in words, as it is compared with those of the
// base: each between blanks, or only behind one where it is a beginning.
type wanted []string

func (c *clause) wanted() wanted {
	w := wanted(folded(c.text))
	for i := range w {
		w[i] = " " + w[i]
		if !c.star || i < len(w)-1 {
			w[i] += " "
		}
	}
	return w
}

// in reports whether all words are among those of a value.
func (w wanted) in(value string) bool {
	return w.among(" " + strings.Join(folded(value), " ") + " ")
}

// among reports the same of a value whose folded words stand between blanks.
func (w wanted) among(value string) bool {
	for _, x := range w {
		if !strings.Contains(value, x) {
			return false
		}
	}
	return len(w) > 0
}

// like returns a pattern for LIKE that every value in ASCII fits in which w can
// be; the others have to be looked at.
func (w wanted) like() string {
	longest := ""
	for _, x := range w {
		if x = strings.Trim(x, " "); len(x) > len(longest) {
			longest = x
		}
	}
	return "%" + longest + "%"
}

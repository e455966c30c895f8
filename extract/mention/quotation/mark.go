package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// family is a pair of marks that belong together.
type family uint8

const (
	straight   family = iota // "…"
	curly                    // “…” and „…“, also ”…”
	angle                    // «…», »…«
	doubled                  // ''…'' and ``…''
	single                   // ‘…’
	apostrophe               // '…'
)

// pairs reports whether a mark of family f can close one of family g. Writers
// mix straight with curly, and straight single with curly single.
func (f family) pairs(g family) bool {
	return f == g || f <= curly && g <= curly || f >= single && g >= single
}

// A mark is a quotation mark, or a paragraph break.
type mark struct {
	start, end    int
	family        family
	opens, closes bool
	breaks        bool
	reopens       bool // set by the machine: the mark at a paragraph that a quotation runs on into
}

// glyphs are the marks beyond ASCII with what they do.
var glyphs = []struct {
	text          string
	family        family
	opens, closes bool
}{
	{"“", curly, true, true}, {"”", curly, false, true}, {"„", curly, true, false}, {"‟", curly, true, false},
	{"«", angle, true, true}, {"»", angle, true, true},
	{"‘", single, true, false}, {"’", single, false, true}, {"‚", single, true, false}, {"‹", single, true, false}, {"›", single, false, true},
}

// scan lists the marks and paragraph breaks of text outside of skip.
func scan(text string, skip []pacta.Span) []mark {
	var out []mark
	for i := 0; i < len(text); {
		for len(skip) > 0 && skip[0].End <= i {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Start <= i {
			out = append(out, mark{start: skip[0].Start, end: skip[0].End, breaks: true})
			i = max(skip[0].End, i+1)
			continue
		}
		n := 1
		switch c := text[i]; {
		case c == '"':
			out = append(out, settle(text, mark{start: i, end: i + 1, family: straight, opens: true, closes: true}))
		case c == '\'' || c == '`':
			k := mark{start: i, end: i + 1, family: apostrophe, opens: true, closes: c == '\''}
			if i+1 < len(text) && text[i+1] == c {
				k.end, k.family, n = i+2, doubled, 2
			}
			if k = settle(text, k); k.opens || k.closes {
				out = append(out, k)
			}
		case c == '\n':
			for i+n < len(text) && (text[i+n] == '\n' || text[i+n] == ' ' || text[i+n] == '\r' || text[i+n] == '\t') {
				n++
			}
			out = append(out, mark{start: i, end: i + n, breaks: true})
		case c == 0xE2 || c == 0xC2:
			if k, ok := glyph(text, i); ok {
				n = k.end - i
				if k.opens || k.closes {
					out = append(out, k)
				}
			}
		}
		i += n
	}
	return out
}

func glyph(text string, i int) (mark, bool) {
	for _, g := range glyphs {
		if strings.HasPrefix(text[i:], g.text) {
			k := mark{start: i, end: i + len(g.text), family: g.family, opens: g.opens, closes: g.closes}
			return settle(text, k), true
		}
	}
	return mark{}, false
}

// settle takes from a mark what its neighbours rule out.
func settle(text string, k mark) mark {
	before, _ := utf8.DecodeLastRuneInString(text[:k.start])
	after, _ := utf8.DecodeRuneInString(text[k.end:])
	open := blank(before) && !blank(after)
	shut := !blank(before) && blank(after)
	inWord := letter(before) && letter(after)
	switch k.family {
	case curly:
		if k.opens && k.closes { // “ closes in „…“ and where a writer slipped
			k.closes = !blank(before) && !letter(after)
			k.opens = !k.closes
		}
	case angle:
		k.opens, k.closes = open || !shut && before == '(' || k.opens && !shut && !letter(before), shut || !open && !blank(before)
		if open {
			k.closes = false
		}
	case single:
		if k.closes && inWord {
			k.closes = false
		}
		if k.opens && inWord {
			k.opens = false
		}
	default:
		k.opens = k.opens && (open || !letter(before) && !shut && !strings.ContainsRune(".,!?;:", before) && before != utf8.RuneError)
		k.closes = k.closes && (shut || !letter(after) && !open || strings.ContainsRune(".,!?", before) && !blank(before))
		if k.family == apostrophe && (inWord || k.opens && unicode.IsDigit(after)) {
			k.opens, k.closes = false, false
		}
		if !k.opens && !k.closes && k.family != apostrophe {
			k.opens, k.closes = true, true
		}
	}
	return k
}

// blank reports whether r is white space, an edge of the text or what stands
// outside of a quotation: brackets and dashes.
func blank(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || r == '(' || r == ')' || r == '[' || r == ']' || r == '—' || r == '–' || r == '-' || r == '―' || r == '/'
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

package read

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// Numbers that a word processor counts by itself, such as "Article 3" or "(b)",
// are not in its paragraphs: each refers to a list, and the list says how its
// levels look (ECMA-376 part 1, 17.9). docxNumbers counts as the word processor
// does.
type docxNumbers struct {
	lists  map[string]*docxList  // by numId
	styles map[string]docxNumber // of paragraph styles
}

// A docxNumber is a reference of a paragraph to a level of a list.
type docxNumber struct {
	list   string
	level  int
	stated bool // the level is
}

// A docxList is a list; those made after one pattern count on together.
type docxList struct {
	levels  *[docxLevels]docxLevel
	count   *[docxLevels]int // docxUnset before the first
	restart map[int]int      // levels that begin anew where the list is used first
}

const (
	docxLevels = 9
	docxUnset  = -1 << 31
	docxLists  = 1 << 14 // that are kept of a file
)

type docxVal struct {
	V string `xml:"val,attr"`
}

type docxLevel struct {
	Level   int      `xml:"ilvl,attr"`
	Start   docxVal  `xml:"start"`
	Format  docxVal  `xml:"numFmt"`
	Text    docxVal  `xml:"lvlText"`
	Suffix  docxVal  `xml:"suff"`
	Style   docxVal  `xml:"pStyle"`
	Restart *docxVal `xml:"lvlRestart"`
	Legal   *docxVal `xml:"isLgl"`
}

func (l *docxLevel) start() int {
	n, _ := strconv.Atoi(l.Start.V)
	return n
}

// docxNumbering is word/numbering.xml.
type docxNumbering struct {
	Patterns []struct {
		ID     string      `xml:"abstractNumId,attr"`
		Levels []docxLevel `xml:"lvl"`
		Style  docxVal     `xml:"styleLink"`
		Link   docxVal     `xml:"numStyleLink"`
	} `xml:"abstractNum"`
	Lists []struct {
		ID        string  `xml:"numId,attr"`
		Pattern   docxVal `xml:"abstractNumId"`
		Overrides []struct {
			Level int        `xml:"ilvl,attr"`
			Start *docxVal   `xml:"startOverride"`
			Def   *docxLevel `xml:"lvl"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

// docxStyles is what counts of word/styles.xml.
type docxStyles struct {
	Styles []struct {
		ID    string  `xml:"styleId,attr"`
		Based docxVal `xml:"basedOn"`
		Num   struct {
			List  *docxVal `xml:"numId"`
			Level *docxVal `xml:"ilvl"`
		} `xml:"pPr>numPr"`
	} `xml:"style"`
}

// newDocxNumbers reads the two parts; a part that is missing or broken says
// nothing.
func newDocxNumbers(numbering, styles []byte) *docxNumbers {
	n := &docxNumbers{lists: map[string]*docxList{}, styles: map[string]docxNumber{}}
	var x docxNumbering
	if !lenient(numbering, &x) {
		return n
	}
	linked, levels, counts := map[string]string{}, map[string]*[docxLevels]docxLevel{}, map[string]*[docxLevels]int{}
	x.Patterns, x.Lists = x.Patterns[:min(len(x.Patterns), docxLists)], x.Lists[:min(len(x.Lists), docxLists)]
	for _, p := range x.Patterns {
		if p.Style.V != "" {
			linked[p.Style.V] = p.ID
		}
		all, count := &[docxLevels]docxLevel{}, &[docxLevels]int{}
		for i := range count {
			count[i] = docxUnset
		}
		for _, l := range p.Levels {
			if l.Level >= 0 && l.Level < docxLevels {
				all[l.Level] = l
			}
		}
		levels[p.ID], counts[p.ID] = all, count
	}
	for _, p := range x.Patterns {
		if id, ok := linked[p.Link.V]; ok && p.Link.V != "" {
			levels[p.ID], counts[p.ID] = levels[id], counts[id]
		}
	}
	for _, l := range x.Lists {
		if counts[l.Pattern.V] == nil {
			continue
		}
		list := &docxList{levels: levels[l.Pattern.V], count: counts[l.Pattern.V], restart: map[int]int{}}
		for _, o := range l.Overrides {
			if o.Level < 0 || o.Level >= docxLevels {
				continue
			}
			if o.Def != nil {
				own := *list.levels
				own[o.Level], list.levels = *o.Def, &own
			}
			if o.Start != nil {
				start, _ := strconv.Atoi(o.Start.V)
				list.restart[o.Level] = start
			}
		}
		n.lists[l.ID] = list
	}
	n.readStyles(styles)
	return n
}

// readStyles finds which paragraph styles number, those based on others too.
func (n *docxNumbers) readStyles(styles []byte) {
	var x docxStyles
	if !lenient(styles, &x) {
		return
	}
	based := map[string]string{}
	for _, s := range x.Styles {
		based[s.ID] = s.Based.V
		if s.Num.List == nil && s.Num.Level == nil {
			continue
		}
		var number docxNumber
		if s.Num.List != nil {
			number.list = s.Num.List.V
		}
		if s.Num.Level != nil {
			number.level, _ = strconv.Atoi(s.Num.Level.V)
			number.stated = true
		}
		n.styles[s.ID] = number
	}
	for _, s := range x.Styles {
		number, own := n.styles[s.ID]
		for up, k := based[s.ID], 0; up != "" && k < 10 && number.list == ""; up, k = based[up], k+1 {
			above := n.styles[up]
			if !number.stated {
				number.level, number.stated = above.level, above.stated
			}
			number.list = above.list
			own = own || above.list != ""
		}
		if !own {
			continue
		}
		if list := n.lists[number.list]; list != nil && !number.stated {
			for i := range list.levels {
				if list.levels[i].Style.V == s.ID {
					number.level = i
				}
			}
		}
		n.styles[s.ID] = number
	}
}

// of returns the number that a paragraph refers to, with that of its style.
func (n *docxNumbers) of(style string, own docxNumber) docxNumber {
	from := n.styles[style]
	if own.list == "" {
		own.list = from.list
	}
	if !own.stated {
		own.level = from.level
	}
	return own
}

// next counts a paragraph and returns the number before it, with the space
// after it; "" for a bullet.
func (n *docxNumbers) next(at docxNumber) string {
	list := n.lists[at.list]
	if list == nil || at.level < 0 || at.level >= docxLevels {
		return ""
	}
	for i, start := range list.restart {
		list.count[i] = start - 1
	}
	list.restart = nil
	if list.count[at.level] == docxUnset {
		list.count[at.level] = list.levels[at.level].start() - 1
	}
	list.count[at.level]++
	for i := at.level + 1; i < docxLevels; i++ {
		if r := list.levels[i].Restart; r == nil || r.V != "0" {
			list.count[i] = docxUnset
		}
	}
	level := &list.levels[at.level]
	if f := level.Format.V; f == "bullet" || f == "none" || level.Text.V == "" {
		return ""
	}
	text := list.write(level)
	if level.Suffix.V == "nothing" {
		return text
	}
	return text + " "
}

// write fills the numbers into the text of a level: "%1.%2" and the like.
func (l *docxList) write(level *docxLevel) string {
	var b strings.Builder
	t := level.Text.V
	for i := 0; i < len(t); i++ {
		if t[i] != '%' || i+1 >= len(t) || t[i+1] < '1' || t[i+1] > '9' {
			b.WriteByte(t[i])
			continue
		}
		i++
		k := int(t[i] - '1')
		n := l.count[k]
		if n == docxUnset {
			n = l.levels[k].start()
		}
		format := l.levels[k].Format.V
		if level.Legal != nil && level.Legal.V != "0" && level.Legal.V != "false" {
			format = "decimal"
		}
		b.WriteString(docxDigits(n, format))
	}
	return b.String()
}

// docxDigits writes n in a format of numbers; decimal where it is not known.
func docxDigits(n int, format string) string {
	switch format {
	case "upperRoman", "lowerRoman":
		if n < 1 || n > 3999 {
			break
		}
		if r := roman(n); format == "upperRoman" {
			return r
		} else {
			return strings.ToLower(r)
		}
	case "upperLetter", "lowerLetter":
		if n < 1 || n > 26*20 {
			break
		}
		first := byte('a')
		if format == "upperLetter" {
			first = 'A'
		}
		return strings.Repeat(string(rune(first+byte((n-1)%26))), (n-1)/26+1)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// roman writes n, 1 to 3999, in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, x := range [...]struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= x.n; n -= x.n {
			b.WriteString(x.s)
		}
	}
	return b.String()
}

// lenient reads XML into v and reports whether it could.
func lenient(body []byte, v any) bool {
	if body == nil {
		return false
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	return d.Decode(v) == nil
}

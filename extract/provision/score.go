package provision

import (
	"strings"
	"unicode/utf8"
)

// The weights below were set by hand: what a reader takes for a heading and
// what for a reference. A heading needs more than 0 together with its place in
// the sequence of numbers.

// before scores what stands before a candidate.
func (x *candidate) before(text string) float32 {
	s := float32(0)
	switch {
	case x.upper:
		s += 3
	case x.lower:
		s -= 3
	}
	end := lastNonBlank(text, x.at)
	if end == 0 {
		return s + 3
	}
	last := text[end-1]
	if x.lineStart {
		s += 4
		if strings.Count(text[end:x.at], "\n") > 1 {
			s++
		}
		if isLetter(last) && refers(lastWord(text, end)) || last == ',' && x.lower {
			s -= 4
		}
		return s
	}
	switch {
	case strings.IndexByte(".;:!?", last) >= 0:
		s++
	case last == ')' || last == '"' || last == '\'' || strings.HasSuffix(text[:end], "”"):
		s += 0.5
	case last == ',' || last == '(' || last == '/' || last == '-':
		s -= 3
	case isLetter(last) && refers(lastWord(text, end)):
		s -= 5
	default:
		s -= 0.5
	}
	return s
}

// behind scores what stands behind reading r.
func (x *candidate) behind(text string, r *reading) float32 {
	s := -r.cost
	i := r.to
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '*' || text[i] == '_') {
		i++
	}
	if i >= len(text) || text[i] == '\n' || text[i] == '\r' {
		if x.lineStart {
			return s + 3
		}
		return s + 1
	}
	if r.glued {
		if x.upper {
			return s + 1
		}
		return s - 2
	}
	c := text[i]
	rn, _ := utf8.DecodeRuneInString(text[i:])
	switch {
	case c == ',' || c == ';' || c == ')':
		s -= 3
	case c == '(':
		if i == r.to && !x.upper {
			s -= 2
		}
	case c == '.':
		s += x.afterStop(text, i+1)
	case c == ':' || c == '-' || strings.HasPrefix(text[i:], "–") || strings.HasPrefix(text[i:], "—"):
		s++
	case isCapital(rn):
		s += 1.5
	case '0' <= c && c <= '9':
		s += paragraphOne(text, i)
	case isLetter(c):
		if goesOn(wordAt(text, i)) {
			s -= 4
		} else if !x.upper {
			s--
		}
	}
	return s
}

// afterStop scores a full stop behind the number: a heading has it before
// its title, a reference at the end of its sentence.
func (x *candidate) afterStop(text string, i int) float32 {
	if i < len(text) && '0' <= text[i] && text[i] <= '9' {
		return -1
	}
	if x.lineStart {
		return 1.5
	}
	return 0
}

// paragraphOne scores a number behind a number: the first paragraph.
func paragraphOne(text string, i int) float32 {
	if text[i] == '1' && i+1 < len(text) && (text[i+1] == '.' || text[i+1] == ')') {
		return 2
	}
	return -0.5
}

// refers reports whether a word before "Article 5" makes it a reference.
func refers(w string) bool {
	switch strings.ToLower(w) {
	case "of", "in", "under", "to", "with", "by", "and", "or", "from", "see", "per", "both", "either", "the", "this", "that", "said", "than",
		"paragraph", "paragraphs", "subparagraph", "subparagraphs", "section", "at", "on", "for", "through", "within", "between", "pursuant", "per cent", "new", "also",
		"present", "following", "preceding", "whereas", "if", "when", "where", "until", "upon", "into", "as", "after", "amended", "former", "like", "amending",
		"de", "du", "des", "à", "l", "et", "ou", "dans", "par", "au", "aux", "le", "la", "les", "présent", "selon", "sous", "en", "el", "los", "las", "y", "del", "al",
		"van", "het", "dit", "deze", "bij", "met", "uit", "onder", "krachtens", "voor", "aan", "dat", "volgens", "ingevolge", "overeenkomstig", "lid", "или", "и", "в", "по":
		return true
	}
	return false
}

// goesOn reports whether a word behind "Article 5" carries on a sentence.
func goesOn(w string) bool {
	switch strings.ToLower(w) {
	case "of", "and", "or", "to", "shall", "is", "are", "above", "below", "hereof", "thereof", "may", "has", "have", "in", "on", "paragraph", "paragraphs", "which", "by",
		"the", "with", "as", "apply", "applies", "was", "were", "for", "when", "if", "does", "du", "de", "et", "ou", "del", "y", "o", "van", "en", "of het", "bis", "under", "from", "this",
		"sont", "est", "des", "is van", "lid", "through", "that", "herein", "therein", "refers", "until", "at":
		return true
	}
	return false
}

// lastNonBlank returns the byte behind the last non-blank before i, 0 if none.
func lastNonBlank(text string, i int) int {
	for i > 0 {
		switch text[i-1] {
		case ' ', '\t', '\n', '\r', '#', '*', '_', '>', '|':
			i--
		default:
			if strings.HasSuffix(text[:i], "\u00a0") {
				i -= 2
				continue
			}
			return i
		}
	}
	return 0
}

// lastWord returns the word that ends at byte end.
func lastWord(text string, end int) string {
	i := end
	for i > 0 && end-i < 24 && isLetter(text[i-1]) {
		i--
	}
	return text[i:end]
}

// wordAt returns the word that begins at byte i.
func wordAt(text string, i int) string {
	j := i
	for j < len(text) && j-i < 24 && isLetter(text[j]) {
		j++
	}
	return text[i:j]
}

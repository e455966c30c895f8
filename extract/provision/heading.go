package provision

import (
	"strings"
	"unicode/utf8"

	"pacta"
)

// longestHeading is in bytes.
const longestHeading = 160

// readHeading reads the heading words behind a number at byte i and returns
// where the body begins. On lines of their own they are the rest of the line,
// or the next line where that is no sentence; in run-on text what stands
// before the first numbered paragraph.
func readHeading(text string, i int, ownLine bool) (pacta.Span, int) {
	i = skipMarks(text, i)
	if !ownLine {
		return runOnHeading(text, i)
	}
	end := lineEnd(text, i)
	if trimRight(text, i, end) <= i { // nothing more on this line
		next := skipBlank(text, end)
		end = lineEnd(text, next)
		if h := trimmed(text, next, end); looksLikeHeading(h.Of(text)) && !wraps(text, end) {
			return h, end
		}
		return pacta.Span{}, i
	}
	if h := trimmed(text, i, end); looksLikeHeading(h.Of(text)) && !wraps(text, end) {
		return h, end
	}
	return runOnHeading(text, i)
}

// wraps reports whether the line that ends at byte end goes on in the next one.
func wraps(text string, end int) bool {
	next := skipBlank(text, end)
	r, _ := utf8.DecodeRuneInString(text[next:])
	return next < len(text) && isLetter(text[next]) && !isCapital(r) && item(text[next:min(len(text), next+6)]) == 0 || refers(lastWord(text, end))
}

// looksLikeHeading reports whether a line is a heading and not the beginning
// of the text.
func looksLikeHeading(line string) bool {
	if line == "" || len(line) > longestHeading {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	if !isCapital(r) && r != '"' && r != '“' && r != '(' {
		return false
	}
	if item(line) > 0 {
		return false
	}
	if k, _ := matchKeyword(line, 0); k != nil && (k.depth == articleDepth || k.depth == signatureDepth) {
		return false
	}
	switch line[len(line)-1] {
	case ';', ',':
		return false
	case ':':
		return strings.Count(line, " ") < 3
	case '.':
		return len(line) < 60 && strings.Count(line, " ") < 7 && !strings.Contains(line, " shall ")
	}
	return !strings.Contains(line, " shall ")
}

// item returns the length of a number or letter that begins a paragraph: "1.",
// "(a)", 0 if there is none.
func item(s string) int {
	n, _, _ := itemAt(s, 0)
	return n
}

// runOnHeading takes the words before a first paragraph "1." as heading where
// they are few.
func runOnHeading(text string, i int) (pacta.Span, int) {
	if h := titledHeading(text, i); !h.IsZero() {
		return h, h.End
	}
	limit := min(len(text), i+longestHeading)
	for j := i; j < limit; j++ {
		switch text[j] {
		case '1', '(':
			n, kind, v := itemAt(text, j)
			if n > 0 && v == 1 && kind != itemLetter && j > i {
				if h := trimmed(text, i, j); headingWords(h.Of(text)) {
					return h, j
				}
				return pacta.Span{}, i
			}
		case '.', ';', '\n':
			if !digitBefore(text, j) {
				return pacta.Span{}, i
			}
		}
	}
	return pacta.Span{}, i
}

// titledHeading returns the heading of run-on text that capitals and the first
// word of a sentence give away: "Dumping If a Party finds".
func titledHeading(text string, i int) pacta.Span {
	last, end := "", i
	for j := i; j < len(text) && j-i < longestHeading; {
		r, _ := utf8.DecodeRuneInString(text[j:])
		if !isCapital(r) {
			return pacta.Span{}
		}
		w := wordAt(text, j)
		if last != "" && opensSentence(w) && !refers(last) {
			return pacta.Span{Start: i, End: end}
		}
		j += len(w)
		for j < len(text) && text[j] == '-' { // Re-Export
			j += 1 + len(wordAt(text, j+1))
		}
		last, end = w, j
		for j < len(text) && (text[j] == ' ' || text[j] == ',') {
			j++
		}
		if j == end {
			return pacta.Span{}
		}
	}
	return pacta.Span{}
}

// opensSentence reports whether a capitalised word often begins a sentence and
// seldom stands within a heading.
func opensSentence(w string) bool {
	switch w {
	case "The", "A", "An", "If", "For", "In", "Where", "Each", "Any", "This", "Nothing", "One", "Upon", "With", "All", "No", "When", "As", "By", "Except",
		"Subject", "Without", "Notwithstanding", "Such", "Both", "Either", "Every", "It", "On", "At", "Under", "Neither", "These", "Unless", "Should", "Pursuant":
		return true
	}
	return false
}

func digitBefore(text string, i int) bool { return i > 0 && '0' <= text[i-1] && text[i-1] <= '9' }

// headingWords reports whether words of run-on text can be a heading.
func headingWords(s string) bool {
	return s != "" && len(s) < 120 && !strings.Contains(s, " shall ") && !strings.Contains(s, ", the ")
}

// skipMarks passes the stop, colon, dash or blank behind a number.
func skipMarks(text string, i int) int {
	for i < len(text) {
		switch {
		case strings.IndexByte(" \t.:-*_", text[i]) >= 0:
			i++
		case strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "—"):
			i += len("–")
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
	return i
}

func skipBlank(text string, i int) int {
	for i < len(text) && strings.IndexByte(" \t\r\n#*_", text[i]) >= 0 {
		i++
	}
	return i
}

func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// trimmed returns [start, end) without blanks and marks of layout around it.
func trimmed(text string, start, end int) pacta.Span {
	start = min(skipBlank(text, start), end)
	return pacta.Span{Start: start, End: trimRight(text, start, end)}
}

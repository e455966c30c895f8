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
		if h := trimmed(text, next, end); looksLikeHeading(h.Of(text)) {
			return h, end
		}
		return pacta.Span{}, i
	}
	if h := trimmed(text, i, end); looksLikeHeading(h.Of(text)) {
		return h, end
	}
	return runOnHeading(text, i)
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
	case ':', '.':
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

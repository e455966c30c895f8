package read

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// declarationLines is how many lines of a text are looked at for the form of a
// declaration; longer instruments have articles or a formula.
const declarationLines = 400

// isDeclaration tells a declaration, communiqué or memorandum by its form: a
// title that is its name, consecutively numbered paragraphs in most of which
// the parties act, and a preamble or a close with place and day. A report has a
// dateline or a byline and its own words for a title.
func isDeclaration(l *layout) bool {
	if len(l.lines) > declarationLines {
		return false
	}
	count, acts, begin := 0, 0, -1
	for i := range l.lines {
		t := l.lines[i].text
		if begin < 0 && isByline(t) {
			return false
		}
		rest, ok := numbered(t, count+1)
		if !ok {
			continue
		}
		if begin < 0 {
			begin = i
		}
		count++
		if partiesAct(rest) {
			acts++
		}
	}
	return count >= 3 && acts*2 >= count && l.instrumentTitle() && (l.hasPreamble(begin) || l.signedBelow())
}

// instrumentNouns name the kinds of instrument that have the form of a
// declaration.
var instrumentNouns = map[string]bool{
	"declaration": true, "communiqué": true, "communique": true, "statement": true, "memorandum": true, "agreement": true, "accord": true, "accords": true,
	"protocol": true, "framework": true, "roadmap": true, "undertaking": true, "pact": true, "treaty": true, "understanding": true, "arrangement": true, "charter": true,
}

// instrumentTitle reports whether one of the first lines is the name of an
// instrument; a note such as "Unofficial translation" may stand above it.
func (l *layout) instrumentTitle() bool {
	for i := 0; i < len(l.lines) && i < 3; i++ {
		if isInstrumentTitle(l.lines[i].text) {
			return true
		}
	}
	return false
}

// isInstrumentTitle reports whether t is the name of an instrument: set like a
// name, with the noun at its end or before "of", "on", "between" and the like.
func isInstrumentTitle(t string) bool {
	if len(t) > maxTitle || strings.ContainsAny(t, ":?!") || endsSentence(t) {
		return false
	}
	words := strings.Fields(strings.ToLower(t))
	for i, w := range words {
		if !instrumentNouns[strings.Trim(w, ",\"“”«»()")] {
			continue
		}
		if i == len(words)-1 {
			return isNamed(t, i)
		}
		switch words[i+1] {
		case "of", "on", "by", "between", "among", "for", "concerning", "regarding":
			return isNamed(t, i)
		}
	}
	return false
}

// isNamed reports whether the first n+1 words of t, function words aside, have
// capitals, as those of a name do.
func isNamed(t string, n int) bool {
	for i, w := range strings.Fields(t)[:n+1] {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"“«("))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && (i == n || !english[strings.ToLower(w)]) {
			return false
		}
	}
	return true
}

// numbered returns what follows in t after the number n of a paragraph.
func numbered(t string, n int) (string, bool) {
	t = strings.TrimPrefix(t, "(")
	rest, ok := strings.CutPrefix(t, strconv.Itoa(n))
	if !ok || len(rest) < 3 || rest[0] != '.' && rest[0] != ')' {
		return "", false
	}
	return strings.TrimSpace(rest[1:]), rest[1] == ' ' || rest[1] == '\t' || rest[1] == 0xc2
}

// parties are the words by which an instrument names those who make it.
var parties = [...]string{"parties", "party", "sides", "side", "leaders", "governments", "presidents", "ministers", "states", "signatories", "participants", "republic", "kingdom", "countries", "we", "they", "heads"}

// partiesAct reports whether t, a numbered paragraph, begins with those who make
// the instrument, or binds somebody.
func partiesAct(t string) bool {
	if strings.Contains(t, "?") {
		return false
	}
	if strings.Contains(t, " shall ") {
		return true
	}
	words := strings.Fields(strings.ToLower(t[:min(len(t), 60)]))
	for _, w := range words[:min(len(words), 4)] {
		for _, p := range parties {
			if strings.Trim(w, ",") == p {
				return true
			}
		}
	}
	return false
}

// hasPreamble reports whether one of the lines before the line end is a recital:
// a phrase that ends with a comma or colon.
func (l *layout) hasPreamble(end int) bool {
	for i := 1; i < end; i++ {
		t := l.lines[i].text
		if len(t) >= 20 && (strings.HasSuffix(t, ",") || strings.HasSuffix(t, ":") || strings.HasSuffix(t, ";")) {
			return true
		}
	}
	return false
}

// signedBelow reports whether one of the last lines is a place and a day.
func (l *layout) signedBelow() bool {
	for i := max(1, len(l.lines)-6); i < len(l.lines); i++ {
		x := &l.lines[i]
		if x.Len() <= 90 && len(x.stamps) == 1 && x.stamps[0].whole() && x.stamps[0].Start > x.Start {
			return true
		}
	}
	return false
}

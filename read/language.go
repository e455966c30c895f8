package read

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"

	"pacta"
)

// english lists the commonest function words of English, of which its running
// text is made to a fifth and more; no other language has as many.
var english = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "in": true, "that": true, "is": true, "for": true, "on": true, "with": true,
	"by": true, "as": true, "was": true, "are": true, "be": true, "it": true, "at": true, "from": true, "this": true, "has": true,
	"have": true, "which": true, "not": true, "its": true, "will": true, "an": true, "shall": true, "or": true,
}

const (
	languageBytes = 2048 // of running text that are looked at
	languageSure  = 0.8  // the confidence from which whatlanggo is believed
)

// languageOf returns the language of the running text, "" if it is not sure.
// English is told by its function words, which costs a hundredth of counting
// trigrams.
func languageOf(l *layout, dropped []pacta.Span) string {
	if l.first < len(l.lines) {
		if t := l.lines[l.first].text; len(t) > 150 && isEnglish(t[:min(len(t), 400)]) {
			return "en"
		}
	}
	sample := l.sample(dropped)
	if isEnglish(sample) {
		return "en"
	}
	if len(sample) < 40 {
		return ""
	}
	info := whatlanggo.Detect(sample)
	if info.Confidence < languageSure {
		return ""
	}
	return info.Lang.Iso6391()
}

// sample returns the first lines of the text that are not dropped, running
// text before all else.
func (l *layout) sample(dropped []pacta.Span) string {
	var b strings.Builder
	for _, prose := range [...]bool{true, false} {
		d := 0
		for i := range l.lines {
			x := &l.lines[i]
			for d < len(dropped) && dropped[d].End <= x.Start {
				d++
			}
			if x.prose != prose || d < len(dropped) && dropped[d].Overlaps(x.Span) {
				continue
			}
			t := x.text
			if room := languageBytes - b.Len(); len(t) > room {
				t = strings.ToValidUTF8(t[:room], "")
			}
			b.WriteString(t)
			b.WriteByte('\n')
			if b.Len() >= languageBytes {
				return b.String()
			}
		}
		if b.Len() > 200 {
			break
		}
	}
	return b.String()
}

// isEnglish reports whether a fifth of the words of s are English function words.
func isEnglish(s string) bool {
	words, hits := 0, 0
	for i := 0; i < len(s); {
		for i < len(s) && !isASCIILetter(s[i]) && s[i] < 0x80 {
			i++
		}
		start := i
		for i < len(s) && (isASCIILetter(s[i]) || s[i] >= 0x80) {
			i++
		}
		if i > start {
			words++
			if n := i - start; n >= 2 && n <= 5 {
				if yes, _ := fold(english, s[start:i]); yes {
					hits++
				}
			}
		}
	}
	return words >= 8 && hits*5 >= words
}

func isASCIILetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

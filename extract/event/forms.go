package event

import "strings"

// inflections adds to forms the regular inflected forms of the lemma w, for
// words that the lemmatiser does not know.
func inflections(forms map[string]string, w string) {
	add := func(f string) {
		if forms[f] == "" {
			forms[f] = w
		}
	}
	n := len(w)
	if n < 3 || strings.Contains(w, "-") {
		return
	}
	last := w[n-1]
	switch {
	case last == 'e':
		add(w + "d")
		add(w[:n-1] + "ing")
		add(w + "s")
	case last == 'y' && !vowel(w[n-2]):
		add(w[:n-1] + "ied")
		add(w[:n-1] + "ies")
		add(w + "ing")
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		add(w + "es")
		add(w + "ed")
		add(w + "ing")
	default:
		add(w + "s")
		add(w + "ed")
		add(w + "ing")
	}
	if !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(w[n-2]) && !vowel(w[n-3]) {
		add(w + string(last) + "ed")
		add(w + string(last) + "ing")
	}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

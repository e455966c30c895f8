package match

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed words.tsv
var wordsTSV string

var lexicon = readWords(wordsTSV)

// A word is what the lexicon knows of one word of a title.
type word struct {
	as     string // the word it is read as
	typ    string // the sort of instrument
	op     string // what it does to another instrument
	number string // the thing that is numbered
	stop   bool
	formal bool
}

func readWords(tsv string) map[string]word {
	out := map[string]word{}
	for line := range strings.Lines(tsv) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 2 {
			continue
		}
		w := out[f[0]]
		switch f[1] {
		case "stop":
			w.stop = true
		case "formal":
			w.formal = true
		case "type":
			w.typ = f[2]
		case "op":
			w.op = f[2]
		case "number":
			w.number = f[2]
		case "as":
			w.as = f[2]
		}
		out[f[0]] = w
	}
	return out
}

// look returns what the lexicon knows of a folded word, of its singular or of
// the word it is read as.
func look(w string) (string, word) {
	for range 3 {
		x, ok := lexicon[w]
		if !ok {
			if s := singular(w); s != w {
				w = s
				continue
			}
			return w, word{}
		}
		if x.as == "" || x.as == w {
			return w, x
		}
		w = x.as
	}
	return w, lexicon[w]
}

// singular cuts the endings of a plural.
func singular(w string) string {
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 6 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes")):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// fold appends the words of title to dst: small letters without diacritics,
// apostrophes and the hyphen of "co-operation" dropped.
func fold(title string, dst []string) []string {
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			dst = append(dst, b.String())
			b.Reset()
		}
	}
	small := false
	for _, r := range title {
		if unicode.IsUpper(r) && small { // lists lose blanks: "RhineWaters"
			flush()
		}
		small = unicode.IsLower(r)
		switch {
		case r == '\'' || r == '’':
			if b.Len() == 1 { // l'eau
				flush()
			}
		case r == '-' && prefixes[b.String()]:
		case r == '?' && b.Len() > 1: // a letter that was lost in conversion
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(foldRune(unicode.ToLower(r)))
		default:
			flush()
		}
	}
	flush()
	return dst
}

// prefixes are written together with what follows: "co-operation".
var prefixes = map[string]bool{"co": true, "phyto": true, "non": true, "anti": true, "hydro": true, "agro": true, "multi": true, "bio": true, "geo": true, "inter": true}

// foldRune writes a small letter without its diacritic.
func foldRune(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	for _, f := range folds {
		if strings.ContainsRune(f.from, r) {
			return f.to
		}
	}
	return string(r)
}

var folds = []struct{ from, to string }{
	{"àáâãäåāă", "a"}, {"èéêëēěę", "e"}, {"ìíîïī", "i"}, {"òóôõöøō", "o"}, {"ùúûüū", "u"}, {"çćč", "c"}, {"ñń", "n"}, {"ß", "ss"},
	{"šś", "s"}, {"žźż", "z"}, {"ýÿ", "y"}, {"ł", "l"}, {"ğ", "g"}, {"æ", "ae"}, {"œ", "oe"}, {"ţț", "t"}, {"ř", "r"},
}

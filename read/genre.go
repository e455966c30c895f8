package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// genre tells the text of an instrument from a report about one: it has
// numbered articles, or an enacting formula and several numbered paragraphs, or
// the form of a declaration.
func genre(l *layout) string {
	articles, formula, done := 0, false, false
	for i := range l.lines {
		t := l.lines[i].text
		if isArticleHeading(t) {
			articles++
		}
		if len(t) > unbroken && isUnbroken(t) {
			return pacta.GenreTreaty
		}
		if len(t) < 80 || t[len(t)-1] == ':' {
			formula = formula || hasFormula(t)
		}
		done = done || isTestimonium(t)
	}
	if articles >= 3 || articles >= 1 && (formula || done) || formula && done {
		return pacta.GenreTreaty
	}
	if isDeclaration(l) {
		return pacta.GenreTreaty
	}
	return pacta.GenreNews
}

// unbroken is the length, in bytes, of a line that is no paragraph any more.
const unbroken = 2000

// isUnbroken reports whether t is the text of an instrument that lost its line
// breaks: it speaks of many articles, and says "shall" all the time.
func isUnbroken(t string) bool {
	shall := strings.Count(t, " shall ")
	return shall >= 5 && shall*1000 >= len(t) && strings.Count(t, "rticle ")+strings.Count(t, "RTICLE ") >= 5
}

// isArticleHeading reports whether t begins like the heading of an article.
func isArticleHeading(t string) bool {
	word, rest, ok := strings.Cut(t, " ")
	if !ok || len(word) < 3 || len(word) > 14 {
		return false
	}
	switch word {
	case "Article", "ARTICLE", "Art.", "Artikel", "ARTIKEL", "Artículo", "ARTÍCULO", "Articolo", "Artigo", "Статья", "СТАТЬЯ":
	default:
		return false
	}
	number, after, _ := strings.Cut(rest, " ")
	bare := strings.TrimRight(number, ".:-–—)°º")
	if bare == "" || strings.Trim(bare, "0123456789IVXLC") != "" && !ordinals[strings.ToLower(bare)] {
		return false
	}
	// "Article 5 of the pact …" begins a sentence, not an article.
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "-–—.( "))
	return after == "" || bare != number || !unicode.IsLower(r)
}

// ordinals are the words that number a first article.
var ordinals = map[string]bool{"one": true, "first": true, "premier": true, "1er": true, "1st": true, "primero": true, "primo": true, "unique": true}

// hasFormula reports whether t holds the words with which parties enact.
func hasFormula(t string) bool {
	for _, f := range [...]string{"have agreed as follows", "HAVE AGREED AS FOLLOWS", "have agreed on the following", "hereby agree as follows", "agree as follows:", "Have agreed as follows", "have decided to conclude", "declare the following:", "have reached the following understanding"} {
		if strings.Contains(t, f) {
			return true
		}
	}
	return false
}

// isTestimonium reports whether t begins the end of an instrument.
func isTestimonium(t string) bool {
	for _, f := range [...]string{"Done at ", "DONE at ", "DONE AT ", "Done in ", "IN WITNESS WHEREOF", "In witness whereof", "IN FAITH WHEREOF"} {
		if strings.HasPrefix(t, f) {
			return true
		}
	}
	return false
}

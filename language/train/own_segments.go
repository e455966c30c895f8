package main

import (
	_ "embed" // our own paragraphs
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed own/segments.txt
var ownSegments string

const segmentCopies = 40 // fillings of each paragraph

// listed returns the plain words of a list of own/lists.txt, with a capital.
func listed(name string) []string {
	var out []string
	for _, line := range contentLines(ownLists) {
		list, words, _ := strings.Cut(line, ":")
		if list != name {
			continue
		}
		for _, w := range strings.Fields(words) {
			if len(w) < 4 || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) || acronyms[w] {
				continue
			}
			first, n := utf8.DecodeRuneInString(w)
			out = append(out, string(unicode.ToUpper(first))+w[n:])
		}
	}
	return out
}

// acronyms are words of the lists of places that are printed in capitals.
var acronyms = map[string]bool{"ussr": true}

// segmentDocument fills the paragraphs of own/segments.txt, always alike.
func segmentDocument() gold {
	book := treeBook{slots: map[string][]string{"given": listed("given"), "place": append(listed("country"), listed("city")...)}, random: rand.New(rand.NewPCG(7, 7))}
	for _, line := range contentLines(ownSegments) {
		if name, fillings, ok := strings.Cut(line, " = "); ok {
			book.slots[name] = strings.Fields(fillings)
		} else if line != "" {
			book.templates = append(book.templates, line)
		}
	}
	d := gold{id: "own-segments"}
	var text strings.Builder
	for i := range segmentCopies * len(book.templates) {
		d.addParagraph(&text, book.fill(book.templates[i%len(book.templates)]))
	}
	d.text = text.String()
	return d
}

// addParagraph appends the sentences of a filled line.
func (d *gold) addParagraph(text *strings.Builder, line string) {
	start := text.Len()
	for k, part := range strings.Split(line, " / ") {
		if k > 0 {
			text.WriteByte(' ')
		}
		s := goldSentence{start: text.Len(), para: len(d.paras)}
		s.addChunks(text, part)
		d.sents = append(d.sents, s)
	}
	d.paras = append(d.paras, [2]int{start, text.Len()})
	fmt.Fprint(text, "\n\n")
}

// addChunks appends the words of a line whose tokens end at blanks and bars.
func (s *goldSentence) addChunks(text *strings.Builder, line string) {
	for i, chunk := range strings.Fields(line) {
		if i > 0 {
			text.WriteByte(' ')
		}
		for _, form := range strings.Split(chunk, "|") {
			if form != "" {
				at := text.Len()
				text.WriteString(form)
				s.words = append(s.words, goldWord{start: at, end: text.Len(), form: form})
			}
		}
	}
	s.end = text.Len()
}

package main

import (
	_ "embed" // our own sentences
	"strings"

	"pacta/language/internal/engine"
)

//go:embed own/sentences.txt
var ownSentences string

//go:embed own/tokens.txt
var ownTokens string

// ownWeight is how often our own sentences count beside the treebanks.
const ownWeight = 4

// tokenDocument reads own/tokens.txt as a document of one paragraph a line.
func tokenDocument() gold {
	var d gold
	var text strings.Builder
	for _, line := range contentLines(ownTokens) {
		if line == "" {
			continue
		}
		start := text.Len()
		s := goldSentence{start: start, para: len(d.paras)}
		s.addChunks(&text, line)
		d.sents = append(d.sents, s)
		d.paras = append(d.paras, [2]int{start, text.Len()})
		text.WriteString("\n\n")
	}
	d.text = text.String()
	return d
}

// sentenceDocument reads own/sentences.txt; t finds the words.
func sentenceDocument(t *engine.Model) gold {
	var d gold
	var text strings.Builder
	open := false
	for _, line := range contentLines(ownSentences) {
		if line == "" {
			open = false
			continue
		}
		line, glued := strings.CutSuffix(line, "\\")
		if !open {
			text.WriteString("\n\n")
			d.paras = append(d.paras, [2]int{text.Len(), 0})
			open = true
		}
		s := goldSentence{start: text.Len(), end: text.Len() + len(line), para: len(d.paras) - 1}
		text.WriteString(line)
		d.paras[s.para][1] = text.Len()
		if !glued {
			text.WriteByte(' ')
		}
		d.sents = append(d.sents, s)
	}
	d.text = text.String()
	for i := range d.sents {
		s := &d.sents[i]
		for _, r := range t.Cut(d.text, s.start, s.end) {
			s.words = append(s.words, goldWord{start: r[0], end: r[1]})
		}
	}
	return d
}

func contentLines(file string) []string {
	var lines []string
	for _, line := range strings.Split(file, "\n") {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// gold is a document of a treebank: its raw text and its sentences.
type gold struct {
	id    string
	text  string
	paras [][2]int // byte ranges of the paragraphs
	sents []goldSentence
}

type goldSentence struct {
	start, end int
	para       int
	words      []goldWord
	spans      []goldSpan
}

type goldWord struct {
	start, end      int
	form, lemma     string
	upos, xpos, rel string
	head            int // index, -1 for the root
	entity          string
}

// row is a line of a CoNLL-U file.
type row []string

func (r row) noSpace() bool { return strings.Contains("|"+r[9]+"|", "|SpaceAfter=No|") }

type rawSentence struct {
	para bool
	rows []row
}

// readTreebank reads a gzipped CoNLL-U file and rebuilds the raw text of each
// document: paragraphs joined by blank lines, words by what SpaceAfter says.
func readTreebank(path string) ([]gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var docs []gold
	var raw []rawSentence
	id := ""
	flush := func() {
		if len(raw) > 0 {
			docs = append(docs, buildDocument(id, raw))
		}
		raw = nil
	}
	para, open := true, false
	lines := bufio.NewReaderSize(z, 1<<16)
	for {
		line, err := lines.ReadString('\n')
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			flush()
			id, para = strings.TrimSpace(line[strings.LastIndexByte(line, '=')+1:]), true
		case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newblock"):
			para = true
		case strings.HasPrefix(line, "#"):
		case line == "":
			open = false
		default:
			if !open {
				raw = append(raw, rawSentence{para: para})
				para, open = false, true
			}
			s := &raw[len(raw)-1]
			s.rows = append(s.rows, strings.Split(line, "\t"))
		}
		if err == io.EOF {
			flush()
			return docs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
}

func buildDocument(id string, raw []rawSentence) gold {
	d := gold{id: id}
	var text strings.Builder
	space := false
	for _, rs := range raw {
		if rs.para && len(d.sents) > 0 {
			d.paras[len(d.paras)-1][1] = text.Len()
			text.WriteString("\n\n")
			space = false
		}
		if rs.para || len(d.paras) == 0 {
			d.paras = append(d.paras, [2]int{text.Len(), text.Len()})
		}
		s := buildSentence(rs.rows, &text, &space)
		s.para = len(d.paras) - 1
		d.sents = append(d.sents, s)
	}
	d.paras[len(d.paras)-1][1] = text.Len()
	d.text = text.String()
	return d
}

func buildSentence(rows []row, text *strings.Builder, space *bool) goldSentence {
	var s goldSentence
	put := func(form string, spaceAfter bool) int {
		if *space {
			text.WriteByte(' ')
		}
		at := text.Len()
		text.WriteString(form)
		*space = spaceAfter
		return at
	}
	from, until, parts, fits := 0, 0, 0, false
	for _, r := range rows {
		if strings.Contains(r[0], ".") {
			continue
		}
		if a, b, ok := strings.Cut(r[0], "-"); ok {
			parts, _ = strconv.Atoi(a)
			until, _ = strconv.Atoi(b)
			from = put(r[1], !r.noSpace())
			fits = fitsParts(rows, r[1], parts, until)
			continue
		}
		n, _ := strconv.Atoi(r[0])
		w := newWord(r)
		if n <= until && n >= parts {
			w.start, w.end = from, text.Len()
			if fits {
				w.end = from + len(r[1])
				from = w.end
			}
			w.form = text.String()[w.start:w.end]
		} else {
			w.start = put(r[1], !r.noSpace())
			w.end = text.Len()
		}
		s.words = append(s.words, w)
	}
	s.start, s.end = s.words[0].start, text.Len()
	s.spans = entitySpans(rows)
	return s
}

func newWord(r row) goldWord {
	head, _ := strconv.Atoi(r[6])
	w := goldWord{form: r[1], lemma: r[2], upos: r[3], xpos: r[4], head: head - 1, rel: r[7]}
	if entityKinds[r[8]] != "" {
		w.entity = r[8]
	}
	return w
}

// fitsParts reports whether the words a to b of a multi-word token spell it.
func fitsParts(rows []row, surface string, a, b int) bool {
	var all strings.Builder
	for _, r := range rows {
		if n, err := strconv.Atoi(r[0]); err == nil && n >= a && n <= b {
			all.WriteString(r[1])
		}
	}
	return strings.EqualFold(all.String(), surface)
}

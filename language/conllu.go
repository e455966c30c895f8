package language

import (
	"fmt"
	"strconv"
	"strings"
)

// CoNLLU returns the sentence in CoNLL-U, the format of Universal Dependencies,
// with a blank line at the end. MISC holds SpaceAfter=No, the byte range of the
// token, and the brackets of entities: Entity=(person at the first word,
// Entity=person) at the last. text is what Analyse was given.
func CoNLLU(text string, s *Sentence) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# text = %s\n", oneLine(text[s.Start:s.End]))
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head, rel := "_", "_"
		if t.Rel != 0 {
			head, rel = strconv.Itoa(t.Head+1), t.Rel.String()
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%v\t%v\t_\t%s\t%s\t_\t%s\n",
			i+1, oneLine(text[t.Start:t.End]), lemmaOr(t.Lemma), t.UPOS, t.XPOS, head, rel, misc(s, i))
	}
	b.WriteByte('\n')
	return b.String()
}

func lemmaOr(lemma string) string {
	if lemma == "" {
		return "_"
	}
	return oneLine(lemma)
}

// oneLine turns what would break a line or a column into blanks.
func oneLine(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ", "\v", " ").Replace(s)
}

func misc(s *Sentence, i int) string {
	var parts []string
	for _, e := range s.Entities {
		if i == e.First || i == e.Last-1 {
			parts = append(parts, entityBracket(e, i))
		}
	}
	if i+1 < len(s.Tokens) && s.Tokens[i].End == s.Tokens[i+1].Start {
		parts = append(parts, "SpaceAfter=No")
	}
	parts = append(parts, fmt.Sprintf("Bytes=%d:%d", s.Tokens[i].Start, s.Tokens[i].End))
	return strings.Join(parts, "|")
}

func entityBracket(e Entity, i int) string {
	switch first := i == e.First; {
	case first && i == e.Last-1:
		return fmt.Sprintf("Entity=(%v)", e.Type)
	case first:
		return fmt.Sprintf("Entity=(%v", e.Type)
	}
	return fmt.Sprintf("Entity=%v)", e.Type)
}

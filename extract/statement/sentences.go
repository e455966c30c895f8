package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta/language"
)

// titles are abbreviations before a name. A period behind one ends no sentence.
var titles = set("rep sen gov del gen col lt mr mrs ms dr prof amb maj sgt atty adm capt rev hon st brig cmdr sec asst messrs pres sr jr")

// joined returns the sentences with those put together that were cut behind a
// title ("said Rep. | Ana Brun"). It returns in itself where there is none.
func joined(in []language.Sentence, text string) []language.Sentence {
	var out []language.Sentence
	for i := 0; i < len(in); i++ {
		s := in[i]
		for i+1 < len(in) && cutAfterTitle(&s, &in[i+1], text) {
			if out == nil {
				out = append(make([]language.Sentence, 0, len(in)), in[:i]...)
			}
			s = join(&s, &in[i+1])
			i++
		}
		if out != nil {
			out = append(out, s)
		}
	}
	if out == nil {
		return in
	}
	return out
}

func cutAfterTitle(a, b *language.Sentence, text string) bool {
	n := len(a.Tokens)
	if n < 2 || b.Start-a.End > 2 || strings.IndexByte(text[a.End:b.Start], '\n') >= 0 {
		return false
	}
	last := strings.ToLower(text[a.Tokens[n-2].Start:a.Tokens[n-1].End])
	if text[a.End-1] != '.' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[b.Start:])
	return unicode.IsUpper(r) && titles[strings.TrimSuffix(last, ".")]
}

// join makes one tree of two: the title becomes part of the name behind it, or
// that name part of the title's phrase.
func join(a, b *language.Sentence) language.Sentence {
	n := len(a.Tokens)
	out := language.Sentence{Start: a.Start, End: b.End, Tokens: make([]language.Token, 0, n+len(b.Tokens))}
	out.Tokens = append(append(out.Tokens, a.Tokens...), b.Tokens...)
	for i := n; i < len(out.Tokens); i++ {
		if out.Tokens[i].Head >= 0 {
			out.Tokens[i].Head += n
		}
	}
	root := b.Root() + n
	title := &out.Tokens[n-2]
	switch {
	case root < n:
	case title.Head < 0:
		title.Head, title.Rel = n, language.Compound
		out.Tokens[n-1].Head = n - 2
	default:
		out.Tokens[root].Head, out.Tokens[root].Rel = n-2, language.Flat
	}
	return out
}

// sentenceAt returns the index of the sentence that holds the byte at, -1 if none does.
func (d *document) sentenceAt(at int) int {
	i := sort.Search(len(d.sents), func(i int) bool { return d.sents[i].Start > at }) - 1
	if i >= 0 && at < d.sents[i].End {
		return i
	}
	return -1
}

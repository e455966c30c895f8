package treatybase

import (
	"context"
	"strings"
	"unicode"

	"pacta"
)

// A Hit is a sentence that a search found.
type Hit struct {
	Document   string       `json:"document"` // ID
	Title      string       `json:"title"`
	Outlet     string       `json:"outlet"`
	Published  string       `json:"published"`
	pacta.Span              // of the sentence; zero when the words stand in a title outside of the text
	Text       string       `json:"text"`
	Marks      []pacta.Span `json:"marks"` // the words found, as bytes of Text
	Score      float64      `json:"score"` // BM25: higher is better
}

// Search returns the sentences that hold all the words of query, the best
// first, and how many there are. Words are found by their stem; "words in
// quotation marks" must follow one another, a word with * at its end is a
// beginning, OR stands between alternatives, and - before a word excludes it.
// Hits are counted to MaxTotal; of more than that the newest 1,000 are ranked.
func (b *Base) Search(ctx context.Context, query string, limit, offset int) ([]Hit, int, error) {
	q := match(query)
	if q == "" {
		return nil, 0, nil
	}
	var total, from int
	if err := b.one(ctx, `SELECT count(*) FROM (SELECT 1 FROM sentence_fts WHERE sentence_fts MATCH ? LIMIT ?)`, []any{q, MaxTotal}, &total); err != nil {
		return nil, 0, err
	}
	if total == MaxTotal {
		err := b.one(ctx, `SELECT min(n) FROM (SELECT rowid AS n FROM sentence_fts WHERE sentence_fts MATCH ? ORDER BY rowid DESC LIMIT ?)`, []any{q, maxWords}, &from)
		if err != nil {
			return nil, 0, err
		}
	}
	var out []Hit
	err := b.each(ctx, func(scan func(...any) error) error {
		var h Hit
		var marked string
		err := scan(&h.Document, &h.Title, &h.Outlet, &h.Published, &h.Start, &h.End, &marked, &h.Score)
		h.Text, h.Marks = unmark(marked)
		out = append(out, h)
		return err
	}, `SELECT d.id, d.title, d.outlet, d.published, s.start_byte, s.end_byte,
			highlight(sentence_fts, 0, '`+markStart+`', '`+markEnd+`'), -rank
		FROM sentence_fts JOIN sentence s ON s.n = sentence_fts.rowid JOIN document d ON d.n = s.document
		WHERE sentence_fts MATCH ? AND sentence_fts.rowid >= ? ORDER BY rank, d.id, s.start_byte`+new(where).page(limit, offset), q, from)
	return out, total, err
}

// The marks are code points that Unicode sets apart for a program's own use, so
// that no text holds them.
const markStart, markEnd = "\uFDD0", "\uFDD1"

// unmark takes the marks that highlight put around words out of text again and
// returns where they stood.
func unmark(text string) (string, []pacta.Span) {
	var out strings.Builder
	var marks []pacta.Span
	for {
		before, rest, ok := strings.Cut(text, markStart)
		out.WriteString(before)
		if !ok {
			return out.String(), marks
		}
		word, after, _ := strings.Cut(rest, markEnd)
		marks = append(marks, pacta.Span{Start: out.Len(), End: out.Len() + len(word)})
		out.WriteString(word)
		text = after
	}
}

// match turns what a user typed into an FTS5 expression that is always valid:
// every word is quoted, so that none is taken for an operator.
func match(query string) string {
	var all, none []string
	or := false
	for _, t := range terms(query) {
		switch {
		case t == "OR" && len(all) > 0:
			or = true
		case strings.HasPrefix(t, "-") && len(t) > 1:
			none = append(none, quote(t[1:]))
		case or:
			all[len(all)-1] += " OR " + quote(t)
			or = false
		default:
			all = append(all, quote(t))
		}
	}
	if len(all) == 0 {
		return ""
	}
	q := "(" + strings.Join(all, ") AND (") + ")"
	for _, t := range none {
		q += " NOT " + t
	}
	return q
}

// terms cuts a query at white space outside of quotation marks and drops what
// holds no letter or digit. Phrases keep their opening mark.
func terms(query string) []string {
	var out []string
	var t strings.Builder
	flush := func() {
		if strings.ContainsFunc(t.String(), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, t.String())
		}
		t.Reset()
	}
	quoted := false
	for _, r := range query {
		switch {
		case strings.ContainsRune("\"“”", r):
			if quoted || t.String() != "-" {
				flush()
			}
			if quoted = !quoted; quoted {
				t.WriteByte('"')
			}
		case unicode.IsSpace(r) && !quoted, r < ' ':
			flush()
		default:
			t.WriteRune(r)
		}
	}
	flush()
	return out
}

// quote makes one term an FTS5 string; a * at its end stays an operator.
func quote(t string) string {
	t = strings.TrimPrefix(t, `"`)
	star := strings.HasSuffix(t, "*")
	q := `"` + strings.ReplaceAll(strings.TrimSuffix(t, "*"), `"`, `""`) + `"`
	if star {
		q += "*"
	}
	return q
}

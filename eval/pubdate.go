// Package eval scores what pacta finds against gold standards that others
// made. It holds scorers, no gold.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"pacta"
)

// A PubdateItem is a line of a gold set of publication days: a text and the day
// on which it appeared.
type PubdateItem struct {
	ID         string `json:"id"`
	URL        string `json:"url"`
	Date       string `json:"date"` // 2031-05-03
	Text       string `json:"text"`
	DateInText *bool  `json:"date_in_text"` // nil where every text shows its day
}

// A PubdateScore counts on how many texts the day of publication was found.
type PubdateScore struct {
	All, Right           int // of all texts
	Shown, ShownRight    int // of those whose text shows the day
	NotStated, Derived   int // of all: no answer, and a concluded one
	Wrong                []PubdateMiss
	WrongNotShown, Blank int // of those that do not show it: a wrong answer, no answer
}

// A PubdateMiss is a text whose day was not found, with what was found.
type PubdateMiss struct {
	Item PubdateItem
	Got  pacta.Field
}

// Pubdate reads a gold set from r, a JSON object a line, and scores what
// published finds for each. A day is right if the first ten characters of the
// EDTF value are the gold day; an interval is wrong.
func Pubdate(r io.Reader, published func(PubdateItem) (pacta.Field, error)) (PubdateScore, error) {
	var s PubdateScore
	rows := bufio.NewScanner(r)
	rows.Buffer(nil, 64<<20)
	for n := 1; rows.Scan(); n++ {
		var x PubdateItem
		if err := json.Unmarshal(rows.Bytes(), &x); err != nil {
			return s, fmt.Errorf("line %d: %w", n, err)
		}
		f, err := published(x)
		if err != nil {
			return s, fmt.Errorf("line %d: %s: %w", n, x.ID, err)
		}
		s.add(x, f)
	}
	return s, rows.Err()
}

func (s *PubdateScore) add(x PubdateItem, f pacta.Field) {
	right := len(f.Value) >= 10 && f.Value[:10] == x.Date && (len(f.Value) == 10 || f.Value[10] == 'T')
	shown := x.DateInText == nil || *x.DateInText
	s.All++
	if f.Value == "" {
		s.NotStated++
	}
	if f.Basis == pacta.Derived {
		s.Derived++
	}
	if shown {
		s.Shown++
	}
	switch {
	case right:
		s.Right++
		if shown {
			s.ShownRight++
		}
	case shown:
		s.Wrong = append(s.Wrong, PubdateMiss{x, f})
	case f.Value == "":
		s.Blank++
	default:
		s.WrongNotShown++
		s.Wrong = append(s.Wrong, PubdateMiss{x, f})
	}
}

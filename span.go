package pacta

// A Span is the bytes [Start, End) of a Document's Text. The zero Span means
// "not named in the text".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether s points at nothing.
func (s Span) IsZero() bool { return s == Span{} }

// Of returns the words of text that s covers. It panics when s lies outside of
// text, which is a bug in whoever made s.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Union returns the smallest span that covers both s and t; a zero span adds
// nothing.
func (s Span) Union(t Span) Span {
	if s.IsZero() {
		return t
	}
	if t.IsZero() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Compare orders spans by start, and the longer first where two start together,
// so that a whole comes before its parts.
func (s Span) Compare(t Span) int {
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return t.End - s.End
}

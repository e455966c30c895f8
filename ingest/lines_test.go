package ingest

import (
	"errors"
	"io"
	"strings"
	"testing"

	"pacta"
)

func TestLines(t *testing.T) {
	in := "one\r\n\n  two \nthree"
	var got []string
	var numbers []int
	for l, err := range Lines(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		got, numbers = append(got, string(l.Text)), append(numbers, l.Number)
	}
	if strings.Join(got, "|") != "one|  two|three" || numbers[0] != 1 || numbers[1] != 3 || numbers[2] != 4 {
		t.Errorf("got %q at %v", got, numbers)
	}
}

// endless is a line of n bytes of x.
type endless struct{ n int }

func (e *endless) Read(b []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	n := min(len(b), e.n)
	for i := range n {
		b[i] = 'x'
	}
	e.n -= n
	return n, nil
}

func TestLinesPassesOverHugeLine(t *testing.T) {
	r := io.MultiReader(strings.NewReader("a\n"), &endless{MaxLine + 1}, strings.NewReader("\nb\n"))
	var got []string
	for l, err := range Lines(r) {
		switch {
		case errors.Is(err, pacta.ErrInvalid):
			got = append(got, "too long")
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, string(l.Text))
		}
	}
	if strings.Join(got, " ") != "a too long b" {
		t.Errorf("got %q", got)
	}
}

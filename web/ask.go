package web

import (
	"net/http"
	"slices"
	"strings"

	"pacta/ask"
	"pacta/resolve"
)

// An answerPage is an answer with its sources in their surroundings.
type answerPage struct {
	*ask.Answer
	Lines []answerLine
	Notes []quoted // each sentence once
}

// An answerLine is a part of an answer with the number of its footnote.
type answerLine struct {
	ask.Part
	Note int
}

// footnotes numbers the sentences that the parts rest on.
func (p *answerPage) footnotes() []resolve.Source {
	var out []resolve.Source
	for _, part := range p.Parts {
		i := slices.IndexFunc(out, func(s resolve.Source) bool { return s.Document == part.Source.Document && s.Span == part.Source.Span })
		if i < 0 {
			i = len(out)
			out = append(out, part.Source)
		}
		p.Lines = append(p.Lines, answerLine{part, i + 1})
	}
	return out
}

// Verdict says in words what kind of answer it is.
func (p answerPage) Verdict() string {
	return map[string]string{
		ask.NotStated: "Not stated in the sources.", ask.Disagreement: "The sources disagree.",
		ask.FalsePremise: "The sources do not bear out what the question takes for granted.",
	}[p.Kind]
}

// ask answers a question.
func (s *server) ask(r *http.Request) (*view, error) {
	question := strings.TrimSpace(r.URL.Query().Get("q"))
	v := &view{name: "ask", Title: "Ask", Asked: question, Data: answerPage{}}
	if question == "" {
		return v, nil
	}
	a, err := ask.Ask(r.Context(), s.base, question)
	if err != nil {
		return nil, err
	}
	p := answerPage{Answer: a}
	notes := p.footnotes()
	if p.Notes, err = s.quotes(r.Context(), notes, len(notes)); err != nil {
		return nil, err
	}
	v.Data, v.json = p, a
	return v, nil
}

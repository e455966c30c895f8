package web

import (
	"net/http"
	"strings"

	"pacta/ask"
)

// An answerPage is an answer with its sources in their surroundings.
type answerPage struct {
	*ask.Answer
	Words []quoted
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
	if p.Words, err = s.quotes(r.Context(), a.Sources, len(a.Sources)); err != nil {
		return nil, err
	}
	v.Data, v.json = p, a
	return v, nil
}

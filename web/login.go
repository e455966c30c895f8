package web

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"pacta"
	"pacta/treatybase"
)

// login shows the form by which one signs in.
func (s *server) login(r *http.Request) (*view, error) {
	return loginPage(ownPath(r.URL.Query().Get("to")), "", ""), nil
}

func loginPage(to, name, wrong string) *view {
	data := struct {
		To    string `json:"-"`
		Name  string `json:"-"`
		Wrong string `json:"error,omitempty"`
	}{to, name, wrong}
	return &view{name: "login", Title: "Sign in", Nav: "error", Data: data, json: data}
}

// signIn starts a session for whoever knows a name and its password.
func (s *server) signIn(w http.ResponseWriter, r *http.Request) (string, error) {
	name, to := r.PostFormValue("name"), ownPath(r.PostFormValue("to"))
	if !s.options.Login {
		return to, nil
	}
	if wait := s.attempts.wait(addressOf(r), name); wait > 0 {
		w.Header().Set("Retry-After", fmt.Sprint(int(wait.Seconds())+1))
		return "", errAttempts
	}
	a, err := s.base.CheckPassword(r.Context(), name, r.PostFormValue("password"))
	if errors.Is(err, treatybase.ErrPassword) {
		s.attempts.failed(addressOf(r), name)
		s.log(r, name, "turned away", "")
		return "", errWrong{to, name}
	}
	if err != nil {
		return "", err
	}
	token, err := s.base.StartSession(r.Context(), a.Name)
	if err != nil {
		return "", err
	}
	s.setSession(w, token)
	s.log(r, a.Name, "signed in", "")
	return to, nil
}

// signOut ends the session.
func (s *server) signOut(w http.ResponseWriter, r *http.Request) (string, error) {
	if c, err := r.Cookie(s.cookieName()); err == nil {
		if err := s.base.EndSession(r.Context(), c.Value); err != nil {
			return "", err
		}
		s.log(r, visitorOf(r).Name, "signed out", "")
	}
	s.setSession(w, "")
	return "/login", nil
}

// errWrong brings back the form with what was typed but for the password.
type errWrong struct{ to, name string }

func (errWrong) Error() string { return treatybase.ErrPassword.Error() }

var errAttempts = errors.New("too many attempts, wait a little")

// log notes what concerns accounts. That the log cannot be written keeps nobody
// out.
func (s *server) log(r *http.Request, who, action, about string) {
	s.base.Audit(r.Context(), treatybase.AuditEntry{Who: clip(who), Address: addressOf(r), Action: action, About: clip(about)})
}

func clip(s string) string {
	if len(s) > 64 {
		s = s[:64]
	}
	return s
}

// attempts holds back whoever tries passwords: after a few wrong ones from an
// address or for a name there is one more every so often.
type attempts struct {
	mu   sync.Mutex
	left map[string]*rate.Limiter
	all  *rate.Limiter // so that checking passwords never takes the whole machine
}

const (
	attemptsAtOnce = 6
	attemptEvery   = 20 * time.Second
	mostWatched    = 10_000 // addresses and names
)

func newAttempts() *attempts {
	return &attempts{left: map[string]*rate.Limiter{}, all: rate.NewLimiter(8, 16)}
}

// wait returns how long whoever signs in has to wait; 0 if not at all.
func (a *attempts) wait(address, name string) time.Duration {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, k := range []string{"address " + address, "name " + name} {
		if l := a.left[k]; l != nil && l.Tokens() < 1 {
			return attemptEvery
		}
	}
	if !a.all.Allow() {
		return time.Second
	}
	return 0
}

func (a *attempts) failed(address, name string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.left) > mostWatched {
		for k, l := range a.left {
			if l.Tokens() >= attemptsAtOnce {
				delete(a.left, k)
			}
		}
	}
	for _, k := range []string{"address " + address, "name " + name} {
		if a.left[k] == nil {
			a.left[k] = rate.NewLimiter(rate.Every(attemptEvery), attemptsAtOnce)
		}
		a.left[k].Allow()
	}
}

// changePassword gives the visitor another password; the old one is asked for,
// and other sessions end.
func (s *server) changePassword(w http.ResponseWriter, r *http.Request) (string, error) {
	v := visitorOf(r)
	if !v.Login {
		return "", fmt.Errorf("nobody signs in here: %w", pacta.ErrInvalid)
	}
	if wait := s.attempts.wait(addressOf(r), v.Name); wait > 0 {
		return "", errAttempts
	}
	if _, err := s.base.CheckPassword(r.Context(), v.Name, r.PostFormValue("old")); err != nil {
		s.attempts.failed(addressOf(r), v.Name)
		return "", fmt.Errorf("the old password is wrong: %w", pacta.ErrInvalid)
	}
	if r.PostFormValue("new") != r.PostFormValue("again") {
		return "", fmt.Errorf("the new password and its repetition differ: %w", pacta.ErrInvalid)
	}
	if err := s.base.SetPassword(r.Context(), v.Name, r.PostFormValue("new")); err != nil {
		return "", err
	}
	token, err := s.base.StartSession(r.Context(), v.Name)
	if err != nil {
		return "", err
	}
	s.setSession(w, token)
	s.log(r, v.Name, "changed the password", "")
	return "/account", nil
}

package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"

	"pacta/treatybase"
)

const sessionCookie = "session"

// open are the paths that nobody needs to be known for.
func (s *server) open(path string) bool {
	return path == "/login" || path == "/"+styleName || path == "/"+scriptName
}

// needs returns the role that a request needs: whoever only looks, or keeps
// something for himself, is a reader.
func needs(r *http.Request) string {
	path := r.URL.Path
	switch {
	case path == "/accounts" || strings.HasPrefix(path, "/accounts/") || path == "/audit":
		return treatybase.Admin
	case r.Method == http.MethodGet || r.Method == http.MethodHead:
		return treatybase.Reader
	case path == "/logout" || path == "/account" || path == "/searches" || strings.HasPrefix(path, "/searches/"):
		return treatybase.Reader
	}
	return treatybase.Editor
}

var (
	errSignIn    = errors.New("sign in first")
	errForbidden = errors.New("not allowed")
)

// gate lets in whoever may see the page and says who it is.
func (s *server) gate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.options.Login {
			next.ServeHTTP(w, withVisitor(r, s.local()))
			return
		}
		v, err := s.session(r)
		switch {
		case err != nil:
			s.refuse(w, r, err)
		case s.open(r.URL.Path):
			next.ServeHTTP(w, withVisitor(r, v))
		case v.Name == "" && r.Method == http.MethodGet && formatOf(r) == "":
			http.Redirect(w, r, "/login?to="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		case v.Name == "":
			s.refuse(w, r, errSignIn)
		case !v.May(needs(r)):
			s.refuse(w, withVisitor(r, v), fmt.Errorf("%s has the role %s, and this needs the role %s: %w", v.Name, v.Role, needs(r), errForbidden))
		default:
			w.Header().Set("Cache-Control", "private, no-store")
			next.ServeHTTP(w, withVisitor(r, v))
		}
	})
}

// session returns the visitor whose session r belongs to, without a name where
// there is none.
func (s *server) session(r *http.Request) (visitor, error) {
	c, err := r.Cookie(s.cookieName())
	if err != nil {
		return visitor{}, nil
	}
	a, err := s.base.Session(r.Context(), c.Value)
	return visitor{Name: a.Name, Role: a.Role, Login: true}, err
}

// cookieName returns a name that browsers accept over TLS only from this host
// and only for all of it.
func (s *server) cookieName() string {
	if s.options.Secure {
		return "__Host-" + sessionCookie
	}
	return sessionCookie
}

func (s *server) setSession(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: s.cookieName(), Value: token, Path: "/", HttpOnly: true, Secure: s.options.Secure, SameSite: http.SameSiteLaxMode}
	if token == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, c)
}

// refuse writes why something is not shown in the format that was asked for.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	v := failure(err)
	if formatOf(r) != "" || strings.Contains(r.Header.Get("Accept"), "application/json") {
		writeJSON(w, v)
		return
	}
	writeHTML(w, s.frame(v, r))
}

// formatOf returns json or csv for an address that ended so, "" for a page.
func formatOf(r *http.Request) string {
	f, _ := r.Context().Value(formatKey{}).(string)
	return f
}

// addressOf returns where a request comes from, without the port.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

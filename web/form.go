package web

import (
	"net/http"
	"strings"
)

// maxForm is how large a form may be.
const maxForm = 64 << 10

// form returns the handler of f: done, the browser goes on to another page, so
// that loading that again does nothing twice.
func (s *server) form(f form) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		next, err := f.do(s, w, r)
		if wrong, ok := err.(errWrong); ok {
			v := loginPage(wrong.to, wrong.name, wrong.Error())
			v.code = http.StatusUnauthorized
			writeHTML(w, s.frame(v, r))
			return
		}
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		http.Redirect(w, r, next, http.StatusSeeOther)
	})
}

// ownPath returns the address of a page of this server that somebody named, and
// the start page for anything that might lead elsewhere.
func ownPath(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
		return "/"
	}
	return to
}

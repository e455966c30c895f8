package web

import (
	"context"
	"net/http"

	"pacta/treatybase"
)

// A visitor is who asks for a page: the holder of an account, or where no
// account is needed the one person who uses this machine.
type visitor struct {
	Name  string
	Role  string // reader, editor, admin
	Login bool   // came in with a password, and may leave
}

// May reports whether the visitor may do what needs a role.
func (v visitor) May(role string) bool { return treatybase.Allows(v.Role, role) }

type visitorKey struct{}

// visitorOf returns who asks. Behind the gate everybody has a name.
func visitorOf(r *http.Request) visitor {
	v, _ := r.Context().Value(visitorKey{}).(visitor)
	return v
}

func withVisitor(r *http.Request, v visitor) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), visitorKey{}, v))
}

// local is the visitor where no account is needed.
func (s *server) local() visitor {
	name := s.options.Local
	if name == "" {
		name = "local"
	}
	return visitor{Name: name, Role: treatybase.Admin}
}

package web

import (
	"net/http"

	"pacta/treatybase"
)

// account shows who one is and lets one change the password.
func (s *server) account(r *http.Request) (*view, error) {
	v := visitorOf(r)
	data := struct {
		Name  string `json:"name"`
		Role  string `json:"role"`
		Login bool   `json:"login"`
		Least int    `json:"-"`
	}{v.Name, v.Role, v.Login, treatybase.MinPassword}
	return &view{name: "account", Title: "Your account", Data: data, json: data}, nil
}

// accounts shows who may use the base, and lets an admin change that.
func (s *server) accounts(r *http.Request) (*view, error) {
	all, err := s.base.Accounts(r.Context())
	if err != nil {
		return nil, err
	}
	v := &view{name: "accounts", Title: "Accounts", json: all, header: []string{"name", "role", "added", "seen"}, rows: [][]string{}, Data: struct {
		Accounts []treatybase.Account
		Roles    []string
		Least    int
		Login    bool
	}{all, []string{treatybase.Reader, treatybase.Editor, treatybase.Admin}, treatybase.MinPassword, s.options.Login}}
	for _, a := range all {
		v.rows = append(v.rows, []string{a.Name, a.Role, a.Added, a.Seen})
	}
	return v, nil
}

func (s *server) addAccount(_ http.ResponseWriter, r *http.Request) (string, error) {
	name, role := r.PostFormValue("name"), r.PostFormValue("role")
	if err := s.base.AddAccount(r.Context(), name, role, r.PostFormValue("password")); err != nil {
		return "", err
	}
	s.log(r, visitorOf(r).Name, "added an account", name+", "+role)
	return "/accounts", nil
}

func (s *server) changeRole(_ http.ResponseWriter, r *http.Request) (string, error) {
	name, role := r.PathValue("name"), r.PostFormValue("role")
	if err := s.base.SetRole(r.Context(), name, role); err != nil {
		return "", err
	}
	s.log(r, visitorOf(r).Name, "changed a role", name+", "+role)
	return "/accounts", nil
}

func (s *server) resetPassword(_ http.ResponseWriter, r *http.Request) (string, error) {
	name := r.PathValue("name")
	if err := s.base.SetPassword(r.Context(), name, r.PostFormValue("password")); err != nil {
		return "", err
	}
	s.log(r, visitorOf(r).Name, "set a password", name)
	return "/accounts", nil
}

func (s *server) removeAccount(_ http.ResponseWriter, r *http.Request) (string, error) {
	name := r.PathValue("name")
	if err := s.base.RemoveAccount(r.Context(), name); err != nil {
		return "", err
	}
	s.log(r, visitorOf(r).Name, "removed an account", name)
	return "/accounts", nil
}

// audit shows who came in, who was turned away and who changed accounts.
func (s *server) audit(r *http.Request) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	entries, total, err := s.base.AuditLog(r.Context(), limitOf(r), at)
	if err != nil {
		return nil, err
	}
	v := &view{name: "audit", Title: "Who came in", json: entries, header: []string{"at", "who", "address", "action", "about"}, rows: [][]string{}, Data: struct {
		Entries []treatybase.AuditEntry
		Pager   pager
	}{entries, newPager(r, at, len(entries), total)}}
	for _, e := range entries {
		v.rows = append(v.rows, []string{e.At, e.Who, e.Address, e.Action, e.About})
	}
	return v, nil
}

package treatybase

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"pacta"
)

func emptyBase(t *testing.T) *Base {
	t.Helper()
	b, err := Create(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func TestAccounts(t *testing.T) {
	ctx, b := t.Context(), emptyBase(t)
	for _, c := range []struct{ name, role, password string }{
		{"", Reader, "long enough 1"}, {"a b", Reader, "long enough 1"}, {"mira", "owner", "long enough 1"}, {"mira", Reader, "short"},
		{"mira", Reader, string(make([]byte, 73))},
	} {
		if err := b.AddAccount(ctx, c.name, c.role, c.password); !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("account %q, %q, %d bytes of password: %v", c.name, c.role, len(c.password), err)
		}
	}
	if err := errors.Join(b.AddAccount(ctx, "mira", Admin, "long enough 1"), b.AddAccount(ctx, "okko", Editor, "long enough 2")); err != nil {
		t.Fatal(err)
	}
	if err := b.AddAccount(ctx, "mira", Reader, "long enough 3"); !errors.Is(err, pacta.ErrInvalid) {
		t.Errorf("a second account of one name: %v", err)
	}
	if a, err := b.CheckPassword(ctx, "mira", "long enough 1"); err != nil || a.Role != Admin {
		t.Errorf("the right password: %v, %v", a, err)
	}
	for _, c := range [][2]string{{"mira", "long enough 2"}, {"mira", ""}, {"nobody", "long enough 1"}, {"", ""}} {
		if a, err := b.CheckPassword(ctx, c[0], c[1]); !errors.Is(err, ErrPassword) || a.Name != "" {
			t.Errorf("%q with %q: %v, %v", c[0], c[1], a, err)
		}
	}
	for what, err := range map[string]error{"remove": b.RemoveAccount(ctx, "mira"), "role": b.SetRole(ctx, "mira", Editor)} {
		if !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("%s of the only admin: %v", what, err)
		}
	}
	if err := b.SetPassword(ctx, "nobody", "long enough 1"); !errors.Is(err, pacta.ErrNotFound) {
		t.Errorf("password of nobody: %v", err)
	}
	all, err := b.Accounts(ctx)
	if err != nil || len(all) != 2 || all[0].Name != "mira" || all[0].Role != Admin {
		t.Errorf("accounts %v, %v", all, err)
	}
}

func TestSessions(t *testing.T) {
	ctx, b := t.Context(), emptyBase(t)
	if err := b.AddAccount(ctx, "mira", Editor, "long enough 1"); err != nil {
		t.Fatal(err)
	}
	start := func() string {
		token, err := b.StartSession(ctx, "mira")
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	has := func(token string) bool {
		a, err := b.Session(ctx, token)
		if err != nil {
			t.Fatal(err)
		}
		return a.Name == "mira" && a.Role == Editor
	}
	first, second := start(), start()
	if first == second || !has(first) || !has(second) || has("") || has(hashToken(first)) {
		t.Error("a token does not tell its session")
	}
	if err := b.EndSession(ctx, first); err != nil || has(first) || !has(second) {
		t.Errorf("after the end of the first: %v", err)
	}
	if err := b.SetPassword(ctx, "mira", "long enough 2"); err != nil || has(second) {
		t.Errorf("a new password leaves an old session: %v", err)
	}
	old := start()
	if _, err := b.w.ExecContext(context.Background(), `UPDATE session SET seen = seen - 13*3600`); err != nil || has(old) {
		t.Errorf("an idle session goes on: %v", err)
	}
}

func TestAllows(t *testing.T) {
	for _, c := range []struct {
		role, wanted string
		want         bool
	}{{Reader, Reader, true}, {Reader, Editor, false}, {Editor, Reader, true}, {Editor, Admin, false}, {Admin, Editor, true}, {"", Reader, false}, {"owner", Reader, false}} {
		if got := Allows(c.role, c.wanted); got != c.want {
			t.Errorf("Allows(%q, %q) = %v", c.role, c.wanted, got)
		}
	}
}

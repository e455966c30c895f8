package treatybase

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/crypto/bcrypt"

	"pacta"
)

// The roles of accounts, each of which may do all that those before it may: a
// reader reads, searches and asks, an editor decides about records, an admin
// manages accounts.
const (
	Reader = "reader"
	Editor = "editor"
	Admin  = "admin"
)

var accountRoles = []string{Reader, Editor, Admin}

// Allows reports whether somebody in role may do what needs the role wanted.
func Allows(role, wanted string) bool {
	return slices.Contains(accountRoles, role) && slices.Index(accountRoles, role) >= slices.Index(accountRoles, wanted)
}

// An Account is a person who may use the base from another machine.
type Account struct {
	Name  string `json:"name"`
	Role  string `json:"role"`
	Added string `json:"added"` // RFC 3339, UTC
	Seen  string `json:"seen"`  // when last at work in a session that still runs, "" if in none
}

// MinPassword is how many characters a password has at least; bcrypt reads the
// first 72 bytes, so longer ones are refused.
const MinPassword = 10

// ErrPassword is the error of a name and password that do not fit.
var ErrPassword = errors.New("the name or the password is wrong")

// passwordCost makes one check of a password take a good tenth of a second.
const passwordCost = 11

// AddAccount makes an account. The error wraps pacta.ErrInvalid for a name that
// is taken or has other than letters, digits, dot, hyphen and underscore, for an
// unknown role, and for a password that is too short or too long.
func (b *Base) AddAccount(ctx context.Context, name, role, password string) error {
	if err := errors.Join(validName(name), validRole(role)); err != nil {
		return err
	}
	sum, err := hashPassword(password)
	if err != nil {
		return err
	}
	return b.write(ctx, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `INSERT INTO account (name, role, password, added) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			name, role, sum, time.Now().Unix())
		return touched(r, err, fmt.Errorf("there is an account %q already: %w", name, pacta.ErrInvalid))
	})
}

// SetPassword gives an account another password and ends its sessions.
func (b *Base) SetPassword(ctx context.Context, name, password string) error {
	sum, err := hashPassword(password)
	if err != nil {
		return err
	}
	return b.changeAccount(ctx, name, `UPDATE account SET password = ? WHERE name = ?`, sum, name)
}

// SetRole gives an account another role and ends its sessions.
func (b *Base) SetRole(ctx context.Context, name, role string) error {
	if err := validRole(role); err != nil {
		return err
	}
	return b.changeAccount(ctx, name, `UPDATE account SET role = ? WHERE name = ?`, role, name)
}

// RemoveAccount removes an account and ends its sessions. What its holder
// decided stays under the name.
func (b *Base) RemoveAccount(ctx context.Context, name string) error {
	return b.changeAccount(ctx, name, `DELETE FROM account WHERE name = ?`, name)
}

// changeAccount refuses what would leave accounts without an admin: nobody
// could undo it from a browser.
func (b *Base) changeAccount(ctx context.Context, name, query string, args ...any) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		const admins = `SELECT count(*) FROM account WHERE role = 'admin'`
		var before, after int
		if err := tx.QueryRowContext(ctx, admins).Scan(&before); err != nil {
			return err
		}
		r, err := tx.ExecContext(ctx, query, args...)
		if err := touched(r, err, noAccount(name)); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, admins).Scan(&after); err != nil {
			return err
		}
		if before > 0 && after == 0 {
			return fmt.Errorf("%s is the only admin: %w", name, pacta.ErrInvalid)
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM session WHERE account = ?`, name)
		return err
	})
}

// Accounts returns all accounts by name.
func (b *Base) Accounts(ctx context.Context) ([]Account, error) {
	out := []Account{}
	err := b.each(ctx, func(scan func(...any) error) error {
		var a Account
		var added, seen int64
		if err := scan(&a.Name, &a.Role, &added, &seen); err != nil {
			return err
		}
		a.Added, a.Seen = moment(added), moment(seen)
		out = append(out, a)
		return nil
	}, `SELECT a.name, a.role, a.added, coalesce((SELECT max(seen) FROM session WHERE account = a.name), 0) FROM account a ORDER BY a.name`)
	return out, err
}

// CheckPassword returns the account of a name and its password. The error is
// ErrPassword when they do not fit; it takes as long for a name that does not
// exist.
func (b *Base) CheckPassword(ctx context.Context, name, password string) (Account, error) {
	var a Account
	var sum string
	err := b.one(ctx, `SELECT name, role, password FROM account WHERE name = ?`, []any{name}, &a.Name, &a.Role, &sum)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		sum = nobody()
	case err != nil:
		return Account{}, err
	}
	if bcrypt.CompareHashAndPassword([]byte(sum), []byte(password)) != nil || a.Name == "" {
		return Account{}, ErrPassword
	}
	return a, nil
}

// nobody returns the hash that a password is compared with where there is no
// account.
var nobody = sync.OnceValue(func() string {
	sum, err := bcrypt.GenerateFromPassword([]byte(rand.Text()), passwordCost)
	if err != nil {
		panic(err)
	}
	return string(sum)
})

func hashPassword(password string) (string, error) {
	if n := len([]rune(password)); n < MinPassword {
		return "", fmt.Errorf("a password has at least %d characters: %w", MinPassword, pacta.ErrInvalid)
	}
	sum, err := bcrypt.GenerateFromPassword([]byte(password), passwordCost)
	if errors.Is(err, bcrypt.ErrPasswordTooLong) {
		return "", fmt.Errorf("a password has at most 72 bytes: %w", pacta.ErrInvalid)
	}
	return string(sum), err
}

func validName(name string) error {
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-", r)
	}
	if name == "" || len(name) > 64 || strings.ContainsFunc(name, odd) {
		return fmt.Errorf("%q is no name of an account (letters, digits, dot, hyphen, underscore): %w", name, pacta.ErrInvalid)
	}
	return nil
}

func validRole(role string) error {
	if !slices.Contains(accountRoles, role) {
		return fmt.Errorf("there is no role %q, only %s: %w", role, strings.Join(accountRoles, ", "), pacta.ErrInvalid)
	}
	return nil
}

func noAccount(name string) error { return fmt.Errorf("no account %q: %w", name, pacta.ErrNotFound) }

// touched returns none where r changed no row.
func touched(r sql.Result, err, none error) error {
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return none
}

// moment writes Unix seconds as RFC 3339; 0 as "".
func moment(seconds int64) string {
	if seconds == 0 {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339)
}

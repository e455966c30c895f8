package treatybase

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"time"
)

// A session ends when it was not used for sessionIdle, and after sessionLife in
// any case.
const (
	sessionIdle = 12 * time.Hour
	sessionLife = 7 * 24 * time.Hour
)

// StartSession returns a token by which Session knows account again. The base
// keeps only its hash: who reads the file cannot take over a session.
func (b *Base) StartSession(ctx context.Context, account string) (token string, err error) {
	secret := make([]byte, 32)
	rand.Read(secret)
	token = base64.RawURLEncoding.EncodeToString(secret)
	now := time.Now()
	return token, b.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM session WHERE seen < ? OR started < ?`, now.Add(-sessionIdle).Unix(), now.Add(-sessionLife).Unix()); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO session (token, account, started, seen) VALUES (?, ?, ?, ?)`, hashToken(token), account, now.Unix(), now.Unix())
		return err
	})
}

// Session returns the account of a token, with an empty Name where the token
// has ended or never was.
func (b *Base) Session(ctx context.Context, token string) (Account, error) {
	var a Account
	var seen int64
	now := time.Now()
	err := b.one(ctx, `SELECT a.name, a.role, s.seen FROM session s JOIN account a ON a.name = s.account WHERE s.token = ? AND s.seen >= ? AND s.started >= ?`,
		[]any{hashToken(token), now.Add(-sessionIdle).Unix(), now.Add(-sessionLife).Unix()}, &a.Name, &a.Role, &seen)
	if errors.Is(err, sql.ErrNoRows) {
		return Account{}, nil
	}
	if err != nil || now.Sub(time.Unix(seen, 0)) < time.Minute { // one write a minute is enough
		return a, err
	}
	return a, b.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE session SET seen = ? WHERE token = ?`, now.Unix(), hashToken(token))
		return err
	})
}

// EndSession makes a token void.
func (b *Base) EndSession(ctx context.Context, token string) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM session WHERE token = ?`, hashToken(token))
		return err
	})
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

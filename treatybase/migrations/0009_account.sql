-- Who may use the base from other machines. Nothing of this is exported.

CREATE TABLE account (
	name     TEXT PRIMARY KEY,
	role     TEXT NOT NULL,            -- reader, editor, admin
	password TEXT NOT NULL,            -- bcrypt
	added    INTEGER NOT NULL          -- Unix seconds
) WITHOUT ROWID;

CREATE TABLE session (
	token   TEXT PRIMARY KEY,          -- SHA-256 of what the browser holds
	account TEXT NOT NULL,
	started INTEGER NOT NULL,          -- Unix seconds
	seen    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

CREATE TABLE audit (
	n       INTEGER PRIMARY KEY,
	at      INTEGER NOT NULL,          -- Unix seconds
	who     TEXT NOT NULL,             -- account, or the name that was tried
	address TEXT NOT NULL,             -- of the browser, '' for the command line
	action  TEXT NOT NULL,
	about   TEXT NOT NULL
);

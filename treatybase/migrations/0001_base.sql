-- Both engines take this file; for PostgreSQL, INTEGER is read as BIGINT, BLOB
-- as BYTEA, and WITHOUT ROWID is left out.

CREATE TABLE setting (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
);

CREATE TABLE raw (
	n          INTEGER PRIMARY KEY,
	sha256     TEXT NOT NULL UNIQUE,
	media_type TEXT NOT NULL,          -- as declared by the source
	fetched    INTEGER NOT NULL,       -- Unix seconds, 0 for a file
	size       INTEGER NOT NULL,
	body       BLOB NOT NULL           -- zstd
);

CREATE TABLE document (
	n               INTEGER PRIMARY KEY,
	id              TEXT NOT NULL UNIQUE,
	external_id     TEXT NOT NULL,
	file            TEXT NOT NULL,     -- of all the files that hold it, the first in the alphabet
	url             TEXT NOT NULL,
	sha256          TEXT NOT NULL,     -- of the bytes of file
	media_type      TEXT NOT NULL,
	genre           TEXT NOT NULL,
	language        TEXT NOT NULL,
	title           TEXT NOT NULL,
	outlet          TEXT NOT NULL,
	author          TEXT NOT NULL,
	published       TEXT NOT NULL,     -- EDTF
	published_basis TEXT NOT NULL,
	first_day       INTEGER NOT NULL,  -- of published, days from 1970-01-01; -2147483649 if not stated
	added           INTEGER NOT NULL,  -- Unix seconds
	text            TEXT NOT NULL,
	detail          BLOB NOT NULL      -- zstd of JSON: bases, spans, rejected candidates, sections, dropped
);
CREATE INDEX document_day ON document (first_day DESC, id);

CREATE TABLE sighting (
	document INTEGER NOT NULL,
	file     TEXT NOT NULL,
	sha256   TEXT NOT NULL,
	url      TEXT NOT NULL,
	PRIMARY KEY (document, file, sha256)
) WITHOUT ROWID;

CREATE TABLE sentence (
	n          INTEGER PRIMARY KEY,    -- document.n * 1048576 + index
	document   INTEGER NOT NULL,
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL        -- 0 for a title that does not stand in the text
);

CREATE TABLE pipeline (
	n       INTEGER PRIMARY KEY,
	version TEXT NOT NULL UNIQUE
);

CREATE TABLE analysis (
	document    INTEGER PRIMARY KEY,
	pipeline    INTEGER NOT NULL,
	problem     TEXT NOT NULL,         -- what went wrong in single extractors
	resolved    INTEGER NOT NULL,      -- 1 when the objects know of it
	annotations BLOB NOT NULL
);
CREATE INDEX analysis_pipeline ON analysis (pipeline);
CREATE INDEX analysis_resolved ON analysis (resolved);

CREATE TABLE tally (
	document INTEGER NOT NULL,
	kind     TEXT NOT NULL,
	count    INTEGER NOT NULL,
	PRIMARY KEY (document, kind)
) WITHOUT ROWID;

CREATE TABLE object (
	n         INTEGER PRIMARY KEY,
	id        TEXT NOT NULL UNIQUE,
	kind      TEXT NOT NULL,
	type      TEXT NOT NULL,           -- modality, PLOVER type, kind of actor, …
	name      TEXT NOT NULL,           -- what a list shows
	date      TEXT NOT NULL,           -- EDTF
	first_day INTEGER NOT NULL,        -- -2147483649 if not stated
	last_day  INTEGER NOT NULL,
	documents INTEGER NOT NULL,        -- how many documents show it
	hash      INTEGER NOT NULL,        -- of body
	body      BLOB NOT NULL            -- the JSON of the wire format
);
CREATE INDEX object_day ON object (kind, first_day DESC, last_day, id);
CREATE INDEX object_documents ON object (kind, documents DESC, id);

CREATE TABLE object_count (
	kind  TEXT PRIMARY KEY,
	count INTEGER NOT NULL
);

CREATE TABLE object_key (
	kind   TEXT NOT NULL,
	role   TEXT NOT NULL,
	value  TEXT NOT NULL,
	object INTEGER NOT NULL,
	PRIMARY KEY (kind, role, value, object)
) WITHOUT ROWID;

CREATE TABLE object_source (
	document   INTEGER NOT NULL,
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL,
	object     INTEGER NOT NULL,
	PRIMARY KEY (document, start_byte, end_byte, object)
) WITHOUT ROWID;

CREATE TABLE failure (
	file   TEXT PRIMARY KEY,
	reason TEXT NOT NULL,
	added  INTEGER NOT NULL
);

-- Full-text search over sentences with FTS5. The index holds no text: it reads
-- it through the view.

CREATE VIEW sentence_text AS
SELECT s.n AS n,
       CASE WHEN s.end_byte = 0 THEN d.title
            ELSE CAST(substr(CAST(d.text AS BLOB), s.start_byte + 1, s.end_byte - s.start_byte) AS TEXT)
       END AS text
FROM sentence s JOIN document d ON d.n = s.document;

CREATE VIRTUAL TABLE sentence_fts USING fts5 (
	text,
	content = 'sentence_text',
	content_rowid = 'n',
	tokenize = "porter unicode61 remove_diacritics 2"
);

-- How a document looks beside the others of its outlet: which are copies of it,
-- and which of its lines the outlet repeats from page to page.

CREATE TABLE layout (
	document INTEGER PRIMARY KEY,
	sketcher INTEGER NOT NULL,         -- version of what made print and lines
	outlet   TEXT NOT NULL,            -- within which lines are compared, '' for none
	print    BLOB NOT NULL,            -- fingerprint of the text
	lines    BLOB NOT NULL,            -- lines that may be boilerplate
	copies   TEXT NOT NULL,            -- the smallest ID among the copies, its own if there are none
	settled  INTEGER NOT NULL,         -- 1 when copies and repeated know of all documents
	repeated BLOB NOT NULL,            -- spans of the lines that the outlet repeats
	analysed BLOB NOT NULL             -- the same, as the analysis of the document knows it
);
CREATE INDEX layout_copies ON layout (copies, document);
CREATE INDEX layout_outlet ON layout (outlet, document);
CREATE INDEX layout_settled ON layout (settled) WHERE settled = 0;
CREATE INDEX layout_stale ON layout (document) WHERE analysed <> repeated;

-- How often each key occurs, so that the forms above lists need not count. It
-- is filled again whenever objects are replaced.

CREATE TABLE object_value (
	kind  TEXT NOT NULL,
	role  TEXT NOT NULL,
	value TEXT NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (kind, role, value)
) WITHOUT ROWID;
CREATE INDEX object_value_count ON object_value (kind, role, count DESC, value);

INSERT INTO object_value (kind, role, value, count)
SELECT kind, role, value, count(*) FROM object_key GROUP BY kind, role, value;

-- So that the overview need not read texts and annotations.
CREATE INDEX document_head ON document (outlet, published, title);
CREATE INDEX analysis_problem ON analysis (problem) WHERE problem <> '';
CREATE INDEX tally_kind ON tally (kind, count);

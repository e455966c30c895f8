-- Searches that people keep under a name. Of each visit is noted how far the
-- base had grown, so that the next one shows what came in since.
CREATE TABLE saved_search (
	id              INTEGER PRIMARY KEY,
	who             TEXT NOT NULL,
	name            TEXT NOT NULL,
	query           TEXT NOT NULL,
	made            INTEGER NOT NULL,  -- Unix seconds
	visited         INTEGER NOT NULL,  -- when the last visit began, Unix seconds
	read_document   INTEGER NOT NULL,  -- the largest number of a document then
	read_object     INTEGER NOT NULL,  -- and of an object
	before_document INTEGER NOT NULL,  -- the same of the visit before
	before_object   INTEGER NOT NULL,
	UNIQUE (who, name)
);
-- So that documents can be found by their head without a look at their texts.
CREATE INDEX document_author ON document (author);

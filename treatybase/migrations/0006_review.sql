-- What people decided. The journal is only ever added to; everything else can
-- be made again from documents and from it.

CREATE TABLE review (
	id     TEXT PRIMARY KEY,   -- a hash of body
	made   TEXT NOT NULL,      -- RFC 3339, UTC
	who    TEXT NOT NULL,
	action TEXT NOT NULL,
	body   TEXT NOT NULL       -- the JSON of the wire format
);
CREATE INDEX review_made ON review (made DESC, id);

-- On which record each review stands, as of the last time that objects were
-- drawn from the documents.
CREATE TABLE review_place (
	review TEXT PRIMARY KEY,
	record TEXT NOT NULL,      -- ID of an object, '' where the review stands on none
	counts INTEGER NOT NULL,   -- 0 when it was undone
	why    TEXT NOT NULL       -- why it stands on none
) WITHOUT ROWID;
CREATE INDEX review_place_record ON review_place (record);

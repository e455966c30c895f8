-- So that an object can go without a look at what it said.
CREATE INDEX object_source_object ON object_source (object);

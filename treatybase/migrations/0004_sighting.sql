-- Each file that comes in is looked up by its bytes and name before it is read.
CREATE INDEX sighting_bytes ON sighting (sha256, file);

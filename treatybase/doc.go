// Package treatybase keeps everything in one SQLite file: the bytes that
// arrived, documents, annotations, the objects and findings that were drawn
// from them, and what could not be read. It does not know how any of these are
// made.
//
// # Tables
//
//	raw            bytes as they arrived, compressed, one row for each SHA-256
//	document       texts and their metadata; sighting says in which files they were found
//	sentence       byte spans of sentences; sentence_fts is the full-text index over them
//	analysis       annotations of a document (codec.go) and the pipeline version that made them
//	tally          how many annotations of each kind a document has
//	object         actors, instruments, … tensions, as the JSON of the wire format
//	object_key     what objects can be filtered by
//	object_value   how many objects have each key
//	object_source  which bytes of which document show an object
//	layout         how a document looks beside others: its copies, and lines that its outlet repeats
//	failure        what could not be read, and why
//	setting        single values
//
// Numbers named n are internal and depend on the order of arrival; nothing
// that leaves the package shows one.
//
// # Use
//
// Open and Create return a *Base. It is safe for concurrent use: reads go
// through a pool of connections, writes through a single one. The methods of
// one topic stand in one file: documents in document.go, objects in find.go and
// typed.go, sentences in passage.go, search in search.go, counts in overview.go.
// List methods take a filter with Limit and Offset and also return the number
// of all matches.
package treatybase

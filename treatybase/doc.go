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
//	review         the journal of what people decided; it is only ever added to
//	review_place   on which object each review stands now
//	layout         how a document looks beside others: its copies, and lines that its outlet repeats
//	failure        what could not be read, and why
//	saved_search   queries that people keep, and how far each had read
//	setting        single values
//
// Numbers named n are internal and depend on the order of arrival; nothing
// that leaves the package shows one.
//
// # Reviews
//
// Decide writes a review and lets its object follow in the same transaction;
// what must be drawn anew from the documents is due then (ReviewsDue). Every
// object has in its JSON, beside the fields of its kind,
//
//	state   machine, accepted, edited or rejected
//	review  only where somebody decided: {by, when, why, machine, notes, reviews};
//	        machine holds the machine's own values of edited fields, reviews the
//	        IDs of the reviews that count
//	links   of actors, commitments and events only where people merged or split
//
// and a review, as `pacta reviews export` writes it, is
//
//	{"object":"review","id","when","who",
//	 "action":"accept|reject|edit|merge|split|note|undo",
//	 "kind","type","label","record",           the record as it was then
//	 "anchors":[{"document","sha256","title","start","end","quote","prefix","suffix"}],
//	 "other_record","other":[anchors],         of a merge and a split
//	 "field","before","after",                 before is what the person saw
//	 "why","undoes"}
//
// The ID is a hash of all the rest, so that equal reviews are one and a changed
// one is refused. A review finds its record by its anchors: the document by ID,
// by the hash of its bytes, or by title; in another reading of the text the
// words by what stands around them; of several records in these words the one
// with the most of them. Of two reviews in conflict the later by (when, id)
// holds.
//
// # Use
//
// Open and Create return a *Base. It is safe for concurrent use: reads go
// through a pool of connections, writes through a single one. The methods of
// one topic stand in one file: documents in document.go, objects in find.go and
// typed.go, sentences in passage.go, search in search.go, counts in overview.go,
// what footnotes say of documents in head.go, promises between parties in
// pairs.go.
// List methods take a filter with Limit and Offset and also return the number
// of all matches.
package treatybase

// Package pacta holds the nouns of the treaty base: a Raw is what arrived, a
// Document is the text that was read from it, an Annotation is what one
// document says at one place, an Analysis is a document with all of its
// annotations, and an Extractor makes them. Schema is the codebook: the one
// list of kinds, types and roles that every annotation is checked against.
//
// It owns no tables and no files. ARCHITECTURE.md says how the other packages
// stand on it.
package pacta

// Package ingest brings sources in: it walks files and folders, has them read
// and analysed on all cores, stores what came out, and has the base put facts
// together. It is the only library here that starts goroutines.
package ingest

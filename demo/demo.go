// Package demo holds the example base: short reports and two abridged
// instrument texts on three documented stories, written for pacta from facts
// that are on the public record. Nobody is quoted; the outlets are invented.
package demo

import "embed"

// Files is the folder that `pacta demo` adds to an empty base.
//
//go:embed indus ankara ohrid
var Files embed.FS

package extract

import (
	"pacta"
	"pacta/extract/instrument"
)

// All lists the extractors in the order in which they run: each after those
// that it requires.
var All = []*pacta.Extractor{
	instrument.Extractor,
}

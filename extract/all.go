package extract

import (
	"pacta"
	"pacta/extract/instrument"
	"pacta/extract/mention"
)

// All lists the extractors in the order in which they run: each after those
// that it requires.
var All = []*pacta.Extractor{
	mention.Extractor,
	instrument.Extractor,
}

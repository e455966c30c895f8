package extract

import (
	"pacta"
	"pacta/extract/commitment"
	"pacta/extract/event"
	"pacta/extract/fulfilment"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/provision"
	"pacta/extract/statement"
	"pacta/extract/timex"
)

// All lists the extractors in the order in which they run: each after those
// that it requires.
var All = []*pacta.Extractor{
	timex.Extractor,
	mention.Extractor,
	provision.Extractor,
	instrument.Extractor,
	statement.Extractor,
	commitment.Extractor,
	fulfilment.Extractor,
	event.Extractor,
}

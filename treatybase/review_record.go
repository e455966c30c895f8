package treatybase

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
)

// Version names the state of an object that a reader has before him, so that
// a decision can be refused when somebody else decided meanwhile.
func (x Object) Version() string { return strconv.FormatUint(uint64(hashOf(x.Body)), 16) }

func hashOf(body []byte) int64 {
	h := fnv.New64a()
	h.Write(body)
	return int64(h.Sum64())
}

// Judged returns what people said of x.
func (x Object) Judged() (resolve.Judged, error) {
	var j resolve.Judged
	err := json.Unmarshal(x.Body, &j)
	return j, err
}

// rejudged returns the row of a stored object of a kind with other reviews:
// those that count, in order.
func rejudged(kind string, body []byte, reviews []*resolve.Review) (record, error) {
	switch kind {
	case "actor":
		return rejudgedAs(kind, body, reviews, actorRecord)
	case "instrument":
		return rejudgedAs(kind, body, reviews, instrumentRecord)
	case "provision":
		return rejudgedAs(kind, body, reviews, provisionRecord)
	case "commitment":
		return rejudgedAs(kind, body, reviews, commitmentRecord)
	case "statement":
		return rejudgedAs(kind, body, reviews, statementRecord)
	case "event":
		return rejudgedAs(kind, body, reviews, eventRecord)
	case "fulfilment":
		return rejudgedAs(kind, body, reviews, fulfilmentRecord)
	case "discrepancy":
		return rejudgedAs(kind, body, reviews, func(x *reason.Discrepancy) record { return discrepancyRecord(x) })
	case "tension":
		return rejudgedAs(kind, body, reviews, func(x *reason.Tension) record { return tensionRecord(x) })
	}
	return record{}, fmt.Errorf("object of kind %q: %w", kind, pacta.ErrInvalid)
}

func rejudgedAs[T any](kind string, body []byte, reviews []*resolve.Review, make func(*T) record) (record, error) {
	var x T
	err := json.Unmarshal(body, &x)
	if err == nil {
		err = resolve.Unreviewed(&x)
	}
	if err == nil && len(reviews) > 0 {
		err = resolve.Apply(kind, &x, reviews)
	}
	if err != nil {
		return record{}, err
	}
	r := make(&x)
	r.body, err = encode(&x)
	r.hash = hashOf(r.body)
	return r, err
}

package treatybase

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
)

// Objects is all that is drawn from a set of documents: what resolve put
// together and what reason found in it.
type Objects struct {
	resolve.Base
	Discrepancies []reason.Discrepancy
	Tensions      []reason.Tension
	Judge         *resolve.Judge // by which resolve was told of people's decisions, nil if it was not
}

// Kinds lists the kinds of objects in the order of exports.
var Kinds = []string{"actor", "instrument", "provision", "commitment", "statement", "event", "fulfilment", "discrepancy", "tension"}

// A record is an object as a row: its JSON and what it can be found by.
type record struct {
	id, kind  string
	typ, name string
	date      string
	keys      []key
	sources   []resolve.Source
	body      []byte
	hash      int64
}

// A key is a value that objects can be filtered by.
type key struct{ role, value string }

// keys collects the keys of an object.
type keys []key

func (k *keys) add(role string, values ...string) {
next:
	for _, v := range values {
		for _, x := range *k {
			if v == "" || x == (key{role, v}) {
				continue next
			}
		}
		if v != "" {
			*k = append(*k, key{role, v})
		}
	}
}

// actors adds codes with a sector both whole and without it: RUS/GOV, RUS.
func (k *keys) actors(role string, codes []string) {
	for _, c := range codes {
		state, _, _ := strings.Cut(c, "/")
		k.add(role, c, state)
	}
}

// records yields the objects of a kind as rows, by ID.
func (o *Objects) records(kind string) iter.Seq2[record, error] {
	switch kind {
	case "actor":
		return rows(o.Actors, actorRecord)
	case "instrument":
		return rows(o.Instruments, instrumentRecord)
	case "provision":
		return rows(o.Provisions, provisionRecord)
	case "commitment":
		return rows(o.Commitments, commitmentRecord)
	case "statement":
		return rows(o.Statements, statementRecord)
	case "event":
		return rows(o.Events, eventRecord)
	case "fulfilment":
		return rows(o.Fulfilments, fulfilmentRecord)
	case "discrepancy":
		return rows(o.Discrepancies, discrepancyRecord)
	}
	return rows(o.Tensions, tensionRecord)
}

func rows[T any](xs []T, make func(*T) record) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		for i := range xs {
			r := make(&xs[i])
			var err error
			if r.body, err = encode(&xs[i]); err != nil {
				err = fmt.Errorf("%s %s: %w", r.kind, r.id, err)
			}
			r.hash = hashOf(r.body)
			if !yield(r, err) {
				return
			}
		}
	}
}

// decoded returns the row of a stored object, so that its keys can be removed.
func decoded(kind string, body []byte) (record, error) {
	switch kind {
	case "actor":
		return decodedAs(body, actorRecord)
	case "instrument":
		return decodedAs(body, instrumentRecord)
	case "provision":
		return decodedAs(body, provisionRecord)
	case "commitment":
		return decodedAs(body, commitmentRecord)
	case "statement":
		return decodedAs(body, statementRecord)
	case "event":
		return decodedAs(body, eventRecord)
	case "fulfilment":
		return decodedAs(body, fulfilmentRecord)
	case "discrepancy":
		return decodedAs(body, discrepancyRecord)
	case "tension":
		return decodedAs(body, tensionRecord)
	}
	return record{}, fmt.Errorf("object of kind %q: %w", kind, pacta.ErrInvalid)
}

func decodedAs[T any](body []byte, make func(*T) record) (record, error) {
	var x T
	if err := json.Unmarshal(body, &x); err != nil {
		return record{}, err
	}
	return make(&x), nil
}

// encode is JSON without line end and without escapes for HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

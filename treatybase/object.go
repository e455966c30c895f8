package treatybase

import (
	"bytes"
	"encoding/json"
	"fmt"
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

// rowOf returns the row of an object, a pointer to one.
func rowOf(object any) (r record, err error) {
	switch x := object.(type) {
	case *resolve.Actor:
		r = actorRecord(x)
	case *resolve.Instrument:
		r = instrumentRecord(x)
	case *resolve.Provision:
		r = provisionRecord(x)
	case *resolve.Commitment:
		r = commitmentRecord(x)
	case *resolve.Statement:
		r = statementRecord(x)
	case *resolve.Event:
		r = eventRecord(x)
	case *resolve.Fulfilment:
		r = fulfilmentRecord(x)
	case *reason.Discrepancy:
		r = discrepancyRecord(x)
	case *reason.Tension:
		r = tensionRecord(x)
	default:
		return r, fmt.Errorf("object of type %T: %w", object, pacta.ErrInvalid)
	}
	r.body, err = encode(object)
	r.hash = hashOf(r.body)
	return r, err
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

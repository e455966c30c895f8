// Package reason draws findings from objects: where sources disagree
// (discrepancy.go and the files after its kinds), where one promise may collide
// with another (tension.go, one file for a kind), which status an instrument
// has (ledger.go), and which promises an event would engage (trigger.go). It is
// a pure function of what resolve made; it owns no tables. It prefers no value
// without saying by which rule, and where parties or periods do not meet it is
// silent. The words that its rules go by are in words.txt.
package reason

import "pacta/resolve"

// A Discrepancy is an attribute with one true value for which sources give
// several.
type Discrepancy struct {
	Object    string          `json:"object"` // "discrepancy"
	ID        string          `json:"id"`
	About     string          `json:"about"`     // ID of the object
	Attribute string          `json:"attribute"` // date, place, type, paragraphs, parties, signatory, modality, duration, quantity, published, assessment, slip
	Level     string          `json:"level"`     // serious or mild
	Positions []resolve.Claim `json:"positions"`
	Preferred resolve.Value   `json:"preferred"`
	Rule      string          `json:"rule"` // why Preferred is shown first
	resolve.Judged
}

// A Tension is a pair of promises of one party that may collide.
type Tension struct {
	Object     string           `json:"object"` // "tension"
	ID         string           `json:"id"`
	Kind       string           `json:"kind"`
	Level      string           `json:"level"`
	A          string           `json:"a"` // IDs of commitments or statements
	B          string           `json:"b"`
	Party      resolve.Value    `json:"party"`
	SoftenedBy []resolve.Source `json:"softened_by"`
	Why        []string         `json:"why"` // the chain of reasons, one step each
	Sources    []resolve.Source `json:"sources"`
	resolve.Judged
}

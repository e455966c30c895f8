// Package resolve puts annotations together: which actor, which instrument,
// which commitment, which event several documents speak of. It is a pure
// function of annotations and reviews; it owns no tables. What it returns are
// objects: each has an identity that is stable over re-runs and lists the
// sources it rests on. Their JSON is section 2 of the wire format.
package resolve

import (
	"encoding/json"

	"pacta"
)

// A Value is a text that may be missing: "" is written as null in JSON, which
// reads "not stated in the sources".
type Value string

// MarshalJSON writes "" as null.
func (v Value) MarshalJSON() ([]byte, error) {
	if v == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(v))
}

// A Source is the words of a document that show a fact: bytes of its text.
type Source struct {
	Document string `json:"document"` // the document's ID in the base
	pacta.Span
	Quote string `json:"quote"`
}

// A Claim is one value with the sources that state it, and who is speaking
// where it is not the reporting document itself.
type Claim struct {
	Value   Value    `json:"value"`
	By      Value    `json:"by,omitempty"`
	Count   int      `json:"count,omitempty"` // how many sources say so, where Sources lists only the first
	Texts   int      `json:"texts,omitempty"` // in how many independent texts: copies of one text count once
	Sources []Source `json:"sources"`
}

// A Link says why two things were taken for one: the weakest link of an
// object is the one to look at first.
type Link struct {
	To     string  `json:"to"`
	Score  float64 `json:"score"` // 0 to 1
	Reason string  `json:"reason"`
}

// An Actor is a state, organisation, person or group.
type Actor struct {
	Object  string   `json:"object"` // "actor"
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"` // state, organization, person, group, place
	Names   []Claim  `json:"names"`
	Members []string `json:"members,omitempty"` // of an organisation: its members, as the gazetteer has them
	Listed  []Claim  `json:"listed,omitempty"`  // of an organisation: its members where a document lists them, by document
	Roles   []Role   `json:"roles"`
	Sources []Source `json:"sources"`
	Links   []Link   `json:"links,omitempty"` // by which people made it one, or two
	Judged
}

// A Role is an office held, as reported: since and until are the dates of the
// first and last document that says so, not of appointment and leaving.
type Role struct {
	Office  Value    `json:"office"`
	Of      Value    `json:"of"` // ISO code or organisation
	Since   Value    `json:"since"`
	Until   Value    `json:"until"`
	Sources []Source `json:"sources"`
}

// An Instrument is one treaty, declaration, statement or set of these.
type Instrument struct {
	Object     string    `json:"object"` // "instrument"
	ID         string    `json:"id"`
	Known      Value     `json:"known"`                  // the gazetteer's ID of a well-known instrument
	Body       Value     `json:"organization,omitempty"` // the organisation that it constitutes, or that adopted it
	Title      string    `json:"title"`
	Type       Value     `json:"type"`
	Standing   string    `json:"standing"` // signed, prospective, body, generic, lead
	Parties    []string  `json:"parties"`
	Signed     []Claim   `json:"signed"`
	Place      Value     `json:"place"`
	Paragraphs *int      `json:"paragraphs"`
	Names      []Claim   `json:"names"`
	Attributes []Claimed `json:"attributes"` // every attribute with all of its values
	Cites      []Cite    `json:"cites"`
	Status     []State   `json:"status"`
	Steps      int       `json:"steps,omitempty"` // how many there are, where Status lists only those that most sources tell of
	Text       Value     `json:"text"`            // the document that is its own text
	Links      []Link    `json:"links"`
	Sources    []Source  `json:"sources"`
	Judged
}

// Claimed is an attribute with the values that sources give it.
type Claimed struct {
	Attribute string  `json:"attribute"` // type, date, place, paragraphs, party, signatory
	Values    []Claim `json:"values"`
}

// A Cite is a reference to another instrument or to a provision of this one.
type Cite struct {
	Instrument Value    `json:"instrument"`
	Provision  Value    `json:"provision"`
	Relation   Value    `json:"relation"`
	Count      int      `json:"count"`
	Sources    []Source `json:"sources"` // the first of them
}

// A State is a step in the life of an instrument, as some source reports it.
type State struct {
	State   string   `json:"state"`
	Date    Value    `json:"date"`
	Party   Value    `json:"party"`
	By      Value    `json:"by"`
	Count   int      `json:"count"`
	Sources []Source `json:"sources"` // the first of them
}

// A Provision is a numbered part of an instrument whose own text the base has.
type Provision struct {
	Object     string   `json:"object"` // "provision"
	ID         string   `json:"id"`
	Instrument Value    `json:"instrument"`
	Type       string   `json:"type"`
	Number     Value    `json:"number"`
	Heading    Value    `json:"heading"`
	Sources    []Source `json:"sources"`
	Judged
}

// A Commitment is one promise, however many sources report it.
type Commitment struct {
	Object        string   `json:"object"` // "commitment"
	ID            string   `json:"id"`
	Instrument    Value    `json:"instrument"`
	Provision     Value    `json:"provision"`
	Parties       []string `json:"parties"`
	Beneficiaries []string `json:"beneficiaries"`
	Modality      string   `json:"modality"`
	Action        Value    `json:"action"`
	Condition     Value    `json:"condition"`
	Purpose       Value    `json:"purpose"`
	Basis         Value    `json:"basis"`
	Saving        Value    `json:"saving"`
	Deadline      Value    `json:"deadline"`
	Duration      Value    `json:"duration"`
	Area          Value    `json:"area"`
	Areas         []string `json:"areas"`
	Layer         string   `json:"layer"` // text, paraphrase, assurance, demand, reading
	By            Value    `json:"by"`    // who voices an assurance, demand or reading
	Date          Value    `json:"date"`  // when it was said; of the instrument's own words see the instrument
	Modalities    []Claim  `json:"modalities"`
	Named         []Claim  `json:"named"`           // states and organisations in the words of its first source
	Phrases       []Phrase `json:"phrases"`         // the words of each role, of its firmest sources
	Reports       int      `json:"reports"`         // how many documents tell of it
	Texts         int      `json:"texts"`           // how many independent texts
	Sources       []Source `json:"sources"`         // the first of them
	Shown         []Source `json:"-"`               // all of them
	Block         string   `json:"-"`               // what all reports share that may be of it
	Links         []Link   `json:"links,omitempty"` // by which people made it one, or two
	Judged
}

// A Phrase is the words that fill a role of an annotation.
type Phrase struct {
	Role string `json:"role"`
	Source
}

// A Statement is one attribution in one document.
type Statement struct {
	Object      string   `json:"object"` // "statement"
	ID          string   `json:"id"`
	Document    string   `json:"document"`
	Speaker     Value    `json:"speaker"`
	SpeakerName Value    `json:"speaker_name"` // the words of the text when Speaker is a code
	SpeakerRole Value    `json:"speaker_role"`
	Affiliation Value    `json:"affiliation"`
	Voice       string   `json:"voice"` // person, state, organization, document, outlet
	Form        string   `json:"form"`  // direct, indirect, mixed
	Cue         Value    `json:"cue"`
	CueKind     Value    `json:"cue_kind"`
	Content     []Source `json:"content"`
	Within      Value    `json:"within"`
	About       []string `json:"about"`
	Stance      Value    `json:"stance"`
	Date        Value    `json:"date"`
	Named       []Claim  `json:"named"`      // states and organisations in its words
	Confidence  float64  `json:"confidence"` // of the extractor, 0 to 1
	Sources     []Source `json:"sources"`
	Judged
}

// An Event is one occurrence, however many reports tell of it.
type Event struct {
	Object     string   `json:"object"` // "event"
	ID         string   `json:"id"`
	Type       string   `json:"type"` // PLOVER
	Mode       Value    `json:"mode"`
	Life       Value    `json:"life"` // the step in an instrument's life, if it is one
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Instrument Value    `json:"instrument"`
	Date       Value    `json:"date"`
	Place      Value    `json:"place"`
	Factuality string   `json:"factuality"`
	Reports    int      `json:"reports"`         // how many documents tell of it
	Texts      int      `json:"texts"`           // how many independent texts
	Named      []Claim  `json:"named"`           // states and organisations in the words of its sources
	Sources    []Source `json:"sources"`         // the first of them
	Shown      []Source `json:"-"`               // all of them
	Block      string   `json:"-"`               // what all reports share that may be of it
	Links      []Link   `json:"links,omitempty"` // by which people made it one, or two
	Judged
}

// A Fulfilment is a claim that a commitment or instrument is or is not kept.
type Fulfilment struct {
	Object  string   `json:"object"` // "fulfilment"
	ID      string   `json:"id"`
	Claim   string   `json:"claim"` // promised, kept, not kept, breached, suspended, operative
	About   []string `json:"about"` // IDs of instruments and commitments
	Party   Value    `json:"party"`
	By      Value    `json:"by"`
	Date    Value    `json:"date"`
	Sources []Source `json:"sources"`
	Judged
}

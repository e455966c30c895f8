package resolve

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pacta"
	"pacta/edtf"
	"pacta/gazetteer"
)

// A Shape is what the value of a field that can be edited looks like.
type Shape string

// The shapes. In JSON, Codes and Items are lists of texts, a Number is a
// number or null, all others are texts; "" says "not stated".
const (
	Words  Shape = "words"  // any text
	Date   Shape = "date"   // EDTF
	Code   Shape = "code"   // of a state or organisation: RUS, CSTO; of an event with a sector: RUS/GOV; else words
	Codes  Shape = "codes"  // several of these
	Items  Shape = "items"  // several texts
	Number Shape = "number" // a count
	Choice Shape = "choice" // one of Choices
)

// An Editable is a field of a kind of record that people can give another
// value.
type Editable struct {
	Name     string
	Shape    Shape
	Choices  []string
	Required bool   // cannot be "not stated"
	in       string // the field of the JSON that holds it, where that is not Name
}

// In returns the field of the JSON that holds e.
func (e Editable) In() string {
	if e.in != "" {
		return e.in
	}
	return e.Name
}

func words(names ...string) []Editable {
	var out []Editable
	for _, n := range names {
		out = append(out, Editable{Name: n, Shape: Words})
	}
	return out
}

func choice(name string, choices ...string) Editable {
	return Editable{Name: name, Shape: Choice, Choices: choices, Required: true}
}

// optional lets a choice be left open.
func optional(e Editable) Editable {
	e.Required = false
	return e
}

// typesOf returns the types that the codebook has of a kind.
func typesOf(kind pacta.Kind) []string { return defined(pacta.Definition(kind).Types) }

// listOf returns the closed list of a role of a kind, of its value if role is "".
func listOf(kind pacta.Kind, role string) []string {
	for _, l := range pacta.Definition(kind).Lists {
		if l.Of == role {
			return defined(l.Items)
		}
	}
	return nil
}

func defined(defs []pacta.Def) []string {
	var out []string
	for _, d := range defs {
		out = append(out, d.Name)
	}
	return out
}

// Editables returns the fields of a kind of record that can be edited, in the
// order of its JSON; none for a kind that has none.
func Editables(kind string) []Editable {
	switch kind {
	case "actor":
		return []Editable{{Name: "name", Shape: Words, Required: true}, choice("kind", "state", "organization", "person", "group", "place")}
	case "instrument":
		return []Editable{{Name: "title", Shape: Words, Required: true}, {Name: "type", Shape: Words},
			choice("standing", "signed", "prospective", "body", "generic", "lead"), {Name: "parties", Shape: Codes},
			{Name: "date", Shape: Date, in: "signed"}, {Name: "place", Shape: Words}, {Name: "paragraphs", Shape: Number}}
	case "provision":
		return append([]Editable{choice("type", typesOf(pacta.Provision)...)}, words("number", "heading")...)
	case "commitment":
		return slices.Concat(words("provision"), []Editable{{Name: "parties", Shape: Codes}, {Name: "beneficiaries", Shape: Codes},
			choice("modality", typesOf(pacta.Commitment)...)}, words("action", "condition", "purpose", "basis", "saving", "deadline", "duration", "area"),
			[]Editable{{Name: "areas", Shape: Items}, choice("layer", layers...)}, words("by"), []Editable{{Name: "date", Shape: Date}})
	case "statement":
		return slices.Concat(words("speaker", "speaker_name", "speaker_role", "affiliation"), []Editable{
			choice("voice", "person", "state", "organization", "document", "outlet"), choice("form", typesOf(pacta.Statement)...),
			optional(choice("cue_kind", "says", "claims", "denies", "promises", "demands", "accuses", "warns", "hopes", "asks", "believes", "agrees")),
			optional(choice("stance", "affirms", "denies", "promises", "claims kept", "claims broken", "demands", "rejects", "praises", "criticises", "predicts", "neutral")),
			{Name: "date", Shape: Date}})
	case "event":
		return []Editable{choice("type", typesOf(pacta.Event)...), optional(choice("mode", listOf(pacta.Event, "")...)),
			optional(choice("life", typesOf(pacta.Life)...)), {Name: "actors", Shape: Codes}, {Name: "recipients", Shape: Codes},
			{Name: "date", Shape: Date}, {Name: "place", Shape: Words}, choice("factuality", listOf(pacta.Event, "factuality")...)}
	case "fulfilment":
		return []Editable{choice("claim", typesOf(pacta.Fulfilment)...), {Name: "party", Shape: Code}, {Name: "by", Shape: Words}, {Name: "date", Shape: Date}}
	case "discrepancy":
		return []Editable{choice("level", "serious", "mild"), {Name: "preferred", Shape: Words}}
	case "tension":
		return []Editable{choice("level", "high", "medium", "low")}
	}
	return nil
}

// EditableOf returns a field of a kind that can be edited. The error wraps
// pacta.ErrInvalid and names the fields that can.
func EditableOf(kind, field string) (Editable, error) {
	var names []string
	for _, e := range Editables(kind) {
		if e.Name == field {
			return e, nil
		}
		names = append(names, e.Name)
	}
	if names == nil {
		return Editable{}, fmt.Errorf("no kind of record %q that can be edited: %w", kind, pacta.ErrInvalid)
	}
	return Editable{}, fmt.Errorf("%s has no field %q to edit; it has %s: %w", kind, field, strings.Join(names, ", "), pacta.ErrInvalid)
}

// Parse reads a value as a person types it: codes and items with commas
// between them.
func (e Editable) Parse(typed string) (json.RawMessage, error) {
	typed = strings.Join(strings.Fields(typed), " ")
	var v any = typed
	switch e.Shape {
	case Codes, Items:
		list := []string{}
		for _, x := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ';' }) {
			if x = strings.TrimSpace(x); x != "" {
				list = append(list, x)
			}
		}
		v = list
	case Number:
		v = nil
		if typed != "" {
			v = json.Number(typed)
		}
	}
	b, err := encodePlain(v)
	if err != nil {
		return nil, fmt.Errorf("%s: %q is no number: %w", e.Name, typed, pacta.ErrInvalid)
	}
	return b, e.Check(b)
}

// CheckEdit holds the new value of a field to the codebook.
func CheckEdit(kind, field string, value json.RawMessage) error {
	e, err := EditableOf(kind, field)
	if err != nil {
		return err
	}
	return e.Check(value)
}

// Check reports as pacta.ErrInvalid a value that the field cannot have.
func (e Editable) Check(value json.RawMessage) error {
	wrong := func(why string) error { return fmt.Errorf("%s: %s: %w", e.Name, why, pacta.ErrInvalid) }
	var s string
	var list []string
	var n *int
	var err error
	switch e.Shape {
	case Codes, Items:
		err = json.Unmarshal(value, &list)
	case Number:
		if err = json.Unmarshal(value, &n); n != nil && *n < 0 {
			return wrong("a count is not below 0")
		}
	default:
		err = json.Unmarshal(value, &s)
		list = []string{s}
	}
	switch {
	case err != nil:
		return wrong(fmt.Sprintf("%s is not of the form %s", value, e.Shape))
	case e.Shape == Number:
		return nil
	case len(list) == 1 && list[0] == "" && e.Required:
		return wrong("it cannot be left open")
	}
	for _, x := range list {
		if err := e.one(x); err != "" {
			return wrong(err)
		}
	}
	return nil
}

// one says what is wrong with one text of the field, "" if nothing.
func (e Editable) one(x string) string {
	switch {
	case x == "":
		return ""
	case len(x) > 2000:
		return "it has more than 2,000 bytes"
	case e.Shape == Choice && !slices.Contains(e.Choices, x):
		return fmt.Sprintf("%q is none of %s", x, strings.Join(e.Choices, ", "))
	case e.Shape == Date:
		if _, err := edtf.Parse(x); err != nil {
			return fmt.Sprintf("%q is not a date like 2022-02-22, 2022-02 or 2020-11-09/2020-11-10", x)
		}
	case e.Shape == Code || e.Shape == Codes:
		code, _, _ := strings.Cut(x, "/")
		if isCode(code) && code != "IGO" && code != "NGO" && gazetteer.Builtin().ByID(code) == nil {
			return fmt.Sprintf("%q is no code of a state or organisation like RUS or CSTO", x)
		}
	}
	return ""
}

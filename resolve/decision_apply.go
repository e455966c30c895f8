package resolve

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Apply gives x, a record of a kind as the machine made it, what the reviews
// say: its state, notes and the edited values. They come in order and all
// count.
func Apply[T any](kind string, x *T, reviews []*Review) error {
	j := judge(reviews)
	return rewrite(x, func(fields map[string]json.RawMessage) error {
		for _, r := range reviews {
			if r.Action != Edit {
				continue
			}
			e, err := EditableOf(kind, r.Field)
			if err != nil {
				return err
			}
			name := e.In()
			j.Review.keep(name, fields[name])
			if fields[name], err = e.value(r, fields); err != nil {
				return err
			}
		}
		var err error
		if fields["state"], err = encodePlain(j.State); err != nil {
			return err
		}
		fields["review"], err = encodePlain(j.Review)
		return err
	})
}

// keep notes the machine's own value of a field; the first one is it.
func (d *Decision) keep(field string, value json.RawMessage) {
	if _, ok := d.Machine[field]; ok {
		return
	}
	if d.Machine == nil {
		d.Machine = map[string]json.RawMessage{}
	}
	if value == nil {
		value = json.RawMessage("null")
	}
	d.Machine[field] = value
}

// Unreviewed makes x what it was before Apply.
func Unreviewed[T any](x *T) error {
	return rewrite(x, func(fields map[string]json.RawMessage) error {
		var d *Decision
		if err := json.Unmarshal(orNull(fields["review"]), &d); err != nil {
			return err
		}
		if d != nil {
			for name, was := range d.Machine {
				fields[name] = was
			}
		}
		delete(fields, "review")
		delete(fields, "state")
		return nil
	})
}

func orNull(m json.RawMessage) json.RawMessage {
	if m == nil {
		return json.RawMessage("null")
	}
	return m
}

// rewrite changes x as JSON.
func rewrite[T any](x *T, change func(map[string]json.RawMessage) error) error {
	body, err := encodePlain(x)
	if err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return err
	}
	if err := change(fields); err != nil {
		return err
	}
	if body, err = encodePlain(fields); err != nil {
		return err
	}
	var y T
	if err := json.Unmarshal(body, &y); err != nil {
		return err
	}
	was, now := reflect.ValueOf(x).Elem(), reflect.ValueOf(&y).Elem()
	for i := range was.NumField() {
		if was.Type().Field(i).Tag.Get("json") == "-" {
			now.Field(i).Set(was.Field(i))
		}
	}
	*x = y
	return nil
}

// value returns what an edit puts into the field of the JSON that holds e.
func (e Editable) value(r *Review, fields map[string]json.RawMessage) (json.RawMessage, error) {
	if e.in != "signed" {
		return r.After, nil
	}
	var date Value
	if err := json.Unmarshal(r.After, &date); err != nil {
		return nil, err
	}
	if date == "" {
		return json.RawMessage("[]"), nil
	}
	return encodePlain([]Claim{{Value: date, By: Value(r.Who), Sources: sourcesFor(date, fields)}})
}

// sourcesFor returns the sources that give an instrument a date; where none
// does, the first that names it, which the person has read.
func sourcesFor(date Value, fields map[string]json.RawMessage) []Source {
	var x struct {
		Attributes []Claimed `json:"attributes"`
		Sources    []Source  `json:"sources"`
	}
	for name, to := range map[string]any{"attributes": &x.Attributes, "sources": &x.Sources} {
		if json.Unmarshal(orNull(fields[name]), to) != nil {
			return []Source{}
		}
	}
	for _, a := range x.Attributes {
		for _, c := range a.Values {
			if a.Attribute == "date" && c.Value == date {
				return c.Sources
			}
		}
	}
	return x.Sources[:min(1, len(x.Sources)):1]
}

// ReportedDates returns on which days sources say that x was signed, also
// where a person has decided which one holds.
func (x *Instrument) ReportedDates() []Claim {
	if x.Review == nil || x.Review.Machine["signed"] == nil {
		return x.Signed
	}
	var was []Claim
	if json.Unmarshal(x.Review.Machine["signed"], &was) != nil {
		return x.Signed
	}
	return was
}

// FieldOf returns the value of a field of a record as a person sees it, as
// JSON: of an instrument's date the first day on which it was signed.
func FieldOf(body json.RawMessage, e Editable) (json.RawMessage, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	if e.in == "signed" {
		var signed []Claim
		if err := json.Unmarshal(orNull(fields["signed"]), &signed); err != nil {
			return nil, err
		}
		date := Value("")
		if len(signed) > 0 {
			date = signed[0].Value
		}
		return json.Marshal(string(date))
	}
	v := orNull(fields[e.Name])
	if string(v) == "null" {
		switch e.Shape {
		case Codes, Items:
			return json.RawMessage("[]"), nil
		case Number:
		default:
			return json.RawMessage(`""`), nil
		}
	}
	return v, nil
}

// WithoutRejected returns b less the records that people rejected, for whoever
// draws conclusions.
func (b *Base) WithoutRejected() *Base {
	return &Base{
		Actors:      upheld(b.Actors, func(x *Actor) Verdict { return x.State }),
		Instruments: upheld(b.Instruments, func(x *Instrument) Verdict { return x.State }),
		Provisions:  upheld(b.Provisions, func(x *Provision) Verdict { return x.State }),
		Commitments: upheld(b.Commitments, func(x *Commitment) Verdict { return x.State }),
		Statements:  upheld(b.Statements, func(x *Statement) Verdict { return x.State }),
		Events:      upheld(b.Events, func(x *Event) Verdict { return x.State }),
		Fulfilments: upheld(b.Fulfilments, func(x *Fulfilment) Verdict { return x.State }),
	}
}

// upheld returns xs less what is rejected; xs itself where nothing is.
func upheld[T any](xs []T, state func(*T) Verdict) []T {
	rejected := func(x T) bool { return state(&x) == Rejected }
	if !slices.ContainsFunc(xs, rejected) {
		return xs
	}
	return slices.DeleteFunc(slices.Clone(xs), rejected)
}

// Plain writes a value of a review for a reader: a text without quotation
// marks, a list with blanks between its items.
func Plain(value json.RawMessage) Value {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return Value(s)
	}
	var list []string
	if json.Unmarshal(value, &list) == nil {
		return Value(strings.Join(list, " "))
	}
	if string(value) == "null" {
		return ""
	}
	return Value(value)
}

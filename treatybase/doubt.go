package treatybase

import (
	"slices"

	"pacta/resolve"
)

// Doubts lists what can be doubtful about a record that nobody has looked at,
// the gravest first.
var Doubts = []string{"weak link", "low confidence", "modality disputed", "party not named", "speaker not named", "nobody acts", "only a lead", "no date"}

// AnyDoubt is for a Filter that does not mind which doubt it is.
const AnyDoubt = "any"

const (
	weakLink      = 0.6 // the score below which a link is looked at first
	lowConfidence = 0.7
)

// people adds what people said of a record, and what is doubtful as long as
// they have said nothing.
func (k *keys) people(j *resolve.Judged, doubts ...string) {
	if j.State != resolve.ByMachine {
		k.add("review", j.State.String())
		return
	}
	n := len(*k)
	k.add("doubt", doubts...)
	if len(*k) > n {
		k.add("doubt", AnyDoubt)
	}
}

// when returns doubt where it holds, "" where it does not.
func when(holds bool, doubt string) string {
	if holds {
		return doubt
	}
	return ""
}

func instrumentDoubts(x *resolve.Instrument) []string {
	weak := slices.ContainsFunc(x.Links, func(l resolve.Link) bool { return l.Score > 0 && l.Score < weakLink })
	return []string{when(weak, "weak link"), when(x.Standing == "lead", "only a lead"),
		when(x.Standing == "signed" && len(x.Parties) == 0, "party not named"), when(x.Standing == "signed" && len(x.Signed) == 0, "no date")}
}

func commitmentDoubts(x *resolve.Commitment) []string {
	return []string{when(len(x.Modalities) > 1, "modality disputed"), when(len(x.Parties) == 0, "party not named")}
}

func statementDoubts(x *resolve.Statement) []string {
	unsure := x.Confidence > 0 && x.Confidence < lowConfidence
	return []string{when(unsure, "low confidence"), when(x.Voice != "outlet" && x.Speaker == "" && x.SpeakerName == "", "speaker not named")}
}

func eventDoubts(x *resolve.Event) []string {
	return []string{when(len(x.Actors) == 0 && x.Life == "", "nobody acts")}
}

// DoubtsOf returns what is doubtful about a record.
func DoubtsOf(o Object) ([]string, error) {
	r, err := decoded(o.Kind, o.Body)
	var out []string
	for _, k := range r.keys {
		if k.role == "doubt" && k.value != AnyDoubt {
			out = append(out, k.value)
		}
	}
	return out, err
}

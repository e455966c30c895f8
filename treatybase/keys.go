package treatybase

import (
	"strings"

	"pacta/reason"
	"pacta/resolve"
)

// What each kind of object can be found by. The roles are those that Roles
// lists; a change here needs a new ResolveVersion.

// Roles lists for each kind of object what a Filter can ask of it, beside
// Type, Review, Since, Until, Document and Text, which all kinds have.
var Roles = map[string][]string{
	"actor":       {"party"},
	"instrument":  {"party", "speaker", "standing", "state", "cites", "doubt"},
	"provision":   {"instrument", "par"},
	"commitment":  {"party", "to", "modality", "area", "layer", "instrument", "par", "speaker", "doubt"},
	"statement":   {"party", "speaker", "instrument", "stance", "voice", "cue", "doubt"},
	"event":       {"party", "to", "instrument", "factuality", "mode", "doubt"},
	"fulfilment":  {"party", "instrument", "speaker"},
	"discrepancy": {"about", "level"},
	"tension":     {"party", "about", "level"},
}

func actorRecord(x *resolve.Actor) record {
	var k keys
	k.add("type", x.Kind)
	if x.Kind == "state" || x.Kind == "organization" {
		k.add("party", x.ID)
	}
	for _, r := range x.Roles {
		k.add("party", string(r.Of))
	}
	k.people(&x.Judged)
	return record{id: x.ID, kind: "actor", typ: x.Kind, name: x.Name, keys: k, sources: x.Sources}
}

func instrumentRecord(x *resolve.Instrument) record {
	var k keys
	k.add("type", string(x.Type))
	k.add("standing", x.Standing)
	k.add("party", x.Parties...)
	for _, s := range x.Status {
		k.add("state", s.State)
		k.add("speaker", string(s.By))
	}
	for _, c := range x.Cites {
		k.add("cites", string(c.Instrument))
	}
	date := ""
	if len(x.Signed) > 0 {
		date = string(x.Signed[0].Value)
	}
	k.people(&x.Judged, instrumentDoubts(x)...)
	return record{id: x.ID, kind: "instrument", typ: string(x.Type), name: x.Title, date: date, keys: k, sources: x.Sources}
}

func provisionRecord(x *resolve.Provision) record {
	var k keys
	k.add("type", x.Type)
	k.add("instrument", string(x.Instrument))
	k.add("par", string(x.Number))
	k.people(&x.Judged)
	return record{id: x.ID, kind: "provision", typ: x.Type, name: string(x.Number), keys: k, sources: x.Sources}
}

func commitmentRecord(x *resolve.Commitment) record {
	var k keys
	k.add("type", x.Modality)
	k.add("modality", x.Modality)
	k.add("party", x.Parties...)
	k.add("to", x.Beneficiaries...)
	k.add("area", string(x.Area))
	k.add("area", x.Areas...)
	k.add("layer", x.Layer)
	k.add("instrument", string(x.Instrument))
	k.add("par", string(x.Provision))
	k.add("speaker", string(x.By))
	k.people(&x.Judged, commitmentDoubts(x)...)
	return record{id: x.ID, kind: "commitment", typ: x.Modality, name: string(x.Action), date: string(x.Deadline), keys: k, sources: shown(x.Shown, x.Sources)}
}

func statementRecord(x *resolve.Statement) record {
	var k keys
	k.add("type", x.Form)
	k.add("voice", x.Voice)
	k.add("speaker", string(x.Speaker), string(x.SpeakerName))
	k.actors("party", []string{string(x.Affiliation)})
	if x.Voice == "state" || x.Voice == "organization" {
		k.actors("party", []string{string(x.Speaker)})
	}
	k.add("instrument", x.About...)
	k.add("stance", string(x.Stance))
	k.add("cue", string(x.CueKind))
	name := string(x.SpeakerName)
	if name == "" {
		name = string(x.Speaker)
	}
	k.people(&x.Judged, statementDoubts(x)...)
	return record{id: x.ID, kind: "statement", typ: x.Form, name: name, date: string(x.Date), keys: k, sources: x.Sources}
}

func eventRecord(x *resolve.Event) record {
	var k keys
	k.add("type", x.Type, string(x.Life))
	k.add("mode", string(x.Mode))
	k.actors("party", x.Actors)
	k.actors("to", x.Recipients)
	k.add("instrument", string(x.Instrument))
	k.add("factuality", x.Factuality)
	k.people(&x.Judged, eventDoubts(x)...)
	return record{id: x.ID, kind: "event", typ: x.Type, name: string(x.Life), date: string(x.Date), keys: k, sources: shown(x.Shown, x.Sources)}
}

// shown returns all sources of an object: those that it lists where it lists all.
func shown(all, listed []resolve.Source) []resolve.Source {
	if len(all) > 0 {
		return all
	}
	return listed
}

func fulfilmentRecord(x *resolve.Fulfilment) record {
	var k keys
	k.add("type", x.Claim)
	k.actors("party", []string{string(x.Party)})
	k.add("instrument", x.About...)
	k.add("speaker", string(x.By))
	k.people(&x.Judged)
	return record{id: x.ID, kind: "fulfilment", typ: x.Claim, name: string(x.By), date: string(x.Date), keys: k, sources: x.Sources}
}

func discrepancyRecord(x *reason.Discrepancy) record {
	var k keys
	k.add("type", x.Attribute)
	k.add("about", x.About)
	k.add("level", x.Level)
	var sources []resolve.Source
	for _, p := range x.Positions {
		sources = append(sources, p.Sources...)
	}
	k.people(&x.Judged)
	return record{id: x.ID, kind: "discrepancy", typ: x.Attribute, name: x.About, keys: k, sources: sources}
}

func tensionRecord(x *reason.Tension) record {
	var k keys
	k.add("type", x.Kind)
	k.add("party", strings.Fields(string(x.Party))...)
	k.add("about", x.A, x.B)
	k.add("level", x.Level)
	k.people(&x.Judged)
	return record{id: x.ID, kind: "tension", typ: x.Kind, name: string(x.Party), keys: k, sources: x.Sources}
}

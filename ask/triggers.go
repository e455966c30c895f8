package ask

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// code is a code as users write it in an event: "ARM", "CSTO".
var code = regexp.MustCompile(`\b[A-Z][A-Z-]{2,}\b`)

// Occurrence reads an event in words, "armed attack on ARM by AZE": who does
// it stands after "by" or first, to whom after "on", "against" or "between".
// Names of states are understood as well as codes. An event that names nobody
// is pacta.ErrInvalid.
func Occurrence(text string) (reason.Occurrence, error) {
	o := reason.Occurrence{Text: text}
	names := gazetteer.Builtin()
	type mention struct {
		at int
		id string
	}
	var found []mention
	for _, m := range names.Find(text, nil) {
		if k := m.Entry.Kind; (k == gazetteer.State || k == gazetteer.Organization || k == gazetteer.Entity) &&
			!slices.ContainsFunc(found, func(x mention) bool { return x.at == m.Start }) {
			found = append(found, mention{m.Start, m.Entry.ID})
		}
	}
	for _, m := range code.FindAllStringIndex(text, -1) {
		if id := text[m[0]:m[1]]; names.ByID(id) != nil && !slices.ContainsFunc(found, func(x mention) bool { return x.at == m[0] }) {
			found = append(found, mention{m[0], id})
		}
	}
	slices.SortFunc(found, func(a, b mention) int { return a.at - b.at })
	for _, m := range found {
		before := tokens(text[:m.at])
		switch {
		case after(before, "by", "from"):
			o.Actors = append(o.Actors, m.id)
		case after(before, "on", "against", "in", "upon", "to", "between", "and", "of", "with") || len(o.Actors) > 0:
			o.Targets = append(o.Targets, m.id)
		default:
			o.Actors = append(o.Actors, m.id)
		}
	}
	if len(found) == 0 {
		return o, fmt.Errorf("an event that names no state or organisation: %w", pacta.ErrInvalid)
	}
	return o, nil
}

// after reports whether the last word that is no article is one of words.
func after(before []string, words ...string) bool {
	for len(before) > 0 && (before[len(before)-1] == "the" || before[len(before)-1] == "a") {
		before = before[:len(before)-1]
	}
	return len(before) > 0 && slices.Contains(words, before[len(before)-1])
}

// eventWords put a PLOVER type into the words of conditions.
var eventWords = map[string]string{"ASSAULT": "armed attack", "MOBILIZE": "threat of force", "THREATEN": "threat", "SANCTION": "sanction", "REJECT": "refusal"}

// occurrenceOf reads an event of the base.
func occurrenceOf(e *resolve.Event) reason.Occurrence {
	bare := func(codes []string) []string {
		var out []string
		for _, c := range codes {
			if c, _, _ = strings.Cut(c, "/"); !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
		return out
	}
	return reason.Occurrence{Text: strings.TrimSpace(eventWords[e.Type] + " " + oneLine(e.Sources[0].Quote)), Type: e.Type, Actors: bare(e.Actors), Targets: bare(e.Recipients)}
}

// Triggers returns the promises of the base that an event would engage by
// their words, and the event as it was understood. The event is told in words,
// or by the ID of an event of the base.
func Triggers(ctx context.Context, b *treatybase.Base, event string) ([]reason.Trigger, reason.Occurrence, error) {
	ctx = treatybase.Upheld(ctx) // nothing is answered from what people rejected
	var o reason.Occurrence
	if x, err := b.Object(ctx, event); err == nil && x.Kind == "event" {
		var e resolve.Event
		if err := x.Decode(&e); err != nil {
			return nil, o, err
		}
		o = occurrenceOf(&e)
	} else if o, err = Occurrence(event); err != nil {
		return nil, o, err
	}
	base, err := load(ctx, b, o, few)
	if err != nil {
		return nil, o, err
	}
	return reason.Triggers(base, o), o, nil
}

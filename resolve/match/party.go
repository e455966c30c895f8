package match

import (
	"slices"
	"strings"

	"pacta/gazetteer"
)

// readParties collects the states and organisations that the record or its
// title names.
func (x *Reading) readParties() {
	g := gazetteer.Builtin()
	for _, p := range x.Record.Parties {
		if e := g.Lookup(p); len(e) > 0 {
			p = e[0].ID
		}
		x.addParty(p)
	}
	given, title := len(x.parties) > 0, english(x)
	var rest strings.Builder
	at := 0
	for _, m := range g.Find(title, nil) {
		if m.Start < at || m.Weak && lexicon[strings.TrimPrefix(strings.ToLower(title[m.Start:m.End]), "the ")].stop { // "the Kingdom"
			continue
		}
		if m.Reading == gazetteer.Capital { // where it was signed
			rest.WriteString(title[at:m.Start])
			at = m.End
			continue
		}
		if m.Entry.Kind == gazetteer.Organization && !slices.Contains(x.bodies, m.Entry.ID) {
			x.bodies = append(x.bodies, m.Entry.ID)
		}
		if !isParty(m.Entry) {
			continue
		}
		if !given {
			x.addParty(m.Entry.ID)
		}
		rest.WriteString(title[at:m.Start])
		at = m.End
	}
	rest.WriteString(title[at:])
	x.rest = rest.String()
	x.unnamed = withoutBodies(g, x.rest)
	for _, w := range fold(x.rest, nil) {
		if !given && (w == "ec" || w == "eec") { // how lists write the party that is the Union now
			x.addParty("EU")
		}
	}
	slices.Sort(x.parties)
	slices.Sort(x.bodies)
	for _, e := range g.Lookup(x.Record.Title) {
		if e.Kind == gazetteer.Instrument && x.known == "" {
			x.known = e.ID
		}
	}
}

// withoutBodies returns a title without the names of organisations.
func withoutBodies(g *gazetteer.Gazetteer, title string) string {
	var rest strings.Builder
	at := 0
	for _, m := range g.Find(title, nil) {
		if m.Start >= at && m.Entry.Kind == gazetteer.Organization {
			rest.WriteString(title[at:m.Start])
			at = m.End
		}
	}
	rest.WriteString(title[at:])
	return rest.String()
}

// isParty reports whether an entry can be a party: a state, or the one
// organisation that concludes treaties as states do.
func isParty(e *gazetteer.Entry) bool {
	switch e.Kind {
	case gazetteer.State, gazetteer.Territory:
		return true
	}
	return e.Kind == gazetteer.Organization && (e.ID == "EU" || successors[e.ID] == "EU")
}

// english returns the title; of one in another language with the names of
// states that the lexicon knows in English.
func english(x *Reading) string {
	if !x.foreign {
		return x.Record.Title
	}
	tokens := fold(x.Record.Title, nil)
	for i, t := range tokens {
		if w := lexicon[t]; w.as != "" && !w.stop {
			tokens[i] = w.as
		}
		tokens[i] = strings.ToUpper(tokens[i][:1]) + tokens[i][1:]
	}
	return strings.Join(tokens, " ")
}

// foreign reports whether a title is in another language than English: by its
// small words, or its script.
func foreign(tokens []string) bool {
	here, there := 0, 0
	for _, t := range tokens {
		switch t {
		case "of", "the", "and", "on", "to", "for", "between", "in", "by", "with", "concerning", "regarding":
			here++
		case "de", "la", "le", "les", "du", "des", "et", "entre", "sur", "y", "el", "los", "las", "del", "para", "sobre", "il", "tra", "per", "e", "da", "do", "dos",
			"van", "het", "tussen", "und", "zwischen", "der", "die", "uber", "med", "privind", "cu", "si", "o", "v", "na", "i", "в", "о", "и", "между", "od", "za", "om", "og", "mellom", "mellan":
			there++
		}
		if t[0] >= 0xD0 && t[0] <= 0xD3 || t[0] >= 0xE3 && t[0] <= 0xE9 {
			there++
		}
	}
	return there > here && there > 1
}

// successors joins states and organisations that lists name by either.
var successors = map[string]string{"SUN": "RUS", "EEC": "EU", "EC": "EU", "DDR": "DEU", "YUG": "SRB", "SCG": "SRB"}

func (x *Reading) addParty(code string) {
	if s, ok := successors[code]; ok {
		code = s
	}
	if !slices.Contains(x.parties, code) {
		x.parties = append(x.parties, code)
	}
}

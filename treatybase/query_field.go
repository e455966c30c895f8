package treatybase

import (
	"slices"
	"strings"

	"pacta/edtf"
)

// A QueryField is a field that a query can ask for.
type QueryField struct {
	Name    string
	Doc     string // what it asks
	Example string
	role    string // the key of objects that it stands for
	column  string // or the column of documents
	words   bool   // a value is found by some of its words
}

// QueryFields lists the fields of queries. Those of documents ask of a fact
// that a document shows it in which they hold.
var QueryFields = []QueryField{
	{Name: "party", Doc: "who acts, owes or speaks, by code or name", Example: "party:RUS", role: "party"},
	{Name: "to", Doc: "to whom it is owed or done", Example: "to:AZE", role: "to"},
	{Name: "modality", Doc: "how firmly a promise binds", Example: "modality:obligation", role: "modality"},
	{Name: "area", Doc: "the subject of a promise", Example: `area:"arms supply"`, role: "area"},
	{Name: "layer", Doc: "whose words a promise is in: text, paraphrase, assurance, demand or reading", Example: "layer:text", role: "layer"},
	{Name: "instrument", Doc: "words of the title of an instrument, or its ID", Example: `instrument:"indus waters"`, role: "instrument", words: true},
	{Name: "par", Doc: "the number of a provision", Example: "par:9", role: "par"},
	{Name: "speaker", Doc: "words of the name of who spoke", Example: "speaker:lavrov", role: "speaker", words: true},
	{Name: "stance", Doc: "how a speaker takes to it: affirms, denies, promises", Example: "stance:denies", role: "stance"},
	{Name: "status", Doc: "of instruments: signed, in force, suspended", Example: "status:suspended", role: "state"},
	{Name: "type", Doc: "modality, type of event, kind of actor, claim", Example: "type:ratified", role: "type"},
	{Name: "level", Doc: "of findings: serious or mild", Example: "level:serious", role: "level"},
	{Name: "kind", Doc: "commitment, statement, event, instrument, actor, provision, fulfilment, discrepancy or tension", Example: "kind:commitment"},
	{Name: "date", Doc: "when it was said, done or signed; of documents and promises when they were published", Example: "date:2020..2022"},
	{Name: "outlet", Doc: "words of the name of the outlet", Example: `outlet:"new york times"`, column: "outlet", words: true},
	{Name: "title", Doc: "words of the title of the document", Example: "title:drought", column: "title", words: true},
	{Name: "author", Doc: "words of the name of the author", Example: "author:smith", column: "author", words: true},
	{Name: "genre", Doc: "news or treaty", Example: "genre:treaty", column: "genre"},
	{Name: "language", Doc: "the language of the document", Example: "language:en", column: "language"},
}

// fieldOf returns the field of a name, nil if there is none.
func fieldOf(name string) *QueryField {
	i := slices.IndexFunc(QueryFields, func(f QueryField) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &QueryFields[i]
}

// noField says that a field does not exist, and which is meant.
func noField(name string) error {
	names := make([]string, len(QueryFields))
	best, close := "", 3
	for i, f := range QueryFields {
		names[i] = f.Name
		if d := edits(name, f.Name); d < close {
			best, close = f.Name, d
		}
	}
	if best != "" {
		return wrong(`there is no field %q: write %s: if that is meant, or "%s:…" in quotation marks to look for the words`, name, best, name)
	}
	return wrong(`there is no field %q: the fields are %s; write "%s:…" in quotation marks to look for the words`, name, strings.Join(names, ", "), name)
}

// edits returns by how many letters a and b differ (Levenshtein).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// clause returns the condition that f has the value v.
func (f *QueryField) clause(v token) (*clause, error) {
	if !hasLetter(v.text) && f.Name != "date" {
		return nil, wrong("%s: needs a value with letters or digits: write %s", f.Name, f.Example)
	}
	c := &clause{op: field, field: f.Name, text: v.text, star: v.star, exact: v.exact && f.words, phrase: v.sort == phraseSign && !isPlain(v.text)}
	switch f.Name {
	case "date":
		if _, _, ok := dayRange(v.text); !ok || v.star {
			return nil, wrong("%q is no date: write date:2022-02-22, date:2020-03, date:2020..2022, date:>2020 or date:<=2020", v.text)
		}
	case "kind":
		k, ok := kindOf(v.text)
		if !ok {
			return nil, wrong("there is no kind %q: the kinds are %s", v.text, strings.Join(append(slices.Clone(Kinds), "sentence", "document"), ", "))
		}
		c.text, c.phrase = k, false
	}
	return c, nil
}

// kindOf reads the name of a kind, also in the plural.
func kindOf(s string) (string, bool) {
	s = strings.ToLower(s)
	kinds := append(slices.Clone(Kinds), "sentence", "document")
	for _, k := range kinds {
		if s == k || s == k+"s" || s == strings.TrimSuffix(k, "y")+"ies" {
			return k, true
		}
	}
	return "", false
}

// dayRange reads the value of date: as the first and the last day that are
// meant: an EDTF date or interval, A..B with either end left open, or one of
// > >= < <= before a date.
func dayRange(s string) (first, last int, ok bool) {
	s = strings.Join(strings.Fields(s), "")
	for _, sign := range []string{">=", "<=", ">", "<"} {
		if rest, found := strings.CutPrefix(s, sign); found {
			return beside(sign, rest)
		}
	}
	if a, b, found := strings.Cut(s, ".."); found && !strings.Contains(s, "/") {
		if a == "" && b == "" {
			return 0, 0, false
		}
		s = open(a) + "/" + open(b)
	}
	x, err := edtf.Parse(s)
	return int(x.First), int(x.Last), err == nil && s != ""
}

func open(date string) string {
	if date == "" {
		return ".."
	}
	return date
}

// beside returns the days before or after a date.
func beside(sign, date string) (first, last int, ok bool) {
	x, err := edtf.Parse(date)
	if err != nil || date == "" || x.IsOpen() {
		return 0, 0, false
	}
	first, last = int(edtf.Earliest), int(edtf.Latest)
	switch sign {
	case ">":
		first = int(x.Last) + 1
	case ">=":
		first = int(x.First)
	case "<":
		last = int(x.First) - 1
	case "<=":
		last = int(x.Last)
	}
	return first, last, true
}

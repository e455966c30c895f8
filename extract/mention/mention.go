// Package mention finds who and what a document speaks of: states,
// organisations, persons, offices, places and groups, with coreference inside
// the document. Index answers whom a phrase stands for.
package mention

import (
	"pacta"
	"pacta/extract/mention/quotation"
)

// Extractor finds mentions of states, organisations, persons, offices, places
// and groups.
//
// Value is the ISO code or gazetteer ID of what is known; for a person it is
// the fullest name that the document uses, on every mention of that person, also
// on pronouns and descriptions. The args affiliation and sector say for whom a
// person or body acts (RUS, GOV); antecedent is the mention that a pronoun or
// description refers back to.
var Extractor = &pacta.Extractor{
	Name:    "mention",
	Doc:     "Finds states, organisations, persons, offices, places and groups, and which mentions are the same.",
	Version: 1,
	Run:     run,
}

func run(a *pacta.Analysis) {
	d := &document{
		Analysis: a,
		text:     a.Doc.Text,
		words:    words(),
		quotes:   quotation.Find(a.Doc.Text, a.Doc.Dropped),
		bySur:    map[string][]*person{},
	}
	for i := range a.Sentences {
		d.read(i)
	}
	d.register()
	d.resolve()
	for i := range d.found {
		d.emit(&d.found[i])
	}
}

// document is what is known while one document is read.
type document struct {
	*pacta.Analysis
	text   string
	words  *lexicon
	quotes []quotation.Quote
	found  []candidate // in text order
	people []*person
	bySur  map[string][]*person
	view   view
}

// kind says what a candidate is before it is resolved.
type kind uint8

const (
	named     kind = iota + 1 // a personal name
	known                     // a gazetteer name
	collected                 // an organisation named by its words
	described                 // a role without a name: "the analyst"
	bodied                    // a collective by its noun: "the Russian foreign ministry"
	pronoun                   // he, she and their forms
)

// A candidate is a phrase that names or describes somebody.
type candidate struct {
	kind     kind
	mention  string // the type of the mention
	span     pacta.Span
	sentence int
	quote    int // the quotation that it stands in, -1 if none
	value    string
	head     string // canonical noun of a role or body: "spokesperson"
	class    string
	sector   string
	office   pacta.Arg
	affil    pacta.Arg
	gender   byte
	definite bool // with "the", or an office with its state
	subject  bool
	oblique  bool
	person   *person
	weak     bool       // a name such as "the Commission", which needs its full name before it
	parent   string     // the organisation that a known one is part of
	back     pacta.Span // antecedent
}

func (d *document) emit(c *candidate) {
	x := pacta.Annotation{Kind: pacta.Mention, Type: c.mention, Span: c.span, Value: c.value}
	if c.person != nil {
		x.Value = c.person.name
		d.fill(c)
	}
	for _, r := range []pacta.Arg{c.office, c.affil} {
		if r.Value != "" {
			x.Args = append(x.Args, r)
		}
	}
	if c.sector != "" {
		x.Args = append(x.Args, pacta.Arg{Role: "sector", Value: c.sector})
	}
	if !c.back.IsZero() {
		x.Args = append(x.Args, pacta.Arg{Role: "antecedent", Span: c.back, Value: x.Value})
	}
	d.Add(x)
}

// fill gives a mention of a person what other mentions say of him, without a
// span where the words stand elsewhere.
func (d *document) fill(c *candidate) {
	o := c.person.main()
	if o == nil {
		return
	}
	if c.office.Value == "" {
		c.office = pacta.Arg{Role: "office", Value: o.words}
	}
	if c.affil.Value == "" && (c.head == "" || c.head == o.head) {
		c.affil = pacta.Arg{Role: "affiliation", Value: o.affil}
	}
	if c.sector == "" {
		c.sector = o.sector
	}
}

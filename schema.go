package pacta

import (
	"fmt"
	"strings"
)

// A KindDef defines a kind of annotation: the codebook entry.
type KindDef struct {
	Kind  Kind   `json:"kind"`
	Doc   string `json:"definition"`
	Value string `json:"value"` // what Annotation.Value holds, "" if nothing
	Types []Def  `json:"types"`
	Roles []Def  `json:"roles"`
	Lists []List `json:"lists,omitempty"` // closed lists of what its value and some of its roles may hold
}

// A List is a closed list of values: of the Value of a kind where Of is empty,
// else of the role Of.
type List struct {
	Name  string `json:"name"`
	Of    string `json:"of"`
	Doc   string `json:"definition"`
	Items []Def  `json:"items"`
}

// A Def is a name with its sentence of definition.
type Def struct {
	Name string `json:"name"`
	Doc  string `json:"definition"`
}

// Schema is the closed list of what annotations may say. It is the codebook
// that `pacta codebook` prints, and Check holds every annotation to it.
var Schema = []KindDef{
	{
		Kind: Provision, Doc: "A numbered or headed part of an instrument's own text.", Value: "the number as printed",
		Types: []Def{
			{"preamble", "What stands between the title and the first article: who concludes the instrument and why."},
			{"recital", "One consideration of the preamble; a recital is no promise."},
			{"part", "A part, title or book: the largest division."},
			{"chapter", "A chapter or section that groups articles."},
			{"article", "An article, or a clause that takes the place of one in declarations and statements."},
			{"paragraph", "A numbered paragraph within an article, or of an instrument that has no articles."},
			{"point", "A lettered or numbered item within a paragraph."},
			{"annex", "An annex, appendix, schedule or attached protocol."},
			{"signature", "The testimonium and signature block: done at, on, in which languages, by whom."},
		},
		Roles: []Def{
			{"heading", "The heading words after the number."},
			{"within", "The provision that this one is a part of."},
		},
	},
	{
		Kind: Time, Doc: "A temporal expression, after TIMEX3 (ISO-TimeML).", Value: "the TIMEX3 value",
		Types: []Def{
			{"DATE", "A calendar time of a day or more: a day, month, season, year, century, or a reference to past, present or future."},
			{"TIME", "A time of less than a day."},
			{"DURATION", "A length of time."},
			{"SET", "A recurring time."},
		},
		Roles: []Def{
			{"anchor", "The expression or document date that the value was computed from."},
			{"edtf", "The value as an EDTF date or interval, for sorting and drawing."},
			{"modifier", "TIMEX3 mod: BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, START, MID, END, APPROX."},
			{"function", "deadline, start or period, where the words around make it one."},
		},
	},
	{
		Kind: Mention, Doc: "A name or description of somebody or something that facts can be about.",
		Value: "a gazetteer code (RUS, CSTO, un-charter) or an identity within the document",
		Types: []Def{
			{"state", "A state, also through its demonym, capital or government."},
			{"organization", "An international or non-governmental organisation or one of its bodies, an institute, a party, a company."},
			{"person", "A named person, or a pronoun or description that stands for one."},
			{"office", "An office without a name: the Armenian prime minister."},
			{"instrument", "A treaty, declaration, statement or other text by which states commit themselves."},
			{"place", "A place that is not a state."},
			{"group", "An armed group, minority, or other group of people."},
		},
		Roles: []Def{
			{"office", "The office that the text gives the person."},
			{"affiliation", "The state or organisation that the person or body acts for."},
			{"sector", "The PLOVER sector: GOV, MIL, OPP, CVL, REB and the like."},
			{"title", "The title or descriptive words of an instrument."},
			{"type", "The word for what sort of instrument it is: treaty, declaration, statement."},
			{"party", "A party to an instrument."},
			{"signatory", "A person who signed an instrument."},
			{"date", "When an instrument was signed."},
			{"place", "Where an instrument was signed."},
			{"paragraphs", "How many paragraphs or articles an instrument has."},
			{"duration", "For how long an instrument is concluded."},
			{"deposit", "Where or with whom an instrument is deposited."},
			{"effect", "When or on what an instrument enters into force."},
			{"status", "signed, prospective (not yet concluded), body (a set of instruments) or generic."},
			{"antecedent", "The earlier mention that this one refers back to."},
		},
	},
	{
		Kind: Citation, Doc: "A reference to a provision of an instrument, or from one instrument to another.", Value: "the number of the provision, as digits",
		Types: []Def{
			{"instrument", "A reference from one instrument to another."},
			{"provision", "A reference to an article, paragraph, point or preamble."},
		},
		Roles: []Def{
			{"instrument", "The instrument that is cited."},
			{"provision", "The provision that is cited, as printed."},
			{"from", "The instrument or provision that cites."},
			{"relation", "implements, reaffirms, amends, supersedes, terminates, protocol to, or cites."},
		},
	},
	{
		Kind: Statement, Doc: "Somebody says, writes, believes or wants something: an attribution of content to a source.",
		Value: "the stance towards what it is about: affirms, denies, promises, claims kept, claims broken, demands, rejects, praises, criticises, predicts, neutral",
		Types: []Def{
			{"direct", "The content stands in quotation marks."},
			{"indirect", "The content is told in the reporter's words."},
			{"mixed", "A part of the content stands in quotation marks."},
		},
		Roles: []Def{
			{"source", "Who says it; its value is the resolved speaker."},
			{"cue", "The words that attribute; the value is the kind: says, claims, denies, promises, demands, accuses, warns, hopes, asks, believes, agrees."},
			{"content", "What is said."},
			{"addressee", "To whom it is said."},
			{"topic", "The words that name the subject."},
			{"about", "The instrument, party or earlier statement that it takes a stance on."},
			{"voice", "person, state, organization, document (the declaration says) or outlet."},
			{"office", "The speaker's office at that time."},
			{"affiliation", "The state or organisation that the speaker speaks for."},
			{"date", "When it was said."},
			{"place", "Where it was said."},
			{"within", "The statement that contains this one."},
		},
	},
	{
		Kind: Commitment, Doc: "A promise of conduct between parties, or a demand for one. Recitals, definitions, rules on scope and clauses on the life of the instrument itself (entry into force, accession, amendment, denunciation, deposit) are none; rules for organs and procedures are, where they say what somebody is to do.", Value: "the subject area; further areas stand in the role area",
		Types: []Def{
			{"obligation", "A party shall, will, undertakes or agrees to do something."},
			{"prohibition", "A party shall not do something."},
			{"permission", "A party may or has the right to do something."},
			{"consideration", "A party may consider doing something; less than a permission and never an obligation."},
			{"readiness", "A party expresses its readiness or willingness to do something."},
			{"intention", "A party intends, seeks, will endeavour, or declares in the present tense what it does."},
			{"principle", "The parties base their relations on a rule of conduct."},
			{"assurance", "One who can bind a party says, outside of an instrument, what it will do."},
			{"demand", "Somebody says what another must do; it binds nobody."},
		},
		Roles: []Def{
			{"party", "Who is to act: an ISO code or an organisation."},
			{"beneficiary", "To whom it is owed."},
			{"cue", "The words that make it binding, or not: shall, may consider."},
			{"action", "The conduct promised."},
			{"condition", "What must be the case first: in the event of, if, unless."},
			{"purpose", "To what end."},
			{"basis", "The legal basis it names."},
			{"saving", "What it leaves untouched: without prejudice to, taking into account existing obligations."},
			{"deadline", "By when."},
			{"duration", "For how long."},
			{"place", "Where it is done."},
			{"instrument", "The instrument that holds it."},
			{"provision", "The number of the provision that holds it."},
			{"layer", "text, paraphrase, assurance, demand or reading: whose words these are."},
			{"area", "A further subject area."},
			{"by", "Who voices an assurance, demand or reading."},
			{"date", "When an assurance or demand was made."},
		},
	},
	{
		Kind: Event, Doc: "Something that somebody did to or with somebody, coded in PLOVER.", Value: "the PLOVER mode, \"\" if none applies",
		Types: []Def{
			{"AGREE", "Agree to, promise or offer cooperation, talks, concessions or aid."},
			{"CONSULT", "Meet, visit, talk, negotiate or mediate."},
			{"SUPPORT", "Express support, sign, ratify, recognise, apologise, or raise ties, without material help."},
			{"CONCEDE", "Give way verbally or in policy: ease a sanction, accept a demand, return, release."},
			{"COOPERATE", "Cooperate materially: joint exercises, trade, sharing of intelligence."},
			{"AID", "Give material aid: money, arms, food, asylum, peacekeepers."},
			{"RETREAT", "Give way materially: withdraw forces, surrender, disarm, cease fire."},
			{"REQUEST", "Ask, appeal, demand or order."},
			{"ACCUSE", "Criticise, blame, accuse, investigate or take to court."},
			{"REJECT", "Refuse, veto, break off a commitment, decline."},
			{"THREATEN", "Threaten, warn, give an ultimatum."},
			{"PROTEST", "Demonstrate, strike, riot, boycott for a political end."},
			{"SANCTION", "Reduce ties or impose a penalty short of force: embargo, expulsion, halt of talks or aid."},
			{"MOBILIZE", "Make forces ready or move them without using them."},
			{"COERCE", "Repress or use coercion without lethal force: arrest, expel, seize, ban, censor, hack."},
			{"ASSAULT", "Use force: attack, fight, bomb, kill, abduct, torture."},
		},
		Roles: []Def{
			{"actor", "Who does it: an ISO code or organisation, with a sector after a slash (RUS/GOV)."},
			{"recipient", "To whom it is done."},
			{"cue", "The words that name the event."},
			{"instrument", "The instrument it concerns."},
			{"date", "When it is done."},
			{"place", "Where it is done."},
			{"factuality", "done, ongoing, planned, conditional, negated or hypothetical."},
			{"context", "The PLOVER context: military, diplomatic, economic, legal and the like."},
		},
		Lists: []List{eventModes, eventContexts, factualities},
	},
	{
		Kind: Life, Doc: "A step in the life of an instrument.",
		Types: []Def{
			{"negotiated", "It is being or was negotiated or drafted."},
			{"signed", "It was signed, adopted or concluded."},
			{"ratified", "A party ratified, accepted, approved or acceded to it."},
			{"in force", "It entered into force, or is said to be in force."},
			{"extended", "Its period was prolonged."},
			{"amended", "Its text was changed."},
			{"suspended", "Its operation was suspended."},
			{"frozen", "A party froze its participation."},
			{"withdrawn", "A party withdrew from or denounced it."},
			{"terminated", "It was ended."},
			{"expired", "Its period ran out."},
		},
		Roles: []Def{
			{"instrument", "Which instrument."},
			{"party", "Which party took the step."},
			{"actor", "The person or body that took it."},
			{"cue", "The words that name the step."},
			{"date", "When it is done."},
			{"place", "Where it is done."},
			{"factuality", "done, ongoing, planned, conditional, negated or hypothetical."},
		},
		Lists: []List{factualities},
	},
	{
		Kind: Fulfilment, Doc: "Somebody claims that a commitment or an instrument is or is not kept.",
		Types: []Def{
			{"promised", "It will be kept."},
			{"kept", "It is or was kept."},
			{"not kept", "It is not carried out."},
			{"breached", "It was violated."},
			{"suspended", "Carrying it out is suspended or frozen."},
			{"operative", "It is being carried out, or governs what the parties do."},
		},
		Roles: []Def{
			{"party", "Whose conduct it is about."},
			{"instrument", "The instrument it is about."},
			{"commitment", "The commitment it is about."},
			{"provision", "The provision it is about."},
			{"source", "Who claims it."},
			{"cue", "The words that make the claim."},
			{"date", "When it was claimed."},
		},
	},
}

// Definition returns the codebook entry of kind, nil if there is none.
func Definition(kind Kind) *KindDef {
	for i := range Schema {
		if Schema[i].Kind == kind {
			return &Schema[i]
		}
	}
	return nil
}

// Check reports as ErrInvalid what in x the Schema does not know: its kind, its
// type or a role.
func Check(x *Annotation) error {
	d := Definition(x.Kind)
	if d == nil {
		return fmt.Errorf("kind %q: %w", x.Kind, ErrInvalid)
	}
	if !defines(d.Types, x.Type) {
		return fmt.Errorf("%s: type %q is none of %s: %w", x.Kind, x.Type, names(d.Types), ErrInvalid)
	}
	for _, r := range x.Args {
		if !defines(d.Roles, r.Role) {
			return fmt.Errorf("%s %s: role %q is none of %s: %w", x.Kind, x.Type, r.Role, names(d.Roles), ErrInvalid)
		}
	}
	return checkLists(d, x)
}

// checkLists holds values to the closed lists of d.
func checkLists(d *KindDef, x *Annotation) error {
	for i := range d.Lists {
		l := &d.Lists[i]
		if l.Of == "" && x.Value != "" && !defines(l.Items, x.Value) {
			return fmt.Errorf("%s %s: %s %q is none of %s: %w", x.Kind, x.Type, l.Name, x.Value, names(l.Items), ErrInvalid)
		}
		for _, r := range x.Args {
			if r.Role == l.Of && r.Value != "" && !defines(l.Items, r.Value) {
				return fmt.Errorf("%s %s: %s %q is none of %s: %w", x.Kind, x.Type, l.Name, r.Value, names(l.Items), ErrInvalid)
			}
		}
	}
	return nil
}

func defines(defs []Def, name string) bool {
	for _, d := range defs {
		if d.Name == name {
			return true
		}
	}
	return false
}

func names(defs []Def) string {
	var out []string
	for _, d := range defs {
		out = append(out, d.Name)
	}
	return strings.Join(out, ", ")
}

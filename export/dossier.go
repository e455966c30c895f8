package export

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A Dossier is a part of a base as a document of its own: what is said in the
// order of time, each with footnotes to the sentences that show it, and the
// documents that these stand in.
type Dossier struct {
	Title   string            `json:"title"`
	About   string            `json:"about"` // what sort of thing it is of
	Card    []Field           `json:"card,omitempty"`
	Items   []Item            `json:"items"`      // in the order of time; what has no date comes last
	Parts   []Item            `json:"provisions"` // numbered parts of an instrument, in their order
	Splits  []Item            `json:"disagreements"`
	Clashes []Item            `json:"collisions"` // promises that may collide
	Notes   []Note            `json:"notes"`
	Sources []treatybase.Head `json:"sources"` // the documents of the notes, by outlet and date
	Cut     bool              `json:"cut"`     // there is more than it holds
	Cite    string            `json:"cite"`    // how to cite the base
	Version string            `json:"version"` // of the program
}

// An Item is one thing said, with its footnotes.
type Item struct {
	Date  string   `json:"date"`            // EDTF, "" if not stated
	Kind  string   `json:"kind"`            // promise, statement, event, claim, step, provision, disagreement, collision, sentence
	Part  string   `json:"part,omitempty"`  // of a provision: its number
	Head  string   `json:"head"`            // who, what: in the words of the codebook
	Text  string   `json:"text"`            // in the words of the source
	Lines []string `json:"lines,omitempty"` // conditions, positions, reasons
	State string   `json:"state,omitempty"` // accepted, edited, rejected; "" for the machine's own
	Notes []int    `json:"notes"`           // footnotes, from 1
	More  int      `json:"more,omitempty"`  // sources without a footnote
}

// A Note is a footnote: a sentence of a document.
type Note struct {
	N      int            `json:"n"`
	Source resolve.Source `json:"source"`
	In     int            `json:"in"` // document in Sources, from 1
}

// notesEach is how many of its sources an item gets footnotes for.
const notesEach = 4

// NewDossier puts together what s selects from b. The version is that of the
// program.
func NewDossier(ctx context.Context, b *treatybase.Base, s Selection, version string) (*Dossier, error) {
	found, err := s.find(ctx, b)
	if err != nil {
		return nil, err
	}
	w := &dossierWriter{Dossier: &Dossier{Title: found.title, About: found.about, Cut: found.cut, Version: version}, at: map[resolve.Source]int{}}
	if err := w.names(ctx, b, found); err != nil {
		return nil, err
	}
	if found.subject != nil {
		w.subject = found.subject.ID
		if err := w.card(found.subject); err != nil {
			return nil, err
		}
	}
	for _, o := range found.objects {
		if err := w.object(o); err != nil {
			return nil, err
		}
	}
	for _, x := range Parts(w.own) {
		if x.Parent {
			x.Text = ""
		}
		w.Parts = append(w.Parts, w.item(Item{Kind: x.Type, Part: x.Full, Head: x.Head, Text: x.Text}, x.Sources, 0))
	}
	if err := w.steps(found); err != nil {
		return nil, err
	}
	for _, x := range found.sentences {
		w.Items = append(w.Items, w.item(Item{Kind: "sentence", Text: x.Quote}, []resolve.Source{x}, 1))
	}
	return w.Dossier, w.finish(ctx, b)
}

// a dossierWriter knows the names of what a dossier speaks of.
type dossierWriter struct {
	*Dossier
	subject string // ID of what the dossier is of
	own     []resolve.Provision
	name    map[string]string
	signed  map[string]string // date of each instrument
	at      map[resolve.Source]int
}

// names fetches what the parties and instruments of the objects are called.
func (w *dossierWriter) names(ctx context.Context, b *treatybase.Base, found *selected) error {
	var ids []string
	objects := found.objects
	if found.subject != nil {
		objects = append(objects[:len(objects):len(objects)], *found.subject)
	}
	for _, o := range objects {
		var x struct {
			ID, Instrument, Party, By, Speaker         string
			Parties, Beneficiaries, Actors, Recipients []string
			About                                      any
		}
		if err := o.Decode(&x); err != nil {
			return err
		}
		ids = append(ids, x.ID, x.Instrument, x.By, x.Speaker)
		for _, list := range [][]string{x.Parties, x.Beneficiaries, x.Actors, x.Recipients, strings.Fields(x.Party), strings.Fields(x.Speaker)} {
			for _, c := range list {
				ids = append(ids, bare(c))
			}
		}
		switch about := x.About.(type) {
		case string:
			ids = append(ids, about)
		case []any:
			for _, v := range about {
				id, _ := v.(string)
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	var err error
	if w.name, err = b.Names(ctx, slices.Compact(ids)...); err != nil {
		return err
	}
	w.signed = map[string]string{}
	for _, o := range objects {
		if o.Kind == "instrument" {
			w.note(o)
		}
	}
	return w.dates(ctx, b, objects)
}

// card notes what is said of the subject itself, with names for codes.
func (w *dossierWriter) card(o *treatybase.Object) error {
	fields, err := Fields(o.Kind, o.Body)
	for _, f := range fields {
		switch f.Name {
		case "id", "known", "title", "name", "text", "roles":
			continue
		case "parties", "party", "beneficiaries", "actors", "recipients":
			f.Value = w.who(strings.Split(f.Value, "; ")...)
		case "signed":
			dates := strings.Split(f.Value, "; ")
			for i := range dates {
				dates[i] = humanDate(dates[i])
			}
			f.Value = strings.Join(dates, " or ")
		case "instrument", "about":
			f.Value = cmp.Or(w.name[f.Value], f.Value)
		}
		w.Card = append(w.Card, f)
	}
	return err
}

// note keeps the date of an instrument.
func (w *dossierWriter) note(o treatybase.Object) {
	var x resolve.Instrument
	if o.Decode(&x) == nil && len(x.Signed) > 0 {
		w.signed[x.ID] = string(x.Signed[0].Value)
	}
}

// dates fetches when the instruments of commitments were signed.
func (w *dossierWriter) dates(ctx context.Context, b *treatybase.Base, objects []treatybase.Object) error {
	seen := map[string]bool{}
	for _, o := range objects {
		if o.Kind != "commitment" {
			continue
		}
		var x struct{ Instrument string }
		if err := o.Decode(&x); err != nil {
			return err
		}
		if x.Instrument == "" || seen[x.Instrument] || w.signed[x.Instrument] != "" {
			continue
		}
		seen[x.Instrument] = true
		if i, err := b.Object(ctx, x.Instrument); err == nil {
			w.note(i)
		}
	}
	return nil
}

// bare takes the sector off a code: RUS of RUS/GOV, CSTO of IGO/CSTO.
func bare(code string) string {
	id, rest, _ := strings.Cut(code, "/")
	if rest != "" && (id == "IGO" || id == "NGO") {
		return rest
	}
	return id
}

// who names parties: "Azerbaijan, Russia".
func (w *dossierWriter) who(codes ...string) string {
	var out []string
	for _, code := range codes {
		for _, c := range split(code, w.name) {
			name := cmp.Or(w.name[bare(c)], w.name[c], c)
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return strings.Join(out, ", ")
}

// split cuts "AZE RUS" in two, but no name of a person.
func split(code string, names map[string]string) []string {
	parts := strings.Fields(code)
	for _, p := range parts {
		if names[bare(p)] == "" {
			return []string{code}
		}
	}
	return parts
}

// item gives x its footnotes.
func (w *dossierWriter) item(x Item, sources []resolve.Source, count int) Item {
	x.Text = oneLine(x.Text)
	for _, s := range sources[:min(notesEach, len(sources))] {
		n := w.at[s]
		if n == 0 {
			n = len(w.Notes) + 1
			w.at[s] = n
			w.Notes = append(w.Notes, Note{N: n, Source: s})
		}
		if !slices.Contains(x.Notes, n) {
			x.Notes = append(x.Notes, n)
		}
	}
	x.More = max(count, len(sources)) - min(notesEach, len(sources))
	return x
}

// object writes down what o says.
func (w *dossierWriter) object(o treatybase.Object) error {
	switch o.Kind {
	case "commitment":
		return into(o, w.commitment)
	case "statement":
		return into(o, w.statement)
	case "event":
		return into(o, w.event)
	case "fulfilment":
		return into(o, w.fulfilment)
	case "provision":
		return into(o, w.provision)
	case "instrument":
		return into(o, w.instrument)
	case "discrepancy":
		return into(o, w.discrepancy)
	case "tension":
		return into(o, w.tension)
	}
	return nil
}

func into[T any](o treatybase.Object, write func(*T)) error {
	var x T
	if err := o.Decode(&x); err != nil {
		return err
	}
	write(&x)
	return nil
}

func (w *dossierWriter) commitment(x *resolve.Commitment) {
	head := x.Modality
	if who := w.who(x.Parties...); who != "" {
		head += " of " + who
	}
	if who := w.who(x.Beneficiaries...); who != "" {
		head += " to " + who
	}
	date := string(x.Date)
	if x.Instrument != "" {
		if string(x.Instrument) != w.subject {
			head += ", " + cmp.Or(w.name[string(x.Instrument)], string(x.Instrument))
		}
		if x.Layer == "text" || x.Layer == "paraphrase" {
			date = cmp.Or(w.signed[string(x.Instrument)], date)
		}
	}
	if x.Provision != "" {
		head += ", § " + string(x.Provision)
	}
	head += " (" + cmp.Or(layers[x.Layer], x.Layer)
	if x.By != "" {
		head += ", voiced by " + w.who(string(x.By))
	}
	i := Item{Date: date, Kind: "promise", Head: head + ")", Text: string(x.Action), State: string(x.State)}
	for _, l := range []struct {
		name  string
		value resolve.Value
	}{{"Area", x.Area}, {"Condition", x.Condition}, {"Saving", x.Saving}, {"Basis", x.Basis}, {"Deadline", x.Deadline}} {
		if l.value != "" {
			i.Lines = append(i.Lines, l.name+": "+oneLine(string(l.value)))
		}
	}
	w.Items = append(w.Items, w.item(i, x.Sources, x.Reports))
}

// layers says how near a promise is to the words of its instrument.
var layers = map[string]string{"text": "in its own words", "paraphrase": "as reported", "reading": "a reading"}

func (w *dossierWriter) statement(x *resolve.Statement) {
	var words []string
	for _, c := range x.Content {
		words = append(words, oneLine(c.Quote))
	}
	head := cmp.Or(w.who(string(cmp.Or(x.Speaker, x.SpeakerName))), "somebody not named")
	if x.SpeakerRole != "" {
		head += ", " + string(x.SpeakerRole)
	}
	if x.Stance != "" {
		head += " (" + string(x.Stance) + ")"
	}
	w.Items = append(w.Items, w.item(Item{Date: string(x.Date), Kind: "statement", Head: head, Text: strings.Join(words, " … "), State: string(x.State)}, x.Sources, 0))
}

func (w *dossierWriter) event(x *resolve.Event) {
	head := cmp.Or(string(x.Life), strings.ToLower(x.Type))
	if who := w.who(x.Actors...); who != "" {
		head += ": " + who
	}
	if who := w.who(x.Recipients...); who != "" {
		head += " → " + who
	}
	if x.Factuality != "done" {
		head += " (" + x.Factuality + ")"
	}
	w.Items = append(w.Items, w.item(Item{Date: string(x.Date), Kind: "event", Head: head, Text: first(x.Sources), State: string(x.State)}, x.Sources, x.Reports))
}

func (w *dossierWriter) fulfilment(x *resolve.Fulfilment) {
	head := cmp.Or(w.who(string(x.By)), "the report itself") + " says: " + x.Claim
	if x.Party != "" {
		head += ", of " + w.who(string(x.Party))
	}
	w.Items = append(w.Items, w.item(Item{Date: string(x.Date), Kind: "claim", Head: head, Text: first(x.Sources), State: string(x.State)}, x.Sources, 0))
}

func (w *dossierWriter) provision(x *resolve.Provision) { w.own = append(w.own, *x) }

func (w *dossierWriter) instrument(x *resolve.Instrument) {
	for _, d := range x.Signed {
		w.Items = append(w.Items, w.item(Item{Date: string(d.Value), Kind: "step", Head: "signed: " + x.Title, Text: first(d.Sources)}, d.Sources, d.Count))
	}
}

// steps writes down the life of the instrument that the dossier is of.
func (w *dossierWriter) steps(found *selected) error {
	if found.subject == nil || found.subject.Kind != "instrument" {
		return nil
	}
	var x resolve.Instrument
	if err := found.subject.Decode(&x); err != nil {
		return err
	}
	for _, s := range x.Status {
		head := s.State
		if s.Party != "" {
			head += ": " + w.who(string(s.Party))
		}
		if s.By != "" {
			head += ", says " + w.who(string(s.By))
		}
		date := reason.StepDate(&x, s)
		if _, err := edtf.Parse(date); err != nil {
			date = ""
		}
		w.Items = append(w.Items, w.item(Item{Date: date, Kind: "step", Head: head, Text: first(s.Sources)}, s.Sources, s.Count))
	}
	return nil
}

func (w *dossierWriter) discrepancy(x *reason.Discrepancy) {
	i := Item{Kind: "disagreement", Head: x.Attribute + " of " + cmp.Or(w.name[x.About], x.About) + " (" + x.Level + ")"}
	var sources []resolve.Source
	for _, p := range x.Positions {
		line := humanDate(string(p.Value))
		if p.By != "" {
			line += ", says " + w.who(string(p.By))
		}
		i.Lines = append(i.Lines, oneLine(line))
		sources = append(sources, p.Sources[:min(2, len(p.Sources))]...)
	}
	i = w.item(i, sources, 0)
	i.Text = "Shown first: " + x.Rule + "."
	w.Splits = append(w.Splits, i)
}

func (w *dossierWriter) tension(x *reason.Tension) {
	i := Item{Kind: "collision", Head: x.Kind + " (" + x.Level + ")"}
	if x.Party != "" {
		i.Head += ": " + w.who(string(x.Party))
	}
	for _, line := range x.Why {
		i.Lines = append(i.Lines, oneLine(line))
	}
	w.Clashes = append(w.Clashes, w.item(i, slices.Concat(x.Sources, x.SoftenedBy), 0))
}

func first(sources []resolve.Source) string {
	if len(sources) == 0 {
		return ""
	}
	return sources[0].Quote
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

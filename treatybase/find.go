package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"pacta"
	"pacta/resolve"
)

// A Filter says which objects of a kind to list; the zero value lists all.
// Fields that are set must all fit. A kind that lacks one of them, as events
// lack a modality, gives pacta.ErrInvalid; Roles says what each kind has.
type Filter struct {
	Type       string // modality, PLOVER type or step of life, kind of actor, claim, attribute …
	Party      string // who acts, owes or speaks: RUS, CSTO; with a sector RUS/GOV
	With       string // who acts, owes or is a party besides Party
	To         string // to whom it is owed or done
	Modality   string
	Area       string
	Layer      string
	Instrument string // ID of the instrument (of statements and fulfilments also of a commitment) it is about
	Speaker    string // code, or the name as the text has it
	About      string // of findings: ID of an object
	Level      string // of findings: serious, mild
	Stance     string
	Voice      string
	Cue        string // kind of cue: says, denies, promises
	Cites      string // of instruments: ID of an instrument that it refers to
	Standing   string // of instruments: signed, prospective, body, generic, lead
	State      string // of instruments: in force, suspended …
	Mode       string // of events: PLOVER mode
	Factuality string // of events

	Review string // what people said of it: machine (nothing), accepted, edited, rejected
	Doubt  string // why it should be looked at; see Doubts
	NewFor string // only what came in since this person said Seen

	Document     string // ID of a document that shows it
	Since, Until string // EDTF; of statements, events and fulfilments when, of instruments when signed
	Text         string // words in a sentence that shows it; see Base.Search for the syntax. Of common words the newest 1,000 sentences are looked at

	Order         string // "" as the kind is best read, "date", "-date", "documents", "name", "id"
	Limit, Offset int    // Limit 0 is DefaultLimit
}

// keyed returns the conditions of f on object_key, in a fixed order.
func (f *Filter) keyed() []key {
	all := []key{
		{"type", f.Type}, {"party", f.Party}, {"party", f.With}, {"to", f.To}, {"modality", f.Modality}, {"area", f.Area}, {"layer", f.Layer},
		{"instrument", f.Instrument}, {"speaker", f.Speaker}, {"about", f.About}, {"level", f.Level}, {"stance", f.Stance},
		{"voice", f.Voice}, {"cue", f.Cue}, {"cites", f.Cites}, {"standing", f.Standing}, {"state", f.State}, {"mode", f.Mode}, {"factuality", f.Factuality}, {"doubt", f.Doubt},
	}
	if f.Review != resolve.ByMachine.String() {
		all = append(all, key{"review", f.Review})
	}
	return slices.DeleteFunc(all, func(k key) bool { return k.value == "" })
}

// orders are the orders of lists; all end in the ID, so that pages are stable.
var orders = map[string]string{
	"date":      "CASE WHEN o.first_day = -2147483649 THEN 1 ELSE 0 END, o.first_day, o.last_day, o.id",
	"-date":     "o.first_day DESC, o.last_day, o.id",
	"documents": "o.documents DESC, o.id",
	"name":      "o.name, o.id",
	"id":        "o.id",
}

// usual is the order in which each kind is best read.
var usual = map[string]string{
	"actor": "documents", "instrument": "documents", "provision": "id", "commitment": "documents",
	"statement": "-date", "event": "-date", "fulfilment": "-date", "discrepancy": "documents", "tension": "documents",
}

// An Object is an object of any kind as JSON of the wire format.
type Object struct {
	Kind string
	ID   string
	Body json.RawMessage
}

// Find returns the objects of a kind that f lets through, and how many there
// are without Limit and Offset; it counts to MaxTotal, so that MaxTotal means
// "that many or more". See typed.go for the same with Go types.
func (b *Base) Find(ctx context.Context, kind string, f Filter) ([]Object, int, error) {
	q, err := b.plan(ctx, kind, &f)
	if err != nil {
		return nil, 0, err
	}
	if q.driven {
		return b.few(ctx, q, f.Limit, f.Offset)
	}
	total, err := b.total(ctx, q)
	if err != nil {
		return nil, 0, err
	}
	out, err := b.objects(ctx, `SELECT o.kind, o.id, o.body FROM `+q.from+` WHERE `+q.sql()+` ORDER BY `+q.order+q.page(f.Limit, f.Offset), q.args...)
	return out, total, err
}

// few finds what starts from a document or words: there are not many, so one
// query lists them all and only those of a page are fetched.
func (b *Base) few(ctx context.Context, q *plan, limit, offset int) ([]Object, int, error) {
	var all []any
	err := b.each(ctx, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		all = append(all, n)
		return err
	}, `SELECT o.n FROM `+q.from+` WHERE `+q.sql()+` ORDER BY `+q.order, q.args...)
	if limit <= 0 {
		limit = DefaultLimit
	}
	offset = min(max(offset, 0), len(all))
	var out []Object
	for _, n := range all[offset:min(offset+limit, len(all))] {
		if err != nil {
			break
		}
		var x []Object
		x, err = b.objects(ctx, `SELECT kind, id, body FROM object WHERE n = ?`, n)
		out = append(out, x...)
	}
	if err != nil {
		return nil, 0, err
	}
	return out, min(len(all), MaxTotal), nil
}

func (b *Base) objects(ctx context.Context, query string, args ...any) ([]Object, error) {
	var out []Object
	err := b.each(ctx, func(scan func(...any) error) error {
		x, err := scanObject(scan)
		out = append(out, x)
		return err
	}, query, args...)
	return out, err
}

func scanObject(scan func(...any) error) (x Object, err error) {
	var blob []byte
	if err = scan(&x.Kind, &x.ID, &blob); err == nil {
		x.Body, err = unpack(blob)
	}
	return x, err
}

// Object returns one object by its ID, or by the beginning of an ID that fits
// only one.
func (b *Base) Object(ctx context.Context, id string) (Object, error) {
	row := func(query string, args ...any) (Object, error) {
		return scanObject(func(dest ...any) error { return b.one(ctx, query, args, dest...) })
	}
	x, err := row(`SELECT kind, id, body FROM object WHERE id = ?`, id)
	if !errors.Is(err, sql.ErrNoRows) {
		return x, err
	}
	var found int
	if len(id) >= 4 {
		if err := b.one(ctx, `SELECT count(*) FROM object WHERE id > ? AND id < ?`, []any{id, id + "\U0010FFFF"}, &found); err != nil {
			return Object{}, err
		}
	}
	switch found {
	case 0:
		return Object{}, fmt.Errorf("no object %s: %w", id, pacta.ErrNotFound)
	case 1:
		return row(`SELECT kind, id, body FROM object WHERE id > ? AND id < ?`, id, id+"\U0010FFFF")
	}
	return Object{}, fmt.Errorf("%d objects begin with %s: %w", found, id, pacta.ErrInvalid)
}

// ObjectsOf returns all objects that a document shows, kind after kind and by
// ID within a kind.
func (b *Base) ObjectsOf(ctx context.Context, document string) ([]Object, error) {
	n, err := b.documentNumber(ctx, document)
	if err != nil {
		return nil, err
	}
	xs, err := b.objects(ctx, `SELECT kind, id, body FROM object o WHERE n IN (SELECT object FROM object_source WHERE document = ?)`, n)
	slices.SortFunc(xs, func(a, b Object) int {
		if c := slices.Index(Kinds, a.Kind) - slices.Index(Kinds, b.Kind); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return xs, err
}

// All yields every object of a kind by ID.
func (b *Base) All(ctx context.Context, kind string) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		stop := errors.New("stop")
		err := b.each(ctx, func(scan func(...any) error) error {
			x, err := scanObject(scan)
			if err == nil && !yield(x, nil) {
				return stop
			}
			return err
		}, `SELECT kind, id, body FROM object WHERE kind = ?`+notRejected(ctx)+` ORDER BY id`, kind)
		if err != nil && err != stop {
			yield(Object{}, err)
		}
	}
}

// Names returns the names of objects by their IDs, to show in place of them;
// an ID that the base does not have is left out.
func (b *Base) Names(ctx context.Context, ids ...string) (map[string]string, error) {
	out := map[string]string{}
	for chunk := range slices.Chunk(ids, 500) {
		args := make([]any, len(chunk))
		for i, id := range chunk {
			args[i] = id
		}
		err := b.each(ctx, func(scan func(...any) error) error {
			var id, name string
			err := scan(&id, &name)
			out[id] = name
			return err
		}, `SELECT id, name FROM object WHERE id IN (?`+strings.Repeat(", ?", len(chunk)-1)+`)`, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Values returns the values that objects of a kind have in a role ("type" or
// one of Roles), the 1,000 most frequent first: what a list can be filtered by.
func (b *Base) Values(ctx context.Context, kind, role string) ([]Count, error) {
	return b.counts(ctx, `SELECT value, count FROM object_value WHERE kind = ? AND role = ? ORDER BY count DESC, value LIMIT 1000`, kind, role)
}

func (b *Base) counts(ctx context.Context, query string, args ...any) ([]Count, error) {
	var out []Count
	err := b.each(ctx, func(scan func(...any) error) error {
		var c Count
		err := scan(&c.Value, &c.Count)
		out = append(out, c)
		return err
	}, query, args...)
	return out, err
}

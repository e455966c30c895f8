// Command bulk writes varied reports as JSONL, for measuring speed, memory and
// the size of a base:
//
//	go run ./internal/bulk -n 10000 > reports.jsonl
//
// Equal numbers give equal reports. The reports are invented; they are long,
// dull and full of facts, as wire copy is.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"text/template"
	"time"

	_ "embed"

	"pacta/gazetteer"
)

//go:embed sentences.txt
var sentences string // ours; one template a line, see reporter for what it may use

func main() {
	n := flag.Int("n", 1000, "number of reports")
	words := flag.Int("words", 500, "words in each")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	w := newWriter(*words)
	e := json.NewEncoder(out)
	for i := range *n {
		if err := e.Encode(w.report(i)); err != nil {
			fmt.Fprintln(os.Stderr, "bulk:", err)
			os.Exit(1)
		}
	}
}

// A report is a line of output.
type report struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

type writer struct {
	words     int
	templates []*template.Template
	states    []*gazetteer.Entry
}

func newWriter(words int) *writer {
	w := &writer{words: words}
	for l := range strings.Lines(sentences) {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "#") {
			w.templates = append(w.templates, template.Must(template.New("").Parse(l)))
		}
	}
	for e := range gazetteer.Builtin().All() {
		if e.Kind == gazetteer.State && e.To == "" && e.Capital != "" && e.Adj != "" {
			w.states = append(w.states, e)
		}
	}
	return w
}

func (w *writer) report(i int) report {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	s := &reporter{Rand: r, day: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(10_000))}
	s.first, s.second = w.states[r.IntN(len(w.states))], w.states[r.IntN(len(w.states))]
	var text strings.Builder
	for n := 0; n < w.words; {
		var p strings.Builder
		for range 2 + r.IntN(3) {
			w.templates[r.IntN(len(w.templates))].Execute(&p, s)
			p.WriteByte(' ')
		}
		n += len(strings.Fields(p.String()))
		text.WriteString(strings.TrimSpace(p.String()) + "\n\n")
	}
	return report{
		ID: fmt.Sprint("bulk-", i), Title: fmt.Sprintf("%s and %s %s", s.A(), s.B(), pick(r, titles)),
		Outlet: pick(r, outlets), Published: s.day.Format(time.DateOnly), Text: strings.TrimSpace(text.String()),
	}
}

// A reporter fills templates: two states, and things that happen to them.
type reporter struct {
	*rand.Rand
	first, second *gazetteer.Entry
	day           time.Time
}

// A and B are the names of the two states, AdjA and AdjB their adjectives, and
// CapitalA and CapitalB their capitals.
func (r *reporter) A() string        { return r.first.Name }
func (r *reporter) B() string        { return r.second.Name }
func (r *reporter) AdjA() string     { return r.first.Adj }
func (r *reporter) AdjB() string     { return r.second.Adj }
func (r *reporter) CapitalA() string { return r.first.Capital }
func (r *reporter) CapitalB() string { return r.second.Capital }

// Date is a day before the report, Later one after it, Weekday the name of one
// in its week, and Year the year of a date.
func (r *reporter) Date() string    { return r.day.AddDate(0, 0, -r.IntN(900)).Format("2 January 2006") }
func (r *reporter) Later() string   { return r.day.AddDate(0, 0, r.IntN(900)).Format("January 2, 2006") }
func (r *reporter) Weekday() string { return r.day.AddDate(0, 0, -r.IntN(6)).Weekday().String() }
func (r *reporter) Year() string    { return fmt.Sprint(r.day.Year() - r.IntN(30)) }

// Person, Office, Instrument, Subject, Verb and Number are what they say.
func (r *reporter) Person() string     { return pick(r.Rand, given) + " " + pick(r.Rand, family) }
func (r *reporter) Office() string     { return pick(r.Rand, offices) }
func (r *reporter) Instrument() string { return pick(r.Rand, instruments) }
func (r *reporter) Subject() string    { return pick(r.Rand, subjects) }
func (r *reporter) Verb() string       { return pick(r.Rand, verbs) }
func (r *reporter) Number() int        { return 2 + r.IntN(60) }

func pick(r *rand.Rand, xs []string) string { return xs[r.IntN(len(xs))] }

var (
	titles      = []string{"agree on closer ties", "talk about borders", "sign pact", "at odds over treaty", "look back at a year of talks", "to meet again"}
	outlets     = []string{"The Harbour Post", "Inland Gazette", "Northern Wire", "The Evening Ledger", "Crossroads Daily"}
	given       = []string{"Anna", "Boris", "Chen", "Dalia", "Emil", "Fatima", "Goran", "Hana", "Ivan", "Jamila", "Karl", "Leila", "Marko", "Nadia", "Omar", "Petra"}
	family      = []string{"Adler", "Bekov", "Castellan", "Dorval", "Erlend", "Farouz", "Galtung", "Horvat", "Ibarra", "Jansky", "Kestrel", "Lindqvist", "Moravec", "Nazarov", "Okello", "Pernath"}
	offices     = []string{"Foreign Minister", "President", "Prime Minister", "Defence Minister", "government spokesman", "ambassador", "deputy foreign minister"}
	instruments = []string{"Treaty on Good Neighbourly Relations", "Agreement on Transit", "Declaration on Strategic Partnership", "Protocol on Border Crossings", "Memorandum on Energy", "Convention on Shared Rivers"}
	subjects    = []string{"trade", "energy", "border security", "the return of prisoners", "fishing rights", "air defence", "transit", "water", "visas", "the railway", "joint exercises", "customs"}
	verbs       = []string{"said", "told reporters", "claimed", "insisted", "added", "noted", "warned", "denied"}
)

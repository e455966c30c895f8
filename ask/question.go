package ask

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"pacta/gazetteer"
)

// stop.txt lists words of questions that say nothing of their subject. Written
// for pacta.
//
//go:embed stop.txt
var stopList string

var stop = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(stopList) {
		out[w] = true
	}
	return out
}()

// A want is the attribute that a question asks for.
type want string

const (
	wantDate       want = "date"
	wantPlace      want = "place"
	wantSignatory  want = "signatory"
	wantParagraphs want = "paragraphs"
	wantParties    want = "parties"
	wantStatus     want = "status"
	wantProvision  want = "provision"
)

// A question is taken apart into what it asks and what it is about.
type question struct {
	text  string
	lower string
	words []string // stems of its content words, sorted
	codes []string // states and organisations it names
	wants []want
	it    bool // speaks of "it" without naming an instrument
}

// wantCues are the words by which a question shows what it wants. The first
// column must stand in the question, as whole words in this order.
var wantCues = []struct {
	cue  string
	want want
}{
	{"when was", wantDate}, {"when were", wantDate}, {"date of", wantDate}, {"which date", wantDate}, {"what date", wantDate},
	{"where was", wantPlace}, {"and where", wantPlace}, {"in which city", wantPlace},
	{"who signed", wantSignatory}, {"signed by whom", wantSignatory},
	{"how many paragraphs", wantParagraphs}, {"how many articles", wantParagraphs}, {"number of paragraphs", wantParagraphs},
	{"parties to", wantParties}, {"which states signed", wantParties}, {"which countries signed", wantParties},
	{"in force", wantStatus}, {"been ratified", wantStatus}, {"status of", wantStatus}, {"been signed", wantStatus}, {"been suspended", wantStatus},
	{"which paragraph", wantProvision}, {"which paragraphs", wantProvision}, {"which article", wantProvision}, {"which articles", wantProvision},
}

func parse(text string) *question {
	q := &question{text: text, lower: " " + strings.Join(tokens(text), " ") + " "}
	for _, w := range tokens(text) {
		if s := stem(w); !stop[w] && !slices.Contains(q.words, s) {
			q.words = append(q.words, s)
		}
		q.it = q.it || w == "it"
	}
	slices.Sort(q.words)
	for _, m := range gazetteer.Builtin().Find(text, nil) {
		if k := m.Entry.Kind; (k == gazetteer.State || k == gazetteer.Organization) && !slices.Contains(q.codes, m.Entry.ID) {
			q.codes = append(q.codes, m.Entry.ID)
		}
	}
	for _, c := range wantCues {
		if strings.Contains(q.lower, " "+c.cue+" ") && !slices.Contains(q.wants, c.want) {
			q.wants = append(q.wants, c.want)
		}
	}
	return q
}

func (q *question) asks(w want) bool { return slices.Contains(q.wants, w) }

// tokens returns the words and numbers of text in lower case.
func tokens(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// stem cuts the endings in which questions and reports differ.
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) >= 4 {
			return base
		}
	}
	return w
}

// stems returns the distinct stems of the content words of text.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range tokens(text) {
		if !stop[w] {
			out[stem(w)] = true
		}
	}
	return out
}

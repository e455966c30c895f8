package ask

import (
	_ "embed"
	"regexp"
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

//go:embed synonyms.txt
var synonymList string

var stop = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(stopList) {
		out[w] = true
	}
	return out
}()

// synonyms gives for a stem the stems that mean nearly the same.
var synonyms = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(synonymList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		for _, a := range words {
			for _, b := range words {
				if stem(a) != stem(b) {
					out[stem(a)] = append(out[stem(a)], stem(b))
				}
			}
		}
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
	wantType       want = "type"
)

// A question is taken apart into what it asks and what it is about.
type question struct {
	text  string
	lower string   // its words in lower case, one space around each
	order []string // its words in lower case
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
	{"when was", wantDate}, {"when were", wantDate}, {"when and where", wantDate}, {"date of", wantDate}, {"which date", wantDate}, {"what date", wantDate}, {"on which day", wantDate},
	{"where was", wantPlace}, {"where were", wantPlace}, {"and where", wantPlace}, {"in which city", wantPlace}, {"place of", wantPlace},
	{"who signed", wantSignatory}, {"signed by whom", wantSignatory}, {"by whom was", wantSignatory}, {"signatories", wantSignatory},
	{"how many paragraphs", wantParagraphs}, {"how many articles", wantParagraphs}, {"how many points", wantParagraphs}, {"number of paragraphs", wantParagraphs}, {"number of articles", wantParagraphs},
	{"parties to", wantParties}, {"which states signed", wantParties}, {"which countries signed", wantParties}, {"between which", wantParties},
	{"what type of", wantType}, {"what kind of instrument", wantType}, {"is it a treaty", wantType}, {"treaty or", wantType},
}

func parse(text string) *question {
	q := &question{text: text, order: tokens(text)}
	q.lower = " " + strings.Join(q.order, " ") + " "
	for _, w := range q.order {
		if s := stem(w); !stop[w] && !slices.Contains(q.words, s) {
			q.words = append(q.words, s)
		}
		q.it = q.it || w == "it"
	}
	slices.Sort(q.words)
	for _, m := range gazetteer.Builtin().Find(text, nil) {
		k := m.Entry.Kind
		if (k == gazetteer.State || k == gazetteer.Organization || k == gazetteer.Entity) && !m.Weak && !slices.Contains(q.codes, m.Entry.ID) {
			q.codes = append(q.codes, m.Entry.ID)
		}
	}
	for _, c := range wantCues {
		if q.says(c.cue) && !slices.Contains(q.wants, c.want) {
			q.wants = append(q.wants, c.want)
		}
	}
	return q
}

// A second question that is joined to a first: "… and what did Ardania reply?"
var secondQuestion = regexp.MustCompile(`(?i),? and (what|who|which|how|why|according to whom|does|did|is|when)\b`)

// clauses takes a question apart that asks two things: "Who said it and when
// was it said?" A second part without a subject of its own keeps the first's.
func clauses(text string) []string {
	at := secondQuestion.FindStringIndex(text)
	if at == nil || at[0] == 0 {
		return []string{text}
	}
	second := strings.TrimLeft(text[at[0]:], ", ")
	second = strings.TrimPrefix(strings.TrimPrefix(second, "and "), "And ")
	if strings.HasPrefix(strings.ToLower(second), "when") && len(strings.Fields(text[:at[0]])) < 3 {
		return []string{text}
	}
	q := parse(second)
	if len(q.words) == 0 || len(q.words) == 1 && len(q.codes) == 0 && strings.HasPrefix(strings.ToLower(second), "who") {
		return []string{text}
	}
	return []string{text[:at[0]] + "?", second}
}

// says reports whether one of the phrases stands in q as whole words. A * at
// the end of a phrase stands for any ending.
func (q *question) says(phrases ...string) bool {
	for _, p := range phrases {
		if base, ok := strings.CutSuffix(p, "*"); ok && strings.Contains(q.lower, " "+base) || !ok && strings.Contains(q.lower, " "+p+" ") {
			return true
		}
	}
	return false
}

// begins reports whether q begins with one of the words.
func (q *question) begins(words ...string) bool {
	return len(q.order) > 0 && slices.Contains(words, q.order[0])
}

// has reports whether words has w of the question, or a word for the same.
func has(words map[string]bool, w string) bool {
	if words[w] {
		return true
	}
	for _, s := range synonyms[w] {
		if words[s] {
			return true
		}
	}
	return false
}

// without returns q without the words that only say what sort of answer it
// wants, so that they need not stand in the sources.
func (q *question) without(words ...string) *question {
	out := *q
	drop := map[string]bool{}
	for _, w := range words {
		drop[stem(w)] = true
	}
	out.words = slices.DeleteFunc(slices.Clone(q.words), func(w string) bool { return drop[w] })
	return &out
}

// tokens returns the words and numbers of text in lower case.
func tokens(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// stem cuts the endings in which questions and reports differ.
func stem(w string) string {
	w = strings.ReplaceAll(w, "iz", "is") // organization, organisation
	for _, end := range []string{"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"} {
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

package commitment

import (
	_ "embed"
	"strings"

	"pacta/language"
)

//go:embed data/agents.txt
var agentsFile string

var agents = parseWords(agentsFile)

// instruments are the nouns for a text by which states commit themselves, or a
// part of one.
var instruments = set("treaty", "agreement", "pact", "accord", "accords", "declaration", "document", "statement", "memorandum", "convention",
	"protocol", "charter", "deal", "text", "article", "paragraph", "point", "clause", "provision", "communique", "communiqué", "contract", "roadmap",
	"resolution", "covenant", "arrangement", "settlement", "armistice", "truce", "ceasefire", "annex", "act", "understanding", "compact",
	"constitution", "mandate", "section", "item", "preamble", "plan", "law", "note", "formula", "passage", "stipulation", "schedule", "appendix", "rule",
	"regulation", "chapter", "part", "concordat", "entente", "stipulations", "paper", "letter", "report", "agenda", "framework", "undertaking", "package", "bargain", "ultimatum")

// texts are the nouns whose phrases, as the subject of "shall", speak of the
// instrument itself.
var texts = set("treaty", "agreement", "convention", "protocol", "annex", "article", "paragraph", "provision", "memorandum", "declaration", "charter", "statute", "accord", "pact",
	"instrument", "preamble", "chapter", "text", "point", "clause", "appendix", "covenant", "section", "contract")

func (v *view) isText(r run) bool {
	h := v.headNoun(r)
	return h >= 0 && (texts[v.lemma[h]] || texts[v.word[h]])
}

func parseWords(file string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			m[line] = true
		}
	}
	return m
}

// headNoun returns the token that a noun phrase is about: the last noun before
// its first attribute. -1 for none.
func (v *view) headNoun(r run) int {
	head := -1
	if r.to == r.from+1 && v.isUpper(r.from) && !v.in(r.from, determiners) {
		return r.from
	}
	for i := r.from; i < r.to; i++ {
		switch t := v.tag(i); {
		case v.is(i, "of") && head >= 0 && v.is(head, "each", "either", "neither", "one", "all", "both", "any", "none", "some", "most", "group", "number", "pair"):
			continue
		case v.isNoun(i):
			head = i
		case head < 0 && v.in(i, agents):
			head = i
		case t == language.TagVBN && i > r.from+1 && v.is(i-1, "-") && i+1 < r.to:
			continue // "land-locked States"
		case t == language.TagPOS:
			head = -1
		case head >= 0 && (t == language.TagIN || t == language.TagTO || t == language.TagVBN || t == language.TagVBG || t == language.TagVBD || v.in(i, relatives) || v.is(i, ",", "(", "that")):
			return head
		}
	}
	if head < 0 && !r.empty() && v.tag(r.to-1) == language.TagJJ && v.isUpper(r.to-1) {
		return r.to - 1
	}
	return head
}

// isAgent reports whether the noun phrase r names somebody who can owe
// something, rather than a thing that is dealt with.
func (v *view) isAgent(r run) bool {
	if r.empty() {
		return false
	}
	h := v.headNoun(r)
	if h < 0 {
		return false
	}
	l := v.lemma[h]
	if agents[l] || agents[v.word[h]] || agents[strings.TrimSuffix(v.word[h], "s")] || strings.HasPrefix(l, "co-") && agents[l[3:]] {
		return !v.is(h, "it") || r.to-r.from == 1
	}
	if v.isInstrument(r) || h > 0 && v.isThing(h) || v.is(r.from, "article", "articles", "annex", "annexes", "paragraph", "paragraphs", "chapter", "section", "cooperation", "co-operation", "trade", "assistance") {
		return false
	}
	t := v.tag(h)
	if t == language.TagNNP || t == language.TagNNPS && h > 0 || v.isUpper(h) && h > r.from {
		return !v.in(h, capitalThings)
	}
	if h == r.from && r.to == h+1 && v.isUpper(h) && t != language.TagNNS && !isAbstract(l) {
		return true // a name that the tagger does not know, at the start of a sentence
	}
	for _, suffix := range [...]string{"er", "or", "ee", "ist", "ian", "man", "men"} {
		if len(l) > 5 && strings.HasSuffix(l, suffix) {
			return !things[l] && !isMeasure(l)
		}
	}
	return false
}

// isMeasure reports whether a noun in -er or -or is one for a thing by its
// ending.
func isMeasure(w string) bool {
	for _, suffix := range [...]string{"meter", "our", "ior", "oor", "ator", "uter", "eater", "ayer", "apper", "icker", "folder"} {
		if strings.HasSuffix(w, suffix) && w != "arbitrator" && w != "operator" && w != "legislator" && w != "administrator" && w != "mediator" && w != "polluter" {
			return true
		}
	}
	return false
}

// isAbstract reports whether a noun has the ending of one for an act or state.
func isAbstract(w string) bool {
	for _, suffix := range [...]string{"ment", "tion", "sion", "ness", "ity", "ance", "ence", "al", "ing", "age", "ship", "ss", "ure", "ism", "th", "ice", "ty"} {
		if strings.HasSuffix(w, suffix) {
			return true
		}
	}
	return false
}

// things end like persons, but are none.
var things = set("matter", "order", "border", "number", "transfer", "letter", "paper", "power", "water", "river", "corner", "quarter", "shelter",
	"register", "charter", "chapter", "factor", "sector", "corridor", "error", "reactor", "vector", "labour", "computer", "container", "trailer",
	"committee", "fee", "guarantee", "degree", "offer", "counter", "centre", "center", "tender", "cover", "remainder", "manner", "weather", "harbor",
	"disaster", "danger", "cylinder", "carrier", "surrender", "order", "figure", "indicator", "monitor", "tractor", "motor", "tanker", "trawler", "freighter", "steamer")

// capitalThings are capitalised in treaties, but owe nothing.
var capitalThings = set("agreement", "treaty", "convention", "protocol", "annex", "article", "contract", "territory", "area", "zone", "programme", "project",
	"party's", "languages", "annexes", "appendix", "schedule", "property", "goods", "services", "products", "vessels", "aircraft", "activities", "articles", "arrangement", "system", "mechanism", "register", "list", "record", "records", "schedule", "documentation", "notice", "chapter", "section", "paragraph", "subparagraph", "title", "part", "table", "rules", "regulations", "self-employment", "interest", "payment", "payments", "income", "profits")

func (v *view) isThing(h int) bool { return things[v.lemma[h]] && v.tag(h) == language.TagNN }

// isInstrument reports whether r names an instrument or a part of one.
func (v *view) isInstrument(r run) bool {
	h := v.headNoun(r)
	return h >= 0 && (instruments[v.lemma[h]] || instruments[v.word[h]]) && !(v.lemma[h] == "point" && h > r.from && v.is(h-1, "crossing", "check", "entry", "border", "control", "exit"))
}

package commitment

import (
	"slices"
	"strings"

	"pacta"
	"pacta/extract/mention"
)

// A voice is whose words a stretch of text is.
type voice struct {
	kind       string // document, person or outlet
	layer      string // text, paraphrase, reading
	binds      bool   // the speaker can bind the state that it speaks for
	source     pacta.Arg
	date       pacta.Arg
	anonymous  bool     // no word tells which state the speaker speaks for
	states     []string // codes of what the speaker speaks for
	own        []string // codes and lower-case names of what the speaker speaks for
	instrument string   // identity of the instrument, "" if unknown
	reported   bool     // a cue above tells the words after it in the past: "agreed that it would"
	state      bool     // the speaker is a state or organisation, not a person
	promised   bool     // an assurance was found in this speech
	strict     bool     // a cue above makes the present tense binding: "requires that"
	force      string   // the modality that a cue above gives to every clause: demand, assurance
}

func (v *voice) isDocument() bool { return v.kind == "document" }

// binders are the words of who can bind a state by speaking: VCLT article 7(2),
// and those who speak for such.
var binders = []string{"president", "prime minister", "premier", "foreign minister", "foreign ministry", "ministry", "minister", "government", "chancellor",
	"king", "head of state", "heads of state", "spokesperson", "spokesman", "spokeswoman", "secretary of state", "foreign secretary", "kremlin", "white house", "state department",
	"secretary general", "secretary-general", "commission", "defence minister", "defense minister", "taoiseach", "emir", "leader", "leaders", "presidents", "ministers", "cabinet", "queen", "sultan", "supreme leader", "state", "negotiator", "delegation", "ambassador", "commissioner", "authorities", "embassy", "palace", "holy see", "chancellery", "army", "commander",
	"militia", "rebels", "movement", "delegate", "secretary", "foreign office", "council", "kingdom", "junta", "ayatollah", "pope"}

// unbound are words that show that the speaker speaks for nobody but himself.
var unbound = []string{"former", "ex-", "opposition", "analyst", "expert", "observer", "political scientist", "columnist", "historian", "professor", "researcher", "commentator",
	"director", "institute", "newspaper", "agency", "source", "lawmaker", "deputy speaker", "member of parliament", "rebel", "activist", "lawyer", "think tank", "vice-rector", "diplomats", "human rights",
	"candidate", "party leader", "opposition leader", "separatist", "general director", "scientist", "editor", "scholar", "economist"}

// canBind reports whether one who is described so can bind a state.
func canBind(description string) bool {
	d := " " + strings.ToLower(description) + " "
	if isUnbound(d) {
		return false
	}
	for _, w := range binders {
		if i := strings.Index(d, w); i > 0 && !isLetter(d[i-1]) && !isLetter(d[i+len(w)]) {
			return true
		}
	}
	return false
}

// isUnbound reports whether words describe one who speaks for no state.
func isUnbound(description string) bool {
	d := strings.ToLower(description)
	for _, w := range unbound {
		if strings.Contains(d, w) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || c >= 0x80 }

// voices knows, for every place of a document, whose words it holds.
type voices struct {
	a          *pacta.Analysis
	actors     *mention.Index
	statements []speech // in text order
	treaty     voice
	outlet     voice
	evidence   evidence
	seen       func(Candidate) // told of every modal verb of a report; nil but in training
}

// A speech is a stretch of content with its voice.
type speech struct {
	pacta.Span
	voice *voice
	cue   pacta.Span
}

func newVoices(a *pacta.Analysis) *voices {
	vs := &voices{a: a, actors: mention.Of(a),
		treaty: voice{kind: "document", layer: "text"},
		outlet: voice{kind: "outlet", layer: "paraphrase"},
	}
	for i := range a.Of(pacta.Statement) {
		vs.add(&a.Of(pacta.Statement)[i])
	}
	return vs
}

// add keeps the contents of one statement.
func (vs *voices) add(st *pacta.Annotation) {
	v := &voice{kind: st.ValueOf("voice")}
	src, _ := st.Arg("source")
	v.source, v.date = src, dateOf(st)
	if v.kind == "" && src.IsZero() {
		v.kind = "nobody"
	}
	if v.kind != "document" && saysText(src.Quote) {
		v.kind = "document"
	}
	switch v.kind {
	case "document":
		v.layer = "text"
		if st.Type == "indirect" {
			v.layer = "paraphrase"
		}
	case "outlet", "nobody":
		v.layer = "paraphrase"
	default:
		v.kind, v.layer = "person", "reading"
		vs.speaker(v, st)
	}
	if about, ok := st.Arg("about"); ok && v.kind == "document" {
		v.instrument = about.Value
	}
	cue, _ := st.Arg("cue")
	for _, r := range st.Args {
		if r.Role == "content" {
			vs.statements = append(vs.statements, speech{Span: r.Span, voice: v, cue: cue.Span})
		}
	}
}

// saysText reports whether the words for a source name an instrument or a part
// of one rather than a person: "article 3", "the text of the accord".
func saysText(source string) bool {
	words := strings.Fields(strings.ToLower(source))
	for i, w := range words {
		if i < 5 && (texts[w] || spokenTexts[w]) {
			return true
		}
		if w == "of" && i > 1 && !spokenTexts[words[i-1]] && words[i-1] != "one" && words[i-1] != "first" {
			return false
		}
	}
	return false
}

// spokenTexts are further nouns for texts that are said to say something.
var spokenTexts = set("deal", "notice", "communique", "communiqué", "points", "exchange", "schedule", "compromise", "document", "pact", "accord", "ceasefire", "armistice", "plan", "package", "roadmap", "readout", "sentence", "lines", "wording", "compact", "bargain", "footnote", "act", "terms", "arrangement", "settlement")

func dateOf(st *pacta.Annotation) pacta.Arg {
	d, _ := st.Arg("date")
	return d
}

// speaker fills in for whom the source of st speaks.
func (vs *voices) speaker(v *voice, st *pacta.Annotation) {
	description := v.source.Quote + " " + st.ValueOf("office") + " " + v.source.Value
	if st.ValueOf("voice") == "state" {
		description += " government"
	}
	aff := st.Values("affiliation")
	for _, m := range vs.a.Within(pacta.Mention, v.source.Span) {
		if o, ok := m.Arg("office"); ok {
			description += " " + o.Value + " " + o.Quote
		}
		if m.Type == "state" || m.Type == "organization" {
			aff = append(aff, m.Value)
		}
		aff = append(aff, m.Values("affiliation")...)
	}
	v.state = st.ValueOf("voice") == "state" || st.ValueOf("voice") == "organization"
	v.binds = canBind(description)
	v.own = append(v.own, aff...)
	for _, code := range aff {
		if code != "" && !slices.Contains(v.states, code) {
			v.states = append(v.states, code)
		}
	}
	v.anonymous = v.binds && len(aff) == 0 && !namesState(v.source.Quote)
	for _, w := range strings.Fields(strings.ToLower(v.source.Quote)) {
		if len(w) > 3 {
			v.own = append(v.own, w)
		}
	}
}

// namesState reports whether a description has a capitalised word before the
// office, which tells of which state it is: "the Marland foreign minister".
func namesState(description string) bool {
	for _, w := range strings.Fields(description) {
		l := strings.ToLower(w)
		if offices[l] {
			return false
		}
		if l != w && l != "the" && l != "his" && l != "its" {
			return true
		}
	}
	return false
}

var offices = set("president", "prime", "premier", "foreign", "minister", "ministry", "government", "chancellor", "king", "head", "spokesperson", "spokesman", "spokeswoman", "deputy", "defence", "defense", "secretary", "queen", "first", "interior")

// namesInstrument reports whether a span holds the mention of an instrument.
func (vs *voices) namesInstrument(s pacta.Span) bool {
	for _, m := range vs.a.Within(pacta.Mention, s) {
		if m.Type == "instrument" {
			return true
		}
	}
	return false
}

// at returns the innermost speech that holds the byte at, nil for none.
func (vs *voices) at(at int) *speech {
	var best *speech
	for i := range vs.statements {
		s := &vs.statements[i]
		if s.Start <= at && at < s.End && (best == nil || s.Len() < best.Len()) {
			best = s
		}
	}
	return best
}

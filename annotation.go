package pacta

// Kind is what an annotation is about; Schema defines each.
type Kind string

// The kinds of annotation, in the order in which Schema defines them.
const (
	Provision  Kind = "provision"
	Time       Kind = "time"
	Mention    Kind = "mention"
	Citation   Kind = "citation"
	Statement  Kind = "statement"
	Commitment Kind = "commitment"
	Event      Kind = "event"
	Life       Kind = "life"
	Fulfilment Kind = "fulfilment"
)

// An Annotation is what one document says at one place: machine output, a
// person's correction or gold, all in one shape. Quote is Text[Start:End].
type Annotation struct {
	Kind       Kind    `json:"kind"`
	Type       string  `json:"type"`
	Span               // the words that say it: as a rule the sentence or clause
	Quote      string  `json:"quote"`
	Value      string  `json:"value"`
	By         string  `json:"by"`            // "statement@3", or a reviewer
	Confidence float64 `json:"confidence"`    // 0 to 1
	Why        string  `json:"why,omitempty"` // the rule or feature that decided, for --explain
	Args       []Arg   `json:"args"`
}

// An Arg fills one role of an annotation. A role may repeat: several parties,
// or the fragments of one discontinuous phrase. Its span is zero when the text
// does not name it (a zone taken from context, the layer of a commitment).
type Arg struct {
	Role  string `json:"role"`
	Span         // where the text names it
	Quote string `json:"quote"`
	Value string `json:"value"` // normalised: an ISO code, a TIMEX3 value, an identifier
}

// Arg returns the first argument of a in role, and whether there is one.
func (a *Annotation) Arg(role string) (Arg, bool) {
	for _, x := range a.Args {
		if x.Role == role {
			return x, true
		}
	}
	return Arg{}, false
}

// ValueOf returns the value of the first argument in role, "" if there is none.
func (a *Annotation) ValueOf(role string) string {
	x, _ := a.Arg(role)
	return x.Value
}

// Values returns the distinct non-empty values of the arguments in role, in
// the order in which they stand.
func (a *Annotation) Values(role string) []string {
	var out []string
next:
	for _, x := range a.Args {
		if x.Role != role || x.Value == "" {
			continue
		}
		for _, y := range out {
			if y == x.Value {
				continue next
			}
		}
		out = append(out, x.Value)
	}
	return out
}

// Compare orders annotations as every output lists them: by span, then kind,
// type and value.
func (a *Annotation) Compare(b *Annotation) int {
	if c := a.Span.Compare(b.Span); c != 0 {
		return c
	}
	for _, p := range [3][2]string{{string(a.Kind), string(b.Kind)}, {a.Type, b.Type}, {a.Value, b.Value}} {
		if p[0] != p[1] {
			if p[0] < p[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Package marked reads and writes text with labels in place, the form in which
// tests and training sentences are kept so that a person can read them:
//
//	[[commitment:obligation=energy;layer=text|[[party=ARM|Each Party]] [[cue|shall]] [[action|phase out coal]] by [[deadline=2030|2030]].]]
//
// A label with a colon opens an annotation (kind:type=value), one without is a
// role of the annotation around it (role=value). Attributes after a semicolon
// are roles that have no words of their own there: `layer=text`, or, where the
// words stand elsewhere, `source=Ana Brun<Brun>`. A label may carry `#2` to
// belong to an annotation that is not the innermost one around it. A literal
// "[[" or "]]" cannot be written.
//
// A file holds cases. Lines that begin with "# " at the top of the file are
// comments; a line of four hyphens separates cases; lines that begin with "@ "
// at the top of a case set what the text itself does not say:
//
//	@ published: 2024-04-23
//	@ genre: treaty
//	@ show: statement source cue content
package marked

import (
	"fmt"
	"strings"

	"pacta"
)

// A Case is one marked text, taken apart.
type Case struct {
	Meta        map[string]string // published, genre, title, outlet
	Show        map[pacta.Kind][]string
	Text        string // without marks
	Annotations []pacta.Annotation
}

// Document returns the text of c as a document with what Meta says.
func (c *Case) Document() *pacta.Document {
	given := func(key string) pacta.Field {
		v := c.Meta[key]
		if v == "" {
			return pacta.Field{Basis: pacta.None}
		}
		return pacta.Field{Value: v, Basis: pacta.Given}
	}
	d := &pacta.Document{
		Text: c.Text, Genre: c.Meta["genre"], Language: "en",
		Title: given("title"), Outlet: given("outlet"), Author: given("author"), Published: given("published"),
	}
	d.ID = d.MakeID()
	return d
}

// Split cuts a file into the marked sources of its cases and the comment that
// stands above them.
func Split(file string) (comment string, cases []string) {
	for strings.HasPrefix(file, "#") {
		line, rest, _ := strings.Cut(file, "\n")
		comment, file = comment+line+"\n", rest
	}
	for _, c := range strings.Split(file, "\n----\n") {
		if c = strings.Trim(c, "\n"); c != "" {
			cases = append(cases, c)
		}
	}
	return comment, cases
}

// ParseFile parses every case of a file, for training and scoring.
func ParseFile(file string) ([]*Case, error) {
	_, sources := Split(file)
	var out []*Case
	for i, s := range sources {
		c, err := Parse(s)
		if err != nil {
			return nil, fmt.Errorf("case %d: %w", i+1, err)
		}
		out = append(out, c)
	}
	return out, nil
}

// Parse takes the marks out of one case. Errors wrap pacta.ErrInvalid and name
// the place.
func Parse(source string) (*Case, error) {
	c := &Case{Meta: map[string]string{}, Show: map[pacta.Kind][]string{}}
	for strings.HasPrefix(source, "@ ") {
		line, rest, _ := strings.Cut(source, "\n")
		key, value, _ := strings.Cut(line[2:], ":")
		if value = strings.TrimSpace(value); key == "show" {
			f := strings.Fields(value)
			if len(f) == 0 {
				return nil, fmt.Errorf("%q names no kind: %w", line, pacta.ErrInvalid)
			}
			c.Show[pacta.Kind(f[0])] = f[1:]
		} else {
			c.Meta[key] = value
		}
		source = rest
	}
	p := parser{rest: source, byID: map[string]int{}}
	if err := p.run(); err != nil {
		return nil, err
	}
	c.Text, c.Annotations = p.text.String(), p.done
	for i := range c.Annotations {
		if err := quote(&c.Annotations[i], c.Text); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// parser reads one marked source from left to right.
type parser struct {
	rest string
	text strings.Builder
	open []mark
	done []pacta.Annotation
	byID map[string]int // "#id" → index in done
}

// A mark is a label whose closing brackets have not come yet.
type mark struct {
	label      label
	start      int
	annotation int // index in parser.done of the annotation it opens or belongs to
}

func (p *parser) run() error {
	for {
		i := strings.IndexAny(p.rest, "[]")
		if i < 0 {
			break
		}
		p.text.WriteString(p.rest[:i])
		p.rest = p.rest[i:]
		switch {
		case strings.HasPrefix(p.rest, "[["):
			if err := p.begin(); err != nil {
				return err
			}
		case strings.HasPrefix(p.rest, "]]") && len(p.open) > 0:
			p.end()
		default:
			p.text.WriteByte(p.rest[0])
			p.rest = p.rest[1:]
		}
	}
	p.text.WriteString(p.rest)
	if len(p.open) > 0 {
		return fmt.Errorf("%q is never closed: %w", p.open[len(p.open)-1].label.name, pacta.ErrInvalid)
	}
	return nil
}

func (p *parser) begin() error {
	head, rest, ok := strings.Cut(p.rest[2:], "|")
	if !ok || strings.Contains(head, "[[") || strings.Contains(head, "\n") {
		return fmt.Errorf("no | after %.30q: %w", p.rest, pacta.ErrInvalid)
	}
	l := parseLabel(head)
	m := mark{label: l, start: p.text.Len(), annotation: -1}
	if kind, typ, ok := strings.Cut(l.name, ":"); ok {
		m.annotation = len(p.done)
		p.done = append(p.done, pacta.Annotation{Kind: pacta.Kind(kind), Type: typ, Value: l.value, Args: l.attrs})
		if l.id != "" {
			p.byID[l.id] = m.annotation
		}
	} else if m.annotation = p.owner(l); m.annotation < 0 {
		return fmt.Errorf("role %q stands in no annotation: %w", l.name, pacta.ErrInvalid)
	}
	p.open = append(p.open, m)
	p.rest = rest
	return nil
}

// owner returns the index of the annotation that a role belongs to.
func (p *parser) owner(l label) int {
	if l.id != "" {
		if i, ok := p.byID[l.id]; ok {
			return i
		}
		return -1
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if m := p.open[i]; strings.Contains(m.label.name, ":") {
			return m.annotation
		}
	}
	return -1
}

func (p *parser) end() {
	m := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	p.rest = p.rest[2:]
	s := pacta.Span{Start: m.start, End: p.text.Len()}
	if a := &p.done[m.annotation]; strings.Contains(m.label.name, ":") {
		a.Span = s
	} else {
		a.Args = append(a.Args, pacta.Arg{Role: m.label.name, Span: s, Value: m.label.value})
	}
}

// label is what stands between "[[" and "|".
type label struct {
	name, value, id string
	attrs           []pacta.Arg
}

func parseLabel(head string) label {
	var l label
	for i, part := range strings.Split(head, ";") {
		name, value, _ := strings.Cut(part, "=")
		if i == 0 {
			l.name, l.id, _ = strings.Cut(name, "#")
			l.value = value
			continue
		}
		a := pacta.Arg{Role: name, Value: value}
		if v, q, ok := strings.Cut(value, "<"); ok {
			a.Value, a.Quote = v, strings.TrimSuffix(q, ">")
		}
		l.attrs = append(l.attrs, a)
	}
	return l
}

// quote fills in the quotes of a, and the spans of roles that were given by
// their words.
func quote(a *pacta.Annotation, text string) error {
	a.Quote = a.Of(text)
	for i := range a.Args {
		r := &a.Args[i]
		if r.IsZero() && r.Quote != "" {
			at := strings.Index(text, r.Quote)
			if at < 0 {
				return fmt.Errorf("%s: %q is not in the text: %w", r.Role, r.Quote, pacta.ErrInvalid)
			}
			r.Span = pacta.Span{Start: at, End: at + len(r.Quote)}
		}
		r.Quote = r.Of(text)
	}
	return pacta.Check(a)
}

package resolve

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pacta"
)

// people knows every full name of the base, so that a document that has only a
// surname can be joined to the one person who bears it.
type people struct {
	bySurname map[string]map[string]bool // skeleton of the last word → skeletons of full names
	states    map[string]map[string]bool // skeleton of a full name → affiliations
	skeletons map[string]string          // of names as they stand
	bearers   map[[2]string]string       // of a surname and an affiliation, once looked for
	called    map[string]string          // how a full name is written, by its skeleton
}

func newPeople() *people {
	return &people{map[string]map[string]bool{}, map[string]map[string]bool{}, map[string]string{}, map[[2]string]string{}, map[string]string{}}
}

// gather notes the persons that a document names.
func (p *people) gather(in *Input) {
	for _, b := range p.named(in) {
		p.add(b)
	}
}

// named returns the full names in a document, each with each affiliation once.
func (p *people) named(in *Input) []Bearer {
	var out []Bearer
	seen := map[Bearer]bool{}
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Mention || x.Type != "person" {
			continue
		}
		full := p.skeleton(x.Value)
		at := strings.LastIndexByte(full, ' ')
		if at <= 0 {
			continue
		}
		if b := (Bearer{full[at+1:], full, x.ValueOf("affiliation"), clean(x.Value)}); !seen[b] {
			seen[b] = true
			out = append(out, b)
		}
	}
	return out
}

// alone returns the surnames that stand alone in a document.
func (p *people) alone(in *Input) map[string]bool {
	out := map[string]bool{}
	note := func(name string) {
		if s := p.skeleton(name); s != "" && !strings.Contains(s, " ") {
			out[s] = true
		}
	}
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind == pacta.Mention && x.Type == "person" {
			note(x.Value)
		}
		for _, a := range x.Args {
			if speaks(a.Role) && !isCode(a.Value) {
				note(a.Value)
			}
		}
	}
	return out
}

// speaks reports whether who fills a role of an annotation says something.
func speaks(role string) bool { return role == "source" || role == "by" }

// inFull returns the name of a speaker, the full name where a surname stands
// alone and the base knows one person whom it may mean.
func (p *people) inFull(name, of string) string {
	s := p.skeleton(name)
	if s == "" || isCode(name) || strings.Contains(s, " ") {
		return name
	}
	if full := p.called[p.meant(s, of)]; full != "" {
		return full
	}
	return name
}

func (p *people) add(b Bearer) {
	insert(p.bySurname, b.Surname, b.Full)
	if b.Of != "" {
		insert(p.states, b.Full, b.Of)
	}
	if old, ok := p.called[b.Full]; !ok || wordsIn(b.Called) > wordsIn(old) || wordsIn(b.Called) == wordsIn(old) && b.Called < old {
		p.called[b.Full] = b.Called
	}
}

func wordsIn(s string) int { return len(strings.Fields(s)) }

func (p *people) skeleton(name string) string {
	s, ok := p.skeletons[name]
	if !ok {
		s = skeleton(name)
		p.skeletons[name] = s
	}
	return s
}

func insert(m map[string]map[string]bool, key, value string) {
	if m[key] == nil {
		m[key] = map[string]bool{}
	}
	m[key][value] = true
}

// identity returns the name under which the person of a mention is kept: the
// skeleton of the full name; for a lone surname that of the only person of the
// base who bears it, and the surname itself where several do.
func (p *people) identity(x *pacta.Annotation) string {
	name := p.skeleton(x.Value)
	if strings.Contains(name, " ") {
		return name
	}
	return p.meant(name, x.ValueOf("affiliation"))
}

// meant returns the identity of whom a surname means for somebody who may
// belong to of.
func (p *people) meant(surname, of string) string {
	k := [2]string{surname, of}
	found, ok := p.bearers[k]
	if !ok {
		found = p.bearer(surname, of)
		p.bearers[k] = found
	}
	return found
}

// bearer returns the only person with a surname who may belong to of, else the
// surname.
func (p *people) bearer(name, of string) string {
	found := ""
	for full := range p.bySurname[name] {
		if of != "" && len(p.states[full]) > 0 && !p.states[full][of] {
			continue
		}
		if found != "" {
			return name
		}
		found = full
	}
	if found == "" {
		return name
	}
	return found
}

// skeleton folds what differs between spellings and transliterations of one
// name: case, diacritics, doubled letters, y/i/j, kh/h, w/v, ou/u.
func skeleton(name string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '.':
			continue
		case r == '-' || unicode.IsSpace(r):
			r = ' '
		default:
			r = fold(unicode.ToLower(r))
		}
		if r == last || (r == 'h' && last == 'k') {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	s := strings.ReplaceAll(b.String(), "ou", "u")
	words := strings.Fields(s)
	for i, w := range words {
		if stem, ok := strings.CutSuffix(w, "ei"); ok {
			words[i] = stem + "i" // Sergei, Sergey, Sergi
		}
	}
	return strings.Join(words, " ")
}

func fold(r rune) rune {
	switch r {
	case 'y', 'j', 'ı':
		return 'i'
	case 'w':
		return 'v'
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'ß':
		return 's'
	case 'đ', 'ð':
		return 'd'
	case 'ə':
		return 'a'
	}
	return r
}

// slug returns name in lower case with hyphens for blanks, for use in an ID.
func slug(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), "-")
}

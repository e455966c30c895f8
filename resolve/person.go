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
}

func newPeople() *people {
	return &people{map[string]map[string]bool{}, map[string]map[string]bool{}, map[string]string{}, map[[2]string]string{}}
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
		if b := (Bearer{full[at+1:], full, x.ValueOf("affiliation")}); !seen[b] {
			seen[b] = true
			out = append(out, b)
		}
	}
	return out
}

// alone returns the surnames that stand alone in a document.
func (p *people) alone(in *Input) map[string]bool {
	out := map[string]bool{}
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Mention || x.Type != "person" {
			continue
		}
		if s := p.skeleton(x.Value); s != "" && !strings.Contains(s, " ") {
			out[s] = true
		}
	}
	return out
}

func (p *people) add(b Bearer) {
	insert(p.bySurname, b.Surname, b.Full)
	if b.Of != "" {
		insert(p.states, b.Full, b.Of)
	}
}

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
	k := [2]string{name, x.ValueOf("affiliation")}
	found, ok := p.bearers[k]
	if !ok {
		found = p.bearer(name, k[1])
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

package read

import (
	_ "embed"
	"strings"
)

//go:embed data/cues.txt
var cuesFile string

// cues holds the lists of data/cues.txt by name.
var cues = func() map[string][]string {
	out := map[string][]string{}
	set := ""
	for cue := range strings.Lines(cuesFile) {
		cue = strings.TrimRight(cue, "\n")
		switch {
		case cue == "" || cue[0] == '#':
		case cue[0] == '[':
			set = strings.Trim(cue, "[]")
		default:
			out[set] = append(out[set], cue)
		}
	}
	return out
}()

// A cueSet finds the cues of one list; those that begin a line are kept by
// their first letter.
type cueSet struct {
	first [256][]string
	all   map[string]bool
}

func newCueSet(name string) *cueSet {
	s := &cueSet{all: map[string]bool{}}
	for _, c := range cues[name] {
		s.all[strings.TrimSpace(c)] = true
		s.first[c[0]] = append(s.first[c[0]], c)
	}
	return s
}

var (
	shareCues     = newCueSet("share")
	buttonCues    = newCueSet("button")
	publishedCues = newCueSet("published")
	updatedCues   = newCueSet("updated")
	labelCues     = newCueSet("label")
	officeCues    = newCueSet("office")
	menuCues      = newCueSet("menu")
	agencyCues    = newCueSet("agency")
	pressCues     = newCueSet("press")
	relatedCues   = newCueSet("related")
	commentCues   = newCueSet("comment")
	imprintCues   = newCueSet("imprint")
	readerCues    = newCueSet("reader")
	speakerCues   = newCueSet("speaker")
	creditCues    = newCueSet("credit")
	signCues      = newCueSet("signature")
	selfCues      = newCueSet("self")
	factCues      = newCueSet("background")
)

// begins reports whether t, lower case, begins with a cue that ends at a word's
// end.
func (s *cueSet) begins(t string) bool {
	if t == "" {
		return false
	}
	for _, c := range s.first[t[0]] {
		if strings.HasPrefix(t, c) && (len(t) == len(c) || c[len(c)-1] == ' ' || c[len(c)-1] == ':' || !isWordByte(t[len(c)])) {
			return true
		}
	}
	return false
}

// within reports whether one of the words of t, lower case with single spaces
// between them, begins a cue.
func (s *cueSet) within(t string) bool {
	for {
		if s.begins(t) {
			return true
		}
		i := strings.IndexByte(t, ' ')
		if i < 0 {
			return false
		}
		t = t[i+1:]
	}
}

// is reports whether t, lower case, is a cue.
func (s *cueSet) is(t string) bool { return s.all[t] }

func isWordByte(c byte) bool { return isASCIILetter(c) || c >= 0x80 || '0' <= c && c <= '9' }

package mention

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/roles.txt
var rolesText string

//go:embed data/bodies.txt
var bodiesText string

//go:embed data/given.txt
var givenText string

// A role is what a noun says of a person: "minister".
type role struct {
	gender byte // 'm', 'f' or 0
	sector string
	class  string
	same   string // the noun that stands for it: "spokesperson" for "spokeswoman"
}

// A body is what a noun says of a collective: "ministry".
type body struct{ sector, class string }

// lexicon is the word lists of data/.
type lexicon struct {
	roles  map[string]role
	bodies map[string]body
	given  map[string]byte // 'm', 'f' or 'u'
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{roles: map[string]role{}, bodies: map[string]body{}, given: map[string]byte{}}
	for f := range rows(rolesText) {
		r := role{sector: f[2], class: f[3], same: f[4]}
		if f[1] != "-" {
			r.gender = f[1][0]
		}
		if r.same == "" {
			r.same = f[0]
		}
		l.roles[f[0]] = r
	}
	for f := range rows(bodiesText) {
		l.bodies[f[0]] = body{f[1], f[2]}
	}
	for line := range strings.Lines(givenText) {
		if g, names, ok := strings.Cut(line, ":"); ok && len(g) == 1 {
			for _, n := range strings.Fields(names) {
				if _, twice := l.given[n]; twice {
					l.given[n] = 'u'
					continue
				}
				l.given[n] = g[0]
			}
		}
	}
	return l
})

// rows yields the fields of each line of a table that is no comment.
func rows(table string) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "|")) {
				return
			}
		}
	}
}

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// titles are the words before a name that are no office, with the gender they tell.
var titles = map[string]byte{
	"mr": 'm', "mr.": 'm', "mrs": 'f', "mrs.": 'f', "ms": 'f', "ms.": 'f', "miss": 'f', "sir": 'm', "dame": 'f', "lord": 'm', "lady": 'f',
	"dr": 'u', "dr.": 'u', "prof": 'u', "prof.": 'u', "h.e.": 'u', "excellency": 'u', "madam": 'f', "comrade": 'u',
}

// shortRoles are abbreviated offices before a name.
var shortRoles = map[string]string{
	"sen": "senator", "sen.": "senator", "rep": "lawmaker", "rep.": "lawmaker", "gov": "governor", "gov.": "governor",
	"gen": "general", "gen.": "general", "col": "colonel", "col.": "colonel", "lt": "lieutenant", "lt.": "lieutenant",
	"maj": "major", "maj.": "major", "capt": "captain", "capt.": "captain", "adm": "admiral", "adm.": "admiral",
	"amb": "ambassador", "amb.": "ambassador", "rev": "reverend", "rev.": "reverend", "pres": "president", "pres.": "president",
	"sgt": "officer", "sgt.": "officer", "atty": "attorney", "sec": "secretary", "sec.": "secretary", "brig": "brigadier", "brig.": "brigadier",
}

var (
	particles = set("von van der den de del della di da dos bin ibn al el la le ben ter zu af av ul ur")
	joiners   = set("of for and the on in to &")
	// notNames begin a sentence or stand in capitals without naming anybody.
	notNames = set(`the a an i he she it we they you this that these those his her its our their my your there here what who which when where why how
		in on at by for from to of with and or but so if as after before while since until although though because however moreover meanwhile besides
		according speaking also not no yes all some many most few both each every any another other such one two three four five six seven eight nine ten
		monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
		mr mrs ms dr new last next today yesterday tomorrow now then once still even only just first second third during under over between among
		photo file image video read related source copyright update breaking exclusive opinion analysis editorial article paragraph point chapter section
		earlier later recently previously overall indeed further furthermore additionally finally instead despite without within through against about
		would could should may might must can will shall do does did has have had is are was were be been being let see says said
		feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun god utc gmt pm am`)
	modifiers = set(`prime foreign deputy vice former ex senior acting interim first second chief top defense defence interior finance energy economy economic
		justice health trade political military international independent local regional permanent special press general supreme national state federal
		security government ministry opposition party late current new then outgoing incoming newly elected longtime veteran leading prominent
		presidential parliamentary legal western eastern retired lead research executive managing associate assistant visiting principal ruling central
		border peacekeeping armed naval air ground joint public religious spiritual supreme constitutional high main great noted well-known
		renowned famous young old human rights un u.n. us u.s. eu non-governmental communist conservative liberal republican democratic socialist separatist
		external affairs information technology culture education tourism transport transportation environment agriculture labor labour office cabinet
		think tank policy strategic official anonymous unnamed unidentified ruling diplomatic longest-serving embattled populist nationalist`)
	surnameRoles     = set("king bishop pope prince major marshal farmer driver priest judge justice page")
	honorifics       = set("sheikh shaikh prince king")
	determiners      = set("the a an his her its their this that these those our my your another any some every each no both all several many two three four five other")
	cityPrepositions = set("in at near around outside inside throughout downtown central")
	motions          = set("visit trip travel arrive fly flight come go return tour journey depart leave traveled travelled visited visiting arrived flew came went returned flights train road highway")
	subjectStops     = set("in at on of to from with by for against between among over under about into through after before during toward towards via per like including and or as than")
)

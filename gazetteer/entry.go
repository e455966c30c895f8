package gazetteer

// Kind says what sort of thing an entry names.
type Kind uint8

// The kinds of entries, in the order of the tables.
const (
	State        Kind = iota + 1 // a state of ISO 3166 or a dead one; ID is alpha-3
	Territory                    // a dependent territory with an ISO code of its own
	Entity                       // a de-facto entity or disputed territory, named as sources write it
	Region                       // a part of the world: "Central Asia", "the West"
	People                       // a people or minority: "Kurds"
	Place                        // a city, province or sea; Country says where
	Organization                 // an international organisation, a body of one, or an NGO
	Group                        // an armed group
	Office                       // "foreign minister"
	Sector                       // a common noun for a role: "troops", "protesters"
	Instrument                   // a well-known treaty, charter, resolution …
	Outlet                       // a newspaper, agency or broadcaster
	Institution                  // of one state: parliament, ministry, army, service, party; Country says whose
)

var kindNames = [...]string{
	State: "state", Territory: "territory", Entity: "entity", Region: "region", People: "people",
	Place: "place", Organization: "organization", Group: "group", Office: "office",
	Sector: "sector", Instrument: "instrument", Outlet: "outlet", Institution: "institution",
}

// String returns the lower-case English word for k, "" for no kind.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// Entry is one thing that has names. Fields that a kind does not use are empty. Entries are
// shared by all callers and must not be changed.
type Entry struct {
	ID   string // ISO 3166 alpha-3 ("RUS"), acronym ("CSTO") or slug ("un-charter", "foreign-minister")
	Kind Kind
	Name string // preferred English name, without article

	Acronym string // of an organisation or instrument: "CSTO", "NPT"
	Alpha2  string // of a state: "RU"
	Adj     string // of a state or people: "Russian"
	Capital string // of a state: "Moscow"
	From    string // year from which a dead state, an entity or an organisation existed
	To      string // year in which it ended; empty while it lasts

	Sector  string   // PLOVER sector or actor code: GOV, MIL, IGO, NGO, REB …
	Country string   // alpha-3 of the state that a place, people, group or outlet belongs to, where it is one
	Parent  string   // ID of the organisation that a body belongs to, of the successor of a dead state
	Members []string // of an organisation: alpha-3 or IDs, current members

	Type         string   // of an instrument: treaty, declaration, … as its signatories call it
	Date         string   // EDTF date of signature or adoption
	PlaceName    string   // where it was signed or adopted
	Parties      []string // alpha-3 or organisation IDs; of an open treaty only where the table gives them
	Organization string   // ID of the organisation that adopted it or that it constitutes
	Subjects     []string // subject words of an instrument

	// BindsState says that the holder of an office may bind the state without full powers: heads of
	// state, heads of government, foreign ministers (Vienna Convention on the Law of Treaties, art. 7(2)(a)).
	BindsState bool
}

// Reading says what the words of a match are to the entry.
type Reading uint8

// Readings, the surest first.
const (
	Name       Reading = iota + 1 // its name, short or official, or the title of an instrument
	Acronym                       // "NATO", "U.S."
	Alias                         // another name or a nickname: "Myanmar"/"Burma", "the grain deal"
	Former                        // a name that it no longer has: "Zaire"
	Noun                          // the common noun of an office or sector: "troops"
	Demonym                       // "Russian", "Russians", also the first half of "Russo-Turkish"
	Government                    // the seat of government for the government: "Kremlin", "White House"
	Capital                       // the capital: the state or the city
)

var readingNames = [...]string{
	Name: "name", Acronym: "acronym", Alias: "alias", Former: "former", Noun: "noun",
	Demonym: "demonym", Government: "government", Capital: "capital",
}

// String returns the lower-case English word for r, "" for no reading.
func (r Reading) String() string {
	if int(r) < len(readingNames) {
		return readingNames[r]
	}
	return ""
}

// Match is one name found in a text. An ambiguous name gives several matches of the same span, the
// surest first.
type Match struct {
	Start, End int // bytes of the text, half-open; without article unless it belongs to the name, without "'s"
	Entry      *Entry
	Reading    Reading
	// Weak says that the words are as often something else: a family name, an ordinary word, a place
	// elsewhere ("Jordan", "the Union", "Victoria"); context has to confirm it.
	Weak bool
}

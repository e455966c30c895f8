package timex

// A field is one thing that words can say about a time.
type field uint8

// The fields of a frame. Grammar and lexicon name them as fieldNames does.
const (
	none    field = iota
	typ           // date, time, duration or set, where the words decide it
	year          // 1 to 9999
	month         // 1 to 12
	day           // of the month
	weekday       // 1 (Monday) to 7
	season        // SP SU FA WI
	quarter       // 1 to 4
	half          // 1 or 2
	decade        // 199 for the 1990s
	yy            // two digits of a year, "'89"
	century       // 19 for the 20th
	unit          // a unit of time
	shift         // this many units from the anchor: "last week"
	dir           // which one of a named time: -1 "last March", 0 "this", 1 "next"
	count         // of units, in hundredths: "two years"
	upto          // a greater count: "two to three weeks"
	vague         // a count without number: "several"
	sign          // -1 or 1: the count leads away from a point in time
	rel           // which point: anchor, story or stated
	part          // of the day: MO AF EV NI
	hour          // 0 to 24
	minute        //
	sec           //
	ampm          // am or pm
	zone          // minutes east of Greenwich
	sgn           // sign of a zone in digits
	zh            // hours of a zone in digits
	zm            // minutes of a zone in digits
	mod           // TIMEX3 mod
	ref           // PRESENT_REF, PAST_REF, FUTURE_REF
	weekend       // 1
	holiday       // index into holidays
	fiscal        // 1
	every         // 1: a set with a named time
	ord           // an ordinal that has not found its unit
	n1            // numbers of a date in digits, in the order in which they stand
	n2            //
	n3            //
	num           // a cardinal
	mult          //
	tens          //
	hhmm          // four digits of a clock
	clip          // -1 for what lies before the anchor, 1 for after: "earlier this week"
	fieldsEnd
)

var fieldNames = [fieldsEnd]string{
	typ: "type", year: "year", month: "month", day: "day", weekday: "weekday", season: "season", quarter: "quarter",
	half: "half", decade: "decade", yy: "yy", century: "century", unit: "unit", shift: "shift", dir: "dir", count: "count",
	upto: "upto", vague: "vague", sign: "sign", rel: "rel", part: "part", hour: "hour", minute: "minute", sec: "sec",
	ampm: "ampm", zone: "zone", sgn: "sgn", zh: "zh", zm: "zm", mod: "mod", ref: "ref", weekend: "weekend", holiday: "holiday",
	fiscal: "fiscal", every: "every", ord: "ord", n1: "n1", n2: "n2", n3: "n3", num: "num", mult: "mult", tens: "tens", hhmm: "hhmm", clip: "clip",
}

// A frame holds what the words of one expression say, before any context.
type frame struct {
	set uint64
	val [fieldsEnd]int32
}

func (f *frame) has(x field) bool { return f.set&(1<<x) != 0 }
func (f *frame) put(x field, v int) {
	f.set |= 1 << x
	f.val[x] = int32(v)
}
func (f *frame) drop(x field) { f.set &^= 1 << x }
func (f *frame) get(x field) int {
	if f.has(x) {
		return int(f.val[x])
	}
	return 0
}

// hasAny reports whether f has one of the fields.
func (f *frame) hasAny(xs ...field) bool {
	for _, x := range xs {
		if f.has(x) {
			return true
		}
	}
	return false
}

// Values that grammar and lexicon write as words.
const (
	typeDate = iota + 1
	typeTime
	typeDuration
	typeSet
)

// Units, from the finest.
const (
	second = iota + 1
	minutes
	hours
	days
	weekends
	weeks
	fortnight
	months
	quarters
	seasons
	halves
	years
	decades
	centuries
	millennia
)

const (
	relAnchor = iota + 1 // the publication date
	relStory             // the last date of the narrative
	relStated            // the date that the same expression states
)

const (
	am = 1
	pm = 2
)

const (
	refPast   = 2
	refFuture = 3
)

var (
	typeNames = [...]string{typeDate: "DATE", typeTime: "TIME", typeDuration: "DURATION", typeSet: "SET"}
	partNames = [...]string{1: "MO", 2: "AF", 3: "EV", 4: "NI"}
	seaNames  = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}
	refNames  = [...]string{1: "PRESENT_REF", refPast: "PAST_REF", refFuture: "FUTURE_REF"}
	modNames  = [...]string{1: "BEFORE", 2: "AFTER", 3: "ON_OR_BEFORE", 4: "ON_OR_AFTER", 5: "LESS_THAN", 6: "MORE_THAN",
		7: "EQUAL_OR_LESS", 8: "EQUAL_OR_MORE", 9: "START", 10: "MID", 11: "END", 12: "APPROX"}
)

// symbols are the words that stand for numbers in the data files.
var symbols = makeSymbols()

func makeSymbols() map[string]int {
	out := map[string]int{
		"date": typeDate, "time": typeTime, "duration": typeDuration, "set": typeSet,
		"second": second, "minute": minutes, "hour": hours, "day": days, "weekend": weekends, "week": weeks,
		"fortnight": fortnight, "month": months, "quarter": quarters, "season": seasons, "half": halves, "year": years,
		"decade": decades, "century": centuries, "millennium": millennia,
		"anchor": relAnchor, "story": relStory, "stated": relStated, "am": am, "pm": pm,
	}
	for _, names := range [][]string{partNames[:], seaNames[:], refNames[:], modNames[:]} {
		for i, n := range names {
			if n != "" {
				out[n] = i
			}
		}
	}
	return out
}

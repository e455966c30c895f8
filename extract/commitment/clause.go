package commitment

import (
	"pacta"
	"pacta/language"
)

// A clause is one commitment in the making, in tokens of one sentence.
type clause struct {
	voice    *voice
	modality string
	why      string // the cue that decided
	cues     []run
	subject  run // the words before the cue
	party    run // who is to act; empty when it is not named
	from     int // where the clause begins
	verb     int // where the action begins
	end      int // where the clause ends
	denial   int // the token that denies an assurance or demand, 0 for none
	passive  bool
	object   bool // who is to act is the object of the cue
	inserts  []run
	split    language.XPOS // form of the verbs at which the action is split; 0 for none
	whole    bool          // the action is subject and predicate: passives and things
	listed   bool          // what is to be done stands in a list behind a colon
	notFirst bool          // the cue denies only the first of several actions joined by "and to"
	apart    bool          // the subject stands before another predicate
	actions  []deed
	roles    []role
	outer    outer
}

// A deed is one action of a clause; its modality is that of the clause unless
// its own verb says otherwise.
type deed struct {
	run
	modality string
}

// outer holds what a clause has from an earlier sentence: an item of a list
// has its party and cue from the words above it.
type outer struct{ party, cue pacta.Span }

// A scan looks for commitments in the tokens [lo, hi) of a sentence.
type scan struct {
	*view
	lo, hi  int
	voice   *voice
	news    bool // a report, in which the model judges modal verbs
	found   []clause
	last    *clause // the clause before, whose subject may be shared
	pending *clause // a stem whose items follow in later sentences
	vs      *voices
}

// run looks for cues from left to right.
func (s *scan) run() {
	for s.lo < s.hi && (s.isPunct(s.lo) || s.is(s.lo, "that")) {
		s.lo++
	}
	for i := s.lo; i < s.hi; {
		next, ok := s.at(i, s.lo)
		if !ok {
			next = i + 1
		}
		i = max(next, i+1)
	}
}

// at tries every cue at token i; it returns where to go on.
func (s *scan) at(i, left int) (int, bool) {
	if next, ok := s.inverted(i); ok {
		return next, true
	}
	if m, ok := s.modalAt(i, s.hi); ok {
		if next, ok := s.modal(&m, left); ok {
			return next, true
		}
		return i + 1, false
	}
	next, ok := i+1, false
	s.cuesAt(i, func(h hit) bool {
		if h.to > s.hi {
			return true
		}
		next, ok = s.phrase(h, left)
		return !ok
	})
	if ok {
		return next, true
	}
	if next, ok := s.nominal(i); ok {
		return next, ok
	}
	if next, ok := s.performed(i); ok {
		return next, ok
	}
	if next, ok := s.listed(i); ok {
		return next, ok
	}
	return s.practice(i, left)
}

// subjectOf returns the subject of the cue at i, taken from the clause before
// where both share it.
func (s *scan) subjectOf(i, left int) (subject run, from int, shared bool) {
	j := i
	for j > left && (s.isAdverb(j-1) || s.in(j-1, floating)) {
		j--
	}
	if s.last != nil && s.last.verb < i && (s.is(j-1, "and", "or", "but", "nor") || s.is(j-1, ",") && s.isLike(i)) && !s.hasSubject(j, left) && !s.relativeAfter(s.last.verb, j) {
		return s.last.subject, j, true
	}
	if s.last == nil && s.is(j-1, "and", "but") && s.isFinite(i) && j-1 > s.lo {
		if r := s.firstSubject(j - 1); !r.empty() {
			return r, j, true
		}
	}
	if s.last != nil && s.last.verb < i && s.last.verb >= left {
		left = s.joint(s.last.verb, i)
	}
	subject, from = s.subject(i, left)
	return s.bySubjectTree(subject, i), from, false
}

// wholeSubject gives a subject that a comma cut off its first items, where the
// tree holds them together: "reprisals against the wounded, the vessels or the
// equipment are".
func (s *scan) wholeSubject(r run, i int) run {
	verb := i
	if rel := s.rel(i).Base(); rel == language.Aux || rel == language.Cop {
		verb = s.head(i)
	}
	for k := s.lo; k < r.from && verb >= 0; k++ {
		if t := s.s.Tokens[k]; t.Rel.Base() != language.Nsubj || t.Head != verb {
			continue
		}
		first, last := s.s.Subtree(k)
		if first < s.lo || last < r.to || last > i || s.finiteBetween(first, r.from) || s.anyOf(run{first, r.from}, ";", ":") {
			return r
		}
		return run{first, r.to}
	}
	return r
}

// bySubjectTree takes leading phrases off the subject of the verb at i where
// the tree says at which token it begins: "At Yalta in 1945 | the Marshal".
func (s *scan) bySubjectTree(r run, i int) run {
	if r.from > s.lo && s.is(r.from-1, ",", "and", "or") {
		r = s.wholeSubject(r, i)
	}
	if r.empty() || !(r.from > s.lo && s.is(r.from-1, "before", "after", "until", "since", "as")) && s.tag(r.from) != language.TagIN && s.tag(r.from) != language.TagTO && s.tag(r.from) != language.TagVBG && (s.tag(r.from) != language.TagVBN || s.isNoun(r.from+1)) || s.is(r.from, "neither", "either", "both") {
		return r
	}
	for k := r.from + 1; k < r.to; k++ {
		if t := s.s.Tokens[k]; t.Rel.Base() == language.Nsubj && (t.Head == i || t.Head >= r.to) {
			first, _ := s.s.Subtree(k)
			if first > r.from && first <= k && s.isNoun(k) {
				return run{first, r.to}
			}
		}
	}
	return r
}

// firstSubject returns the subject of the first finite verb before token to:
// "Each Party recognises that …, and declares that".
func (s *scan) firstSubject(to int) run {
	for k := s.lo + 1; k < to; k++ {
		if s.isFinite(k) || s.tag(k) == language.TagVBD {
			r := s.stripLead(run{s.npStart(k, s.lo), k})
			if r.empty() || r.from > s.lo && !s.isPunct(r.from-1) || !s.isAgent(r) && !s.modalAfter(to) {
				return run{}
			}
			return r
		}
	}
	return run{}
}

// modalAfter reports whether a modal verb follows the conjunction at i: "are
// exempt from control, but shall".
func (s *scan) modalAfter(i int) bool { return s.is(i+1, "shall", "will", "must", "may") }

// isLike reports whether the cue at i is the word that the clause before has.
func (s *scan) isLike(i int) bool {
	return len(s.last.cues) > 0 && s.word[s.last.cues[0].from] == s.word[i]
}

// relativeAfter reports whether a relative clause that opens between from and
// j waits for its verb.
func (s *scan) relativeAfter(from, j int) bool {
	for k := j - 1; k > from; k-- {
		if s.isFinite(k) || s.is(k, ";") {
			return false
		}
		if s.in(k, relatives) || s.is(k, "that") && s.tag(k) != language.TagDT {
			return true
		}
	}
	return false
}

// joint returns where the clause of the cue at i begins after the one whose
// verb is at verb: behind the conjunction between them.
func (s *scan) joint(verb, i int) int {
	for k := i - 1; k > verb; k-- {
		if s.is(k, ";") {
			return k + 1
		}
		if s.is(k, "while", "whereas", "but") {
			return k + 1
		}
		if s.is(k, "and", "or") {
			if s.is(k-1, ",") {
				return k + 1
			}
			if s.tag(k-1) == language.TagNNP && s.tag(k+1) == language.TagNNP {
				continue
			}
			return k + 1
		}
	}
	return verb + 1
}

// hasSubject reports whether a parenthesis that closes before j has a noun
// phrase before it: "The Parties, if need be, shall".
func (s *scan) hasSubject(j, left int) bool {
	return s.is(j-1, ",") && s.openComma(j-1, left) > left
}

// isSubordinate reports whether the cue at i stands in a relative or
// conditional clause.
func (s *scan) isSubordinate(subject run, i int) bool {
	j := i
	for j > s.lo && (s.isAdverb(j-1) || s.in(j-1, floating)) {
		j--
	}
	if s.in(j-1, relatives) || s.is(j-1, "that", "as") {
		return true
	}
	if subject.to-subject.from == 1 && s.tag(subject.from) == language.TagPRP && s.isNoun(subject.from-1) && subject.from-1 >= s.lo {
		return true // "the conditions it may specify"
	}
	if n := subject.to - 1; n > subject.from && s.is(n, "it", "they") && s.is(n-1, "as") {
		return true // "such bodies as it may consider fit"
	}
	for k := subject.from; k < subject.to; k++ {
		if (s.in(k, relatives) || s.is(k, "that") && s.tag(k) == language.TagWDT) && !s.finiteBetween(k, subject.to) && !(s.is(k, "which", "that", "who") && s.tag(k+1) == language.TagNN && s.in(k+2, determiners)) {
			return true
		}
	}
	k := subject.from - 1
	for k >= s.lo && (s.isAdverb(k) || s.is(k, "only")) {
		k--
	}
	if s.is(subject.from, "provided") || s.afterCondition(k) {
		return true
	}
	if k > s.lo && s.is(k, ",") && s.opensCondition(k) {
		return true
	}
	if s.is(k, "as") && s.is(k-1, "well") {
		return false
	}
	return k >= s.lo && (s.in(k, subordinators) || s.in(k, relatives) || s.is(k, "that", "what", "how") || s.is(k, "procedure", "means", "extent", "degree") && s.is(k-1, "what", "which"))
}

// afterCondition reports whether a conjunction with a short phrase stands right
// before the subject that begins behind k: "if at any time a Party".
func (s *scan) afterCondition(k int) bool {
	for j := k; j > s.lo-1 && j > k-4 && j >= 0; j-- {
		if s.is(j, "if", "unless", "when", "whenever") {
			return j < k && s.is(j+1, "at", "in", "for", "during", "by", "after", "under")
		}
		if s.isPunct(j) || s.isVerb(j) {
			return false
		}
	}
	return false
}

// opensCondition reports whether the comma at k closes an insertion right
// behind a conjunction: "Where, in accordance with its law, a Party".
func (s *scan) opensCondition(k int) bool {
	for j := k - 1; j > s.lo; j-- {
		if s.is(j, ";", ":") || s.isFinite(j) {
			return false
		}
		if s.is(j, ",") {
			return s.is(j-1, "where", "if", "when", "whenever", "unless", "although")
		}
	}
	return false
}

func (s *scan) finiteBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.isFinite(k) || s.tag(k) == language.TagVBD {
			return true
		}
	}
	return false
}

var determiners = set("the", "a", "an", "each", "any", "no", "every", "all", "such", "this", "these", "that", "those", "their", "its", "either", "neither", "both", "they", "it", "he", "we")

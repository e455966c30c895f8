package resolve

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/gazetteer"
)

// twoOfEach has in three documents two instruments, promises, events and
// persons that the machine takes for one or for two.
var twoOfEach = map[string]string{
	"d1": `@ published: 2031-05-04
[[event:CONSULT=meet;actor=NOR;recipient=FIN;date=2031-05-02|[[mention:person=Ada Berg;affiliation=NOR|Ada Berg]] met [[mention:state=FIN|Finland]]'s minister]] and signed [[mention:instrument=i1;type=declaration;party=NOR;party=FIN|a declaration on pilots of [[date=2031-05-03|3 May 2031]]]].
[[commitment:obligation=transport;layer=assurance;party=NOR;by=Ada Berg|Norway [[cue|will]] [[action|send pilots to the northern harbours]].]]`,
	"d2": `@ published: 2031-05-05
[[event:CONSULT=meet;actor=NOR;recipient=FIN;date=2031-05-02|[[mention:person=Ada Berg;affiliation=NOR|Ada Berg]] met Finland's minister]]. [[mention:instrument=i1;type=declaration;party=NOR;party=FIN|The declaration on pilots of [[date=2031-05-03|3 May 2031]]]] is short.
[[commitment:obligation=transport;layer=assurance;party=NOR;by=Ada Berg|Norway [[cue|will]] [[action|send pilots to northern harbours]].]]`,
	"d3": `@ published: 2031-05-06
[[event:CONSULT=meet;actor=NOR;recipient=SWE;date=2031-05-20|[[mention:person=Adelheid Bergh;affiliation=NOR|Adelheid Bergh]] met Sweden's minister]] on [[mention:instrument=i2;type=treaty;party=NOR;party=SWE|the treaty on lighthouses of [[date=2029-02-01|1 February 2029]]]].
[[commitment:obligation=waters;layer=assurance;party=NOR;by=Adelheid Bergh|Norway [[cue|will]] [[action|repair lighthouses]].]]`,
}

func under(t *testing.T, texts map[string]string, reviews ...Review) *Base {
	t.Helper()
	in := inputs(t, texts)
	slices.SortFunc(in, func(a, b Input) int { return strings.Compare(a.ID, b.ID) })
	b, err := NewJudge(reviews, InPlace).Resolve(func(yield func(*Input) bool) {
		for i := range in {
			if !yield(&in[i]) {
				return
			}
		}
	}, gazetteer.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown returns for each object of a kind the documents that show it.
func shown(t *testing.T, b *Base, kind string) []string {
	t.Helper()
	lists := map[string]any{"instrument": b.Instruments, "commitment": b.Commitments, "event": b.Events, "actor": b.Actors}
	body, err := json.Marshal(lists[kind])
	if err != nil {
		t.Fatal(err)
	}
	var xs []struct {
		ID      string
		Kind    string
		Sources []Source
	}
	if err := json.Unmarshal(body, &xs); err != nil {
		t.Fatal(err)
	}
	var out []string
	ids := map[string]bool{}
	for _, x := range xs {
		if kind == "actor" && x.Kind != "person" {
			continue
		}
		if ids[x.ID] {
			t.Errorf("two objects have the ID %s", x.ID)
		}
		ids[x.ID] = true
		docs := map[string]bool{}
		for _, s := range x.Sources {
			docs[s.Document] = true
		}
		out = append(out, strings.Join(slices.Sorted(maps.Keys(docs)), "+"))
	}
	slices.Sort(out)
	return out
}

// bonded makes a merge or a split of the words of a kind in two sets of
// documents.
func bonded(t *testing.T, b *Base, kind string, a Action, minute, one, two string, change ...func(*Review)) Review {
	t.Helper()
	r := Review{When: "2032-02-01T10:" + minute + ":00.000Z", Who: "ana", Action: a, Kind: kind, Why: "I read both"}
	anchors := func(docs string) []Anchor {
		var out []Anchor
		for _, s := range sourcesOf(b, kind) {
			if strings.Contains(docs, s.Document) {
				out = append(out, Anchor{Document: s.Document, Span: s.Span, Quote: s.Quote})
			}
		}
		return out
	}
	r.Anchors, r.Other = anchors(one), anchors(two)
	for _, c := range change {
		c(&r)
	}
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
	if err := r.Check(); err != nil && two != "" {
		t.Fatal(err)
	}
	return r
}

func sourcesOf(b *Base, kind string) []Source {
	var out []Source
	switch kind {
	case "instrument":
		for _, x := range b.Instruments {
			out = append(out, x.Sources...)
		}
	case "commitment":
		for _, x := range b.Commitments {
			out = append(out, x.Sources...)
		}
	case "event":
		for _, x := range b.Events {
			out = append(out, x.Sources...)
		}
	case "actor":
		for _, x := range b.Actors {
			if x.Kind == "person" {
				out = append(out, x.Sources...)
			}
		}
	}
	return sorted(out)
}

func TestMergeAndSplit(t *testing.T) {
	plain := under(t, twoOfEach)
	for _, kind := range []string{"instrument", "commitment", "event", "actor"} {
		if d := cmp.Diff([]string{"d1+d2", "d3"}, shown(t, plain, kind)); d != "" {
			t.Fatalf("%s: the machine puts other things together:\n%s", kind, d)
		}
		merge := bonded(t, plain, kind, Merge, "01", "d1 d2", "d3")
		split := bonded(t, plain, kind, Split, "02", "d1", "d2")
		later := bonded(t, plain, kind, Split, "03", "d1 d2", "d3")
		again := bonded(t, plain, kind, Merge, "04", "d2", "d1")
		undo := func(minute string, of Review) Review {
			return bonded(t, plain, kind, Undo, minute, "d1", "d3", undoing(of))
		}
		for name, x := range map[string]struct {
			reviews []Review
			want    []string
		}{
			"merge":                      {[]Review{merge}, []string{"d1+d2+d3"}},
			"split":                      {[]Review{split}, []string{"d1", "d2", "d3"}},
			"merge, undone":              {[]Review{merge, undo("10", merge)}, []string{"d1+d2", "d3"}},
			"merge then split":           {[]Review{merge, later}, []string{"d1+d2", "d3"}},
			"split then merge":           {[]Review{split, again}, []string{"d1+d2", "d3"}},
			"split then merge, undone":   {[]Review{split, again, undo("10", again)}, []string{"d1", "d2", "d3"}},
			"merge of all against split": {[]Review{merge, split}, []string{"d1+d3", "d2"}},
		} {
			b := under(t, twoOfEach, x.reviews...)
			if d := cmp.Diff(x.want, shown(t, b, kind)); d != "" {
				t.Errorf("%s: %s:\n%s", kind, name, d)
			}
			for seed := range uint64(5) {
				mixed := append(slices.Clone(x.reviews), x.reviews[0])
				rand.New(rand.NewPCG(seed, 7)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
				if d := cmp.Diff(b, under(t, twoOfEach, mixed...)); d != "" {
					t.Fatalf("%s: %s: the order of arrival matters:\n%s", kind, name, d)
				}
			}
		}
		if got := fmt.Sprint(under(t, twoOfEach, merge)); !strings.Contains(got, "decided by ana: I read both") {
			t.Errorf("%s: no link says who decided", kind)
		}
		if got := fmt.Sprint(under(t, twoOfEach, split)); !strings.Contains(got, "kept apart by ana: I read both") {
			t.Errorf("%s: no link says who kept apart", kind)
		}
		if d := cmp.Diff(plain, under(t, twoOfEach, merge, undo("10", merge), split, undo("11", split))); d != "" {
			t.Errorf("%s: undone, it is another base:\n%s", kind, d)
		}
	}
}

// A document that comes in later joins the side that it is most like, and never
// brings together what a person keeps apart.
func TestSplitHoldsForLaterDocuments(t *testing.T) {
	plain := under(t, twoOfEach)
	more := maps.Clone(twoOfEach)
	more["d0"] = twoOfEach["d1"]
	more["d4"] = twoOfEach["d2"]
	for _, kind := range []string{"instrument", "commitment", "event"} {
		split := bonded(t, plain, kind, Split, "02", "d1", "d2")
		for _, docs := range shown(t, under(t, more, split), kind) {
			if strings.Contains(docs, "d1") && strings.Contains(docs, "d2") {
				t.Errorf("%s: %s is one", kind, docs)
			}
		}
	}
}

// What is split off an instrument that the gazetteer knows is not that one.
func TestSplitOffAWellKnownInstrument(t *testing.T) {
	texts := map[string]string{
		"d1": `[[mention:instrument=un-charter|The UN Charter]] is old.`,
		"d2": `[[mention:instrument=un-charter|The Charter]] of the city was burnt.`,
	}
	plain := under(t, texts)
	if len(plain.Instruments) != 1 || plain.Instruments[0].Known != "un-charter" {
		t.Fatalf("the machine knows it not: %+v", plain.Instruments)
	}
	b := under(t, texts, bonded(t, plain, "instrument", Split, "01", "d1", "d2"))
	known := 0
	for _, x := range b.Instruments {
		if x.Known != "" {
			known++
		}
	}
	if known != 1 {
		t.Errorf("%d instruments are the Charter, want 1: %+v", known, b.Instruments)
	}
}

// One of several mentions that a document has of an instrument is split off:
// within a document they are one, so all of them go, and the rest stays one.
func TestSplitOfOneMention(t *testing.T) {
	mention := `[[mention:instrument=un-charter|The UN Charter]] is old.`
	texts := map[string]string{"d1": mention + " " + mention, "d2": mention, "d3": mention + " " + mention}
	plain := under(t, texts)
	split := bonded(t, plain, "instrument", Split, "01", "d1 d2 d3", "")
	split.Other, split.Anchors = split.Anchors[:1], split.Anchors[1:]
	if err := split.Seal(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"d1", "d2+d3"}, shown(t, under(t, texts, split), "instrument")); d != "" {
		t.Error(d)
	}
}

package resolve

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/gazetteer"
	"pacta/internal/marked"
)

// reportsOfOnePact are three reports of one invented declaration of Ardania
// (ARD) and Belmark (BMK): two give its date, by a day apart, one its year.
var reportsOfOnePact = map[string]string{
	"d1": `@ published: 2031-05-04
[[mention:state=ARD|Ardania]] and Belmark signed [[mention:instrument=i1;type=declaration;party=ARD;party=BMK|a declaration on river navigation of [[date=2031-05-03|3 May 2031]]]].
[[commitment:consideration=transport;layer=text;instrument=i1;party=ARD;party=BMK|“The Parties [[cue|may consider]] [[action|providing each other with pilots on the lower river]].”]]`,
	"d2": `@ published: 2031-05-06
[[mention:instrument=i1;party=ARD;party=BMK|The [[type=agreement|agreement]] on river navigation of [[date=2031-05-04|4 May 2031]]]] has them [[commitment:intention=transport;layer=paraphrase;instrument=i1;party=ARD;party=BMK|[[action|provide each other with pilots]]]].`,
	"d3": `@ published: 2032-01-01
[[mention:instrument=i1;type=declaration;party=ARD;party=BMK|The [[date=2031|2031]] declaration on navigation]] stands beside [[mention:instrument=i2;type=declaration;party=ARD;party=BMK|the declaration of [[date=2029-02-01|1 February 2029]] on fisheries]].`,
}

func inputs(t *testing.T, texts map[string]string) []Input {
	t.Helper()
	var out []Input
	for id, s := range texts {
		c, err := marked.Parse(s)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		out = append(out, Input{ID: id, Published: c.Meta["published"], Genre: c.Meta["genre"], Annotations: c.Annotations})
	}
	return out
}

func TestInstrumentsMeetAcrossReports(t *testing.T) {
	b := Resolve(inputs(t, reportsOfOnePact), gazetteer.Builtin())
	if len(b.Instruments) != 2 {
		t.Fatalf("%d instruments, want 2: %+v", len(b.Instruments), b.Instruments)
	}
	i := slices.IndexFunc(b.Instruments, func(x Instrument) bool { return len(x.Names) == 3 })
	if i < 0 {
		t.Fatalf("no instrument with three names: %+v", b.Instruments)
	}
	x := b.Instruments[i]
	if want := "ARD-BMK-2031-05-03-declaration"; x.ID != want {
		t.Errorf("ID %q, want %q", x.ID, want)
	}
	var dates []string
	for _, c := range x.Signed {
		dates = append(dates, string(c.Value))
	}
	if d := cmp.Diff([]string{"2031-05-03", "2031-05-04"}, dates); d != "" {
		t.Errorf("the year is no third date:\n%s", d)
	}
	if len(x.Links) == 0 || x.Links[0].Reason == "" {
		t.Errorf("links without a reason: %+v", x.Links)
	}
}

func TestParaphraseIsOneCommitment(t *testing.T) {
	b := Resolve(inputs(t, reportsOfOnePact), gazetteer.Builtin())
	if len(b.Commitments) != 1 {
		t.Fatalf("%d commitments, want 1: %+v", len(b.Commitments), b.Commitments)
	}
	c := b.Commitments[0]
	if c.Modality != "consideration" || c.Layer != "text" || len(c.Sources) != 2 || len(c.Modalities) != 2 {
		t.Errorf("got %+v, want the quoted words with both modalities", c)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	in := inputs(t, reportsOfOnePact)
	want, _ := json.Marshal(Resolve(in, gazetteer.Builtin()))
	for range 20 {
		rand.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		if got, _ := json.Marshal(Resolve(in, gazetteer.Builtin())); string(got) != string(want) {
			t.Fatalf("order of arrival changes the base:\n%s\n%s", want, got)
		}
	}
}

func TestOtherPartiesOrSubjectsStayApart(t *testing.T) {
	for name, texts := range map[string][2]string{
		"parties": {
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2031-05-03|the treaty on navigation]]`,
			`[[mention:instrument=i1;type=treaty;party=CEN;party=DOR;date=2031-05-03|the treaty on navigation]]`},
		"years": {
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2031|the 2031 treaty on navigation]]`,
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2027|the 2027 treaty on navigation]]`},
		"standing": {
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;status=prospective|a peace treaty]]`,
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;status=signed;date=2031|the 2031 peace treaty]]`},
		"types": {
			`[[mention:instrument=i1;type=protocol;party=ARD;party=BMK;date=2031-05-03|the protocol on pilots]]`,
			`[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2031-05-03|the treaty on borders]]`},
	} {
		b := Resolve(inputs(t, map[string]string{"d1": texts[0], "d2": texts[1]}), gazetteer.Builtin())
		if len(b.Instruments) != 2 {
			t.Errorf("%s: %d instruments, want 2", name, len(b.Instruments))
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, pair := range [][2]string{{"Sergei Orlov", "Sergey Orlov"}, {"Dmitriy Veld", "Dmitry Veld"}, {"Ömer Çelen", "Omer Celen"}, {"Mikhail O’Bann", "Mikail OBann"}} {
		if a, b := skeleton(pair[0]), skeleton(pair[1]); a != b {
			t.Errorf("skeleton(%q) = %q, skeleton(%q) = %q", pair[0], a, pair[1], b)
		}
	}
	if skeleton("Ana Brun") == skeleton("Ida Brun") {
		t.Error("two people of one surname are one")
	}
}

func TestSurnameJoinsItsOnlyBearer(t *testing.T) {
	one := map[string]string{
		"d1": `[[mention:person=Ana Brun;office=foreign-minister;affiliation=ARD|Ana Brun]] spoke.`,
		"d2": `[[mention:person=Brun|Brun]] spoke.`,
	}
	if b := Resolve(inputs(t, one), gazetteer.Builtin()); len(b.Actors) != 1 || b.Actors[0].Name != "Ana Brun" {
		t.Errorf("got %+v, want Ana Brun alone", b.Actors)
	}
	one["d3"] = `[[mention:person=Ida Brun;affiliation=BMK|Ida Brun]] spoke.`
	if b := Resolve(inputs(t, one), gazetteer.Builtin()); len(b.Actors) != 3 {
		t.Errorf("got %+v, want two persons and a surname that may be either", b.Actors)
	}
}

func TestOneEventManyReports(t *testing.T) {
	b := Resolve(inputs(t, map[string]string{
		"d1": `[[event:CONSULT=meet;actor=ARD/GOV;recipient=BMK/GOV;date=2031-05-03|The ministers met.]]`,
		"d2": `[[event:CONSULT=meet;actor=BMK/GOV;actor=ARD;date=2031-05-04|They held talks.]]`,
		"d3": `[[event:CONSULT=meet;actor=ARD/GOV;actor=BMK/GOV;date=2031-09-09|They met again.]] [[event:CONSULT;actor=ARD;actor=BMK;date=2031-05-03;factuality=planned|They will meet.]]`,
	}), gazetteer.Builtin())
	var reports []int
	for _, e := range b.Events {
		reports = append(reports, e.Reports)
	}
	slices.Sort(reports)
	if d := cmp.Diff([]int{1, 1, 2}, reports); d != "" {
		t.Errorf("reports of each event (-want +got):\n%s", d)
	}
}

func TestPlaceIsNotItsState(t *testing.T) {
	b := Resolve(inputs(t, map[string]string{
		"d1": `[[mention:state=SWE|Sweden]] met in [[mention:place=SWE|Rosenbad]].`,
	}), gazetteer.Builtin())
	var ids []string
	for _, a := range b.Actors {
		ids = append(ids, a.ID)
	}
	if d := cmp.Diff([]string{"SWE", "place:rosenbad"}, ids); d != "" {
		t.Errorf("actors (-want +got):\n%s", d)
	}
}

func TestWellKnownInstruments(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"by name":         {`[[mention:instrument=simla-agreement;type=agreement|the Simla Agreement]]`, "simla-agreement"},
		"by day, parties": {`[[mention:instrument=i1;type=treaty;party=IND;party=PAK;date=1960-09-19|the water treaty]]`, "indus-waters-treaty"},
		"other year":      {`[[mention:instrument=simla-agreement;type=agreement;party=IND;party=PAK;date=2031-02-02|the Simla agreement of 2031]]`, ""},
		"other parties":   {`[[mention:instrument=i1;type=treaty;party=IND;party=NPL;date=1960-09-19|the water treaty]]`, ""},
		"other sort":      {`[[mention:instrument=i1;type=protocol;party=IND;party=PAK;date=1960-09-19|the protocol]]`, ""},
	} {
		b := Resolve(inputs(t, map[string]string{"d1": c.text}), gazetteer.Builtin())
		if len(b.Instruments) != 1 || string(b.Instruments[0].Known) != c.want {
			t.Errorf("%s: got %+v, want known %q", name, b.Instruments, c.want)
		}
	}
}

// A signing happens once: a year, a week and a day that overlap are one event
// with the finest date. Ratifications are one for each party.
func TestStepsOfAnInstrument(t *testing.T) {
	const pact = `[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2031-05-03|the treaty of Ardania and Belmark]] `
	b := Resolve(inputs(t, map[string]string{
		"d1": pact + `[[life:signed;instrument=i1;date=2031|They signed it in 2031.]]`,
		"d2": pact + `[[life:signed;instrument=i1;date=2031-05-03|They signed it on Saturday.]] [[life:ratified;instrument=i1;party=ARD;date=2031-07-01|Ardania ratified it.]]`,
		"d3": pact + `[[life:signed;instrument=i1|They signed it.]] [[life:ratified;instrument=i1;party=BMK;date=2031-07-01|Belmark ratified it.]]`,
	}), gazetteer.Builtin())
	var got []string
	for _, e := range b.Events {
		got = append(got, string(e.Life)+" "+string(e.Date)+" "+itoa(e.Reports))
	}
	slices.Sort(got)
	if d := cmp.Diff([]string{"ratified 2031-07-01 1", "ratified 2031-07-01 1", "signed 2031-05-03 3"}, got); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
	var status []string
	for _, x := range b.Instruments[0].Status {
		status = append(status, x.State+" "+string(x.Date)+" "+string(x.Party)+" "+itoa(len(x.Sources)))
	}
	if d := cmp.Diff([]string{"signed 2031-05-03  3", "ratified 2031-07-01 ARD 1", "ratified 2031-07-01 BMK 1"}, status); d != "" {
		t.Errorf("status (-want +got):\n%s", d)
	}
}

func TestProperName(t *testing.T) {
	for in, want := range map[string]string{
		"the Dorn Declaration": "dorn declaration", "DORN DECLARATION": "dorn declaration", "The Treaty": "", "the declaration on navigation": "",
		"Treaty on the Lower River": "treaty on the lower river", "The Agreement of March": "",
	} {
		if got := properName(in); got != want {
			t.Errorf("properName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOneProperName(t *testing.T) {
	b := Resolve(inputs(t, map[string]string{
		"d1": `[[mention:instrument=i1;type=declaration;party=ARD;party=BMK;date=2031-05-03|the Dorn Declaration]]`,
		"d2": `[[mention:instrument=i1;type=declaration|DORN DECLARATION]]`,
		"d3": `[[mention:instrument=i1;type=declaration;party=CEN;party=DOR;date=2019-01-01|the Dorn Declaration]]`,
	}), gazetteer.Builtin())
	if len(b.Instruments) != 2 {
		t.Errorf("%d instruments, want 2: two declarations of one name and other parties stay apart", len(b.Instruments))
	}
}

// BenchmarkInstruments resolves the mentions of many reports of few
// instruments, as a large base has them.
func BenchmarkInstruments(b *testing.B) {
	words := []string{"fisheries", "navigation", "extradition", "visas", "pilots", "transit", "energy", "customs"}
	var in []Input
	for i := range 5000 {
		w := words[i%len(words)]
		c, err := marked.Parse(fmt.Sprintf(`[[mention:instrument=i1;type=treaty;party=ARD;party=B%02d;date=20%02d-05-%02d|the treaty on %s]] and [[mention:instrument=i2;type=agreement|an agreement on %s]]`,
			i%40, i%30, 1+i%28, w, words[i%7]))
		if err != nil {
			b.Fatal(err)
		}
		in = append(in, Input{ID: fmt.Sprintf("d%05d", i), Annotations: c.Annotations})
	}
	b.ResetTimer()
	for b.Loop() {
		Resolve(in, gazetteer.Builtin())
	}
	b.ReportMetric(float64(len(in)*b.N)/b.Elapsed().Seconds(), "documents/s")
}

// TestInstrumentNames joins what two reports call an instrument, or keeps it
// apart: each case is two reports of one instrument each.
func TestInstrumentNames(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       int
	}{
		{"nickname", `[[mention:instrument=i1;type=agreement|the Lakeside agreement]]`, `[[mention:instrument=i1;type=agreement|The Lakeside agreement of [[date=2031-05-03|3 May 2031]]]]`, 1},
		{"nickname of two years", `[[mention:instrument=i1;type=agreement|the Lakeside agreement of [[date=2029-05-03|3 May 2029]]]]`, `[[mention:instrument=i1;type=agreement|The Lakeside agreement of [[date=2031-05-03|3 May 2031]]]]`, 2},
		{"nickname of a state", `[[mention:instrument=i1;type=agreement|the [[mention:state=CHE|Swiss]] agreement]]`, `[[mention:instrument=i1;type=agreement|the [[mention:state=CHE|Swiss]] agreement]]`, 2},
		{"rare words", `[[mention:instrument=i1;type=agreement|an agreement on the revival of the salt caravan]]`, `[[mention:instrument=i1;type=agreement;party=ARD;party=BMK|the agreement on the salt caravan]]`, 1},
		{"ordinary words", `[[mention:instrument=i1;type=agreement|an agreement on trade and cooperation]]`, `[[mention:instrument=i1;type=agreement;party=ARD;party=BMK|the agreement on trade and cooperation]]`, 2},
		{"names of parties are no subject", `[[mention:instrument=i1;type=memorandum|the memorandum between [[party=ARD|Ardania]] and [[party=BMK|Belmark]]]]`, `[[mention:instrument=i1;type=memorandum;party=ARD;party=BMK|a memorandum on harbour dues]]`, 1},
		{"no instrument", `[[mention:instrument=i1;type=treaty;status=generic|another treaty]]`, `[[mention:instrument=i1;type=treaty|the Lakeside treaty]]`, 1},
	} {
		got := Resolve(inputs(t, map[string]string{"d1": c.a, "d2": c.b}), gazetteer.Builtin()).Instruments
		if len(got) != c.want {
			t.Errorf("%s: %d instruments, want %d: %+v", c.name, len(got), c.want, got)
		}
	}
}

func TestBareMentionIsALead(t *testing.T) {
	b := Resolve(inputs(t, map[string]string{"d1": `[[mention:instrument=i1;type=agreement;party=ARD|the agreement]]`}), gazetteer.Builtin())
	if len(b.Instruments) != 1 || b.Instruments[0].Standing != "lead" {
		t.Errorf("got %+v, want a lead", b.Instruments)
	}
}

// What an instrument's own text says of its parties and type comes before what
// more reports say.
func TestOwnTextComesFirst(t *testing.T) {
	texts := map[string]string{"own": `@ genre: treaty
[[mention:instrument=i1;type=treaty;party=ARD;party=BMK;date=2031-05-03|Treaty on river navigation]]

[[mention:instrument=i2;type=charter;date=1999-01-01|the Harbour Charter]] stays untouched.`}
	for _, id := range []string{"r1", "r2", "r3"} {
		texts[id] = `[[mention:instrument=i1;type=agreement;party=ARD;party=BMK;party=CDL|The agreement on river navigation of [[date=2031-05-03|3 May 2031]]]] holds.`
	}
	for _, x := range Resolve(inputs(t, texts), gazetteer.Builtin()).Instruments {
		switch own := x.Text == "own"; {
		case !own && len(x.Sources) > 1:
			t.Errorf("%s does not know its own text: %+v", x.Title, x)
		case own && (x.Type != "treaty" || !slices.Equal(x.Parties, []string{"ARD", "BMK"})):
			t.Errorf("of type %s between %v, not as its own text has it", x.Type, x.Parties)
		case own && strings.Contains(x.Title, "Harbour"):
			t.Errorf("%s is not what the text is of", x.Title)
		}
	}
}

// A name that only points at what stands near it is no title.
func TestTitleDoesNotPoint(t *testing.T) {
	in := inputs(t, map[string]string{"own": `@ genre: treaty
[[mention:instrument=i1;type=agreement;party=NOR;party=SWE|This Agreement on the rules of procedure of its council]] was done in two copies.`})
	for title, want := range map[string]string{"Accord on Salt": "Accord on Salt", "": "agreement between Norway and Sweden"} {
		in[0].Title = title
		if got := Resolve(in, gazetteer.Builtin()).Instruments[0].Title; got != want {
			t.Errorf("with the title %q of its text: %q, want %q", title, got, want)
		}
	}
}

package resolve

import (
	"testing"

	"pacta/gazetteer"
)

// Three papers print one wire report, a fourth has asked itself.
func TestCopiesCountOnce(t *testing.T) {
	const wire = `[[mention:instrument=i1;type=treaty;party=ARD;party=BMK|The treaty on navigation of [[date=2031-05-03|3 May]]]]. [[event:CONSULT=meet;actor=ARD;recipient=BMK;date=2031-05-03|They met.]]
[[commitment:obligation;layer=text;instrument=i1;party=ARD|“Ardania [[cue|shall]] [[action|open the lower crossing at noon]].”]]`
	in := inputs(t, map[string]string{"d1": wire, "d2": wire, "d3": wire, "d4": wire})
	for i := range in {
		if in[i].ID != "d4" {
			in[i].Group = "d1"
		}
	}
	b := Resolve(in, gazetteer.Builtin())
	if e := b.Events[0]; e.Reports != 4 || e.Texts != 2 {
		t.Errorf("event in %d reports, %d texts, want 4 and 2", e.Reports, e.Texts)
	}
	if c := b.Commitments[0]; c.Reports != 4 || c.Texts != 2 || c.Modalities[0].Texts != 2 {
		t.Errorf("commitment in %d reports, %d texts, modality in %d, want 4, 2 and 2", c.Reports, c.Texts, c.Modalities[0].Texts)
	}
	if d := b.Instruments[0].Signed[0]; d.Count != 4 || d.Texts != 2 {
		t.Errorf("date in %d sources, %d texts, want 4 and 2", d.Count, d.Texts)
	}
}

// What many documents tell is listed 50 times and counted whole; all sources
// are there for whoever asks by document.
func TestSourcesAreCapped(t *testing.T) {
	const text = `[[commitment:obligation;layer=text;party=ARD|“Ardania [[cue|shall]] [[action|open the lower crossing at noon]].”]]`
	texts := map[string]string{}
	for i := range 60 {
		texts["d"+itoa(100+i)] = text
	}
	b := Resolve(inputs(t, texts), gazetteer.Builtin())
	if c := b.Commitments[0]; len(c.Sources) != keep || len(c.Shown) != 60 || c.Reports != 60 {
		t.Errorf("%d listed, %d shown, %d reports, want %d, 60, 60", len(c.Sources), len(c.Shown), c.Reports, keep)
	}
}

func TestGovernmentIsNoPlace(t *testing.T) {
	for text, want := range map[string]Value{
		`[[mention:instrument=i1;type=declaration;party=ARD;party=BMK|the declaration with [[place=Vadstad|Vadstad]] of [[date=2031-05-03|3 May]]]]`:      "",
		`[[mention:instrument=i1;type=declaration;party=ARD;party=BMK|the declaration signed in [[place=Vadstad|Vadstad]] on [[date=2031-05-03|3 May]]]]`: "Vadstad",
	} {
		b := Resolve(inputs(t, map[string]string{"d1": text}), gazetteer.Builtin())
		if got := b.Instruments[0].Place; got != want {
			t.Errorf("%s: place %q, want %q", text, got, want)
		}
	}
}

// An instrument that a base knows everything of stays short: it lists the steps
// that most sources tell of.
func TestManySteps(t *testing.T) {
	texts := map[string]string{}
	step := func(id, day string) {
		texts[id] = `[[mention:instrument=simla-agreement;type=agreement|the Simla Agreement]] [[life:suspended;instrument=simla-agreement;party=IND;date=` + day + `|India suspended it.]]`
	}
	for i := range 240 {
		step("d"+itoa(100+i), itoa(2001+i/12)+"-11-"+itoa(10+i%12))
	}
	step("e1", "2040-01-01")
	step("e2", "2040-01-01")
	x := Resolve(inputs(t, texts), gazetteer.Builtin()).Instruments[0]
	if x.Steps != 241 || len(x.Status) != manySteps {
		t.Fatalf("%d of %d steps listed, want %d of 241", len(x.Status), x.Steps, manySteps)
	}
	if last := x.Status[manySteps-1]; last.Date != "2040-01-01" || last.Count != 2 {
		t.Errorf("last is %+v, want the one that two sources tell of", last)
	}
}

func TestFewer(t *testing.T) {
	many := make([]Source, keep)
	for values, want := range map[int]int{2: keep, 10: 20, 100: 3} {
		cs := make([]Claim, values)
		for i := range cs {
			cs[i].Sources = many
		}
		if got := len(fewer(cs)[values-1].Sources); got != want {
			t.Errorf("of %d values each lists %d sources, want %d", values, got, want)
		}
	}
}

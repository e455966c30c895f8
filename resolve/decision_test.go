package resolve

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
	"pacta/gazetteer"
)

// decided makes a review of a record at a minute of one day.
func decided(t *testing.T, minute string, who string, a Action, c *Commitment, change func(*Review)) Review {
	t.Helper()
	r := Review{When: "2032-02-01T10:" + minute + ":00.000Z", Who: who, Action: a, Kind: "commitment", Type: c.Modality, Label: string(c.Action), Record: c.ID}
	for _, s := range c.Sources {
		r.Anchors = append(r.Anchors, Anchor{Document: s.Document, Span: s.Span, Quote: s.Quote})
	}
	if change != nil {
		change(&r)
	}
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	return r
}

func valued(field, before, after string) func(*Review) {
	return func(r *Review) {
		r.Field, r.Before, r.After = field, json.RawMessage(before), json.RawMessage(after)
	}
}

func undoing(of Review) func(*Review) { return func(r *Review) { r.Undoes = of.ID } }

// judgedBase resolves the reports of one pact under reviews.
func judgedBase(t *testing.T, reviews ...Review) (*Base, *Judge) {
	t.Helper()
	b := Resolve(inputs(t, reportsOfOnePact), gazetteer.Builtin())
	j := NewJudge(reviews, InPlace)
	if err := j.Base(b); err != nil {
		t.Fatal(err)
	}
	return b, j
}

func TestReviewsTakeEffect(t *testing.T) {
	plain, _ := judgedBase(t)
	c := &plain.Commitments[0]
	accept := decided(t, "01", "ana", Accept, c, nil)
	reject := decided(t, "02", "ben", Reject, c, nil)
	edit := decided(t, "03", "ana", Edit, c, valued("modality", `"consideration"`, `"permission"`))
	note := decided(t, "04", "ben", Note, c, func(r *Review) { r.Why = "see the annex" })
	again := decided(t, "05", "ana", Accept, c, nil)
	for name, x := range map[string]struct {
		reviews  []Review
		state    Verdict
		modality string
		by       string
	}{
		"none":                 {nil, ByMachine, "consideration", ""},
		"accepted":             {[]Review{accept}, Accepted, "consideration", "ana"},
		"the later wins":       {[]Review{reject, accept}, Rejected, "consideration", "ben"},
		"edited":               {[]Review{accept, edit}, Edited, "permission", "ana"},
		"a note decides not":   {[]Review{note}, ByMachine, "consideration", ""},
		"accepted as edited":   {[]Review{again, edit}, Edited, "permission", "ana"},
		"edit of the rejected": {[]Review{reject, edit}, Edited, "permission", "ana"},
		"undone":               {[]Review{accept, decided(t, "06", "ben", Undo, c, undoing(accept))}, ByMachine, "consideration", ""},
	} {
		b, _ := judgedBase(t, x.reviews...)
		got := b.Commitments[0]
		by := ""
		if got.Review != nil {
			by = got.Review.By
		}
		if got.State != x.state || got.Modality != x.modality || by != x.by {
			t.Errorf("%s: %s %s by %q, want %s %s by %q", name, got.State, got.Modality, by, x.state, x.modality, x.by)
		}
		if got.State == Edited && string(got.Review.Machine["modality"]) != `"consideration"` {
			t.Errorf("%s: the machine's own value is lost: %v", name, got.Review.Machine)
		}
		if err := Unreviewed(&b.Commitments[0]); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(*c, b.Commitments[0]); d != "" {
			t.Errorf("%s: taken back it is another record:\n%s", name, d)
		}
	}
}

// Whatever the order in which reviews arrive, and however often: one base.
func TestReviewsInAnyOrder(t *testing.T) {
	plain, _ := judgedBase(t)
	c := &plain.Commitments[0]
	accept := decided(t, "01", "ana", Accept, c, nil)
	edit := decided(t, "02", "ana", Edit, c, valued("action", `"providing each other with pilots on the lower river"`, `"sharing pilots"`))
	rival := decided(t, "02", "ben", Edit, c, valued("action", `"providing each other with pilots on the lower river"`, `"lending pilots"`))
	undo := decided(t, "04", "ben", Undo, c, undoing(accept))
	redo := decided(t, "05", "ana", Undo, c, undoing(undo))
	reviews := []Review{accept, edit, rival, undo, redo}
	want, j := judgedBase(t, reviews...)
	if got := j.Conflicts(); len(got) != 1 || got[0].Field != "action" {
		t.Errorf("conflicts %+v, want one about the action", got)
	}
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 3))
		mixed := append(slices.Clone(reviews), reviews[r.IntN(len(reviews))])
		r.Shuffle(len(mixed), func(i, k int) { mixed[i], mixed[k] = mixed[k], mixed[i] })
		got, _ := judgedBase(t, mixed...)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("seed %d:\n%s", seed, d)
		}
	}
}

func TestUndoOfUndo(t *testing.T) {
	plain, _ := judgedBase(t)
	c := &plain.Commitments[0]
	chain := []Review{decided(t, "01", "ana", Reject, c, nil)}
	for i, want := range []Verdict{Rejected, ByMachine, Rejected, ByMachine, Rejected} {
		b, _ := judgedBase(t, chain...)
		if got := b.Commitments[0].State; got != want {
			t.Errorf("after %d undos: %s, want %s", i, got, want)
		}
		chain = append(chain, decided(t, "1"+string(rune('0'+i)), "ana", Undo, c, undoing(chain[i])))
	}
	// Two people undo the same; one of them takes it back: it stays undone.
	first := decided(t, "01", "ana", Reject, c, nil)
	a, b := decided(t, "02", "ana", Undo, c, undoing(first)), decided(t, "03", "ben", Undo, c, undoing(first))
	got, _ := judgedBase(t, first, a, b, decided(t, "04", "ana", Undo, c, undoing(a)))
	if got.Commitments[0].State != ByMachine {
		t.Errorf("state %s, want it still undone by ben", got.Commitments[0].State)
	}
}

func TestConflictsAreSettledBySeeing(t *testing.T) {
	plain, _ := judgedBase(t)
	c := &plain.Commitments[0]
	one := decided(t, "01", "ana", Edit, c, valued("area", `"transport"`, `"waters"`))
	two := decided(t, "02", "ben", Edit, c, valued("area", `"transport"`, `"trade"`))
	seen := decided(t, "03", "ana", Edit, c, valued("area", `"trade"`, `"transport"`))
	sequence := decided(t, "04", "ben", Edit, c, valued("area", `"waters"`, `"trade"`))
	accept := decided(t, "05", "ana", Accept, c, valued("", `"machine"`, `"accepted"`))
	reject := decided(t, "06", "ben", Reject, c, valued("", `"machine"`, `"rejected"`))
	for name, x := range map[string]struct {
		reviews []Review
		want    int
	}{
		"without seeing": {[]Review{one, two}, 1}, "settled": {[]Review{one, two, seen}, 0}, "in sequence": {[]Review{one, sequence}, 0},
		"states": {[]Review{accept, reject}, 1}, "the same twice": {[]Review{accept, decided(t, "07", "ben", Accept, c, valued("", `"machine"`, `"accepted"`))}, 0},
		"rejected unseen": {[]Review{one, reject}, 1},
	} {
		if _, j := judgedBase(t, x.reviews...); len(j.Conflicts()) != x.want {
			t.Errorf("%s: %d conflicts, want %d", name, len(j.Conflicts()), x.want)
		}
	}
}

// What no longer anchors is an orphan and changes nothing.
func TestOrphans(t *testing.T) {
	plain, _ := judgedBase(t)
	c := &plain.Commitments[0]
	lost := decided(t, "01", "ana", Reject, c, func(r *Review) {
		r.Anchors = []Anchor{{Document: "d1", Span: pacta.Span{Start: 0, End: 4}, Quote: "Arda"}}
		r.Record = "c000000000000"
	})
	got, j := judgedBase(t, lost)
	if d := cmp.Diff(plain, got); d != "" {
		t.Error(d)
	}
	if p := j.Places(); len(p) != 1 || p[0].Record != "" || p[0].Why == "" {
		t.Errorf("places %+v, want an orphan with a reason", p)
	}
	nowhere := NewJudge([]Review{decided(t, "01", "ana", Reject, c, nil)}, func(*Anchor) (Source, bool) { return Source{}, false })
	if err := nowhere.Base(got); err != nil {
		t.Fatal(err)
	}
	if p := nowhere.Places(); p[0].Record != "" || !strings.Contains(p[0].Why, "no document") {
		t.Errorf("places %+v", p)
	}
}

// A later version that draws the bounds elsewhere or calls it otherwise still
// has the same record.
func TestReviewsSurviveReanalysis(t *testing.T) {
	plain, _ := judgedBase(t)
	reject := decided(t, "01", "ana", Reject, &plain.Commitments[0], nil)
	texts := map[string]string{}
	for id, s := range reportsOfOnePact {
		s = strings.Replace(s, "commitment:consideration=transport;layer=text", "commitment:permission=waters;layer=text", 1)
		texts[id] = strings.Replace(s, "pilots on the lower river]].”]]", "pilots on the lower]] river]].”", 1)
	}
	b := Resolve(inputs(t, texts), gazetteer.Builtin())
	if len(b.Commitments) != 1 || b.Commitments[0].ID == plain.Commitments[0].ID || b.Commitments[0].Modality != "permission" {
		t.Fatalf("the analysis is no other: %+v", b.Commitments)
	}
	if err := NewJudge([]Review{reject}, InPlace).Base(b); err != nil {
		t.Fatal(err)
	}
	if b.Commitments[0].State != Rejected {
		t.Errorf("state %s, want rejected", b.Commitments[0].State)
	}
}

func TestWithoutRejected(t *testing.T) {
	plain, _ := judgedBase(t)
	b, _ := judgedBase(t, decided(t, "01", "ana", Reject, &plain.Commitments[0], nil))
	if n := len(b.WithoutRejected().Commitments); n != 0 || len(b.Commitments) != 1 {
		t.Errorf("%d of %d commitments are upheld, want 0 of 1", n, len(b.Commitments))
	}
}

func TestAnchorIsFoundAgain(t *testing.T) {
	text := "Ardania spoke first. Then Ardania and Belmark agreed on pilots. Ardania left.\n"
	a := AnchorOf(Source{"d1", pacta.Span{Start: 26, End: 33}, "Ardania"}, "", "", text)
	for name, x := range map[string]struct {
		text string
		want int
	}{
		"same text":      {text, 26},
		"words before":   {"A headline. " + text, 38},
		"white space":    {strings.ReplaceAll(text, " ", "\n"), 26},
		"words are gone": {"Nothing of it.", -1},
		"any of many":    {"Ardania, Ardania and again Ardania: nothing around it is as it was", -1},
		"one is left":    {"Only Ardania was mentioned.", 5},
	} {
		got, ok := a.In(x.text)
		if ok != (x.want >= 0) || ok && got.Start != x.want {
			t.Errorf("%s: at %d, %v; want %d", name, got.Start, ok, x.want)
		}
		if ok && strings.Join(strings.Fields(got.Of(x.text)), " ") != a.Quote {
			t.Errorf("%s: found %q", name, got.Of(x.text))
		}
	}
}

func TestEditsAreChecked(t *testing.T) {
	for _, x := range []struct {
		kind, field, typed, want string
	}{
		{"commitment", "modality", "permission", `"permission"`},
		{"commitment", "modality", "promise", ""},
		{"commitment", "modality", "", ""},
		{"commitment", "parties", "NOR, FIN", `["NOR","FIN"]`},
		{"commitment", "parties", "", `[]`},
		{"commitment", "parties", "QQQ", ""},
		{"commitment", "parties", "the river commission", `["the river commission"]`},
		{"event", "actors", "NOR/GOV", `["NOR/GOV"]`},
		{"event", "type", "AGREE", `"AGREE"`},
		{"event", "life", "", `""`},
		{"instrument", "date", "2031-05-03", `"2031-05-03"`},
		{"instrument", "date", "3 May", ""},
		{"instrument", "paragraphs", "43", `43`},
		{"instrument", "paragraphs", "", `null`},
		{"instrument", "paragraphs", "many", ""},
		{"instrument", "paragraphs", "-1", ""},
		{"instrument", "id", "x", ""},
		{"statement", "stance", "claims kept", `"claims kept"`},
		{"tension", "level", "low", `"low"`},
	} {
		e, err := EditableOf(x.kind, x.field)
		var got json.RawMessage
		if err == nil {
			got, err = e.Parse(x.typed)
		}
		if (err == nil) != (x.want != "") || err == nil && string(got) != x.want || err != nil && !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("%s.%s = %q: %s, %v; want %s", x.kind, x.field, x.typed, got, err, x.want)
		}
	}
}

// Every field that can be edited is one of the record's JSON, and takes a value
// of its shape.
func TestEditablesFitTheObjects(t *testing.T) {
	b, _ := judgedBase(t)
	objects := map[string]any{"actor": b.Actors[0], "instrument": b.Instruments[0], "provision": Provision{}, "commitment": b.Commitments[0],
		"statement": Statement{}, "event": Event{}, "fulfilment": Fulfilment{}}
	for kind, x := range objects {
		body, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range Editables(kind) {
			v, err := FieldOf(body, e)
			if err != nil || v == nil {
				t.Errorf("%s.%s: %v", kind, e.Name, err)
			}
			if e.Shape == Choice && len(e.Choices) == 0 {
				t.Errorf("%s.%s has no choices", kind, e.Name)
			}
		}
	}
	x := b.Instruments[0]
	r := Review{ID: "r1", Action: Edit, Who: "ana", Field: "date", After: json.RawMessage(`"2031-05-04"`)}
	if err := Apply("instrument", &x, []*Review{&r}); err != nil {
		t.Fatal(err)
	}
	if len(x.Signed) != 1 || x.Signed[0].Value != "2031-05-04" || x.Signed[0].By != "ana" || len(x.Signed[0].Sources) == 0 || x.Review.Machine["signed"] == nil {
		t.Errorf("signed %+v, machine's %s", x.Signed, x.Review.Machine["signed"])
	}
}

func TestTamperedReviewIsRefused(t *testing.T) {
	plain, _ := judgedBase(t)
	r := decided(t, "01", "ana", Accept, &plain.Commitments[0], nil)
	r.Who = "somebody else"
	if err := r.Check(); !errors.Is(err, pacta.ErrInvalid) {
		t.Errorf("a changed review passes: %v", err)
	}
}

func FuzzAnchorIn(f *testing.F) {
	f.Add("Ardania and Belmark agreed.", 0, 7, "x Ardania and Belmark")
	f.Fuzz(func(t *testing.T, text string, start, end int, other string) {
		if start < 0 || end > len(text) || start >= end {
			return
		}
		a := AnchorOf(Source{"d", pacta.Span{Start: start, End: end}, text[start:end]}, "", "", text)
		if s, ok := a.In(text); !ok || s != a.Span {
			t.Errorf("in its own text at %v, %v", s, ok)
		}
		if s, ok := a.In(other); ok && !slices.Equal(strings.Fields(s.Of(other)), strings.Fields(a.Quote)) {
			t.Errorf("found %q for %q", s.Of(other), a.Quote)
		}
	})
}

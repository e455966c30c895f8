package reason

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/resolve"
)

func claim(value string, count int) resolve.Claim {
	c := resolve.Claim{Value: resolve.Value(value), Count: count}
	for i := range count { // each in a document of its own
		c.Sources = append(c.Sources, resolve.Source{Document: fmt.Sprint(value, i)})
	}
	return c
}

func discrepancies(b *resolve.Base, m ...Metadata) map[string]Discrepancy {
	out := map[string]Discrepancy{}
	for _, d := range Find(b, m).Discrepancies {
		out[d.Attribute] = d
	}
	return out
}

func TestInstrumentDiscrepancies(t *testing.T) {
	got := discrepancies(&resolve.Base{Instruments: []resolve.Instrument{{
		ID:     "ARD-BMK",
		Signed: []resolve.Claim{claim("2031-05-03", 1), claim("2031-05-04", 2)},
		Attributes: []resolve.Claimed{
			{Attribute: "type", Values: []resolve.Claim{claim("declaration", 3), claim("agreement", 1)}},
			{Attribute: "parties", Values: []resolve.Claim{claim("ARD BMK", 3), claim("ARD", 1)}},
			{Attribute: "paragraphs", Values: []resolve.Claim{claim("12", 1)}},
		},
	}}})
	if d := got["date"]; d.Level != Serious || d.Preferred != "2031-05-04" || len(d.Positions) != 2 {
		t.Errorf("date: %+v, want the majority's day before the other", d)
	}
	if d := got["type"]; d.Level != Mild || d.Preferred != "declaration" {
		t.Errorf("type: %+v, want a mild one", d)
	}
	if _, ok := got["parties"]; ok {
		t.Error("a report that names one party of two contradicts nobody")
	}
	if _, ok := got["paragraphs"]; ok {
		t.Error("one value is no disagreement")
	}
}

func TestDateLevel(t *testing.T) {
	for _, c := range []struct {
		a, b, want string
	}{
		{"2031-05-03", "2031-05-04", Serious},
		{"2031-05-03/2031-05-04", "2031-05-04", Mild},
	} {
		if got := dateLevel([]resolve.Claim{claim(c.a, 1), claim(c.b, 1)}); got != c.want {
			t.Errorf("dateLevel(%s, %s) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestModalityDiscrepancy(t *testing.T) {
	got := discrepancies(&resolve.Base{Commitments: []resolve.Commitment{{
		ID: "c1", Modality: "consideration", Modalities: []resolve.Claim{claim("intention", 2), claim("consideration", 1)},
	}}})
	d := got["modality"]
	if d.Level != Serious || d.Preferred != "consideration" || d.Rule != byFirmest {
		t.Errorf("%+v, want the instrument's own words first", d)
	}
}

func TestPublicationDiscrepancy(t *testing.T) {
	got := discrepancies(&resolve.Base{}, Metadata{Document: "d1", Taken: claim("2019-12-04", 1), Rejected: []resolve.Claim{claim("2024-07-23", 1)}},
		Metadata{Document: "d2", Taken: claim("2019-12-04", 1)})
	want := []resolve.Claim{claim("2019-12-04", 1), claim("2024-07-23", 1)}
	if d := cmp.Diff(want, got["published"].Positions); d != "" || len(got) != 1 {
		t.Errorf("%d findings (-want +got):\n%s", len(got), d)
	}
}

// Three copies of one report do not outvote two that were written apart.
func TestMajorityOfTexts(t *testing.T) {
	three, two := claim("2031-05-03", 3), claim("2031-05-04", 2)
	three.Texts, two.Texts = 1, 2
	got := discrepancies(&resolve.Base{Instruments: []resolve.Instrument{{ID: "ARD-BMK", Signed: []resolve.Claim{three, two}}}})
	if d := got["date"]; d.Preferred != "2031-05-04" || d.Rule != byMajority {
		t.Errorf("%+v, want the day that most independent reports give", d)
	}
}

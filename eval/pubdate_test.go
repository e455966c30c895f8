package eval_test

import (
	"os"
	"strings"
	"testing"

	"pacta"
	"pacta/eval"
	"pacta/read"
)

// published reads an item's text and returns its day.
func published(x eval.PubdateItem) (pacta.Field, error) {
	for d, err := range read.Read(&pacta.Raw{Name: x.ID, URL: x.URL, MediaType: "text/plain", Body: []byte(x.Text)}, read.Options{}) {
		if err != nil {
			return pacta.Field{}, err
		}
		return d.Published, nil
	}
	return pacta.Field{}, nil
}

func TestPubdateCounts(t *testing.T) {
	const gold = `{"id":"a","date":"2031-05-03","text":"Pact signed\n3 May 2031\nFreedonia and Sylvania signed a pact on mutual assistance.","date_in_text":true}
{"id":"b","date":"2031-05-03","text":"Freedonia and Sylvania signed a pact on mutual assistance.","date_in_text":false}
{"id":"c","date":"2031-05-04","text":"Pact signed\n3 May 2031\nFreedonia and Sylvania signed a pact on mutual assistance.","date_in_text":true}
`
	s, err := eval.Pubdate(strings.NewReader(gold), published)
	if err != nil {
		t.Fatal(err)
	}
	if s.All != 3 || s.Right != 1 || s.Shown != 2 || s.ShownRight != 1 || s.Blank != 1 || len(s.Wrong) != 1 {
		t.Errorf("score = %+v", s)
	}
}

// TestPubdateGold measures the gold sets where they are at hand: the folder
// that PACTA_DATA names.
func TestPubdateGold(t *testing.T) {
	folder := os.Getenv("PACTA_DATA")
	if folder == "" {
		t.Skip("PACTA_DATA is not set")
	}
	for _, c := range []struct {
		file  string
		floor float64
	}{{"pubdate.dev.jsonl", .93}, {"pubdate_wire.jsonl", .95}} {
		f, err := os.Open(folder + "/time/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s, err := eval.Pubdate(f, published)
		if err != nil {
			t.Fatal(err)
		}
		share := float64(s.ShownRight) / float64(s.Shown)
		t.Logf("%s: %d of %d that show the day (%.1f %%), %d of %d in all; not stated %d, derived %d; of those that do not show it %d wrong, %d left open",
			c.file, s.ShownRight, s.Shown, 100*share, s.Right, s.All, s.NotStated, s.Derived, s.WrongNotShown, s.Blank)
		for _, m := range s.Wrong {
			t.Logf("  %s: want %s, got %s %s (%s)", m.Item.ID, m.Item.Date, m.Got.Value, m.Got.Basis, m.Got.Why)
		}
		if share < c.floor {
			t.Errorf("%s: %.3f, want at least %.3f", c.file, share, c.floor)
		}
	}
}

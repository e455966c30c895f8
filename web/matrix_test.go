package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/resolve"
	"pacta/treatybase"
)

func TestMatrixCounts(t *testing.T) {
	pairs := []treatybase.Pair{
		{Party: "AAA", Other: "BBB", Modality: "obligation", Layer: "text", Areas: []string{"trade"}, Count: 3},
		{Party: "AAA", Other: "BBB", Modality: "prohibition", Layer: "text", Areas: []string{"defence", "trade"}, Count: 2},
		{Party: "BBB", Other: "AAA", Modality: "obligation", Layer: "paraphrase", Count: 1},
		{Party: "AAA", Other: "CCC", Modality: "demand", Layer: "demand", Count: 7},
		{Party: "AAA", Other: "CCC", Modality: "obligation", Layer: "reading", Count: 9},
	}
	for _, c := range []struct {
		area, modality, party string
		total, columns        int
	}{
		{"", "", "", 6, 2}, {"trade", "", "", 5, 2}, {"defence", "obligation", "", 0, 0}, {"", "demand", "", 7, 2}, {"", "", "CCC", 0, 0}, {"", "", "BBB", 6, 2},
	} {
		p := newMatrix(pairs, c.area, c.modality, c.party)
		if p.Total != c.total || len(p.Columns) != c.columns {
			t.Errorf("area %q, modality %q, party %q: %d promises in %d columns, want %d in %d", c.area, c.modality, c.party, p.Total, len(p.Columns), c.total, c.columns)
		}
	}
	p := newMatrix(pairs, "", "", "")
	if c := p.Rows[0].Cells[1]; c.Count != 5 || cmp.Diff(c.Areas, []treatybase.Count{{Value: "trade", Count: 5}, {Value: "defence", Count: 2}}) != "" || c.Weight != 4 {
		t.Errorf("cell %+v", c)
	}
}

// The same instruments in any order give the same drawing, and nothing lies
// outside of it.
func TestNetworkIsDeterministic(t *testing.T) {
	xs := []instrumentHead{
		{ID: "a", Title: "A", Parties: []string{"RUS", "AZE"}, Signed: []resolve.Claim{{Value: "2031-02"}}},
		{ID: "b", Title: "B", Parties: []string{"RUS", "ARM", "a party without code"}, Signed: []resolve.Claim{{Value: "2030"}}, Cites: []resolve.Cite{{Instrument: "a"}, {Provision: "4"}}},
		{ID: "c", Title: "C", Parties: []string{"NOR"}},
	}
	var p, q networkPage
	p.draw([]instrumentHead{xs[0], xs[1], xs[2]})
	q.draw([]instrumentHead{xs[2], xs[1], xs[0]})
	if diff := cmp.Diff(p.Net, q.Net); diff != "" {
		t.Error(diff)
	}
	if len(p.Net.Lines) != 5 || len(p.Net.Arcs) != 1 || p.Net.Right[0].ID != "b" || p.Net.Right[2].ID != "c" {
		t.Errorf("%d lines, %d arcs, %+v", len(p.Net.Lines), len(p.Net.Arcs), p.Net.Right)
	}
	for _, n := range append(p.Net.Left, p.Net.Right...) {
		if n.Y < 0 || n.Y > p.Net.Height {
			t.Errorf("%s at %d of %d", n.ID, n.Y, p.Net.Height)
		}
	}
}

func TestPairPage(t *testing.T) {
	h := demoPages(t)
	w := get(h, "/actors/IND/PAK")
	for _, want := range []string{"India", "Pakistan", "Indus Waters Treaty", "obligation"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	var promises []resolve.Commitment
	if err := json.Unmarshal(get(h, "/actors/IND/PAK.json").Body.Bytes(), &promises); err != nil || len(promises) == 0 {
		t.Errorf("%d promises, %v", len(promises), err)
	}
	for path, want := range map[string]int{"/actors/IND/IND": http.StatusBadRequest, "/actors/IND/nobody": http.StatusNotFound, "/actors/PAK/IND": http.StatusOK, "/actors/NOR/IND": http.StatusOK} {
		if w := get(h, path); w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
}

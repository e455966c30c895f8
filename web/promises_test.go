package web

import (
	"fmt"
	"testing"

	"pacta/resolve"
)

func made(instrument, layer string, parties ...string) resolve.Commitment {
	return resolve.Commitment{ID: instrument + layer, Instrument: resolve.Value(instrument), Layer: layer, Parties: parties, Modality: "obligation"}
}

// What somebody reads out of an instrument never stands among what was
// promised in it.
func TestReadingsStandApart(t *testing.T) {
	n := newNotes()
	got := ""
	for _, g := range byHome(n.commitments([]resolve.Commitment{made("", "assurance"), made("a", "reading"), made("a", "text"), made("b", "paraphrase"), made("a", "paraphrase"), made("", "reading")})) {
		got += fmt.Sprintf("%s %v %d; ", g.ID, g.Reading, len(g.Rows))
	}
	if want := "a false 2; b false 1;  false 1; a true 1;  true 1; "; got != want {
		t.Errorf("groups %q, want %q", got, want)
	}
}

func TestByParty(t *testing.T) {
	got := ""
	for _, g := range byParty(newNotes(), []resolve.Commitment{made("a", "text"), made("a", "text", "NOR"), made("a", "text", "FIN", "NOR"), made("a", "text", "FIN"), made("a", "text", "NOR")}) {
		got += fmt.Sprintf("%v %d; ", g.Parties, len(g.Rows))
	}
	if want := "[FIN NOR] 1; [FIN] 1; [NOR] 2; [] 1; "; got != want {
		t.Errorf("groups %q, want %q", got, want)
	}
}

package reason

import (
	"strings"
	"testing"

	"pacta/resolve"
)

// A time line names each party's steps and who claims what; a year of the
// instrument's name is no date of a suspension, and nothing says "in force".
func TestLedger(t *testing.T) {
	x := &resolve.Instrument{ID: "T1", Signed: []resolve.Claim{{Value: "2019-05-03"}}, Status: []resolve.State{
		{State: "ratified", Date: "2020-01-02", Party: "ARD"},
		{State: "signed", Date: "2019-05-03", Party: "ARD BMK"},
		{State: "suspended", Date: "2019", Party: "BMK"},
		{State: "suspended", Date: "2024-07-01", Party: "BMK"},
	}}
	claims := []resolve.Fulfilment{{Claim: "breached", About: []string{"T1"}, Party: "BMK", By: "ARD", Date: "2024-08-01"}, {Claim: "kept", About: []string{"T2"}}}
	var got []string
	for _, e := range Ledger(x, claims) {
		got = append(got, strings.TrimSpace(string(e.Date)+" "+e.Party+" "+e.State+" "+string(e.By)))
	}
	want := "2019-05-03  signed|2020-01-02 ARD ratified|2024-07-01 BMK suspended|2024-08-01 BMK breached ARD|BMK suspended"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("Ledger = %s, want %s", s, want)
	}
}

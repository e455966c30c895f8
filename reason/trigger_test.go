package reason

import (
	"strings"
	"testing"
)

// triggerBase is two alliances, a promise to consult, one to stay neutral and
// one not to attack, told in lines of the pairs file.
var triggerBase = []string{
	"instrument: T1 treaty ARD CDR DLV 2021-05-01",
	"instrument: T2 declaration BMK CDR 2031-05-01",
	"instrument: T3 treaty ARD BMK 2019-05-01",
	"all: obligation ARD CDR DLV in=T1 area=defence: An {attack on one member shall be regarded as an attack on all}.",
	"talk: readiness BMK CDR in=T2 area=consultation: The Parties are ready to {consult each other without delay} (should a situation threaten the security of one of them).",
	"aid: consideration BMK CDR in=T2 area=military_cooperation: The Parties may consider {giving each other military assistance}.",
	"neutral: obligation CDR in=T2 area=neutrality: Cordavia shall {not assist any aggressor} (if Belmak is attacked).",
	"peace: obligation ARD BMK in=T3 area=non-aggression: The Parties shall {refrain from the use of force against each other}.",
	"trade: obligation ARD BMK in=T3 area=trade: The Parties shall {lower their tariffs}.",
	"dam: obligation ARD BMK in=T3 area=environment: A Party shall {notify the other} (if it plans to build works on the river).",
	"ask: demand CDR -> BMK 2032-01-01 area=defence by=BMK: Cordavia must {defend Belmak if it is attacked}.",
}

func TestTriggers(t *testing.T) {
	p := &pair{}
	for _, l := range triggerBase {
		p.add(parseLine(l))
	}
	for _, c := range []struct {
		text, actor, target string
		want                string
	}{
		{"armed attack on ARD by BMK", "BMK", "ARD", "all collective defence; peace forbidden act"},
		{"armed attack on BMK by GLD", "GLD", "BMK", "aid assistance; talk consultation; neutral neutrality"},
		{"threat against BMK by ARD", "ARD", "BMK", "talk consultation"},
		{"armed attack on GLD by ESM", "ESM", "GLD", ""},
		{"ARD builds works on the river", "ARD", "BMK", "dam other"},
		{"trade talks of ARD and BMK", "ARD", "BMK", ""},
	} {
		var got []string
		for _, x := range Triggers(&p.base, Occurrence{Text: c.text, Actors: []string{c.actor}, Targets: []string{c.target}}) {
			got = append(got, x.Commitment+" "+x.Kind)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("Triggers(%q) = %q, want %q", c.text, s, c.want)
		}
	}
}

package match

import (
	"fmt"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Record
		want bool
		why  string // words of the reason
	}{
		{"other words for one", Record{Title: "Agreement between the Government of Chile and the Government of Peru on Tin", Date: "1951-02-03"},
			Record{Title: "Tin Agreement between Chile and Peru", Date: "1951-02-03"}, true, "same date"},
		{"two days apart", Record{Title: "Treaty of Friendship and Navigation between Denmark and Togo", Date: "1961-02-03"},
			Record{Title: "Treaty of Friendship and Navigation between Denmark and Togo", Date: "1961-02-05"}, true, "days apart"},
		{"renewed later", Record{Title: "Treaty of Friendship between Denmark and Togo", Date: "1961-02-03"},
			Record{Title: "Treaty of Friendship between Denmark and Togo", Date: "1971-02-03"}, false, "other dates"},
		{"other annex", Record{Title: "Amendments to Annex III of the Convention on Lighthouses", Date: "1980-05-01"},
			Record{Title: "Amendments to Annex IV of the Convention on Lighthouses", Date: "1980-05-01"}, false, "other numbers: annex"},
		{"other parties", Record{Title: "Agreement between Mali and Japan on railways", Date: "1980-05-01"},
			Record{Title: "Agreement between Mali and Nepal on railways", Date: "1980-05-01"}, false, "other parties"},
		{"base and amendment", Record{Title: "Convention on Lighthouses", Date: "1980-05-01"},
			Record{Title: "Amendment to the Convention on Lighthouses", Date: "1980-05-01"}, false, "amend"},
		{"two subjects of one day", Record{Title: "Agreement between Mali and Japan on railways", Date: "1980-05-01"},
			Record{Title: "Agreement between Mali and Japan on plant quarantine", Date: "1980-05-01"}, false, "no subject words"},
		{"two languages", Record{Title: "Agreement between Spain and Morocco on fishing in the strait", Date: "1955-05-01"},
			Record{Title: "Acuerdo entre España y Marruecos sobre la pesca en el estrecho", Date: "1955-05-01"}, true, "two languages"},
		{"in force", Record{Title: "Convention between Norway and Sweden on reindeer grazing", Date: "1949-12-14"},
			Record{Title: "Convention on Reindeer Grazing between Norway and Sweden", Date: "1950-11-30", DateKind: "in_force"}, true, "entry into force"},
		{"roman and arabic", Record{Title: "Protocol II on Lighthouses", Date: "1980-05-01"},
			Record{Title: "Protocol 2 on Lighthouses", Date: "1980-05-01"}, true, "same date"},
		{"well known", Record{Title: "NPT"}, Record{Title: "Treaty on the Non-Proliferation of Nuclear Weapons"}, true, "names of"},
		{"year only", Record{Title: "Iceland Chile", Date: "1999"}, Record{Title: "Chile Iceland Free Trade Agreement", Date: "1999"}, true, "parties"},
	} {
		for _, v := range []Verdict{Match(c.a, c.b), Match(c.b, c.a)} {
			if v.Same != c.want || !strings.Contains(v.Reason, c.why) {
				t.Errorf("%s: Match = %v, want %v because of %q", c.name, v, c.want, c.why)
			}
		}
	}
}

func TestRelate(t *testing.T) {
	base := Record{Title: "Convention on the Lighthouses of the Red Coast", Date: "1930-03-04"}
	for _, c := range []struct{ title, date, want string }{
		{"Protocol amending the Convention on the Lighthouses of the Red Coast", "1950-01-02", "Amends"},
		{"Annex II to the Convention on the Lighthouses of the Red Coast", "1950-01-02", "Amends"},
		{"Protocol on pilots and tugs to the Convention on the Lighthouses of the Red Coast", "1950-01-02", "Protocol to"},
		{"Agreement on the Termination of the Convention on the Lighthouses of the Red Coast", "1950-01-02", "Terminates"},
		{"Convention on the Lighthouses of the Red Coast", "1950-01-02", "Supersedes"},
		{"Treaty on the extradition of deserters", "1950-01-02", ""},
	} {
		a := Record{Title: c.title, Date: c.date}
		if got := Relate(a, base); got.Type != c.want {
			t.Errorf("Relate(%q, base) = %v, want %q", c.title, got, c.want)
		}
		if got := Relate(base, a); got.Type != inverse[c.want] {
			t.Errorf("Relate(base, %q) = %v, want %q", c.title, got, inverse[c.want])
		}
	}
}

func TestPairs(t *testing.T) {
	var got []string
	for p := range Pairs([]Record{
		{Title: "Agreement between Chile and Peru on Tin", Date: "1951-02-03"},
		{Title: "Treaty on deserters", Date: "1951-02-03"},
		{Title: "Tin Agreement between Chile and Peru", Date: "1951-02-03"},
		{Title: "Treaty on Deserters", Date: "1951-02-03"},
	}) {
		got = append(got, fmt.Sprint(p.A, p.B))
	}
	if want := "0 2,1 3"; strings.Join(got, ",") != want {
		t.Errorf("Pairs = %v, want %s", got, want)
	}
}

func TestFold(t *testing.T) {
	for title, want := range map[string]string{
		"Co-operation à l'Île d’Yeu":  "cooperation a l ile d yeu",
		"People's RhineWaters":        "peoples rhine waters",
		"Çà et là: Ærø, Łódź, Straße": "ca et la aero lodz strasse",
	} {
		if got := strings.Join(fold(title, nil), " "); got != want {
			t.Errorf("fold(%q) = %q, want %q", title, got, want)
		}
	}
}

func BenchmarkPairs(b *testing.B) {
	states := strings.Fields("Chile Peru Mali Japan Nepal Norway Sweden Togo Ghana Kenya Spain Morocco Iceland Denmark Poland")
	subjects := strings.Fields("tin railways fishing quarantine extradition deserters lighthouses salmon airports culture taxes pensions tourism rivers bridges")
	var records []Record
	for i := range 10000 {
		records = append(records, Record{
			Title: fmt.Sprintf("Agreement between %s and %s on %s and %s", states[i%15], states[(i/15+i+1)%15], subjects[i%13], subjects[(i/7)%15]),
			Date:  fmt.Sprintf("%04d-%02d-%02d", 1900+i%110, 1+i%12, 1+i%28),
		})
	}
	for b.Loop() {
		for range Pairs(records) {
		}
	}
}

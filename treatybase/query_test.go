package treatybase

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"pacta"
)

func TestParseQuery(t *testing.T) {
	for _, x := range []struct{ in, want string }{
		{"", ""},
		{"  \t ", ""},
		{"arms supply", "arms supply"},
		{"arms AND supply", "arms supply"},
		{"arms OR weapons supply", "arms OR weapons supply"},
		{"(arms OR weapons) AND supply", "arms OR weapons supply"},
		{"arms OR (weapons supply)", "arms OR (weapons supply)"},
		{"a (b (c d))", "a b c d"},
		{"a OR (b OR c)", "a OR b OR c"},
		{`"sea rescue"`, `"sea rescue"`},
		{"“sea rescue”", `"sea rescue"`},
		{"peacekeep*", "peacekeep*"},
		{`"arms suppl*"`, `"arms suppl*"`},
		{"-troops", "-troops"},
		{"NOT troops", "-troops"},
		{"- troops", "troops"},
		{"Moscow – Baku", "Moscow Baku"},
		{"NOT NOT troops", "troops"},
		{"-(arms OR weapons) treaty", "-(arms OR weapons) treaty"},
		{`-"sea rescue" x`, `-"sea rescue" x`},
		{"withdraw near/5 troops", "withdraw near/5 troops"},
		{"withdraw NEAR troops", "withdraw near/10 troops"},
		{`"withdraw troops"~5`, "withdraw near/5 troops"},
		{`"withdraw"~5`, "withdraw"},
		{`-"withdraw troops"~5`, "-(withdraw near/5 troops)"},
		{"self-determination", "self-determination"},
		{"party:RUS", "party:RUS"},
		{"PARTY:RUS", "party:RUS"},
		{`area:"arms supply"`, `area:"arms supply"`},
		{`party:"RUS"`, "party:RUS"},
		{"party:(RUS OR AZE)", "party:RUS OR party:AZE"},
		{"-party:RUS/GOV", "-party:RUS/GOV"},
		{"par:5(2)", "par:5(2)"},
		{"(par:5)", "par:5"},
		{"speaker:=Lavrov", "speaker:=Lavrov"},
		{`speaker:="the minister"`, `speaker:="the minister"`},
		{`area:"=x"`, `area:"=x"`},
		{"date:2020..2022", "date:2020..2022"},
		{"date:>2020", "date:>2020"},
		{"date:2020-03", "date:2020-03"},
		{"date:2020/2021-06", "date:2020/2021-06"},
		{"kind:Commitments", "kind:commitment"},
		{"10:30 treaty", "10:30 treaty"},
		{`"party:RUS"`, `"party:RUS"`},
		{"and or not", "and or not"},
		{"'; DROP TABLE raw; --", "DROP TABLE raw"},
	} {
		q, err := ParseQuery(x.in)
		if err != nil {
			t.Errorf("ParseQuery(%q): %v", x.in, err)
			continue
		}
		if got := q.String(); got != x.want {
			t.Errorf("ParseQuery(%q) = %q, want %q", x.in, got, x.want)
		}
	}
}

// Whoever made a slip is told what to type.
func TestParseQuerySaysWhatToType(t *testing.T) {
	for in, want := range map[string]string{
		`"sea rescue`:                `"one after another"`,
		"(arms":                      "write ) after",
		"arms)":                      "write ( before",
		"()":                         "(arms OR weapons)",
		"OR arms":                    "arms OR weapons",
		"arms OR":                    "arms OR weapons",
		"arms AND":                   "arms AND supply",
		"AND arms":                   "arms AND supply",
		"a AND b OR c":               "brackets",
		"NOT":                        "-troops",
		"near/5 troops":              "withdraw near/5 troops",
		"withdraw near/5":            "withdraw near/5 troops",
		"withdraw near/x troops":     "from 1 to 50",
		"withdraw near/99 troops":    "from 1 to 50",
		"a near/2 b near/3 c":        "the same number",
		"party:RUS near/5 troops":    "withdraw near/5 troops",
		"modalty:obligation":         "write modality:",
		"colour:red":                 "the fields are party, to",
		"https://example.org/":       `"https:…"`,
		"party:":                     "party:RUS",
		"party: RUS":                 "party:RUS",
		"party:(to:AZE)":             "write it beside",
		`party:""`:                   "party:RUS",
		"date:yesterday":             "date:2020..2022",
		"date:..":                    "date:>2020",
		"date:>":                     "date:>2020",
		"date:2020*":                 "date:>2020",
		"kind:treaties":              "the kinds are actor",
		"a*":                         "treat*",
		"*":                          "treat*",
		`"~5`:                        `"one after another"`,
		`"…"`:                        "between the quotation marks",
		`"a b"~0`:                    "from 1 to 50",
		strings.Repeat("(", 100):     "brackets stand in one another",
		strings.Repeat("ab ", 300):   "more than 200 words",
		strings.Repeat("abcd", 1000): "leave something out",
	} {
		_, err := ParseQuery(in)
		if err == nil || !errors.Is(err, pacta.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseQuery(%.40q): %v, want something with %q", in, err, want)
		}
	}
}

func TestQueryWith(t *testing.T) {
	q, _ := ParseQuery("arms party:RUS")
	for _, x := range []struct {
		got  *Query
		want string
	}{
		{q.With("area", "arms supply"), `arms party:RUS area:"arms supply"`},
		{q.With("party", "rus"), "arms party:RUS"},
		{q.Without("party", "RUS"), "arms"},
		{q.Without("party", ""), "arms"},
		{q.Without("party", "AZE"), "arms party:RUS"},
		{(&Query{}).With("party", "RUS"), "party:RUS"},
		{(&Query{}).With("speaker", `Jan "Janek" (junior)`), `speaker:="Jan Janek (junior)"`},
		{q.Without("party", "").With("to", "AZE").Without("to", "aze"), "arms"},
	} {
		if x.got.String() != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
	if !q.Has("party", "rus") || q.Has("party", "AZE") {
		t.Error("Has")
	}
	if or, _ := ParseQuery("party:RUS OR party:AZE"); or.Has("party", "RUS") {
		t.Error("one of two alternatives is no restriction")
	}
}

// pieces are what random queries are made of: all signs, alone and in words.
var pieces = []string{"arms", "supply", "OR", "AND", "NOT", "-", "(", ")", `"`, "“", "near/3", "NEAR", "~4", "*", "ab*", "party:", "speaker:", "=", "RUS", "date:", "2020..2022", "kind:", "event",
	"'", ";", "--", "{", "}", "^", "+", ",", ":", "text:", "sentence_fts", "\x00", "\uFDD0", "é", "\xff", "%", "_", "/*", "x'", "area:", "…", "~", "|"}

func randomQuery(r *rand.Rand) string {
	var s strings.Builder
	for range r.IntN(9) {
		s.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(3) > 0 {
			s.WriteByte(' ')
		}
	}
	return s.String()
}

// What is written reads as what it was written from.
func TestQueryRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 20_000 {
		s := randomQuery(r)
		q, err := ParseQuery(s)
		if err != nil {
			continue
		}
		read++
		checkRoundTrip(t, s, q)
	}
	if read < 3000 {
		t.Errorf("only %d of the random queries could be read", read)
	}
}

func checkRoundTrip(t *testing.T, s string, q *Query) {
	t.Helper()
	again, err := ParseQuery(q.String())
	if err != nil {
		t.Fatalf("%q is written %q, which cannot be read: %v", s, q, err)
	}
	if again.String() != q.String() || again.HasWords() != q.HasWords() {
		t.Fatalf("%q is written %q, which reads as %q", s, q, again)
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range pieces {
		f.Add(s)
	}
	f.Add(`-(arms OR "sea rescue") near/5 x party:(RUS OR AZE) date:2020..2022`)
	f.Fuzz(func(t *testing.T, s string) {
		if q, err := ParseQuery(s); err == nil {
			checkRoundTrip(t, s, q)
		}
	})
}

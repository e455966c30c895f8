package language

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Sentences by line, tokens by blanks; blank lines are paragraphs of the text.
var segmented = []struct{ name, text, want string }{
	{"abbreviations", "They met on Feb. 22 in the U.S. Senate. No. 4 was signed.", "They met on Feb. 22 in the U.S. Senate .\nNo. 4 was signed ."},
	{"titles", "Rep. Maro Telli voted no. Del. Hanna Foss and Capt. Elin Varga abstained.", "Rep. Maro Telli voted no .\nDel. Hanna Foss and Capt. Elin Varga abstained ."},
	{"quoted title", "“Nobody asked us,” Rep. Telli said. Amb. Pike left.", "“ Nobody asked us , ” Rep. Telli said .\nAmb. Pike left ."},
	{"name at the start", "Sara Lindqvist told the panel that it was late.", "Sara Lindqvist told the panel that it was late ."},
	{"short name at the end", "They flew to Kyiv. Nobody met them.", "They flew to Kyiv .\nNobody met them ."},
	{"its", "Its members signed the pact.", "Its members signed the pact ."},
	{"dateline", "BELMAR, Veldonia, April 23. The presidents met.", "BELMAR , Veldonia , April 23 .\nThe presidents met ."},
	{"missing blanks", "It protects nature,General Ostrin said.", "It protects nature , General Ostrin said ."},
	{"extra blanks", "It was signed in 2022 . It holds .", "It was signed in 2022 .\nIt holds ."},
	{"no-break space", "Article\u00a04 holds.", "Article 4 holds ."},
	{"curly quotes", "“We will sign,” she said. “We will also ratify.”", "“ We will sign , ” she said .\n“ We will also ratify . ”"},
	{"comma before a quote", "“It was signed on November 26, 2021,” he said.", "“ It was signed on November 26 , 2021 , ” he said ."},
	{"large number", "They paid 1,250,000 pounds.", "They paid 1,250,000 pounds ."},
	{"contractions", "They don't sign and can't withdraw.", "They do n't sign and ca n't withdraw ."},
	{"possessive", "Karst's ministers and the Parties' duties.", "Karst 's ministers and the Parties ' duties ."},
	{"hyphens", "The Belmar-Karst agreement holds.", "The Belmar - Karst agreement holds ."},
	{"numbered", "1. Each Party shall inform the other. 2. They shall meet once a year.", "1. Each Party shall inform the other .\n2. They shall meet once a year ."},
	{"letters", "(b) refrain from the use of force;", "( b ) refrain from the use of force ;"},
	{"article", "Article 4. The Parties shall consult each other.", "Article 4 .\nThe Parties shall consult each other ."},
	{"capitals", "ENTRY INTO FORCE", "ENTRY INTO FORCE"},
	{"paragraphs", "A heading without stop\n\nThe text follows.", "A heading without stop\nThe text follows ."},
	{"heading on a line", "Article 12\nEntry into force\nThis Treaty shall enter into force on the thirtieth day after the deposit of the last instrument, as follows.", "Article 12\nEntry into force\nThis Treaty shall enter into force on the thirtieth day after the deposit of the last instrument , as follows ."},
	{"wrapped lines", "The Parties shall consult each other without delay and\nshall seek a common answer to the threat.", "The Parties shall consult each other without delay and shall seek a common answer to the threat ."},
	{"bullets on lines", "The sides agreed on:\n- exchange of prisoners\n- return of the displaced", "The sides agreed on :\n- exchange of prisoners\n- return of the displaced"},
	{"bullets in a line", "• exchange of prisoners • return of the displaced", "• exchange of prisoners\n• return of the displaced"},
	{"address", "Write to desk@example.org or see https://example.org/pact?id=4.", "Write to desk@example.org or see https://example.org/pact?id=4 ."},
	{"money", "It cost $1.5 million, or 12.5% more.", "It cost $ 1.5 million , or 12.5 % more ."},
}

func TestSegments(t *testing.T) {
	for _, c := range segmented {
		var lines []string
		for _, s := range English().Analyse(c.text, Options{Depth: Tokens}) {
			var words []string
			for i := range s.Tokens {
				words = append(words, s.Text(c.text, i))
			}
			lines = append(lines, strings.Join(words, " "))
		}
		if d := cmp.Diff(c.want, strings.Join(lines, "\n")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

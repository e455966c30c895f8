package ask

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/reason"
	"pacta/treatybase"
)

const pact = `Mutual Defence Pact between Norway, Finland and Estonia

Norway, Finland and Estonia, Done at Oslo on 3 May 2031, have agreed as follows:

Article 1
Each Party shall consult the others when the territory of one of them is threatened.

Article 2
An armed attack on one of the Parties shall be considered an attack on all of them, and each Party shall assist the Party so attacked.

Article 3
The Parties shall not attack one another.
`

const report = `Gazette: Latvia promises help

4 June 2031

Latvia will assist Norway if Norway is attacked, the Latvian government said. Sweden and Norway signed an agreement on 2 June 2031 under which Sweden shall consult Norway in the event of a threat to Norway. Spain shall buy fish from Portugal under the Fish Agreement of 2030 between Spain and Portugal.
`

// Reading only what has to do with the event finds what reading all does.
func TestNarrowFindsTheSame(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	for name, text := range map[string]string{"pact.txt": pact, "report.txt": report} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := ingest.NewAdder(b, extract.New(), ingest.Options{}).Add(ctx, []string{folder}); err != nil {
		t.Fatal(err)
	}
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, event := range []string{"armed attack on Norway by Russia", "armed attack on Finland by Estonia", "threat to Norway by Russia", "attack on Portugal by Spain"} {
		o, err := Occurrence(event)
		if err != nil {
			t.Fatal(err)
		}
		all, err := load(ctx, b, o, few)
		if err != nil {
			t.Fatal(err)
		}
		some, err := load(ctx, b, o, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, got := reason.Triggers(all, o), reason.Triggers(some, o)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", event, d)
		}
		found += len(want)
		if event == "attack on Portugal by Spain" && len(some.Commitments) >= len(all.Commitments) {
			t.Errorf("%d of %d promises were read", len(some.Commitments), len(all.Commitments))
		}
	}
	if found == 0 {
		t.Error("no event engages anything")
	}
}

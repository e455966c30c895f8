package resolve

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/gazetteer"
	"pacta/internal/marked"
)

// A memory is a Ledger without a base, with the objects that it stands for.
type memory struct {
	inputs  map[string]*Input
	rows    map[string][]Row
	bearers map[Bearer]int
	nodes   map[string][2]string
	firsts  map[string][]byte
	blocks  map[string]map[string]bool
	objects map[string]map[string]string // JSON by block and ID
}

func newMemory() *memory {
	return &memory{map[string]*Input{}, map[string][]Row{}, map[Bearer]int{}, map[string][2]string{}, map[string][]byte{}, map[string]map[string]bool{}, map[string]map[string]string{}}
}

func (m *memory) Input(d string) (*Input, error)        { return m.inputs[d], nil }
func (m *memory) RowsOf(d string) ([]Row, error)        { return m.rows[d], nil }
func (m *memory) SetRows(d string, rows []Row) error    { m.rows[d] = rows; return nil }
func (m *memory) Bear(b Bearer, by int) error           { m.bearers[b] += by; return nil }
func (m *memory) Node(k string) (string, string, error) { return m.nodes[k][0], m.nodes[k][1], nil }

func (m *memory) Rows(kind byte, block string) ([]Row, error) {
	var out []Row
	for _, d := range slices.Sorted(maps.Keys(m.rows)) {
		for _, r := range m.rows[d] {
			if r.Kind == kind && r.Block == block {
				out = append(out, r)
			}
		}
	}
	return out, nil
}

func (m *memory) First(k string) ([]byte, error)    { return m.firsts[k], nil }
func (m *memory) SetFirst(k string, b []byte) error { m.firsts[k] = b; return nil }

func (m *memory) Bearers(surname string) ([]Bearer, error) {
	var out []Bearer
	for b, n := range m.bearers {
		if b.Surname == surname && n > 0 {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b Bearer) int {
		return strings.Compare(a.Full+"|"+a.Of+"|"+a.Called, b.Full+"|"+b.Of+"|"+b.Called)
	})
	return out, nil
}

func (m *memory) SetNode(k, id, base string) error {
	m.nodes[k] = [2]string{id, base}
	return nil
}

func (m *memory) nodesWith(i int, v string) []string {
	var out []string
	for k, n := range m.nodes {
		if n[i] == v {
			out = append(out, k)
		}
	}
	return slices.Sorted(slices.Values(out))
}

func (m *memory) Nodes(id string) ([]string, error)   { return m.nodesWith(0, id), nil }
func (m *memory) Based(base string) ([]string, error) { return m.nodesWith(1, base), nil }

func (m *memory) Crowd(block string, enough int) ([]string, error) {
	return slices.Sorted(maps.Keys(m.blocks[block])), nil
}

func (m *memory) Block(block, key string, in bool) error {
	if m.blocks[block] == nil {
		m.blocks[block] = map[string]bool{}
	}
	if in {
		m.blocks[block][key] = true
	} else {
		delete(m.blocks[block], key)
	}
	return nil
}

// A keeper makes a memory of a base of which all is made at once.
type keeper struct{ *memory }

func (m keeper) Row(r Row)       { m.rows[r.Document] = append(m.rows[r.Document], r) }
func (m keeper) Bearer(b Bearer) { m.bearers[b]++ }
func (m keeper) Node(key, id, base string, first []byte, blocks []string) {
	m.SetNode(key, id, base)
	m.SetFirst(key, first)
	for _, b := range blocks {
		m.Block(b, key, true)
	}
}

// change tells the ledger of documents and keeps its objects up to date.
func (m *memory) change(t *testing.T, documents ...string) {
	t.Helper()
	c, err := Update(m, documents, gazetteer.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	clearAll := func(kind string, names []string) {
		for _, n := range names {
			delete(m.objects, kind+" "+n)
		}
	}
	clearAll("actor", c.ActorIDs)
	clearAll("instrument", c.InstrumentIDs)
	clearAll("commitment", c.Promises)
	clearAll("event", c.Reports)
	clearAll("provision", c.Documents)
	clearAll("statement", c.Documents)
	clearAll("fulfilment", c.Documents)
	put(m, "actor", c.Actors, func(x *Actor) (string, string) { return x.ID, x.ID })
	put(m, "instrument", c.Instruments, func(x *Instrument) (string, string) { return x.ID, x.ID })
	put(m, "commitment", c.Commitments, func(x *Commitment) (string, string) { return x.Block, x.ID })
	put(m, "event", c.Events, func(x *Event) (string, string) { return x.Block, x.ID })
	put(m, "provision", c.Provisions, func(x *Provision) (string, string) { return x.Sources[0].Document, x.ID })
	put(m, "statement", c.Statements, func(x *Statement) (string, string) { return x.Document, x.ID })
	for d := range m.inputs { // which a base does only where it must
		var told []Commitment
		for b, xs := range m.objects {
			for _, x := range xs {
				if strings.HasPrefix(b, "commitment ") && strings.Contains(x, `"document":"`+d+`"`) {
					var y Commitment
					json.Unmarshal([]byte(x), &y)
					y.Shown = y.Sources
					told = append(told, y)
				}
			}
		}
		fs, err := c.Fulfilments(d, told)
		if err != nil {
			t.Fatal(err)
		}
		delete(m.objects, "fulfilment "+d)
		put(m, "fulfilment", fs, func(x *Fulfilment) (string, string) { return d, x.ID })
	}
}

func put[T any](m *memory, kind string, xs []T, name func(*T) (block, id string)) {
	for i := range xs {
		block, id := name(&xs[i])
		k := kind + " " + block
		if m.objects[k] == nil {
			m.objects[k] = map[string]string{}
		}
		b, _ := json.Marshal(&xs[i])
		m.objects[k][id] = string(b)
	}
}

// all returns every object of m, and want those that Resolve makes.
func (m *memory) all() []string {
	var out []string
	for _, xs := range m.objects {
		out = slices.AppendSeq(out, maps.Values(xs))
	}
	return slices.Sorted(slices.Values(out))
}

func (m *memory) want() []string {
	var in []Input
	for _, x := range m.inputs {
		in = append(in, *x)
	}
	b := Resolve(in, gazetteer.Builtin())
	w := newMemory()
	put(w, "actor", b.Actors, func(x *Actor) (string, string) { return x.ID, x.ID })
	put(w, "instrument", b.Instruments, func(x *Instrument) (string, string) { return x.ID, x.ID })
	put(w, "commitment", b.Commitments, func(x *Commitment) (string, string) { return x.Block, x.ID })
	put(w, "event", b.Events, func(x *Event) (string, string) { return x.Block, x.ID })
	put(w, "provision", b.Provisions, func(x *Provision) (string, string) { return x.ID, x.ID })
	put(w, "statement", b.Statements, func(x *Statement) (string, string) { return x.ID, x.ID })
	put(w, "fulfilment", b.Fulfilments, func(x *Fulfilment) (string, string) { return x.ID, x.ID })
	return w.all()
}

// dice writes small reports whose facts often meet.
type dice struct{ *rand.Rand }

func (r dice) of(xs ...string) string { return xs[r.IntN(len(xs))] }

func (r dice) report(t *testing.T, id string) *Input {
	t.Helper()
	state := func() string { return r.of("ARM", "AZE", "RUS", "FRA") }
	date := func() string { return r.of("2031", "2031-05", "2031-05-03", "2031-05-04", "2029-02-01", "2031-06-20") }
	var b strings.Builder
	fmt.Fprintf(&b, "@ published: %s\n", r.of("2031-05-04", "2031-06-01", "2032-01-01"))
	for i := range 1 + r.IntN(3) {
		args := fmt.Sprintf("instrument=i%d", i)
		if r.IntN(6) == 0 {
			args = "instrument=simla-agreement"
		}
		args += ";type=" + r.of("treaty", "declaration", "agreement")
		if r.IntN(2) == 0 {
			args += ";party=" + state() + ";party=" + state()
		}
		if r.IntN(2) == 0 {
			args += ";date=" + date()
		}
		if r.IntN(5) == 0 {
			args += ";place=" + r.of("Dorn", "Vadstad")
		}
		if r.IntN(6) == 0 {
			args += ";status=" + r.of("signed", "generic", "prospective")
		}
		fmt.Fprintf(&b, "[[mention:%s|%s]]. ", args, r.of("the treaty on navigation", "the Dorn Declaration", "the agreement", "the Lakeside agreement",
			"the declaration on salt caravans", "the treaty", "an agreement on trade", "the Treaty on Border Pilots"))
		inst := r.of("i0", "i1", "simla-agreement")
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "[[life:%s;instrument=%s;date=%s;party=%s|They took a step.]] ", r.of("signed", "ratified", "suspended"), inst, date(), state())
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "[[citation:provision=%d;instrument=%s|Article %d]] ", 1+r.IntN(3), inst, r.IntN(9))
		}
		layer := r.of("text", "paraphrase", "assurance")
		of := ""
		if r.IntN(2) == 0 {
			of = ";instrument=" + inst
		}
		fmt.Fprintf(&b, "[[commitment:%s=%s;layer=%s;party=%s%s|They [[cue|shall]] [[action|%s]].]] ", r.of("obligation", "intention"), r.of("trade", "transport"), layer, state(), of,
			r.of("provide each other with pilots on the lower river", "provide pilots on the river", "open the border crossing at noon", "open a border crossing", "consult without delay"))
		fmt.Fprintf(&b, "[[event:%s=%s;actor=%s/GOV;recipient=%s;date=%s|The %s met.]] ", "CONSULT", "meet", state(), state(), date(), r.of("ministers", "envoys"))
		fmt.Fprintf(&b, "[[mention:person=%s;office=president;affiliation=%s|Somebody]] spoke. ", r.of("Ana Brun", "Ida Brun", "Brun", "Karl Veld", "Veld", "Karl  Veld", "KARL VELD"), r.of("ARM", "AZE"))
		fmt.Fprintf(&b, "[[mention:group=%s|%s]] and [[mention:state=%s|it]]. ", r.of("Officials", "officials"), "officials", state())
		fmt.Fprintf(&b, "[[statement:indirect;about=%s|[[source=%s|Brun]] [[cue|said]] [[content|so]].]] ", inst, r.of("Brun", "Ana Brun", "ARM"))
		fmt.Fprintf(&b, "[[fulfilment:kept;instrument=%s;party=%s|They kept [[commitment|it]].]] ", inst, state())
	}
	c, err := marked.Parse(b.String())
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	in := &Input{ID: id, Published: c.Meta["published"], Annotations: c.Annotations, Group: id}
	if r.IntN(4) == 0 {
		in.Group = "d00"
	}
	return in
}

// What a Keeper is told is what a Ledger knows that began with nothing.
func TestKeeperIsLedger(t *testing.T) {
	for seed := range uint64(20) {
		r := dice{rand.New(rand.NewPCG(seed, 4))}
		m := newMemory()
		var in []Input
		for i := range 10 {
			id := fmt.Sprintf("d%02d", i)
			m.inputs[id] = r.report(t, id)
			in = append(in, *m.inputs[id])
			m.change(t, id)
		}
		k := newMemory()
		stream(func(yield func(*Input) bool) {
			for i := range in {
				if !yield(&in[i]) {
					return
				}
			}
		}, gazetteer.Builtin(), nil, keeper{k}, func(any) {})
		sortRows(m.rows)
		sortRows(k.rows)
		for b, keys := range m.blocks {
			if len(keys) == 0 {
				delete(m.blocks, b)
			}
		}
		for key, b := range m.firsts {
			if b == nil {
				delete(m.firsts, key)
				delete(m.nodes, key)
			}
		}
		for _, d := range []string{cmp.Diff(k.rows, m.rows), cmp.Diff(k.bearers, m.bearers), cmp.Diff(k.nodes, m.nodes), cmp.Diff(k.firsts, m.firsts), cmp.Diff(k.blocks, m.blocks)} {
			if d != "" {
				t.Fatalf("seed %d (-all at once +one by one):\n%s", seed, d)
			}
		}
	}
}

func sortRows(rows map[string][]Row) {
	for _, rs := range rows {
		slices.SortFunc(rs, func(a, b Row) int { return strings.Compare(string(a.Kind)+a.Block, string(b.Kind)+b.Block) })
	}
}

// Whatever the order in which documents come in, are analysed again or go, the
// objects are those that all documents give at once.
func TestUpdateIsResolve(t *testing.T) {
	for seed := range uint64(12) {
		r := dice{rand.New(rand.NewPCG(seed, 3))}
		m := newMemory()
		for step := range 12 {
			var ids []string
			for range 1 + r.IntN(3) {
				id := fmt.Sprintf("d%02d", r.IntN(14))
				ids = append(ids, id)
				if m.inputs[id] != nil && r.IntN(4) == 0 {
					delete(m.inputs, id)
					continue
				}
				m.inputs[id] = r.report(t, id)
			}
			m.change(t, ids...)
			if d := cmp.Diff(m.want(), m.all()); d != "" {
				t.Fatalf("seed %d, step %d, %v (-all at once +one by one):\n%s", seed, step, ids, d)
			}
		}
	}
}

package resolve

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// instruments brings the records of documents up to date and joins anew what
// they may have to do with. It returns the instruments of these, and the other
// documents that name one whose identity changed.
func (u *update) instruments(documents []string) ([]found, []string, error) {
	touched, err := u.setRecords(documents)
	if err != nil || len(touched) == 0 {
		return nil, nil, err
	}
	seeds := map[string]bool{}
	for _, k := range touched {
		if err := u.near(k.key, k.before, seeds); err != nil {
			return nil, nil, err
		}
		seeds[k.key] = true
	}
	if err := u.setBlocks(touched, seeds); err != nil {
		return nil, nil, err
	}
	return u.join(seeds)
}

// A changed node is one that records came to or left.
type changed struct {
	key    string
	before *group // nil if it is new
}

// setRecords replaces the records of documents. It returns the nodes that
// changed as they were before.
func (u *update) setRecords(documents []string) ([]changed, error) {
	rows := map[string][]Row{}
	before := map[string]*group{}
	for _, d := range documents {
		in, err := u.input(d)
		if err != nil {
			return nil, err
		}
		old, err := u.RowsOf(d)
		if err != nil {
			return nil, err
		}
		var now []Row
		if in != nil {
			now = recordRows(gatherRecords(in, u.known, nil))
		}
		differ := differing(blocksOf(old, RowRecord), now)
		for _, k := range differ {
			if _, ok := before[k]; ok {
				continue
			}
			if before[k], err = u.load(k); err != nil {
				return nil, err
			}
		}
		if len(differ) > 0 {
			rows[d] = append(slices.DeleteFunc(slices.Clone(old), func(r Row) bool { return r.Kind == RowRecord }), now...)
		}
	}
	for _, d := range slices.Sorted(maps.Keys(rows)) { // when all is known as it was
		if err := u.SetRows(d, rows[d]); err != nil {
			return nil, err
		}
	}
	var out []changed
	for _, k := range slices.Sorted(maps.Keys(before)) {
		out = append(out, changed{k, before[k]})
	}
	return out, nil
}

// differing returns the blocks of one kind that two sets of rows of a document
// do not have alike.
func differing(old, now []Row) []string {
	data := map[string][]byte{}
	for _, r := range old {
		data[r.Block] = r.Data
	}
	var out []string
	for _, r := range now {
		if was, ok := data[r.Block]; !ok || !bytes.Equal(was, r.Data) {
			out = append(out, r.Block)
		}
		delete(data, r.Block)
	}
	return append(out, slices.Collect(maps.Keys(data))...)
}

// load returns the records of a node; nil if there are none.
func (u *update) load(key string) (*group, error) {
	rows, err := u.Rows(RowRecord, key)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	g := &group{}
	for _, row := range rows {
		rs, err := recordsOf(row)
		if err != nil {
			return nil, err
		}
		g.records = append(g.records, rs...)
	}
	return g, nil
}

// node returns a node as it is now.
func (u *update) node(key string) (*group, error) {
	if g, ok := u.nodes[key]; ok {
		return g, nil
	}
	g, err := u.load(key)
	u.nodes[key] = g
	return g, err
}

// first returns the record that a node is compared by.
func (u *update) first(key string) (*record, error) {
	if g, ok := u.nodes[key]; ok && g != nil {
		return g.records[0], nil
	}
	b, err := u.First(key)
	if err != nil || b == nil {
		return nil, err
	}
	r := &record{}
	return r, decode(b, r.code)
}

// near adds to seeds the nodes that score enough with g, which has a key.
func (u *update) near(key string, g *group, seeds map[string]bool) error {
	if g == nil {
		return nil
	}
	r := g.records[0]
	met := map[string]bool{key: true}
	for _, block := range r.keys() {
		members, err := u.Crowd(block, crowd+1)
		if err != nil {
			return err
		}
		if len(members) > crowd {
			continue
		}
		for _, m := range members {
			if met[m] || seeds[m] {
				continue
			}
			met[m] = true
			x, err := u.first(m)
			if err != nil {
				return err
			}
			if x != nil && (same(r, x) >= joined || same(x, r) >= joined) {
				seeds[m] = true
			}
		}
	}
	return nil
}

// setBlocks puts changed nodes into the blocks of what they now say. Where a
// block becomes a crowd, or is one no more, all that are in it are seeds.
func (u *update) setBlocks(nodes []changed, seeds map[string]bool) error {
	was := map[string]bool{} // whether a block that changes was a crowd
	for _, n := range nodes {
		if err := u.setNodeBlocks(n, was); err != nil {
			return err
		}
	}
	for b, was := range was {
		now, err := u.crowds(b)
		if err != nil || was == now {
			if err != nil {
				return err
			}
			continue
		}
		all, err := u.Crowd(b, 1<<30)
		if err != nil {
			return err
		}
		for _, k := range all {
			seeds[k] = true
		}
	}
	return nil
}

// setNodeBlocks moves a node from the blocks of what it said to those of what
// it says. It notes in was which of them were a crowd.
func (u *update) setNodeBlocks(n changed, was map[string]bool) error {
	now, err := u.node(n.key)
	if err != nil {
		return err
	}
	var first []byte
	old, keys := map[string]bool{}, map[string]bool{}
	if n.before != nil {
		old = member(n.before.records[0].keys())
	}
	if now != nil {
		keys, first = member(now.records[0].keys()), encode(now.records[0].code)
	}
	for _, b := range slices.Concat(slices.Collect(maps.Keys(old)), slices.Collect(maps.Keys(keys))) {
		if old[b] == keys[b] {
			continue
		}
		if _, ok := was[b]; !ok {
			if was[b], err = u.crowds(b); err != nil {
				return err
			}
		}
		if err := u.Block(b, n.key, keys[b]); err != nil {
			return err
		}
	}
	return u.SetFirst(n.key, first)
}

// crowds reports whether a block says too little to compare what is in it.
func (u *update) crowds(block string) (bool, error) {
	xs, err := u.Crowd(block, crowd+1)
	return len(xs) > crowd, err
}

func member(xs []string) map[string]bool {
	out := map[string]bool{}
	for _, x := range xs {
		out[x] = true
	}
	return out
}

// A found instrument is a group with its identity.
type found struct {
	*group
	id   string
	card Instrument
}

// join joins the nodes of seeds and all that they may be one with, near or
// far. It returns the instruments that they are, and the documents that name
// one whose identity changed.
func (u *update) join(seeds map[string]bool) ([]found, []string, error) {
	for {
		records, err := u.reach(seeds)
		if err != nil {
			return nil, nil, err
		}
		out, bases := u.identities(cluster(records, nil, nil, u.crowded))
		more, err := u.namesakes(seeds, bases)
		if err != nil {
			return nil, nil, err
		}
		if more {
			continue
		}
		ids := map[string]string{}
		for _, x := range out {
			for _, r := range x.records {
				ids[r.node()] = x.id
			}
		}
		return u.settle(seeds, ids, bases, out)
	}
}

// namesakes adds to seeds the nodes that would have the ID of one of them, or
// of what it was before: who comes or goes changes their numbers. It reports
// whether there are any.
func (u *update) namesakes(seeds map[string]bool, bases map[string]string) (more bool, err error) {
	names := map[string]bool{}
	for k := range seeds {
		_, was, err := u.Node(k)
		if err != nil {
			return false, err
		}
		names[was], names[bases[k]] = true, true
	}
	delete(names, "")
	for base := range names {
		keys, err := u.Based(base)
		if err != nil {
			return false, err
		}
		for _, k := range keys {
			more = more || !seeds[k]
			seeds[k] = true
		}
	}
	return more, nil
}

// settle notes the identities of nodes.
func (u *update) settle(seeds map[string]bool, ids, bases map[string]string, out []found) ([]found, []string, error) {
	var documents []string
	for _, k := range slices.Sorted(maps.Keys(seeds)) {
		was, base, err := u.Node(k)
		if err != nil {
			return nil, nil, err
		}
		u.changes.InstrumentIDs = append(u.changes.InstrumentIDs, was, ids[k])
		if was == ids[k] && base == bases[k] {
			continue
		}
		if err := u.SetNode(k, ids[k], bases[k]); err != nil {
			return nil, nil, err
		}
		if g := u.nodes[k]; g != nil && was != ids[k] {
			for _, r := range g.records {
				documents = append(documents, r.locals[0].document)
			}
		}
	}
	return out, documents, nil
}

// reach adds to seeds all nodes that may be one with one of them, and returns
// the records of all.
func (u *update) reach(seeds map[string]bool) ([]*record, error) {
	queue := slices.Sorted(maps.Keys(seeds))
	seen := map[string]bool{}
	var records []*record
	for len(queue) > 0 {
		k := queue[0]
		queue = queue[1:]
		if seen[k] {
			continue
		}
		seen[k] = true
		g, err := u.node(k)
		if err != nil {
			return nil, err
		}
		if g == nil {
			continue
		}
		records = append(records, g.records...)
		next := map[string]bool{}
		if err := u.near(k, g, next); err != nil {
			return nil, err
		}
		for _, k := range slices.Sorted(maps.Keys(next)) {
			if !seen[k] {
				seeds[k] = true
				queue = append(queue, k)
			}
		}
	}
	return records, nil
}

func (u *update) crowded(block string) bool {
	is, err := u.crowds(block)
	u.broken = cmp.Or(u.broken, err)
	return is
}

// identities gives groups their identities, as instruments does. It returns
// for each node the ID that its group would have if no other had it.
func (u *update) identities(groups []*group) ([]found, map[string]string) {
	used := numbering{}
	bases := map[string]string{}
	var out []found
	for _, g := range groups {
		x := g.instrument(u.names)
		if x.Standing == none {
			continue
		}
		for _, r := range g.records {
			bases[r.node()] = x.ID
		}
		id := used.next(x.ID)
		out = append(out, found{g, id, x})
	}
	return out, bases
}

// cards makes the objects of found instruments, and of others of which only
// citations or steps changed.
func (u *update) cards(out []found) error {
	have := map[string]bool{}
	for _, x := range out {
		have[x.id] = true
	}
	seeds := map[string]bool{}
	for id := range u.cites {
		if have[id] {
			continue
		}
		keys, err := u.Nodes(id)
		if err != nil {
			return err
		}
		for _, k := range keys {
			seeds[k] = true
		}
	}
	if len(seeds) > 0 {
		more, _, err := u.join(seeds)
		if err != nil {
			return err
		}
		out = append(out, more...)
	}
	for _, f := range out {
		if have[f.id+"\x00"] {
			continue // both ways
		}
		have[f.id+"\x00"] = true
		x := f.card
		x.ID = f.id
		rows, err := u.Rows(RowCite, f.id)
		if err != nil {
			return err
		}
		if err := x.addCited(rows); err != nil {
			return err
		}
		u.changes.Instruments = append(u.changes.Instruments, x)
	}
	u.changes.InstrumentIDs = slices.DeleteFunc(set(u.changes.InstrumentIDs), func(id string) bool { return id == "" })
	return u.broken
}

// Package gazetteer knows the names of states, organisations, offices and well-known instruments, and
// finds them in text. Its tables are the files of data/, each with a header that says where it comes
// from; README.md tells how to change them.
package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"
	"sync"
)

// Gazetteer is a set of entries and the trie of their names. It does not change once it is loaded
// and may be used by any number of goroutines.
type Gazetteer struct {
	entries []*Entry
	byID    map[string]*Entry
	codes   map[string]*Entry // alpha-2, in capitals
	trie    *trie
}

var builtin = sync.OnceValue(func() *Gazetteer {
	g, err := load(embedded)
	if err != nil {
		panic(err) // the tables are part of the program: TestTables reads them first
	}
	return g
})

// Builtin returns the tables that come with the program, read on the first call.
func Builtin() *Gazetteer { return builtin() }

// ByID returns the entry with that ID, nil if there is none. Case counts.
func (g *Gazetteer) ByID(id string) *Entry { return g.byID[id] }

// All yields the entries in the order of the tables.
func (g *Gazetteer) All() iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, e := range g.entries {
			if !yield(e) {
				return
			}
		}
	}
}

// Lookup returns the entries that name means, the surest first: by ID, ISO code, name, alias,
// demonym or acronym, whatever the case, with or without "the".
func (g *Gazetteer) Lookup(name string) []*Entry {
	name = strings.TrimSpace(name)
	var found []*Entry
	for _, e := range []*Entry{g.byID[name], g.byID[strings.ToUpper(name)], g.codes[strings.ToUpper(name)]} {
		found = appendNew(found, e)
	}
	found = g.named(name, found)
	if rest, ok := cutArticle(name); ok {
		found = g.named(rest, found)
	}
	return found
}

func appendNew(entries []*Entry, e *Entry) []*Entry {
	if e == nil {
		return entries
	}
	for _, o := range entries {
		if o == e {
			return entries
		}
	}
	return append(entries, e)
}

func cutArticle(name string) (string, bool) {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:], true
	}
	return name, false
}

// named appends the entries one of whose surfaces is name.
func (g *Gazetteer) named(name string, found []*Entry) []*Entry {
	key, n := uint64(rootKey), node{}
	ok := walk(name, func(w word, symbol uint64) bool {
		hash := w.hash
		if symbol != 0 {
			hash = symbol
		}
		key = step(key, hash)
		var known bool
		n, known = g.trie.node(key)
		return known
	})
	if !ok {
		return found
	}
	for id := n.first; id != 0; {
		s := &g.trie.surfaces[id-1]
		found = appendNew(found, s.entry)
		id = s.next
	}
	return found
}

// matching is raised when names are found otherwise with the same tables.
const matching = "1"

// Hash returns 16 hex digits that change when the tables or the way of matching change.
func (g *Gazetteer) Hash() string { return hash() }

var hash = sync.OnceValue(func() string {
	h := sha256.New()
	h.Write([]byte(matching))
	for _, t := range tables {
		text, err := embedded.ReadFile("data/" + t.file)
		if err != nil {
			panic(err) // embedded: see TestTables
		}
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
})

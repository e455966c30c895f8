package gazetteer

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv
var embedded embed.FS

// table is a file of data/ and how a row of it becomes an entry.
type table struct {
	file  string
	enter func(*loader, row) error
}

// tables lists all files in the order in which they are read: of two equally sure readings, the one
// of the earlier table comes first.
var tables = []table{
	{"states.tsv", (*loader).state},
	{"regions.tsv", (*loader).thing},
	{"organizations.tsv", (*loader).organization},
	{"institutions.tsv", (*loader).thing},
	{"groups.tsv", (*loader).thing},
	{"outlets.tsv", (*loader).thing},
	{"places.tsv", (*loader).thing},
	{"instruments.tsv", (*loader).instrument},
	{"offices.tsv", (*loader).office},
	{"sectors.tsv", (*loader).sector},
}

// row is one line of a table: its cells by column.
type row struct {
	columns []string
	cells   []string
}

// cell returns the cell of a column, "" where the row is too short.
func (r row) cell(column string) string {
	for i, c := range r.columns {
		if c == column && i < len(r.cells) {
			return r.cells[i]
		}
	}
	return ""
}

// list returns the parts of a cell that are set apart by "|".
func (r row) list(column string) []string {
	cell := r.cell(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// codes returns the parts of a cell that are set apart by blanks.
func (r row) codes(column string) []string { return strings.Fields(r.cell(column)) }

// loader builds a gazetteer from its tables.
type loader struct{ g *Gazetteer }

func load(files embed.FS) (*Gazetteer, error) {
	l := &loader{&Gazetteer{byID: make(map[string]*Entry, 4096), codes: make(map[string]*Entry, 512), trie: newTrie(1 << 15)}}
	for _, t := range tables {
		text, err := files.ReadFile("data/" + t.file)
		if err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
		if err := l.read(string(text), t.enter); err != nil {
			return nil, fmt.Errorf("gazetteer: %s: %w", t.file, err)
		}
	}
	return l.g, nil
}

// read reads a table: comment lines, a line of column names, rows.
func (l *loader) read(text string, enter func(*loader, row) error) error {
	r := row{}
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		switch {
		case line == "" || line[0] == '#':
		case r.columns == nil:
			r.columns = strings.Split(line, "\t")
		default:
			r.cells = strings.Split(line, "\t")
			if len(r.cells) > len(r.columns) {
				return fmt.Errorf("line %d: %d cells, %d columns", n, len(r.cells), len(r.columns))
			}
			if err := enter(l, r); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return nil
}

// entry adds e to the gazetteer.
func (l *loader) entry(e *Entry) error {
	switch {
	case e.ID == "" || e.Name == "" || e.Kind == 0:
		return fmt.Errorf("entry %q: no id, name or kind", e.ID)
	case l.g.byID[e.ID] != nil:
		return fmt.Errorf("entry %q: twice", e.ID)
	}
	l.g.byID[e.ID] = e
	l.g.entries = append(l.g.entries, e)
	return nil
}

// names enters the surfaces of e. Marks: a leading "(the) " is an article that belongs to the name but
// may be missing; "~" a weak reading; a trailing "?" an ordinary word as well; a trailing "-" a
// combining form.
func (l *loader) names(e *Entry, reading Reading, names ...string) {
	for _, name := range names {
		s := surface{entry: e, reading: reading}
		name, s.weak = strings.CutPrefix(name, "~")
		name, s.word = strings.CutSuffix(name, "?")
		name, s.combining = strings.CutSuffix(name, "-")
		if rest, ok := strings.CutPrefix(name, "(the) "); ok {
			l.spelled("the "+rest, s)
			name = rest
		}
		l.spelled(name, s)
	}
}

// spellings lists words that are written in two ways.
var spellings = [][2]string{
	{"rganization", "rganisation"}, {"ooperation", "o-operation"}, {"efence", "efense"}, {"abour", "abor"},
	{"ivilization", "ivilisation"}, {"Centre", "Center"}, {"centre", "center"}, {"Programme", "Program"},
	{"tabilization", "tabilisation"}, {"tandardization", "tandardisation"},
}

// spelled enters name in each of its spellings.
func (l *loader) spelled(name string, s surface) {
	l.g.trie.add(name, s)
	for _, pair := range spellings {
		if strings.Contains(name, pair[0]) {
			l.g.trie.add(strings.ReplaceAll(name, pair[0], pair[1]), s)
		} else if strings.Contains(name, pair[1]) {
			l.g.trie.add(strings.ReplaceAll(name, pair[1], pair[0]), s)
		}
	}
}

// plain strips the marks of a surface.
func plain(name string) string {
	name = strings.TrimPrefix(name, "~")
	name = strings.TrimRight(name, "?-")
	return strings.TrimPrefix(name, "(the) ")
}

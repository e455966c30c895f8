package gazetteer

import "fmt"

// kinds maps the words of the kind columns.
var kinds = map[string]Kind{
	"state": State, "territory": Territory, "entity": Entity, "region": Region, "people": People,
	"place": Place, "organization": Organization, "group": Group,
	"institution": Institution, "outlet": Outlet,
}

// state enters a row of states.tsv.
func (l *loader) state(r row) error {
	names := r.list("names")
	if len(names) == 0 {
		return fmt.Errorf("state %q: no name", r.cell("id"))
	}
	e := &Entry{
		ID: r.cell("id"), Kind: kinds[r.cell("kind")], Name: plain(names[0]), Alpha2: r.cell("alpha2"),
		Adj: first(r.list("demonyms")), Capital: first(r.list("capitals")), Sector: "GOV",
		From: r.cell("from"), To: r.cell("to"), Parent: r.cell("parent"), Country: r.cell("country"),
	}
	if err := l.entry(e); err != nil {
		return err
	}
	if e.Alpha2 != "" && e.To == "" {
		l.g.codes[e.Alpha2] = e
	}
	l.names(e, Name, names[0])
	l.names(e, Name, r.list("official")...)
	l.names(e, Alias, names[1:]...)
	l.names(e, Acronym, r.list("acronyms")...)
	l.names(e, Former, r.list("former")...)
	l.names(e, Demonym, r.list("demonyms")...)
	l.names(e, Government, r.list("governments")...)
	l.names(e, Capital, r.list("capitals")...)
	return nil
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return plain(list[0])
}

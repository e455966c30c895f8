package gazetteer

import "fmt"

// thing enters a row of regions.tsv, places.tsv, institutions.tsv, groups.tsv or outlets.tsv.
func (l *loader) thing(r row) error {
	e := &Entry{
		ID: r.cell("id"), Kind: kinds[r.cell("kind")], Name: first(r.list("names")), Acronym: first(r.list("acronyms")),
		Adj: first(r.list("demonyms")), Sector: r.cell("sector"), Country: r.cell("country"),
	}
	if e.Name == "" {
		e.Name = e.Acronym
	}
	if err := l.entry(e); err != nil {
		return err
	}
	l.titled(e, r.list("names"))
	l.names(e, Acronym, r.list("acronyms")...)
	l.names(e, Demonym, r.list("demonyms")...)
	return nil
}

// titled enters names, the first as the name, the others as aliases.
func (l *loader) titled(e *Entry, names []string) {
	for i, name := range names {
		reading := Alias
		if i == 0 {
			reading = Name
		}
		l.names(e, reading, name)
	}
}

// office enters a row of offices.tsv.
func (l *loader) office(r row) error {
	e := &Entry{
		ID: r.cell("id"), Kind: Office, Name: first(r.list("names")), Sector: r.cell("sector"),
		BindsState: r.cell("binds") == "yes",
	}
	return l.common(e, r)
}

// sector enters a row of sectors.tsv.
func (l *loader) sector(r row) error {
	e := &Entry{ID: "sector-" + r.cell("id"), Kind: Sector, Name: first(r.list("names")), Sector: r.cell("sector")}
	if e.Sector == "" {
		return fmt.Errorf("entry %q: no sector", e.ID)
	}
	return l.common(e, r)
}

// common enters an entry whose names are common nouns.
func (l *loader) common(e *Entry, r row) error {
	if err := l.entry(e); err != nil {
		return err
	}
	l.names(e, Noun, r.list("names")...)
	return nil
}

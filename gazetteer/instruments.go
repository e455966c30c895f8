package gazetteer

import (
	"fmt"
	"strings"
)

// instrument enters a row of instruments.tsv.
func (l *loader) instrument(r row) error {
	e := &Entry{
		ID: r.cell("id"), Kind: Instrument, Name: first(r.list("names")), Acronym: first(r.list("acronyms")),
		Type: r.cell("type"), Date: r.cell("date"), PlaceName: r.cell("place"),
		Organization: r.cell("organization"), Subjects: r.codes("subjects"),
	}
	parties, err := l.members(r.codes("parties"))
	if err != nil {
		return fmt.Errorf("entry %q: %w", e.ID, err)
	}
	e.Parties = parties
	if err := l.entry(e); err != nil {
		return err
	}
	names := r.list("names")
	l.titled(e, names)
	for _, name := range names {
		if lower := lowerType(name); lower != name {
			l.names(e, Alias, lower)
		}
	}
	l.names(e, Acronym, r.list("acronyms")...)
	return nil
}

// typeWords are the words for kinds of instruments that stand at the end of short titles.
var typeWords = []string{
	"Treaty", "Agreement", "Agreements", "Accord", "Accords", "Pact", "Convention", "Conventions", "Protocol",
	"Protocols", "Declaration", "Charter", "Memorandum", "Statement", "Communiqué", "Plan", "Initiative",
}

// lowerType writes the type word at the end of a title in lower case, and "Peace" before it:
// "Minsk agreements", "Dayton peace accord".
func lowerType(name string) string {
	for _, word := range typeWords {
		rest, ok := strings.CutSuffix(name, " "+word)
		if !ok {
			continue
		}
		if before, ok := strings.CutSuffix(rest, " Peace"); ok {
			rest = before + " peace"
		}
		return rest + " " + strings.ToLower(word)
	}
	return name
}

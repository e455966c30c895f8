package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// organization enters a row of organizations.tsv.
func (l *loader) organization(r row) error {
	e := &Entry{
		ID: r.cell("id"), Kind: Organization, Name: first(r.list("names")), Acronym: first(r.list("acronyms")),
		Sector: r.cell("sector"), Parent: r.cell("parent"), From: r.cell("from"), To: r.cell("to"),
	}
	if e.Name == "" {
		e.Name = e.Acronym
	}
	members, err := l.members(r.codes("members"))
	if err != nil {
		return fmt.Errorf("entry %q: %w", e.ID, err)
	}
	e.Members = members
	if err := l.entry(e); err != nil {
		return err
	}
	l.titled(e, r.list("names"))
	l.names(e, Acronym, r.list("acronyms")...)
	return nil
}

// members spells out a list of members: "@X" stands for the members of X, "-X" takes X out.
func (l *loader) members(codes []string) ([]string, error) {
	var list []string
	for _, code := range codes {
		group, isGroup := strings.CutPrefix(code, "@")
		gone, isGone := strings.CutPrefix(code, "-")
		switch {
		case isGroup && group == "UN":
			list = append(list, l.unitedNations()...)
		case isGroup && l.g.byID[group] == nil:
			return nil, fmt.Errorf("member %s: not named earlier", code)
		case isGroup:
			list = append(list, l.g.byID[group].Members...)
		case isGone:
			list = slices.DeleteFunc(list, func(c string) bool { return c == gone })
		default:
			list = append(list, code)
		}
	}
	return list, nil
}

// outsideUN lists the entries of kind state with a code that are no members of the United Nations:
// two observers, two states in free association, two that many but not all states recognise.
var outsideUN = []string{"VAT", "PSE", "COK", "NIU", "XKX", "TWN"}

func (l *loader) unitedNations() []string {
	var list []string
	for _, e := range l.g.entries {
		if e.Kind == State && e.Alpha2 != "" && e.To == "" && !slices.Contains(outsideUN, e.ID) {
			list = append(list, e.ID)
		}
	}
	return list
}

package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// table prints rows: in columns on a terminal, else with a tab between cells, as
// cut and awk like it. The header may be nil.
func (p *program) table(header []string, rows [][]string) {
	if !isTerminal(p.out) {
		for _, r := range rows {
			fmt.Fprintln(p.out, strings.Join(flat(r), "\t"))
		}
		return
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	if header != nil {
		fmt.Fprintln(w, strings.ToUpper(strings.Join(header, "\t")))
	}
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(flat(r), "\t"))
	}
	w.Flush()
}

// flat returns cells without line ends and tabs.
func flat(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.Join(strings.Fields(c), " ")
	}
	return out
}

// short cuts s for a cell.
func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}

func plural(noun string) string { return strings.TrimPrefix(counted(2, noun), "2 ") }

package main

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
)

// table prints rows: drawn on a terminal, else with a tab between cells, as
// cut and awk like it. The header may be nil.
func (p *program) table(header []string, rows [][]string) {
	if !isTerminal(p.out) {
		for _, r := range rows {
			fmt.Fprintln(p.out, strings.Join(flat(r), "\t"))
		}
		return
	}
	t := table.New().Border(lipgloss.HiddenBorder()).BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).
		StyleFunc(func(row, _ int) lipgloss.Style {
			s := lipgloss.NewStyle().PaddingRight(1)
			if row == table.HeaderRow {
				s = s.Bold(true)
			}
			return s
		})
	if header != nil {
		t = t.Headers(header...).BorderHeader(false)
	}
	for _, r := range rows {
		t = t.Row(flat(r)...)
	}
	fmt.Fprintln(p.out, t.Render())
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

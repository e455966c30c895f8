package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Markdown writes d as CommonMark with footnotes.
func (d *Dossier) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\nDossier: %s. %d sentences of %d documents.\n", md(d.Title), md(d.About), len(d.Notes), len(d.Sources))
	if d.Cut {
		fmt.Fprint(out, "There is more than a dossier holds; the base has the rest.\n")
	}
	for i, f := range d.Card {
		if i == 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "- **%s**: %s\n", md(f.Name), md(humanDate(oneLine(f.Value))))
	}
	for _, part := range []struct {
		name  string
		items []Item
	}{{"Provisions in its own words", d.Parts}, {"In the order of time", d.Items}, {"Where the sources disagree", d.Splits}, {"Promises that may collide", d.Clashes}} {
		if len(part.items) > 0 {
			fmt.Fprintf(out, "\n## %s\n\n", part.name)
		}
		for _, x := range part.items {
			mdItem(out, x)
		}
	}
	if len(d.Sources) > 0 {
		fmt.Fprint(out, "\n## Annex: sources\n\n")
	}
	for i, h := range d.Sources {
		fmt.Fprintf(out, "%d. %s.", i+1, md(sourceName(h)))
		if h.URL != "" {
			fmt.Fprintf(out, " <%s>", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "").Replace(h.URL))
		}
		fmt.Fprintf(out, "\n   %s, document %s, SHA-256 %s\n", md(h.File), h.ID, h.SHA256)
	}
	fmt.Fprintf(out, "\n## Cite this base as\n\n%s\n", md(d.Cite))
	if len(d.Notes) > 0 {
		fmt.Fprintln(out)
	}
	for _, n := range d.Notes {
		fmt.Fprintf(out, "[^%d]: “%s” %s, bytes %d to %d.\n", n.N, md(oneLine(n.Source.Quote)), md(sourceName(d.Document(n))), n.Source.Start, n.Source.End)
	}
	return out.Flush()
}

func mdItem(out *bufio.Writer, x Item) {
	fmt.Fprint(out, "- ")
	if x.Date != "" {
		fmt.Fprintf(out, "**%s** ", md(humanDate(x.Date)))
	}
	struck := ""
	if x.State == "rejected" {
		struck = "~~"
	}
	fmt.Fprintf(out, "*%s* %s%s%s", md(strings.TrimSpace(x.Kind+" "+x.Part)), struck, md(x.Head), struck)
	if x.State != "" {
		fmt.Fprintf(out, " (%s)", x.State)
	}
	if x.Text != "" {
		fmt.Fprintf(out, ": %s", md(x.Text))
	}
	for _, n := range x.Notes {
		fmt.Fprintf(out, "[^%d]", n)
	}
	fmt.Fprintln(out)
	for _, l := range x.Lines {
		fmt.Fprintf(out, "  - %s\n", md(l))
	}
}

// md escapes what Markdown would take for its own.
var mdEscaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "#", `\#`, "~", `\~`, "|", `\|`, "&", "&amp;")

func md(s string) string { return mdEscaper.Replace(clean(oneLine(s))) }

package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pacta/edtf"
	"pacta/treatybase"
)

// BibLaTeX writes documents as a bibliography for biblatex and biber: UTF-8,
// dates in EDTF, the hash of the bytes in the note.
func BibLaTeX(w io.Writer, documents []treatybase.Head) error {
	out := bufio.NewWriter(w)
	keys := bibKeys(documents)
	for i, h := range documents {
		if i > 0 {
			fmt.Fprintln(out)
		}
		bibEntry(out, h, keys[i])
	}
	return out.Flush()
}

func bibEntry(out *bufio.Writer, h treatybase.Head, key string) {
	sort, container := "article", "journaltitle"
	switch {
	case h.Genre == "treaty":
		sort, container = "misc", "organization"
	case h.URL != "":
		sort, container = "online", "organization"
	case h.Outlet == "":
		sort = "misc"
	}
	fmt.Fprintf(out, "@%s{%s,\n", sort, key)
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "  %-12s = {%s},\n", name, value)
		}
	}
	put("author", bibAuthor(h.Author))
	put("title", tex(h.Title))
	if h.Title == "" {
		put("title", tex(h.File))
	}
	put(container, tex(h.Outlet))
	if sort == "article" {
		put("entrysubtype", "newspaper")
	}
	put("date", bibDate(h.Published))
	put("url", bibURL(h.URL))
	put("langid", langids[h.Language])
	if h.Genre == "treaty" {
		put("howpublished", "text of an instrument")
	}
	put("note", "pacta document "+h.ID+", SHA-256 "+h.SHA256)
	fmt.Fprintln(out, "}")
}

// bibKeys returns a key for each document: outlet, year and the beginning of
// its ID, in ASCII letters and digits.
func bibKeys(documents []treatybase.Head) []string {
	out := make([]string, len(documents))
	for i, h := range documents {
		name := strings.Map(func(r rune) rune {
			switch {
			case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
				return r
			case 'A' <= r && r <= 'Z':
				return r + 'a' - 'A'
			}
			return -1
		}, h.Outlet)
		year := ""
		if x, err := edtf.Parse(h.Published); err == nil && x.First != edtf.Earliest {
			y, _, _ := x.First.Date()
			year = fmt.Sprintf("%04d", y)
		}
		if name == "" {
			name = "pacta"
		}
		out[i] = name[:min(24, len(name))] + year + ":" + h.ID[:min(8, len(h.ID))]
	}
	return out
}

// bibDate returns a date as biblatex reads it (EDTF level 1), "" for what is
// none. The time of day is left out.
func bibDate(v string) string {
	d, _, _ := strings.Cut(v, "T")
	if _, err := edtf.Parse(d); err != nil {
		return ""
	}
	return strings.NewReplacer("..", "").Replace(d) // an open end is empty there
}

// bibAuthor keeps a name together that is no list of persons.
func bibAuthor(name string) string {
	if name == "" {
		return ""
	}
	if strings.ContainsAny(name, ",;/&0123456789@") || len(strings.Fields(name)) > 4 && !strings.Contains(name, " and ") {
		return "{" + tex(name) + "}"
	}
	return tex(name)
}

func bibURL(u string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", " ", "%20", "\\", "%5C", "\n", "").Replace(clean(u))
}

// texEscaper escapes what TeX would take for its own.
var texEscaper = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`)

func tex(s string) string { return texEscaper.Replace(clean(oneLine(s))) }

// langids are the names that babel has for languages.
var langids = map[string]string{
	"en": "english", "fr": "french", "ru": "russian", "de": "german", "es": "spanish", "it": "italian", "pt": "portuguese", "tr": "turkish",
	"uk": "ukrainian", "pl": "polish", "nl": "dutch", "sv": "swedish", "el": "greek", "hu": "hungarian", "cs": "czech", "ro": "romanian",
	"sr": "serbian", "hr": "croatian", "bg": "bulgarian", "fi": "finnish", "da": "danish", "no": "norwegian",
}

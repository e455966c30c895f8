package read

import (
	"strings"
	"testing"

	"pacta"
)

const (
	numberingXML = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Artikel"/><w:lvlText w:val="Article %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:isLgl/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

	stylesXML = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:styleId="Artikel"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Absatz"><w:basedOn w:val="Artikel"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Plain"/></w:styles>`
)

// numberedDOCX makes a file of paragraphs "style list level text"; "-" is none.
func numberedDOCX(t *testing.T, rows ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, row := range rows {
		f := strings.SplitN(row, " ", 4)
		b.WriteString("<w:p><w:pPr>")
		if f[0] != "-" {
			b.WriteString(`<w:pStyle w:val="` + f[0] + `"/>`)
		}
		if f[1] != "-" {
			b.WriteString(`<w:numPr><w:ilvl w:val="` + f[2] + `"/><w:numId w:val="` + f[1] + `"/></w:numPr>`)
		}
		b.WriteString(`<w:pPrChange><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>` + f[3] + `</w:t></w:r></w:p>`)
	}
	b.WriteString("</w:body></w:document>")
	return string(archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", b.String(), "word/numbering.xml", numberingXML, "word/styles.xml", stylesXML))
}

func TestDOCXNumbers(t *testing.T) {
	d := one(t, "a.docx", numberedDOCX(t,
		"- - - Pact of Springfield",
		"Artikel - - Consultation",
		"Absatz - - The Parties shall consult each other.",
		"- 4 1 They shall do so",
		"- 4 2 without delay, and",
		"- 4 2 in writing.",
		"- 4 3 marked",
		"Artikel - - Duration",
		"Absatz - - This Pact holds for ten years.",
		"Artikel 0 0 Not numbered",
		"Plain 6 0 Nothing",
		"- 6 0 Something",
		"- 5 0 Depositary",
		"- 5 0 Languages",
		"- 99 0 No such list",
	))
	const want = "Pact of Springfield|Article I Consultation|1.1. The Parties shall consult each other.|1.2. They shall do so|(a) without delay, and|(b) in writing.|marked|" +
		"Article II Duration|2.1. This Pact holds for ten years.|Not numbered|0) Nothing|1) Something|Article VII Depositary|Article VIII Languages|No such list"
	if got := strings.ReplaceAll(d.Text, "\n", "|"); got != want {
		t.Errorf("text %q\nwant %q", got, want)
	}
	if d.Genre != pacta.GenreTreaty {
		t.Errorf("genre %q, want a treaty", d.Genre)
	}
}

func TestDocxDigits(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{{1994, "upperRoman", "MCMXCIV"}, {4, "lowerRoman", "iv"}, {28, "lowerLetter", "bb"}, {26, "upperLetter", "Z"}, {7, "decimalZero", "07"}, {0, "upperRoman", "0"}, {5000, "lowerRoman", "5000"}, {3, "ordinalText", "3"}} {
		if got := docxDigits(c.n, c.format); got != c.want {
			t.Errorf("docxDigits(%d, %s) = %s, want %s", c.n, c.format, got, c.want)
		}
	}
}

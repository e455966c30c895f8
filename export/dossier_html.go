package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"sync"
)

//go:embed dossier.html
var dossierPage string

//go:embed dossier.css
var dossierStyle string

// page returns the template of a dossier.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("dossier").Funcs(template.FuncMap{
		"style":   func() template.CSS { return template.CSS(dossierStyle) },
		"date":    humanDate,
		"oneline": oneLine,
		"name":    sourceName,
		"up":      func(n int) int { return n + 1 },
	}).Parse(dossierPage))
})

// HTML writes d as one file that needs no other: its style is in it, and it
// runs nothing.
func (d *Dossier) HTML(w io.Writer) error { return page().Execute(w, d) }

// StylePolicy is the source expression of a Content-Security-Policy that lets
// the style of a dossier through, and nothing else.
func StylePolicy() string {
	sum := sha256.Sum256([]byte(dossierStyle))
	return fmt.Sprintf("'sha256-%s'", base64.StdEncoding.EncodeToString(sum[:]))
}

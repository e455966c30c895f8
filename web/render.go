package web

import (
	"bytes"
	"context"
	"embed"
	"encoding/csv"
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"sync"

	"pacta"
)

//go:embed templates
var templateFiles embed.FS

// pages returns the parsed template of each page by language and name, each
// with the layout. A language is parsed with the first page shown in it: other
// commands do not pay for it.
var pages = func() func(tongue) map[string]*template.Template {
	var parsed sync.Map
	return func(t tongue) map[string]*template.Template {
		once, _ := parsed.LoadOrStore(t.Code, sync.OnceValue(func() map[string]*template.Template { return parseTemplates(t) }))
		return once.(func() map[string]*template.Template)()
	}
}()

func parseTemplates(t tongue) map[string]*template.Template {
	out := map[string]*template.Template{}
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err)
	}
	frame := template.Must(template.New("layout.html").Funcs(functionsIn(t)).ParseFS(templateFiles, "templates/layout.html", "templates/parts.html", "templates/reviewparts.html"))
	for _, f := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(f, "templates/"), ".html")
		if name == "layout" || strings.HasSuffix(name, "parts") {
			continue
		}
		out[name] = template.Must(template.Must(frame.Clone()).ParseFS(templateFiles, f))
	}
	return out
}

// A view is what a handler makes: one set of objects that is shown as a page,
// as JSON or as CSV.
type view struct {
	name   string // of the template
	Title  string
	Nav    string // the entry of the menu that is current
	Data   any    // for the template
	json   any    // for the .json twin
	header []string
	rows   [][]string   // for the .csv twin; a page without a table has none
	fill   func() error // makes rows, nil where they are there already
	code   int          // HTTP status, 0 for 200
	file   *download    // sent in place of the page

	// Filled in by page.
	Path    string // of this page without format
	Query   string // "?…" or ""
	Version string
	Asked   string // what stands in the ask box
	Files   assets
	Tongue  tongue
	Visitor visitor
	dossier string // the query of its dossier
}

// Tongues returns the languages that the page can be had in.
func (v *view) Tongues() []tongue { return tongues() }

// In returns the address of this page in another language.
func (v *view) In(t tongue) string {
	if v.Query == "" {
		return v.Path + "?lang=" + t.Code
	}
	return v.Path + v.Query + "&lang=" + t.Code
}

type assets struct{ Style, Script string }

type formatKey struct{}

// splitFormat takes .json and .csv off the path, so that all twins meet in one
// pattern.
func splitFormat(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, f := range []string{"json", "csv"} {
			if p, ok := strings.CutSuffix(r.URL.Path, "."+f); ok {
				r = r.Clone(context.WithValue(r.Context(), formatKey{}, f))
				r.URL.Path, r.URL.RawPath = p, ""
				if p == "/index" {
					r.URL.Path = "/"
				}
				break
			}
		}
		next.ServeHTTP(w, r)
	})
}

// page returns the handler of r: it makes the view and writes it in the format
// that was asked for.
func (s *server) page(r route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		format, _ := req.Context().Value(formatKey{}).(string)
		v, err := r.page(s, req)
		if err != nil {
			v = failure(err)
		}
		switch {
		case format == "" && v.file != nil:
			writeFile(w, v.file)
		case format == "json":
			writeJSON(w, v)
		case format == "csv" && v.header != nil:
			writeCSV(w, v)
		case format == "csv" && v.code == 0:
			writeHTML(w, s.frame(failure(pacta.ErrNotFound), req))
		default:
			writeHTML(w, s.frame(v, req))
		}
	})
}

// frame fills in what every page shows.
func (s *server) frame(v *view, r *http.Request) *view {
	v.Path = r.URL.Path
	if r.URL.RawQuery != "" {
		v.Query = "?" + r.URL.RawQuery
	}
	v.Version, v.dossier = s.options.Version, dossierOf(r)
	v.Files, v.Tongue, v.Visitor = assets{styleName, scriptName}, tongueOf(r), visitorOf(r)
	return v
}

func writeHTML(w http.ResponseWriter, v *view) {
	var b bytes.Buffer
	if err := pages(v.Tongue)[v.name].Execute(&b, v); err != nil {
		http.Error(w, "the page could not be written: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", v.Tongue.Code)
	w.Header().Add("Vary", "Accept-Language, Cookie")
	w.WriteHeader(v.status())
	w.Write(b.Bytes())
}

func writeJSON(w http.ResponseWriter, v *view) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(v.status())
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.Encode(v.json)
}

func writeCSV(w http.ResponseWriter, v *view) {
	if v.fill != nil {
		if err := v.fill(); err != nil {
			http.Error(w, "the table could not be written: "+err.Error(), http.StatusInternalServerError)
			return
		}
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.WriteHeader(v.status())
	c := csv.NewWriter(w)
	c.Write(v.header)
	c.WriteAll(v.rows)
}

func (v *view) status() int {
	if v.code != 0 {
		return v.code
	}
	return http.StatusOK
}

// statusOf maps what can be wrong with a request to HTTP status.
var statusOf = []struct {
	err  error
	code int
	hint string
}{
	{pacta.ErrNotFound, http.StatusNotFound, "The address may be of another base, or of a fact that a later analysis no longer finds."},
	{pacta.ErrInvalid, http.StatusBadRequest, "Check the values in the address."},
	{pacta.ErrUnsupported, http.StatusNotImplemented, ""},
	{errSignIn, http.StatusUnauthorized, "Sign in with the name and password that the admin of this base gave you."},
	{errAttempts, http.StatusTooManyRequests, "After wrong passwords there is one more attempt every twenty seconds."},
	{errForbidden, http.StatusForbidden, "An admin of this base can give you another role."},
}

// failure returns the page that says what went wrong and what to do next.
func failure(err error) *view {
	code, hint := http.StatusInternalServerError, "This is a fault of pacta or of the machine; pacta status may say more."
	for _, s := range statusOf {
		if errors.Is(err, s.err) {
			code, hint = s.code, s.hint
			break
		}
	}
	data := struct {
		Code       int    `json:"status"`
		Error      string `json:"error"`
		StatusText string `json:"-"`
		Hint       string `json:"hint,omitempty"`
	}{code, err.Error(), http.StatusText(code), hint}
	return &view{name: "error", Title: http.StatusText(code), Data: data, json: data, code: code}
}

func notFound(_ *server, _ *http.Request) (*view, error) { return nil, pacta.ErrNotFound }

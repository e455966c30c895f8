package web

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// mostOfAShape is how many addresses of one shape, as /facts/ID.csv, a crawl
// visits.
const mostOfAShape = 20

// shape returns what is alike in the addresses of one page.
func shape(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	return strings.TrimSuffix(parts[0], path.Ext(u.Path)) + strings.Repeat("/*", len(parts)-1) + path.Ext(u.Path) + u.Query().Get("format")
}

// crawl visits what can be reached from the addresses given, some of each
// shape, and shows each page to look.
func crawl(t *testing.T, h http.Handler, from []string, look func(address, body string)) map[string]int {
	t.Helper()
	shapes, seen := map[string]int{}, map[string]bool{}
	for queue := from; len(queue) > 0; queue = queue[1:] {
		address := queue[0]
		s := shape(address)
		if seen[address] || shapes[s] >= mostOfAShape {
			continue
		}
		seen[address] = true
		shapes[s]++
		w := get(h, address)
		kind := w.Header().Get("Content-Type")
		switch {
		case w.Code != http.StatusOK:
			t.Errorf("%s: status %d", address, w.Code)
		case strings.Contains(kind, "text/html"):
			body := w.Body.String()
			if look != nil {
				look(address, body)
			}
			if !strings.HasPrefix(address, "/dossier?") {
				queue = append(queue, links(t, body)...)
			}
		case strings.Contains(kind, "json"):
			if !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s is no JSON", address)
			}
		case strings.Contains(kind, "csv"):
			if rows, err := csv.NewReader(w.Body).ReadAll(); err != nil || len(rows) == 0 {
				t.Errorf("%s: %d rows, %v", address, len(rows), err)
			}
		}
	}
	return shapes
}

// Every page that can be reached from the start page answers, and so do its
// twins and dossiers.
func TestEveryLinkAnswers(t *testing.T) {
	shapes := crawl(t, demoPages(t), []string{"/", "/status", "/search?q=treaty", "/ask?q=When+was+the+Ankara+Declaration+signed%3F", "/actors/IND/PAK",
		"/triggers?event=armed+attack+on+India+by+Pakistan", "/collisions", "/timeline?party=IND&said=1", "/matrix?modality=obligation", "/network?party=IND"},
		func(address, body string) {
			if n := strings.Count(body, "<h1"); n != 1 {
				t.Errorf("%s: %d headings of the first level", address, n)
			}
		})
	for _, want := range []string{"instruments/*", "instruments/*.json", "instruments/*.csv", "actors/*/*", "actors/*/*.csv", "facts/*", "documents/*", "matrix.csv", "network.json",
		"timeline.csv", "triggers.csv", "dossierhtml", "dossiermarkdown", "dossierbiblatex", "dossiercsl"} {
		if shapes[want] == 0 {
			t.Errorf("no %s was reached", want)
		}
	}
}

// hostileText holds what must be shown and never done: HTML, scripts, SQL,
// template and terminal codes, in whatever place a source can put words.
const hostileText = `Post: <script>alert(1)</script> "onload='x'"

3 May 2031

Norway <img src=x onerror=alert(2)> and Finland signed the <b onclick=alert(5)>Treaty on {{.Fish}} and Canals</b> in Oslo on 4 May 2031. '; DROP TABLE document; -- ` + "\x1b[31m red \x1b[0m \x1b]0;title\x07" + `

Under Article 4 of the Treaty on {{.Fish}} and Canals, each Party shall open its <iframe src=javascript:alert(6)> canals and shall not attack the other. Article 5 says that an armed attack on one of them shall be considered an attack on both.

"We will comply with the treaty </span></p></svg><script>alert(3)</script>," the Norwegian foreign minister Ole "</title>" Ås said on 5 May 2031. Finland said that Norway had breached the treaty &lt;b&gt; %3Cscript%3E.

Norway and Finland signed the Treaty on {{.Fish}} and Canals in Bergen on 6 May 2031, the Gazette <style>*{display:none}</style> reported.
`

// Whatever a source says is text on every page that shows it.
func TestHostileTextOnEveryPage(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{`<b>x".txt`, "y'; --.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name+"\n\n"+hostileText), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	h := New(baseOf(t, folder), Options{})
	shown := false
	shapes := crawl(t, h, []string{"/", "/actors/NOR/FIN", "/search?q=treaty", "/search?q=%3Cscript%3Ealert(4)%3C%2Fscript%3E", "/ask?q=When+was+the+%3Cscript%3E+treaty+signed%3F",
		"/triggers?event=%3Cimg%20src%3Dx%3E+attack+on+Norway+by+Finland", "/matrix?area=%22%3E%3Cscript%3E", "/network?party=%3Cscript%3E", "/timeline?party=%22%3E%3Cimg%3E",
		"/status", "/collisions", "/dossier?text=treaty", "/dossier?id=NOR"}, func(address, body string) {
		doc, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for x := range doc.Descendants() {
			if x.Type != html.ElementNode {
				continue
			}
			switch x.Data {
			case "img", "iframe", "b" + "ase":
				t.Errorf("%s: the source's <%s> became an element", address, x.Data)
			case "script":
				if !hasSource(x) {
					t.Errorf("%s: a script of the source", address)
				}
			case "style":
				if x.FirstChild != nil && strings.Contains(x.FirstChild.Data, "display:none}") && strings.Contains(x.FirstChild.Data, "*{") {
					t.Errorf("%s: a style of the source", address)
				}
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") {
					t.Errorf("%s: <%s %s=%q>", address, x.Data, a.Key, a.Val)
				}
			}
		}
		shown = shown || strings.Contains(body, "{{.Fish}}")
	})
	if !shown {
		t.Error("the text is shown nowhere: the base may be empty")
	}
	for _, want := range []string{"instruments/*", "facts/*", "documents/*", "actors/*", "dossierhtml"} {
		if shapes[want] == 0 {
			t.Errorf("no %s was reached: %v", want, shapes)
		}
	}
}

// An empty base has every page and every twin.
func TestEmptyBasePages(t *testing.T) {
	h := New(baseOf(t, t.TempDir()), Options{})
	for _, address := range []string{"/timeline", "/matrix", "/network", "/triggers?event=attack+on+Norway+by+Finland", "/collisions", "/dossier", "/dossier?kind=commitment", "/dossier?text=treaty", "/dossier?id=NOR&with=FIN", "/actors/NOR/FIN", "/actors/NOR"} {
		for _, format := range []string{"", ".json", ".csv"} {
			p, q, _ := strings.Cut(address, "?")
			w := get(h, p+format+"?"+q)
			if w.Code != http.StatusOK && !(address == "/dossier" && format == ".csv" || w.Code == http.StatusNotFound && strings.Contains(address, "id=")) {
				t.Errorf("%s%s: status %d", address, format, w.Code)
			}
			if format == ".json" && !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s.json is no JSON", address)
			}
		}
	}
}

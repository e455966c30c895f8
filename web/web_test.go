package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pacta/demo"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/treatybase"
)

// baseOf builds a base of the files in folder.
func baseOf(t *testing.T, folder string) *treatybase.Base {
	t.Helper()
	ctx := context.Background()
	b, err := treatybase.Create(ctx, filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := ingest.NewAdder(b, extract.New(), ingest.Options{}).Add(ctx, []string{folder}); err != nil {
		t.Fatal(err)
	}
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	return b
}

func demoPages(t *testing.T) http.Handler {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, demo.Files); err != nil {
		t.Fatal(err)
	}
	return New(baseOf(t, folder), Options{Version: "test"})
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.Host = "127.0.0.1:8080"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// links returns the addresses of a page that lead to this server.
func links(t *testing.T, body string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "/") && !strings.Contains(a.Val, "lang=") {
				u, err := url.Parse(a.Val)
				if err != nil {
					t.Fatalf("link %q: %v", a.Val, err)
				}
				u.Fragment = ""
				out = append(out, u.String())
			}
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(a.Val, "javascript:") {
				t.Errorf("<%s %s=%q>: the policy forbids it", n.Data, a.Key, a.Val)
			}
		}
	}
	return out
}

func TestEmptyBase(t *testing.T) {
	folder := t.TempDir()
	h := New(baseOf(t, folder), Options{})
	for _, r := range routes {
		path := strings.TrimSuffix(r.pattern, "{$}")
		if strings.Contains(path, "{") {
			path = strings.NewReplacer("{id}", "nothing", "{other}", "else").Replace(path)
			if w := get(h, path); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "<h1") {
				t.Errorf("%s: status %d, want a page that says 404", path, w.Code)
			}
			continue
		}
		if w := get(h, path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d:\n%s", path, w.Code, w.Body)
		}
	}
}

func TestBadRequests(t *testing.T) {
	h := demoPages(t)
	for path, want := range map[string]int{
		"/documents?from=x":               http.StatusBadRequest,
		"/commitments?from=-3":            http.StatusBadRequest,
		"/nowhere":                        http.StatusNotFound,
		"/facts/../../etc/passwd":         http.StatusNotFound,
		"/search?q=%22":                   http.StatusBadRequest,
		"/search?q=%27%3B+DROP+TABLE+raw": http.StatusOK,
		"/ask?q=%3F":                      http.StatusBadRequest,
	} {
		w := get(h, path)
		if w.Code == http.StatusTemporaryRedirect || w.Code == http.StatusMovedPermanently {
			w = get(h, w.Header().Get("Location"))
		}
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	w := get(demoPages(t), "/")
	if got := w.Header().Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") || strings.Contains(got, "unsafe") {
		t.Errorf("policy %q", got)
	}
	if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("X-Content-Type-Options %q", got)
	}
}

// A page of somebody else must not read the base by naming its host so.
func TestOtherHostsAreRefused(t *testing.T) {
	h := New(baseOf(t, t.TempDir()), Options{Hosts: []string{"desk.example"}})
	for host, want := range map[string]int{
		"127.0.0.1:8080": http.StatusOK, "localhost:8080": http.StatusOK, "[::1]:8080": http.StatusOK, "desk.example": http.StatusOK,
		"evil.example": http.StatusMisdirectedRequest, "127.0.0.1.evil.example": http.StatusMisdirectedRequest,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %s: status %d, want %d", host, w.Code, want)
		}
	}
}

// What a source says is shown, never done.
func TestHostileDocument(t *testing.T) {
	folder := t.TempDir()
	hostile := `Post: <script>alert(1)</script> "onload='x'"

3 May 2024

Ardania <img src=x onerror=alert(2)> said that it would sign the treaty with Norway on 4 May 2024. '; DROP TABLE document; -- ` + "\x1b[31m red \x1b[0m" + `

"We will comply with the treaty </span></p><script>alert(3)</script>," the Norwegian foreign minister said.
`
	if err := os.WriteFile(filepath.Join(folder, `<b>x".txt`), []byte(hostile), 0o666); err != nil {
		t.Fatal(err)
	}
	b := baseOf(t, folder)
	h := New(b, Options{})
	docs, n, err := b.Documents(context.Background(), treatybase.DocumentFilter{})
	if err != nil || n != 1 {
		t.Fatalf("%d documents, %v", n, err)
	}
	for _, path := range []string{"/", "/documents", "/documents/" + docs[0].ID, "/statements", "/instruments", "/actors", "/search?q=treaty", "/search?q=<script>alert(4)</script>"} {
		body := get(h, strings.NewReplacer("<", "%3C", ">", "%3E").Replace(path)).Body.String()
		doc, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for x := range doc.Descendants() {
			if x.Type == html.ElementNode && (x.Data == "img" || x.Data == "script" && !hasSource(x)) {
				t.Errorf("%s: the source's <%s> became an element", path, x.Data)
			}
		}
		links(t, body)
	}
	if body := get(h, "/documents/"+docs[0].ID).Body.String(); !strings.Contains(body, "alert(3)") {
		t.Error("the text is not shown")
	}
}

func hasSource(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "src" && strings.HasPrefix(a.Val, "/script-") {
			return true
		}
	}
	return false
}

// The words that an address points to are the ones that are marked.
func TestSourceIsMarked(t *testing.T) {
	h := demoPages(t)
	var docs []treatybase.DocumentRow
	if err := json.Unmarshal(get(h, "/documents.json").Body.Bytes(), &docs); err != nil || len(docs) == 0 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	for _, d := range docs {
		var text struct{ Text string }
		json.Unmarshal(get(h, "/documents/"+d.ID+".json").Body.Bytes(), &text)
		start, end := len(text.Text)/3, len(text.Text)/2
		for start > 0 && text.Text[start-1] != ' ' {
			start--
		}
		for text.Text[end-1] == '\n' || text.Text[end]&0xC0 == 0x80 {
			end++
		}
		doc, err := html.Parse(strings.NewReader(get(h, fmt.Sprintf("/documents/%s?at=%d-%d", d.ID, start, end)).Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "span" && strings.Contains(class(n), "target") {
				for c := range n.Descendants() {
					got += c.Data
				}
			}
		}
		want := strings.ReplaceAll(text.Text[start:end], "\n", "")
		if strings.ReplaceAll(got, "\n", "") != want {
			t.Errorf("%s: marked %q, want %q", d.File, got, want)
		}
	}
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

func TestHumanDate(t *testing.T) {
	for in, want := range map[string]string{
		"2022-02-22": "22 February 2022", "2022-02": "February 2022", "2022": "2022", "2024-04-23T21:00:00+04:00": "23 April 2024, 21:00",
		"2020-11-09/2020-11-10": "9 November 2020 to 10 November 2020", "2022-02~": "2022-02~", "declaration": "declaration", "": "",
	} {
		if got := humanDate(in, english.say); got != want {
			t.Errorf("humanDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	if got := short("one  two\nthree four", 13); got != "one two three …" && got != "one two …" {
		t.Errorf("got %q", got)
	}
	if got := short(strings.Repeat("é", 100), 51); !strings.HasSuffix(got, " …") || strings.ContainsRune(got, '�') {
		t.Errorf("a letter was cut: %q", got)
	}
}

func TestActorID(t *testing.T) {
	for code, want := range map[string]string{"RUS": "RUS", "RUS/GOV": "RUS", "IGO/CSTO": "CSTO", "IGO": "IGO", "NGO/MSF": "MSF"} {
		if got := actorID(code); got != want {
			t.Errorf("actorID(%q) = %q, want %q", code, got, want)
		}
	}
	if got := actorName("RUS/GOV"); got != "Russia, GOV" {
		t.Errorf("actorName = %q", got)
	}
}

//go:build browser

package browser

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// leaves are the pages that put facts together.
var leaves = []string{"/instruments/indus-waters-treaty", "/instruments/simla-agreement", "/actors/IND", "/actors/IND/PAK", "/actors/ETH/SOM", "/matrix", "/matrix?area=environment",
	"/network", "/network?party=IND", "/timeline", "/timeline?party=IND&said=1", "/triggers?event=armed+attack+on+India+by+Pakistan", "/collisions", "/disagreements", "/dossier"}

// Wide or narrow, no page scrolls sideways, asks another host for anything, or
// is heavier than it may be.
func TestLeaves(t *testing.T) {
	base := serve(t)
	v := open(t)
	for _, path := range leaves {
		if n := zippedSize(t, base+path); n > 100<<10 {
			t.Errorf("%s has %d bytes gzipped", path, n)
		}
		for _, width := range []int64{1280, 390} {
			what := fmt.Sprintf("%s at %d", path, width)
			v.do(t, what, chromedp.EmulateViewport(width, 900), chromedp.Navigate(base+path))
			if strings.TrimSpace(ask(t, v, what, chromedp.Text("h1"))) == "" {
				t.Errorf("%s: no heading", what)
			}
			if n := ask(t, v, what, chromedp.Evaluate[int](`document.documentElement.scrollWidth - innerWidth`)); n > 1 {
				t.Errorf("%s: one has to scroll sideways by %d pixels", what, n)
			}
			if n := ask(t, v, what, chromedp.Evaluate[int](`performance.getEntriesByType("resource").filter(e => !e.name.startsWith(location.origin) && !e.name.startsWith("data:")).length`)); n > 0 {
				t.Errorf("%s: %d requests to other hosts", what, n)
			}
		}
	}
}

// zippedSize returns how many bytes the HTML of a page takes on its way.
func zippedSize(t *testing.T, address string) int {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(body)
	z.Close()
	return b.Len()
}

// From a promise to its sentence it is one click.
func TestFromPromiseToSentence(t *testing.T) {
	base := serve(t)
	v := open(t)
	v.do(t, "instrument", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+"/instruments/indus-waters-treaty"), chromedp.Click("#commitments .rows .s a"), chromedp.WaitVisible("#at"))
	if words := ask(t, v, "marked", chromedp.Text("#at")); strings.TrimSpace(words) == "" {
		t.Error("nothing is marked")
	}
	v.do(t, "from the matrix to a pair", chromedp.Navigate(base+"/matrix"), chromedp.Click(".matrix td a"), chromedp.WaitVisible("#both"))
	if h := ask(t, v, "pair", chromedp.Text("h1")); !strings.Contains(h, "–") {
		t.Errorf("the heading is %q, want two parties", h)
	}
}

// Every mark of a drawing is a link with a title, and lies within the drawing.
func TestDrawings(t *testing.T) {
	base := serve(t)
	v := open(t)
	for _, path := range []string{"/timeline", "/network"} {
		v.do(t, path, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+path))
		for what, script := range map[string]string{
			"marks without a title or address": `[...document.querySelectorAll("main svg a")].filter(a => !a.querySelector("title") || !a.getAttribute("href")).length`,
			"marks outside of the drawing":     `(s => [...s.querySelectorAll("a rect, a circle")].filter(m => { const r = m.getBoundingClientRect(), b = s.getBoundingClientRect(); return r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 1 || r.bottom > b.bottom + 1 }).length)(document.querySelector("main svg"))`,
			"labels over one another":          `(ts => ts.filter((a, i) => ts.slice(i + 1).some(b => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 3 && b.top < a.bottom - 3)).length)([...document.querySelectorAll("main svg a text")].map(t => t.getBoundingClientRect()))`,
		} {
			if n := ask(t, v, path+" "+what, chromedp.Evaluate[int](script)); n > 0 {
				t.Errorf("%s: %d %s", path, n, what)
			}
		}
		if n := ask(t, v, path, chromedp.Evaluate[int](`document.querySelectorAll("main svg a").length`)); n < 4 {
			t.Errorf("%s: only %d marks", path, n)
		}
	}
}

// A dossier has its style in itself, and its footnotes lead to notes.
func TestDossier(t *testing.T) {
	base := serve(t)
	v := open(t)
	v.do(t, "dossier", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+"/dossier?id=indus-waters-treaty"))
	if font := ask(t, v, "style", chromedp.Evaluate[string](`getComputedStyle(document.querySelector("article")).display`)); font != "grid" {
		t.Errorf("the style does not apply: %s", font)
	}
	if n := ask(t, v, "footnotes", chromedp.Evaluate[int](`[...document.querySelectorAll("a[href^='#']")].filter(a => !document.getElementById(a.getAttribute("href").slice(1))).length`)); n > 0 {
		t.Errorf("%d footnotes lead nowhere", n)
	}
	if n := ask(t, v, "requests", chromedp.Evaluate[int](`performance.getEntriesByType("resource").length`)); n > 0 {
		t.Errorf("the file asks for %d others", n)
	}
}

// The form of triggers works without a script.
func TestTriggersWithoutScript(t *testing.T) {
	base := serve(t)
	v := open(t)
	if _, err := chromedp.Call(v.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	v.do(t, "triggers", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+"/triggers"), chromedp.SendKeys("main input[name=event]", "armed attack on India by Pakistan"), chromedp.Click("main form button"), chromedp.WaitVisible(".understood"))
	if text := ask(t, v, "understood", chromedp.Text(".understood")); !strings.Contains(text, "Pakistan") || !strings.Contains(text, "India") {
		t.Errorf("understood: %q", text)
	}
}

//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// From words to a narrower search, a document beside it, and a search that is
// kept; all of it without a script.
func TestSearch(t *testing.T) {
	base := serve(t)
	v := open(t)
	count := func(what string) string { return strings.TrimSpace(ask(t, v, what, chromedp.Text(".found b"))) }
	v.do(t, "search", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+"/search"), chromedp.SendKeys("#query", "treaty"+kb.Enter), chromedp.WaitVisible(".facets"))
	all := count("treaty")
	if hit := ask(t, v, "hit", chromedp.Text(".hits mark")); !strings.EqualFold(hit, "treaty") {
		t.Errorf("marked %q", hit)
	}
	v.do(t, "narrow", chromedp.Click(`.facets a[href*="kind%3Aprovision"]`), chromedp.WaitVisible(".chip"))
	if narrow := count("narrowed"); narrow == all || narrow == "0" {
		t.Errorf("%s of %s are left", narrow, all)
	}
	v.do(t, "widen", chromedp.Click(".chip"), chromedp.WaitNotPresent(".chip"), chromedp.WaitVisible(".facets"))
	if again := count("widened"); again != all {
		t.Errorf("%s, want %s as before", again, all)
	}
	v.do(t, "beside", chromedp.Click(".hits li:nth-child(3) a.beside"), chromedp.WaitVisible("aside.beside .target"), chromedp.WaitVisible(".hits li:nth-child(3).open"))
	v.do(t, "keep", chromedp.SendKeys("#keep", "Treaties"+kb.Enter), chromedp.WaitVisible(".one-saved .found"))
	if name := ask(t, v, "name", chromedp.Text("h1")); name != "Treaties" {
		t.Errorf("kept as %q", name)
	}
	v.do(t, "kept searches", chromedp.Navigate(base+"/searches"), chromedp.WaitVisible("table"), chromedp.Click("form button[aria-label]"), chromedp.WaitNotPresent("table"))
	for _, width := range []int64{1280, 800, 390} {
		for _, path := range []string{"/search", "/search?q=treaty", "/search?q=party%3AIND", "/searches", "/search?q=kind%3Adocument+treaty", "/search?q=kind%3Aactor"} {
			v.do(t, path, chromedp.EmulateViewport(width, 900), chromedp.Navigate(base+path), chromedp.WaitVisible("h1"))
			if n := ask(t, v, path, chromedp.Evaluate[int](`document.documentElement.scrollWidth - innerWidth`)); n > 1 {
				t.Errorf("%s at %d: one has to scroll sideways by %d pixels", path, width, n)
			}
		}
	}
}

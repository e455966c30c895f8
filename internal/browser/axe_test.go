//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// axePages are the pages in which axe-core looks for what keeps people out: each
// kind of page once.
var axePages = []string{"/", "/documents", "/instruments", "/instruments/indus-waters-treaty", "/actors", "/actors/ETH", "/commitments", "/statements",
	"/events", "/disagreements", "/search?q=treaty", "/ask?q=When+was+the+Ankara+Declaration+signed%3F", "/codebook", "/status",
	"/actors/EGY/ETH", "/matrix", "/timeline", "/network", "/collisions", "/triggers", "/desk", "/account", "/accounts", "/audit", "/login"}

// A violation is what axe-core found on a page.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// No page has a serious fault for those who use a keyboard or a screen reader,
// in the light or the dark.
func TestAccessible(t *testing.T) {
	file := os.Getenv("AXE")
	if file == "" {
		t.Skip("axe-core is not here")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	base := serve(t)
	v := open(t)
	for scheme, rules := range map[string]string{"light": "", "dark": `, runOnly: ["color-contrast"]`} {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(v.ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		for _, path := range axePages {
			what := fmt.Sprintf("%s in the %s", path, scheme)
			v.do(t, what, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+path))
			found := ask(t, v, what, chromedp.Evaluate[string](string(axe)+`;axe.run(document, {resultTypes: ["violations"]`+rules+`}).then(r => JSON.stringify(r.violations))`, chromedp.EvalAwaitPromise))
			var violations []violation
			if err := json.Unmarshal([]byte(found), &violations); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			for _, x := range violations {
				if x.Impact != "serious" && x.Impact != "critical" {
					continue
				}
				t.Errorf("%s: %s: %s (%d times), for example %.300s", what, x.ID, x.Help, len(x.Nodes), x.Nodes[0].HTML+" "+x.Nodes[0].FailureSummary)
			}
		}
	}
}

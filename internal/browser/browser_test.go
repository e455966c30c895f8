//go:build browser

// Package browser visits the pages of the demo base as a reader would.
package browser

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// serve builds the program, starts the demo and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	return start(t, exec.Command(build(t), "demo", "--listen", "127.0.0.1:0"))
}

// build returns the path of the program.
func build(t *testing.T) string {
	t.Helper()
	program := t.TempDir() + "/pacta"
	if out, err := exec.Command("go", "build", "-o", program, "pacta/cmd/pacta").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// start starts a command that serves until the test ends, and returns its
// address.
func start(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if u := lines.Text(); strings.HasPrefix(u, "http://") {
			return strings.TrimSuffix(u, "/")
		}
	}
	t.Fatalf("%s printed no address", cmd)
	return ""
}

// A visitor is a browser that remembers what the console of the pages says.
type visitor struct {
	ctx context.Context
	mu  sync.Mutex
	bad []string
}

func open(t *testing.T) *visitor {
	t.Helper()
	allocator, end := chromedp.NewExecAllocator(context.Background(), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.Headless,
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	t.Cleanup(end)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	limited, stop := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(stop)
	v := &visitor{ctx: limited}
	messages := chromedp.Console(limited)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			v.mu.Lock()
			v.bad = append(v.bad, m.String())
			v.mu.Unlock()
		}
	}()
	return v
}

// do does steps and fails when they do, or when the console of the page has
// something to say.
func (v *visitor) do(t *testing.T, what string, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(v.ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, b := range v.bad {
		t.Errorf("%s: the browser says: %s", what, b)
	}
	v.bad = nil
}

// ask returns the value of an action.
func ask[T any](t *testing.T, v *visitor, what string, a chromedp.Action[T]) T {
	t.Helper()
	x, err := chromedp.Run(v.ctx, a)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	return x
}

func TestPages(t *testing.T) {
	base := serve(t)
	v := open(t)
	for _, width := range []int64{1280, 390} {
		for _, path := range []string{"/", "/documents", "/instruments", "/instruments/indus-waters-treaty", "/actors", "/actors/ETH",
			"/commitments", "/statements", "/events", "/disagreements", "/search?q=treaty", "/ask?q=When+was+the+Ankara+Declaration+signed%3F", "/codebook"} {
			what := fmt.Sprintf("%s at %d", path, width)
			v.do(t, what, chromedp.EmulateViewport(width, 900), chromedp.Navigate(base+path))
			if strings.TrimSpace(ask(t, v, what, chromedp.Text("h1"))) == "" {
				t.Errorf("%s: no heading", what)
			}
			if n := ask(t, v, what, chromedp.Evaluate[int](`document.documentElement.scrollWidth - innerWidth`)); n > 1 {
				t.Errorf("%s: one has to scroll sideways by %d pixels", what, n)
			}
		}
	}
}

// From a question to the sentence behind its answer, with keys and mouse.
func TestFromQuestionToSentence(t *testing.T) {
	base := serve(t)
	v := open(t)
	v.do(t, "the key / goes to the ask box", chromedp.Navigate(base+"/"), chromedp.KeyEvent("/"))
	if focused := ask(t, v, "focus", chromedp.Evaluate[string](`document.activeElement.id`)); focused != "q" {
		t.Errorf("the focus is on %q", focused)
	}
	v.do(t, "ask", chromedp.SendKeys("#q", "When was the Indus Waters Treaty signed?"+kb.Enter), chromedp.WaitVisible(".answer blockquote a"))
	if heading := ask(t, v, "question", chromedp.Text("h1")); !strings.Contains(heading, "Indus") {
		t.Errorf("the heading is %q, want the question", heading)
	}
	v.do(t, "go to the source", chromedp.Click(".answer blockquote a"), chromedp.WaitVisible("#at"))
	if marked := ask(t, v, "marked", chromedp.Text("#at")); !strings.Contains(marked, "1960") {
		t.Errorf("arrived at %q", marked)
	}
}

// Reading and filtering work without a script.
func TestWithoutScript(t *testing.T) {
	base := serve(t)
	v := open(t)
	if _, err := chromedp.Call(v.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	v.do(t, "filter", chromedp.Navigate(base+"/commitments?modality=prohibition"), chromedp.WaitVisible(".facts"))
	html := ask(t, v, "list", chromedp.OuterHTML(".facts"))
	if !strings.Contains(html, "badge prohibition") || strings.Contains(html, "badge obligation") {
		t.Error("the list is not that of the prohibitions")
	}
	v.do(t, "submit the filter", chromedp.Click(".filters button"), chromedp.WaitVisible(".facts"))
	if at := ask(t, v, "address", chromedp.Location()); !strings.Contains(at, "modality=prohibition") {
		t.Errorf("the form lost its filter: %s", at)
	}
}

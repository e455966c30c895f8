//go:build browser

package browser

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pacta/demo"
)

// A served base is one that the test can reach on the command line too.
type served struct {
	program, db, address string
}

// serveDesk builds a base of the demo reports and serves it for ana.
func serveDesk(t *testing.T) *served {
	t.Helper()
	folder := t.TempDir()
	s := &served{program: build(t), db: filepath.Join(folder, "x.db")}
	if err := os.CopyFS(filepath.Join(folder, "reports"), demo.Files); err != nil {
		t.Fatal(err)
	}
	s.run(t, "add", filepath.Join(folder, "reports"))
	s.address = start(t, exec.Command(s.program, "--db", s.db, "serve", "--listen", "127.0.0.1:0"))
	return s
}

// run runs a command on the base and returns what it prints.
func (s *served) run(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command(s.program, append([]string{"--db", s.db}, args...)...).Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

const shownRecord = `(document.querySelector('.decide input[name=version]') ? document.querySelector('.decide form').getAttribute('action').split('/').at(-2) : '')`

// Each key of the desk does what its button does.
func TestDeskKeys(t *testing.T) {
	s := serveDesk(t)
	v := open(t)
	shown := func(what string) string { return ask(t, v, what, chromedp.Evaluate[string](shownRecord)) }
	focus := func(what string) string {
		return ask(t, v, what, chromedp.Evaluate[string](`document.activeElement.name || document.activeElement.id || document.activeElement.dataset.key || document.activeElement.tagName`))
	}
	v.do(t, "the desk", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(s.address+"/desk?queue=new&kind=commitment"), chromedp.WaitVisible("#record"))
	first := shown("first")
	v.do(t, "j", chromedp.KeyEvent("j"), chromedp.WaitVisible(`[data-key=k]`))
	second := shown("second")
	if second == first || second == "" {
		t.Errorf("j leads from %s to %s", first, second)
	}
	v.do(t, "k", chromedp.KeyEvent("k"), chromedp.WaitNotPresent(`[data-key=k]`))
	if got := shown("back"); got != first {
		t.Errorf("k leads to %s, want %s", got, first)
	}
	for key, want := range map[string]string{"a": "accepted", "r": "rejected"} {
		v.do(t, key, chromedp.Navigate(s.address+"/desk?queue=new&kind=commitment"), chromedp.WaitVisible("#record"), chromedp.KeyEvent(key), chromedp.WaitVisible("#done"))
		if out := s.run(t, "show", "--json", first); !strings.Contains(out, `"state":"`+want+`"`) {
			t.Errorf("%s: %s is not %s: %s", key, first, want, out)
		}
		if next := shown(key); next != second {
			t.Errorf("%s leads to %s, want %s", key, next, second)
		}
		if at := focus(key); at != "record" {
			t.Errorf("after %s the focus is on %q, want the next record", key, at)
		}
		v.do(t, "u", chromedp.KeyEvent("u"), chromedp.WaitVisible(".decide"), chromedp.WaitNotPresent("[data-undo]"))
		if out := s.run(t, "show", "--json", first); !strings.Contains(out, `"state":"machine"`) {
			t.Errorf("u: %s is not as before: %s", first, out)
		}
	}
	desk := s.address + "/desk?queue=new&kind=commitment"
	v.do(t, "e", chromedp.Navigate(desk), chromedp.WaitVisible("#record"), chromedp.KeyEvent("e"), chromedp.WaitVisible(".panel[open]"))
	if at := focus("e"); !strings.HasPrefix(at, "f.") {
		t.Errorf("e puts the focus on %q, want the first field", at)
	}
	v.do(t, "letters are typed into a field", chromedp.KeyEvent("a"))
	if got := shown("typing"); got != first {
		t.Error("a letter in a field decided")
	}
	v.do(t, "escape", chromedp.KeyEvent("\x1b"), chromedp.WaitNotPresent(".panel[open]"))
	v.do(t, "edit", chromedp.KeyEvent("e"), chromedp.WaitVisible(".panel[open]"), chromedp.SetValue(`[name="f.area"]`, "waters"), chromedp.Submit(`.panel[open] form`), chromedp.WaitVisible("#done"))
	if out := s.run(t, "show", "--json", first); !strings.Contains(out, `"area":"waters"`) {
		t.Errorf("the edit did not arrive: %s", out)
	}
	v.do(t, "n", chromedp.Navigate(desk), chromedp.WaitVisible("#record"), chromedp.KeyEvent("n"), chromedp.WaitVisible(".panel[open]"))
	v.do(t, "note", chromedp.KeyEvent("compare the other text"), chromedp.KeyEvent("\r"), chromedp.WaitVisible("#done"))
	for key, want := range map[string]string{"m": "with", "?": "?"} {
		v.do(t, key, chromedp.Navigate(desk), chromedp.WaitVisible("#record"), chromedp.KeyEvent(key), chromedp.WaitVisible("details[open]"))
		if at := focus(key); at != want && !(key == "m" && at == "other") {
			t.Errorf("%s puts the focus on %q, want %q", key, at, want)
		}
	}
	v.do(t, "s", chromedp.Navigate(s.address+"/desk?queue=new&kind=instrument"), chromedp.WaitVisible("#record"), chromedp.KeyEvent("s"), chromedp.WaitVisible(".panel[open]"))
	if at := focus("s"); at != "source" {
		t.Errorf("s puts the focus on %q, want the first source", at)
	}
	v.do(t, "/", chromedp.Navigate(desk), chromedp.WaitVisible("#record"), chromedp.KeyEvent("/"))
	if at := focus("/"); at != "q" {
		t.Errorf("/ puts the focus on %q, want the search", at)
	}
}

// A merge on the desk, and undoing it, without a script.
func TestDeskWithoutScript(t *testing.T) {
	s := serveDesk(t)
	v := open(t)
	if _, err := chromedp.Call(v.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	count := func() int { return strings.Count(s.run(t, "find", "instrument"), "\n") }
	before := count()
	v.do(t, "merge", chromedp.Navigate(s.address+"/desk?queue=new&kind=instrument"), chromedp.Click("summary[data-key=m]"), chromedp.WaitVisible(".panel[open]"),
		chromedp.Click(".panel[open] input[type=radio]"), chromedp.Click(".panel[open] button"), chromedp.WaitVisible("#done"))
	if n := count(); n != before-1 {
		t.Errorf("%d instruments after the merge of %d", n, before)
	}
	v.do(t, "undo", chromedp.Click("#done button"), chromedp.WaitVisible("#done button:not([data-undo])"))
	if n := count(); n != before {
		t.Errorf("%d instruments after undo, want %d", n, before)
	}
}

// Somebody else decides while the page is open: nothing is lost, both are shown.
func TestDeskSomebodyElse(t *testing.T) {
	s := serveDesk(t)
	v := open(t)
	v.do(t, "open", chromedp.Navigate(s.address+"/desk?queue=new&kind=commitment"), chromedp.WaitVisible("#record"))
	id := ask(t, v, "record", chromedp.Evaluate[string](shownRecord))
	s.run(t, "review", "edit", id, "area=trade", "--as", "ben")
	v.do(t, "decide", chromedp.KeyEvent("e"), chromedp.WaitVisible(".panel[open]"), chromedp.SetValue(`[name="f.area"]`, "waters"))
	if err := chromedp.Do(v.ctx, chromedp.Submit(`.panel[open] form`), chromedp.WaitVisible("table")); err != nil {
		t.Fatal(err)
	}
	v.mu.Lock()
	if v.bad = slices.DeleteFunc(v.bad, func(m string) bool { return strings.Contains(m, "409") }); len(v.bad) > 0 {
		t.Error(v.bad)
	}
	v.bad = nil
	v.mu.Unlock()
	page := ask(t, v, "clash", chromedp.Text("main"))
	for _, want := range []string{"ben", "waters", "trade"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page says nothing of %s:\n%s", want, page)
		}
	}
	v.do(t, "all the same", chromedp.Click(`main form[method=post] button`), chromedp.WaitVisible("#done"))
	if out := s.run(t, "show", "--json", id); !strings.Contains(out, `"area":"waters"`) {
		t.Errorf("her value did not arrive: %s", out)
	}
	if out := s.run(t, "review", "list", "--conflicts"); out != "" {
		t.Errorf("having seen it, it is no conflict: %s", out)
	}
}

// The desk with all of its forms open has no serious fault for those who use a
// keyboard or a screen reader.
func TestDeskAccessible(t *testing.T) {
	file := os.Getenv("AXE")
	if file == "" {
		t.Skip("axe-core is not here")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := serveDesk(t)
	s.run(t, "review", "edit", "indus-waters-treaty", "title=The Treaty", "--as", "ben", "--why", "shorter")
	s.run(t, "review", "note", "indus-waters-treaty", "compare the French text", "--as", "ana")
	v := open(t)
	for _, scheme := range []string{"light", "dark"} {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(v.ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/desk?queue=new&kind=instrument", "/desk?id=indus-waters-treaty", "/desk?queue=doubtful", "/desk?queue=conflicting", "/desk?queue=orphaned",
			"/desk/bulk?queue=new&kind=statement&action=reject", "/reviews", "/facts/indus-waters-treaty", "/facts/indus-waters-treaty/history"} {
			what := path + " in the " + scheme
			v.do(t, what, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(s.address+path))
			found := ask(t, v, what, chromedp.Evaluate[string](`document.querySelectorAll("main details").forEach(d => d.open = true);`+string(axe)+
				`;axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`, chromedp.EvalAwaitPromise))
			var violations []violation
			if err := json.Unmarshal([]byte(found), &violations); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			for _, x := range violations {
				if x.Impact == "serious" || x.Impact == "critical" {
					t.Errorf("%s: %s: %s (%d times), for example %.300s", what, x.ID, x.Help, len(x.Nodes), x.Nodes[0].HTML+" "+x.Nodes[0].FailureSummary)
				}
			}
		}
		for _, width := range []int64{390} {
			v.do(t, "narrow", chromedp.EmulateViewport(width, 900), chromedp.Navigate(s.address+"/desk?id=indus-waters-treaty"))
			if n := ask(t, v, "narrow", chromedp.Evaluate[int](`document.querySelectorAll("main details").forEach(d => d.open = true); document.documentElement.scrollWidth - innerWidth`)); n > 1 {
				t.Errorf("one has to scroll sideways by %d pixels", n)
			}
		}
	}
}

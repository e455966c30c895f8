//go:build browser

package browser

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// serveLogin serves a small base to those who sign in, and returns its address.
func serveLogin(t *testing.T) string {
	t.Helper()
	program, db := build(t), t.TempDir()+"/test.db"
	if out, err := exec.Command(program, "add", "--db", db, "../../demo/ankara").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	user := exec.Command(program, "user", "add", "mira", "--role", "editor", "--db", db)
	user.Stdin = strings.NewReader("a long secret\n")
	if out, err := user.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return start(t, exec.Command(program, "serve", "--db", db, "--login", "--listen", "127.0.0.1:0"))
}

// A stranger is asked for name and password, a wrong one is refused with words,
// the right one leads to the page that was asked for, and signing out ends it.
func TestSignInAndOut(t *testing.T) {
	base := serveLogin(t)
	v := open(t)
	here := chromedp.Evaluate[string](`location.pathname + location.search`)
	v.do(t, "a page of the base", chromedp.Navigate(base+"/events?party=ETH"), chromedp.WaitVisible("#password"))
	if at := ask(t, v, "address", here); !strings.HasPrefix(at, "/login?to=") {
		t.Fatalf("a stranger is at %q", at)
	}
	if err := chromedp.Do(v.ctx, chromedp.SendKeys("#name", "mira"), chromedp.SendKeys("#password", "a wrong secret"+kb.Enter), chromedp.WaitVisible(".wrong")); err != nil {
		t.Fatal(err)
	}
	if said := ask(t, v, "wrong password", chromedp.Text(".wrong")); !strings.Contains(said, "wrong") {
		t.Errorf("a wrong password is answered by %q", said)
	}
	v.forget() // the browser notes the 401
	v.do(t, "the right password", chromedp.SendKeys("#password", "a long secret"+kb.Enter), chromedp.WaitVisible(".facts"))
	if at := ask(t, v, "address", here); at != "/events?party=ETH" {
		t.Errorf("after signing in at %q", at)
	}
	v.do(t, "sign out", chromedp.Click(".visitor button"), chromedp.WaitVisible("#password"), chromedp.Navigate(base+"/desk"), chromedp.WaitVisible("#password"))
	if at := ask(t, v, "address", here); at != "/login?to=%2Fdesk" {
		t.Errorf("after signing out at %q", at)
	}
}

// forget drops what the console said until now.
func (v *visitor) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.bad = nil
}

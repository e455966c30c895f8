package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"pacta/treatybase"
)

// A browserOf keeps cookies as a browser does.
type browserOf struct {
	h       http.Handler
	cookies map[string]string
}

func (b *browserOf) do(method, path string, form url.Values, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	r.Host = "localhost"
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	for k, v := range b.cookies {
		r.AddCookie(&http.Cookie{Name: k, Value: v})
	}
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if b.cookies[c.Name] = c.Value; c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		}
	}
	return w
}

func (b *browserOf) signIn(name, password string) *httptest.ResponseRecorder {
	return b.do("POST", "/login", url.Values{"name": {name}, "password": {password}, "to": {"/events?party=RUS"}})
}

func withAccounts(t *testing.T, o Options) (*treatybase.Base, func() *browserOf) {
	t.Helper()
	b := baseOf(t, t.TempDir())
	for name, role := range map[string]string{"ada": treatybase.Admin, "edo": treatybase.Editor, "rea": treatybase.Reader} {
		if err := b.AddAccount(t.Context(), name, role, name+" long enough"); err != nil {
			t.Fatal(err)
		}
	}
	o.Login = true
	h := New(b, o)
	return b, func() *browserOf { return &browserOf{h, map[string]string{}} }
}

func TestSignIn(t *testing.T) {
	_, visit := withAccounts(t, Options{})
	v := visit()
	if w := v.do("GET", "/events?party=RUS", nil); w.Code != 303 || w.Header().Get("Location") != "/login?to=%2Fevents%3Fparty%3DRUS" {
		t.Errorf("a stranger: %d to %q", w.Code, w.Header().Get("Location"))
	}
	for _, path := range []string{"/events.json", "/documents.csv"} {
		if w := v.do("GET", path, nil); w.Code != 401 {
			t.Errorf("%s for a stranger: %d", path, w.Code)
		}
	}
	if w := v.do("GET", "/login?to=/events", nil); w.Code != 200 || !strings.Contains(w.Body.String(), `value="/events"`) {
		t.Errorf("the form: %d\n%s", w.Code, w.Body)
	}
	if w := v.signIn("edo", "wrong password"); w.Code != 401 || !strings.Contains(w.Body.String(), `role="alert"`) || !strings.Contains(w.Body.String(), `value="edo"`) {
		t.Errorf("a wrong password: %d\n%s", w.Code, w.Body)
	}
	w := v.signIn("edo", "edo long enough")
	if w.Code != 303 || w.Header().Get("Location") != "/events?party=RUS" {
		t.Fatalf("the right password: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if c := w.Result().Cookies()[0]; !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Secure {
		t.Errorf("cookie %v", c)
	}
	if w := v.do("GET", "/events", nil); w.Code != 200 || !strings.Contains(w.Body.String(), ">edo</a>") || w.Header().Get("Cache-Control") != "private, no-store" {
		t.Errorf("signed in: %d, %q", w.Code, w.Header())
	}
	token := v.cookies[sessionCookie]
	if w := v.do("POST", "/logout", url.Values{}); w.Code != 303 || len(v.cookies) != 0 {
		t.Errorf("signing out: %d, %v", w.Code, v.cookies)
	}
	v.cookies[sessionCookie] = token
	if w := v.do("GET", "/events", nil); w.Code != 303 {
		t.Errorf("the token works after signing out: %d", w.Code)
	}
}

func TestRoles(t *testing.T) {
	_, visit := withAccounts(t, Options{})
	for _, c := range []struct {
		name, method, path string
		want               int
	}{
		{"rea", "GET", "/accounts", 403}, {"edo", "GET", "/audit", 403}, {"ada", "GET", "/accounts", 200}, {"ada", "GET", "/audit.csv", 200},
		{"rea", "POST", "/accounts", 403}, {"rea", "POST", "/anything", 403}, {"edo", "POST", "/accounts/ada/remove", 403}, {"rea", "GET", "/account", 200},
	} {
		v := visit()
		v.signIn(c.name, c.name+" long enough")
		form := url.Values(nil)
		if c.method == "POST" {
			form = url.Values{}
		}
		if w := v.do(c.method, c.path, form); w.Code != c.want {
			t.Errorf("%s %s by %s: %d, want %d", c.method, c.path, c.name, w.Code, c.want)
		}
	}
}

func TestForeignPageCannotAct(t *testing.T) {
	b, visit := withAccounts(t, Options{})
	v := visit()
	v.signIn("ada", "ada long enough")
	for _, h := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}} {
		if w := v.do("POST", "/accounts/rea/remove", url.Values{}, h...); w.Code != 403 {
			t.Errorf("%v: %d", h, w.Code)
		}
	}
	if all, err := b.Accounts(t.Context()); err != nil || len(all) != 3 {
		t.Errorf("accounts %v, %v", all, err)
	}
}

func TestManyAttempts(t *testing.T) {
	_, visit := withAccounts(t, Options{})
	v, last := visit(), 0
	for range attemptsAtOnce + 1 {
		last = v.signIn("edo", "guess number nine").Code
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("after many wrong passwords: %d", last)
	}
	if w := v.signIn("edo", "edo long enough"); w.Code != http.StatusTooManyRequests {
		t.Errorf("the right password right after: %d", w.Code)
	}
}

func TestManageAccounts(t *testing.T) {
	b, visit := withAccounts(t, Options{})
	ada := visit()
	ada.signIn("ada", "ada long enough")
	for path, form := range map[string]url.Values{
		"/accounts":              {"name": {"nia"}, "role": {"reader"}, "password": {"nia long enough"}},
		"/accounts/rea/role":     {"role": {"editor"}},
		"/accounts/edo/password": {"password": {"edo another one"}},
	} {
		if w := ada.do("POST", path, form); w.Code != 303 {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := ada.do("POST", "/accounts/ada/remove", url.Values{}); w.Code != 400 || !strings.Contains(w.Body.String(), "only admin") {
		t.Errorf("removing the only admin: %d", w.Code)
	}
	if w := visit().signIn("edo", "edo another one"); w.Code != 303 {
		t.Errorf("with the new password: %d", w.Code)
	}
	nia := visit()
	nia.signIn("nia", "nia long enough")
	if w := nia.do("POST", "/account", url.Values{"old": {"wrong"}, "new": {"a new one again"}, "again": {"a new one again"}}); w.Code != 400 {
		t.Errorf("another password with a wrong old one: %d", w.Code)
	}
	if w := nia.do("POST", "/account", url.Values{"old": {"nia long enough"}, "new": {"a new one again"}, "again": {"a new one again"}}); w.Code != 303 {
		t.Errorf("another password: %d %s", w.Code, w.Body)
	}
	if w := nia.do("GET", "/account", nil); w.Code != 200 {
		t.Errorf("after that the session has ended: %d", w.Code)
	}
	log, n, err := b.AuditLog(t.Context(), 0, 0)
	if err != nil || n < 6 || log[0].Who != "nia" || log[0].Action != "changed the password" || log[0].Address != "192.0.2.1" {
		t.Errorf("%d entries, %v, %v", n, log, err)
	}
}

func TestNobodySignsInHere(t *testing.T) {
	h := New(baseOf(t, t.TempDir()), Options{Local: "mira"})
	v := &browserOf{h, map[string]string{}}
	if w := v.do("GET", "/account", nil); w.Code != 200 || !strings.Contains(w.Body.String(), "mira") {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
	if w := v.do("GET", "/", nil); strings.Contains(w.Body.String(), "/logout") {
		t.Error("the page lets one sign out")
	}
}

func TestOwnPath(t *testing.T) {
	for in, want := range map[string]string{"/events?x=1": "/events?x=1", "": "/", "//x.example": "/", "https://x.example": "/", "/\\x.example": "/", "/a\r\nb": "/"} {
		if got := ownPath(in); got != want {
			t.Errorf("ownPath(%q) = %q, want %q", in, got, want)
		}
	}
}

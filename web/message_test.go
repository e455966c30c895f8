package web

import (
	"io/fs"
	"maps"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

func TestTongueOf(t *testing.T) {
	for _, c := range []struct{ cookie, accept, want string }{
		{"", "", "en"}, {"", "de-DE,de;q=0.9", "en"}, {"", "fr-CA,en;q=0.5", "fr"}, {"", "ru", "ru"},
		{"fr", "ru", "fr"}, {"xx", "ru", "ru"}, {"", "en-GB,fr", "en"}, {"", ";;;", "en"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Language", c.accept)
		if c.cookie != "" {
			r.Header.Set("Cookie", "lang="+c.cookie)
		}
		if got := tongueOf(r).Code; got != c.want {
			t.Errorf("cookie %q, accept %q: %s, want %s", c.cookie, c.accept, got, c.want)
		}
	}
}

func tongueNamed(t *testing.T, code string) tongue {
	for _, x := range tongues() {
		if x.Code == code {
			return x
		}
	}
	t.Fatalf("no language %s", code)
	return tongue{}
}

func TestSay(t *testing.T) {
	ru, fr := tongueNamed(t, "ru"), tongueNamed(t, "fr")
	for got, want := range map[string]string{
		ru.date("2022-02-22"):            "22 февраля 2022",
		ru.date("2022-02"):               "февраль 2022",
		fr.date("2020-11-09/2020-11-10"): "9 novembre 2020 à 10 novembre 2020",
		english.date("2022-02-22"):       "22 February 2022",
		ru.count(1, "source"):            "1 источник",
		ru.count(3, "source"):            "3 источника",
		ru.count(5, "source"):            "5 источников",
		fr.count(0, "source"):            "0 source",
		english.count(0, "source"):       "0 sources",
		fr.say("What no file says"):      "What no file says",
		fr.count(2, "thing no file has"): "2 thing no file hass",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestChooseTongue(t *testing.T) {
	h := demoPages(t)
	w := get(h, "/instruments?standing=signed&lang=fr")
	if got := w.Header().Get("Location"); w.Code != 303 || got != "/instruments?standing=signed" {
		t.Errorf("status %d to %q", w.Code, got)
	}
	if c := w.Header().Get("Set-Cookie"); !strings.HasPrefix(c, "lang=fr; Path=/") {
		t.Errorf("cookie %q", c)
	}
	if got := get(h, "//elsewhere.example/?lang=fr").Header().Get("Location"); !strings.HasPrefix(got, "/elsewhere") {
		t.Errorf("leads to %q", got)
	}
	r := httptest.NewRequest("GET", "/instruments", nil)
	r.Host = "localhost"
	r.Header.Set("Accept-Language", "fr")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	if body := rec.Body.String(); !strings.Contains(body, `<html lang="fr">`) || !strings.Contains(body, "Aller au texte") {
		t.Errorf("the page is not French:\n%.600s", body)
	}
}

// spoken matches what a template has in the language of the reader:
// {{t "Names"}} and {{count .N "source"}}.
var spoken = regexp.MustCompile(`\bt "((?:[^"\\]|\\.)+)"|\b(?:count|tn) [^"{}]*?"([a-z ]+)"`)

// Each language has all that the templates say.
func TestMessagesAreWhole(t *testing.T) {
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, f := range files {
		content, err := templateFiles.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range spoken.FindAllStringSubmatch(string(content), -1) {
			if m[1] != "" {
				said[m[1]] = true
			} else {
				said["# "+m[2]] = true
			}
		}
	}
	if len(said) < 200 {
		t.Fatalf("only %d texts in the templates", len(said))
	}
	for _, x := range tongues()[1:] {
		for _, text := range slices.Sorted(maps.Keys(said)) {
			if _, err := x.words.Localize(&i18n.LocalizeConfig{MessageID: text, PluralCount: plural(text)}); err != nil {
				t.Errorf("%s does not say %q", x.Code, text)
			}
		}
	}
}

// plural returns a number for texts that have one.
func plural(text string) any {
	if strings.HasPrefix(text, "# ") {
		return 2
	}
	return nil
}

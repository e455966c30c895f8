package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"pacta/resolve"
)

// The pages are written in English, and the English words are the key to
// those of another language: messages/fr.json says how French says them. A
// count has "# " for its number: "# source" has the forms that the language
// needs (one, few, many, other). What a file lacks is shown in English.
//
// Words of the sources, names and the codes of the codebook are not
// translated, and neither are the JSON and CSV twins.
//
//go:embed messages
var messageFiles embed.FS

// A tongue is a language of the interface.
type tongue struct {
	Code, Name string // "fr", "français"
	words      *i18n.Localizer
}

// english is what the pages are written in.
var english = tongue{Code: "en", Name: "English"}

// tongues returns the languages of the interface, English first. A language is
// added by its file, whose entry "English" is the name of the language itself.
var tongues = sync.OnceValue(func() []tongue {
	out := []tongue{english}
	files, err := fs.Glob(messageFiles, "messages/*.json")
	if err != nil {
		panic(err)
	}
	all := i18n.NewBundle(language.English)
	for _, f := range files {
		if _, err := all.LoadMessageFileFS(messageFiles, f); err != nil {
			panic(err)
		}
		code := strings.TrimSuffix(path.Base(f), ".json")
		t := tongue{Code: code, words: i18n.NewLocalizer(all, code)}
		t.Name = t.say("English")
		out = append(out, t)
	}
	return out
})

// say returns an English text in the language of t.
func (t tongue) say(text string) string {
	if t.words == nil || text == "" {
		return text
	}
	s, err := t.words.Localize(&i18n.LocalizeConfig{MessageID: text})
	if err != nil || s == "" {
		return text
	}
	return s
}

// count returns "3 sources" in the language of t.
func (t tongue) count(n int, what string) string {
	if t.words == nil {
		return countOf(n, what)
	}
	s, err := t.words.Localize(&i18n.LocalizeConfig{MessageID: "# " + what, PluralCount: n})
	if err != nil || s == "" {
		return countOf(n, what)
	}
	return s
}

// date writes an EDTF date as a reader of t expects it.
func (t tongue) date(v string) string { return humanDate(v, t.say) }

const tongueCookie = "lang"

// tongueOf returns the language that the reader chose, or else the first that
// the browser asks for and the pages have.
func tongueOf(r *http.Request) tongue {
	if c, err := r.Cookie(tongueCookie); err == nil {
		if i := slices.IndexFunc(tongues(), func(t tongue) bool { return t.Code == c.Value }); i >= 0 {
			return tongues()[i]
		}
	}
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(wanted) == 0 {
		return english
	}
	var have []language.Tag
	for _, t := range tongues() {
		have = append(have, language.MustParse(t.Code))
	}
	_, i, confidence := language.NewMatcher(have).Match(wanted...)
	if confidence == language.No {
		return english
	}
	return tongues()[i]
}

// chooseTongue keeps the language that ?lang= names and goes on to the page
// itself, so that addresses to be cited do not carry it.
func chooseTongue(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		code := q.Get(tongueCookie)
		if code == "" || r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		if slices.ContainsFunc(tongues(), func(t tongue) bool { return t.Code == code }) {
			http.SetCookie(w, &http.Cookie{Name: tongueCookie, Value: code, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode})
		}
		q.Del(tongueCookie)
		to := *r.URL
		to.Scheme, to.Host, to.RawQuery = "", "", q.Encode()
		to.Path = "/" + strings.TrimLeft(to.Path, "/\\") // "//host" would lead elsewhere
		http.Redirect(w, r, to.String(), http.StatusSeeOther)
	})
}

// functionsIn returns what templates may call, in the language of t.
func functionsIn(t tongue) template.FuncMap {
	out := maps.Clone(functions)
	out["t"] = func(text any) string { return t.say(fmt.Sprint(text)) }
	out["tn"] = t.count
	out["count"] = t.count
	out["sources"] = func(ss []resolve.Source) string { return t.count(len(ss), "source") }
	out["date"] = func(v any) string { return t.date(fmt.Sprint(v)) }
	return out
}

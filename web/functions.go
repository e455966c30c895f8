package web

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"pacta/edtf"
	"pacta/gazetteer"
	"pacta/resolve"
	"pacta/treatybase"
)

// A menuItem is an entry of the menu.
type menuItem struct{ Name, Path string }

var menuItems = []menuItem{
	{"Instruments", "/instruments"}, {"Commitments", "/commitments"}, {"Statements", "/statements"}, {"Events", "/events"},
	{"Actors", "/actors"}, {"Disagreements", "/disagreements"}, {"Documents", "/documents"},
	{"Matrix", "/matrix"}, {"Network", "/network"}, {"Time line", "/timeline"}, {"Triggers", "/triggers"}, {"Desk", "/desk"}, {"Codebook", "/codebook"},
}

// functions are what templates may call in any language; see functionsIn for
// those that speak one.
var functions = template.FuncMap{
	"menu":       func() []menuItem { return menuItems },
	"twin":       twin,
	"at":         sourceURL,
	"actor":      actorURL,
	"actorname":  actorName,
	"isactor":    isActor,
	"who":        func(v any) string { return who(fmt.Sprint(v)) },
	"instrument": func(id any) string { return "/instruments/" + url.PathEscape(fmt.Sprint(id)) },
	"collision":  func(id string) string { return "/collisions/" + url.PathEscape(id) },
	"dossier":    func(name, value string) string { return "/dossier?" + url.Values{name: {value}}.Encode() },
	"q":          func(path, query string) string { return path + "?" + query },
	"up":         func(n int) int { return n + 1 },
	"byhome":     byHome,
	"pair":       func(a, b any) twoOf { return twoOf{a, b} },
	"sourcekey":  sourceKey,
	"fact":       func(id string) string { return "/facts/" + url.PathEscape(id) },
	"document":   func(id string) string { return "/documents/" + url.PathEscape(id) },
	"docname":    docName,
	"outlet":     outletOf,
	"day":        func(v any) string { return dayOf(fmt.Sprint(v)) },
	"brief":      func(v any) string { return short(fmt.Sprint(v), 320) },
	"oneline":    func(v any) string { return oneLine(fmt.Sprint(v)) },
	"short":      func(s string) string { return short(s, 220) },
	"lower":      strings.ToLower,
	"speaker":    speaker,
	"before":     func(p *treatybase.Passage) string { return p.Text[:p.Mark.Start] },
	"marked":     func(p *treatybase.Passage) string { return p.Mark.Of(p.Text) },
	"after":      func(p *treatybase.Passage) string { return p.Text[p.Mark.End:] },
	"firstn":     func(n int, ss []resolve.Source) []resolve.Source { return ss[:min(n, len(ss))] },
}

// twoOf hands two things to a part of a page.
type twoOf struct{ A, B any }

// twin returns the address of a page in another format.
func twin(v *view, format string) string {
	p := v.Path
	if p == "/" {
		p = "/index"
	}
	return p + "." + format + v.Query
}

// sourceURL returns the address at which the words of s are shown, marked.
func sourceURL(s resolve.Source) string {
	return fmt.Sprintf("/documents/%s?at=%d-%d#at", url.PathEscape(s.Document), s.Start, s.End)
}

// actorID returns whom a code of an event names: RUS for RUS/GOV, and CSTO for
// IGO/CSTO, as organisations are coded by sort and name.
func actorID(code string) string {
	id, rest, _ := strings.Cut(code, "/")
	if rest != "" && (id == "IGO" || id == "NGO") {
		return rest
	}
	return id
}

// actorURL returns the page of the actor of a code.
func actorURL(code string) string { return "/actors/" + url.PathEscape(actorID(code)) }

// isActor reports whether code has a page: that of a state, organisation or
// other body of the gazetteer.
func isActor(code string) bool {
	return gazetteer.Builtin().ByID(actorID(code)) != nil
}

// who names whoever is meant by a code, by several codes, or by a name.
func who(v string) string {
	names := strings.Fields(v)
	for i, c := range names {
		if !isActor(c) {
			return oneLine(v)
		}
		names[i] = actorName(c)
	}
	return strings.Join(names, ", ")
}

func actorName(code string) string {
	id := actorID(code)
	name := id
	if e := gazetteer.Builtin().ByID(id); e != nil {
		name = e.Name
	}
	if sector, ok := strings.CutPrefix(code, id+"/"); ok {
		name += ", " + sector
	}
	return name
}

// docName names a document for a footnote.
func docName(d treatybase.DocumentRow) string {
	switch {
	case d.Outlet != "" && d.Title != "":
		return d.Outlet + ", " + d.Title
	case d.Title != "":
		return d.Title
	case d.Outlet != "":
		return d.Outlet + ", without title"
	}
	return d.File
}

func speaker(s resolve.Statement) string {
	for _, v := range []resolve.Value{s.Speaker, s.SpeakerName} {
		if v != "" {
			return who(string(v))
		}
	}
	if s.Voice == "outlet" {
		return "the outlet itself"
	}
	return "somebody not named"
}

func countOf(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "ty"); ok {
		return fmt.Sprintf("%d %sties", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// short returns s on one line, cut at a blank before max bytes.
func short(s string, max int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= max {
		return s
	}
	at := strings.LastIndexByte(s[:max], ' ')
	if at < max/2 {
		at = max
		for at > 0 && s[at]&0xC0 == 0x80 {
			at--
		}
	}
	return strings.TrimRight(s[:at], ",;: ") + " …"
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// humanDate writes an EDTF date as a reader expects it, with the names of
// months as say has them; what is no date stays as it is.
func humanDate(v string, say func(string) string) string {
	if a, b, ok := strings.Cut(v, "/"); ok && len(a) >= 4 && len(b) >= 4 {
		return humanDate(a, say) + " " + say("to") + " " + humanDate(b, say)
	}
	d, clock, _ := strings.Cut(v, "T")
	x, err := edtf.Parse(d)
	if err != nil || x.IsOpen() || strings.ContainsAny(d, "X~?%") {
		return v
	}
	year, month, day := x.First.Date()
	switch {
	case x.IsDay():
		v = fmt.Sprintf("%d %s %d", day, dayMonth(monthNames[month], say), year)
	case len(d) == 7 && d[5:] <= "12":
		return fmt.Sprintf("%s %d", say(monthNames[month]), year)
	default:
		return v
	}
	if len(clock) >= 5 {
		v += ", " + clock[:5]
	}
	return v
}

// dayMonth returns the name of a month as it stands after a day, which is a form
// of its own in some languages.
func dayMonth(name string, say func(string) string) string {
	if own := say("day of " + name); own != "day of "+name {
		return own
	}
	return say(name)
}

// HasTable reports whether v has a .csv twin.
func (v *view) HasTable() bool { return v.header != nil }

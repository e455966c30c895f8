package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"pacta/demo"
	"pacta/extract"
	"pacta/gazetteer"
	"pacta/ingest"
	"pacta/resolve"
	"pacta/treatybase"
)

// deskOf returns the pages of the demo base for a person, and the base.
func deskOf(t *testing.T, who string) (http.Handler, *treatybase.Base) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := os.WriteFile(path, demoBase(), 0o666); err != nil {
		t.Fatal(err)
	}
	b, err := treatybase.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return New(b, Options{Local: who, Follow: func(ctx context.Context) error { return ingest.Resolve(ctx, b, gazetteer.Builtin(), "") }}), b
}

// demoBase returns the file of the demo base, which is built once.
var demoBase = sync.OnceValue(func() []byte {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "desk")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "x.db")
	b, err := treatybase.Create(ctx, path)
	if err == nil {
		err = os.CopyFS(filepath.Join(folder, "reports"), demo.Files)
	}
	if err == nil {
		err = ingest.NewAdder(b, extract.New(), ingest.Options{}).Add(ctx, []string{filepath.Join(folder, "reports")})
	}
	if err == nil {
		err = ingest.Resolve(ctx, b, gazetteer.Builtin(), "")
	}
	if err == nil {
		err = b.Close()
	}
	var content []byte
	if err == nil {
		content, err = os.ReadFile(path)
	}
	if err != nil {
		panic(err)
	}
	return content
})

// send posts a form as a page of this server would.
func send(h http.Handler, path string, form url.Values, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1:8080"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// formOf returns the values of the form of a page that has the action: what a browser without a script would send.
func formOf(t *testing.T, body, action string) (path string, out url.Values) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "form" || attr(n, "method") != "post" {
			continue
		}
		values, has := url.Values{}, false
		for c := range n.Descendants() {
			name := attr(c, "name")
			switch {
			case c.Data == "button" && name == "action" && attr(c, "value") == action:
				values.Set("action", action)
				has = true
			case c.Data == "input" && attr(c, "type") != "radio" && attr(c, "type") != "checkbox" && name != "":
				values.Set(name, attr(c, "value"))
				has = has || name == "action" && attr(c, "value") == action
			case c.Data == "option" && (hasAttr(c, "selected") || !values.Has(attr(c.Parent, "name"))):
				v := attr(c, "value")
				if !hasAttr(c, "value") && c.FirstChild != nil {
					v = c.FirstChild.Data
				}
				values.Set(attr(c.Parent, "name"), v)
			}
		}
		if has {
			return attr(n, "action"), values
		}
	}
	t.Fatalf("no form to %s", action)
	return "", nil
}

// elementOf returns the element of a page with an ID, as a browser reads it.
func elementOf(t *testing.T, body, id string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for n := range doc.Descendants() {
		if attr(n, "id") == id {
			html.Render(&out, n)
		}
	}
	return out.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func verdictOf(t *testing.T, b *treatybase.Base, id string) resolve.Verdict {
	t.Helper()
	o, err := b.Object(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	j, err := o.Judged()
	if err != nil {
		t.Fatal(err)
	}
	return j.State
}

// onDesk returns the record that a page of the desk shows.
func onDesk(t *testing.T, h http.Handler, path string) (id string, total int) {
	t.Helper()
	at, query, _ := strings.Cut(path, "?")
	var x struct {
		Record struct{ ID string }
		Total  int
	}
	w := get(h, at+".json?"+query)
	if err := json.Unmarshal(w.Body.Bytes(), &x); err != nil {
		t.Fatalf("%s: %v\n%s", path, err, w.Body)
	}
	return x.Record.ID, x.Total
}

// Deciding with forms alone: each leads to the next record, and undo leads back.
func TestDeskWithoutScript(t *testing.T) {
	h, b := deskOf(t, "ana")
	for _, kind := range []string{"instrument", "commitment", "event", "statement", "actor"} {
		here := "/desk?queue=new&kind=" + kind
		for action, want := range map[string]resolve.Verdict{"accept": resolve.Accepted, "reject": resolve.Rejected} {
			id, total := onDesk(t, h, here)
			path, form := formOf(t, get(h, here).Body.String(), action)
			w := send(h, path, form)
			if w.Code != http.StatusSeeOther {
				t.Fatalf("%s %s: status %d\n%s", action, kind, w.Code, w.Body)
			}
			if got := verdictOf(t, b, id); got != want {
				t.Errorf("%s %s: state %s", action, kind, got)
			}
			next := w.Header().Get("Location")
			if after, left := onDesk(t, h, next); after == id || left != total-1 {
				t.Errorf("%s %s: goes on to %s of %d, from %s of %d", action, kind, after, left, id, total)
			}
			page := get(h, next).Body.String()
			if !strings.Contains(page, `role="status"`) || !strings.Contains(page, "ana") {
				t.Errorf("%s %s: nothing says what was done", action, kind)
			}
			if done := elementOf(t, page, "done"); !strings.Contains(done, `action="/reviews/`) {
				t.Errorf("%s %s: what was done does not hold its undo: %s", action, kind, done)
			}
			undo := page[strings.Index(page, `action="/reviews/`)+len(`action="`):]
			if w := send(h, undo[:strings.IndexByte(undo, '"')], url.Values{}); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/") {
				t.Errorf("undo: status %d to %s", w.Code, w.Header().Get("Location"))
			}
			if got := verdictOf(t, b, id); got != resolve.ByMachine {
				t.Errorf("undone, state %s", got)
			}
		}
	}
}

func TestEditForm(t *testing.T) {
	h, b := deskOf(t, "ana")
	id, _ := onDesk(t, h, "/desk?kind=instrument")
	path, form := formOf(t, get(h, "/desk?id="+url.QueryEscape(id)).Body.String(), "edit")
	if w := send(h, path, form); w.Code != http.StatusBadRequest {
		t.Errorf("nothing changed: status %d", w.Code)
	}
	form.Set("f.title", "Another <b>name</b>")
	form.Set("f.date", "1 May")
	if w := send(h, path, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "is not a date") {
		t.Errorf("a bad date: status %d\n%s", w.Code, w.Body)
	}
	form.Set("f.date", "1961-05-01")
	w := send(h, path, form)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d\n%s", w.Code, w.Body)
	}
	o, err := b.Object(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var x resolve.Instrument
	if err := o.Decode(&x); err != nil || x.Title != "Another <b>name</b>" || x.Signed[0].Value != "1961-05-01" || x.State != resolve.Edited || len(x.Review.Machine) != 2 {
		t.Errorf("got %+v, %v", x, err)
	}
	page := get(h, w.Header().Get("Location")).Body.String()
	if strings.Contains(page, "<b>name</b>") || !strings.Contains(page, "Another &lt;b&gt;name") {
		t.Error("what a person typed became an element, or is not shown")
	}
	for _, path := range []string{"/facts/" + url.PathEscape(id) + "/history", "/reviews", "/reviews?who=ana"} {
		if body := get(h, path).Body.String(); strings.Count(body, `class="was"`) != 2 {
			t.Errorf("%s: the two edits are not shown", path)
		}
	}
}

// Somebody else decided meanwhile: both values side by side, and one may decide
// again.
func TestSomebodyElseDecidedMeanwhile(t *testing.T) {
	h, b := deskOf(t, "ana")
	id, _ := onDesk(t, h, "/desk?kind=instrument")
	page := get(h, "/desk?id="+url.QueryEscape(id)).Body.String()
	if _, err := b.Decide(context.Background(), treatybase.Draft{Who: "ben", Action: resolve.Edit, Record: id, Field: "title", Value: json.RawMessage(`"Ben's title"`)}); err != nil {
		t.Fatal(err)
	}
	path, form := formOf(t, page, "edit")
	form.Set("f.title", "Ana's title")
	w := send(h, path, form)
	body := w.Body.String()
	if w.Code != http.StatusConflict || !strings.Contains(body, "Ben&#39;s title") || !strings.Contains(body, "Ana&#39;s title") || !strings.Contains(body, "<b>ben</b>") {
		t.Fatalf("status %d\n%s", w.Code, body)
	}
	path, form = formOf(t, body, "edit")
	if w := send(h, path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("again: status %d\n%s", w.Code, w.Body)
	}
	o, _ := b.Object(context.Background(), id)
	if !strings.Contains(string(o.Body), `"title":"Ana's title"`) {
		t.Errorf("her way: %s", o.Body)
	}
	if cs, err := b.Conflicts(context.Background()); err != nil || len(cs) != 0 {
		t.Errorf("having seen it, it is no conflict: %v, %v", cs, err)
	}
	// The same as JSON.
	r := httptest.NewRequest("POST", path, strings.NewReader(`{"action":"accept","version":"0"}`))
	r.Host = "127.0.0.1:8080"
	r.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	var x struct {
		Status  int
		Version string
		Now     resolve.Instrument
	}
	if err := json.Unmarshal(rec.Body.Bytes(), &x); err != nil || rec.Code != http.StatusConflict || x.Version == "" || x.Now.Title != "Ana's title" {
		t.Errorf("status %d, %v: %s", rec.Code, err, rec.Body)
	}
}

func TestDecideAsJSON(t *testing.T) {
	h, _ := deskOf(t, "ana")
	id, _ := onDesk(t, h, "/desk?kind=commitment")
	for _, x := range []struct {
		body string
		want int
	}{
		{`{"action":"accept","why":"read it"}`, 200}, {`{"action":"edit","field":"modality","value":"permission"}`, 200}, {`{"action":"edit","field":"modality","value":"wish"}`, 400},
		{`{"action":"praise"}`, 400}, {`{"action":"note"}`, 400}, {`{`, 400}, {`{"action":"undo"}`, 200},
	} {
		r := httptest.NewRequest("POST", "/facts/"+id+"/review", strings.NewReader(x.body))
		r.Host = "127.0.0.1:8080"
		r.Header.Set("Content-Type", "application/json; charset=utf-8")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != x.want || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: status %d, want %d: %s", x.body, w.Code, x.want, w.Body)
		}
	}
}

// Nothing is decided for a page of somebody else.
func TestOtherSitesCannotDecide(t *testing.T) {
	h, b := deskOf(t, "ana")
	id, _ := onDesk(t, h, "/desk?kind=commitment")
	for _, path := range []string{"/facts/" + id + "/review", "/desk/bulk", "/desk/seen", "/reviews/r1/undo"} {
		for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Site", "", "Origin", "https://elsewhere.example"}} {
			if w := send(h, path, url.Values{"action": {"reject"}}, header...); w.Code != http.StatusForbidden {
				t.Errorf("%s from %v: status %d, want it refused", path, header, w.Code)
			}
		}
	}
	if verdictOf(t, b, id) != resolve.ByMachine {
		t.Error("it was decided")
	}
}

func TestMergeAndSplitForms(t *testing.T) {
	h, b := deskOf(t, "ana")
	ctx := context.Background()
	xs, before, err := b.Instruments(ctx, treatybase.Filter{})
	if err != nil || before < 2 {
		t.Fatalf("%d instruments, %v", before, err)
	}
	path, form := formOf(t, get(h, "/desk?id="+url.QueryEscape(xs[1].ID)).Body.String(), "merge")
	form.Set("other", xs[0].ID)
	w := send(h, path, form)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d\n%s", w.Code, w.Body)
	}
	if _, n, _ := b.Instruments(ctx, treatybase.Filter{}); n != before-1 {
		t.Errorf("%d instruments after the merge of %d", n, before)
	}
	next, err := url.Parse(w.Header().Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	merged, err := b.Review(ctx, next.Query().Get("done"))
	if err != nil {
		t.Fatal(err)
	}
	page := get(h, "/desk?id="+url.QueryEscape(merged.Stands))
	// Split again by the sources of one document.
	path, form = formOf(t, page.Body.String(), "split")
	var one treatybase.Object
	if one, err = b.Object(ctx, strings.TrimSuffix(strings.TrimPrefix(path, "/facts/"), "/review")); err != nil {
		t.Fatal(err)
	}
	ss := sourcesOf(one)
	form["source"] = []string{sourceKey(ss[0])}
	if w := send(h, path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("split: status %d\n%s", w.Code, w.Body)
	}
	if _, n, _ := b.Instruments(ctx, treatybase.Filter{}); n != before {
		t.Errorf("%d instruments after the split, want %d", n, before)
	}
}

func TestBulk(t *testing.T) {
	h, b := deskOf(t, "ana")
	preview := "/desk/bulk?queue=new&kind=statement&action=accept"
	var x struct {
		Total   int
		Records []struct{ ID string }
	}
	if err := json.Unmarshal(get(h, strings.Replace(preview, "/bulk?", "/bulk.json?", 1)).Body.Bytes(), &x); err != nil || x.Total == 0 || len(x.Records) != x.Total {
		t.Fatalf("%d records of %d, %v", len(x.Records), x.Total, err)
	}
	path, form := formOf(t, get(h, preview).Body.String(), "accept")
	// Meanwhile one is decided: nothing happens, and the preview is shown again.
	if _, err := b.Decide(context.Background(), treatybase.Draft{Who: "ben", Action: resolve.Reject, Record: x.Records[0].ID}); err != nil {
		t.Fatal(err)
	}
	w := send(h, path, form)
	if w.Code != http.StatusConflict || verdictOf(t, b, x.Records[1].ID) != resolve.ByMachine {
		t.Fatalf("status %d", w.Code)
	}
	path, form = formOf(t, w.Body.String(), "accept")
	if w := send(h, path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d\n%s", w.Code, w.Body)
	}
	if _, n, err := b.Statements(context.Background(), treatybase.Filter{Review: "accepted"}); err != nil || n != x.Total-1 {
		t.Errorf("%d accepted of %d, %v", n, x.Total, err)
	}
	if w := get(h, "/desk/bulk?queue=new&kind=statement&action=edit"); w.Code != http.StatusBadRequest {
		t.Errorf("edit of several: status %d", w.Code)
	}
}

func TestQueues(t *testing.T) {
	h, b := deskOf(t, "ana")
	for _, q := range []string{"queue=new", "queue=doubtful", "queue=doubtful&kind=commitment", "queue=conflicting", "queue=conflicting&kind=decisions", "queue=orphaned", "queue=nonsense&kind=nothing&at=-3", "queue=new&kind=statement&at=99999", "queue=new&text=treaty"} {
		if w := get(h, "/desk?"+q); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", q, w.Code)
		}
	}
	if w := send(h, "/desk/seen", url.Values{}); w.Code != http.StatusSeeOther {
		t.Errorf("seen: status %d", w.Code)
	}
	if _, n := onDesk(t, h, "/desk?queue=new&kind=instrument"); n != 0 {
		t.Errorf("%d are new after all were seen", n)
	}
	// A decision whose words are gone, and two that contradict one another.
	ctx := context.Background()
	xs, _, err := b.Instruments(ctx, treatybase.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var reviews []resolve.Review
	for i, title := range []string{"One", "Two"} {
		s := xs[0].Sources[0]
		r := resolve.Review{When: "2026-01-0" + itoa(i+1) + "T00:00:00.000Z", Who: "ben", Action: resolve.Edit, Kind: "instrument", Type: string(xs[0].Type), Label: xs[0].Title, Record: xs[0].ID,
			Anchors: []resolve.Anchor{{Document: s.Document, Span: s.Span, Quote: s.Quote}}, Field: "title", Before: json.RawMessage(`"` + xs[0].Title + `"`), After: json.RawMessage(`"` + title + `"`)}
		if err := r.Seal(); err != nil {
			t.Fatal(err)
		}
		reviews = append(reviews, r)
	}
	lost := reviews[0]
	lost.Anchors = []resolve.Anchor{{Document: "gone", Quote: "words that nobody wrote"}}
	if err := lost.Seal(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddReviews(ctx, append(reviews, lost)); err != nil {
		t.Fatal(err)
	}
	if err := ingest.Resolve(ctx, b, gazetteer.Builtin(), ""); err != nil {
		t.Fatal(err)
	}
	if body := get(h, "/desk?queue=conflicting&kind=decisions").Body.String(); !strings.Contains(body, "Two decisions contradict one another") || !strings.Contains(body, "One") {
		t.Error("the conflict is not shown")
	}
	if body := get(h, "/desk?queue=orphaned").Body.String(); !strings.Contains(body, "words that nobody wrote") || !strings.Contains(body, "in no document of the base") {
		t.Error("the orphan is not shown")
	}
}

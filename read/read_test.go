package read

import (
	"strings"
	"testing"

	"pacta"
)

// one reads body and wants exactly one document of it.
func one(t *testing.T, name, body string) *pacta.Document {
	t.Helper()
	var docs []*pacta.Document
	for d, err := range Read(&pacta.Raw{Name: name, Body: []byte(body)}, Options{}) {
		if err != nil {
			t.Fatalf("Read(%s): %v", name, err)
		}
		docs = append(docs, d)
	}
	if len(docs) != 1 {
		t.Fatalf("Read(%s) gave %d documents, want 1", name, len(docs))
	}
	checkSpans(t, docs[0])
	return docs[0]
}

// checkSpans holds d to what every reader promises of its spans.
func checkSpans(t *testing.T, d *pacta.Document) {
	t.Helper()
	fits := func(what string, s pacta.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			t.Errorf("%s: %s %v lies outside of a text of %d bytes", d.File, what, s, len(d.Text))
		}
	}
	end := 0
	for _, s := range d.Dropped {
		fits("dropped", s)
		if s.Start < end {
			t.Errorf("%s: dropped spans overlap or are out of order at %v", d.File, s)
		}
		end = s.End
	}
	last := 0
	for _, s := range d.Sections {
		fits("section", s.Span)
		if s.Start < last {
			t.Errorf("%s: sections overlap or are out of order at %v", d.File, s)
		}
		last = s.End
	}
	if d.ID == "" {
		return // not complete, as within a reader
	}
	for _, f := range []pacta.Field{d.Title, d.Outlet, d.Author, d.Published} {
		fits("field "+f.Value, f.Span)
		if f.Value == "" && f.Basis != pacta.None {
			t.Errorf("%s: a field without value has the basis %q", d.File, f.Basis)
		}
		for _, c := range f.Rejected {
			fits("candidate "+c.Value, c.Span)
		}
	}
}

// dropped returns the words that d marks as boilerplate, joined with " / ".
func dropped(d *pacta.Document) string {
	var out []string
	for _, s := range d.Dropped {
		out = append(out, s.Of(d.Text))
	}
	return strings.Join(out, " / ")
}

const page1 = `<!doctype html><html lang="en-US"><head><title>Freedonia and Sylvania sign pact | The Freedonia Post</title>
<meta property="og:site_name" content="The Freedonia Post"><meta property="article:published_time" content="2031-05-03T09:15:00+02:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Freedonia and Sylvania sign pact","author":{"name":"Ann Example"}}</script><style>p{}</style></head>
<body><nav><a href=/>Home</a><a href=/x>World</a></nav><article><h1>Freedonia and Sylvania sign pact</h1><p class=byline>By Ann Example</p><script>alert(1)</script>
<p>Freedonia and Sylvania signed a pact on <b>mutual</b> assistance on Tuesday, and both parties promised to keep it for ten years.</p>
<h2>What it says</h2><p onclick="x()">The pact has 12 articles. It enters into force after ratification by both parliaments, the foreign ministry said on Wednesday.</p><div class="share">Share this</div></article><footer>© 2031 Freedonia Post</footer></body></html>`

func TestHTML(t *testing.T) {
	d := one(t, "page.html", page1)
	for what, got := range map[string][2]string{
		"title":     {d.Title.Value, "Freedonia and Sylvania sign pact"},
		"outlet":    {d.Outlet.Value, "The Freedonia Post"},
		"author":    {d.Author.Value, "Ann Example"},
		"published": {d.Published.Value, "2031-05-03T09:15:00+02:00"},
		"language":  {d.Language, "en"},
		"type":      {d.MediaType, "text/html"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s = %q, want %q", what, got[0], got[1])
		}
	}
	for _, no := range []string{"alert", "p{}", "onclick", "og:"} {
		if strings.Contains(d.Text, no) {
			t.Errorf("text holds %q, which is not visible", no)
		}
	}
	if got, want := dropped(d), "Home World / Share this / © 2031 Freedonia Post"; got != want && got != "HomeWorld / Share this / © 2031 Freedonia Post" {
		t.Errorf("dropped %q, want %q", got, want)
	}
	if len(d.Sections) != 5 || d.Sections[0].Level != 1 || d.Sections[3].Level != 2 {
		t.Errorf("sections = %v, want a heading, two paragraphs, a heading and a paragraph", d.Sections)
	}
}

// A page of one report beside a live column that is longer.
func TestHTMLLiveColumn(t *testing.T) {
	report := "<p>The foreign ministers of Freedonia and Sylvania renewed the Treaty of Lakemouth on Monday for ten more years.</p>"
	live := "<div><b>11:08</b> <span>Ruritania has sent its ambassador home, an official of the foreign ministry told reporters in the morning.</span></div>"
	d := one(t, "a.html", "<!doctype html><html><body><div><div><h1>Treaty of Lakemouth is renewed</h1><div>"+strings.Repeat(report, 4)+"</div></div><div>"+
		strings.Repeat(live, 9)+"</div></div></body></html>")
	if at := strings.Index(d.Text, "The foreign"); d.IsDropped(pacta.Span{Start: at, End: at + 3}) {
		t.Error("the report is dropped")
	}
	if at := strings.Index(d.Text, "Ruritania"); !d.IsDropped(pacta.Span{Start: at, End: at + 3}) {
		t.Error("the live column is kept")
	}
}

func TestHTMLNumberedLists(t *testing.T) {
	const long = " shall consult the other Party whenever one of them is threatened by a third state."
	d := one(t, "a.html", `<!doctype html><html><body><article><h1>The Declaration of Springfield</h1><ol><li>Freedonia`+long+`</li><li><p>Sylvania`+long+`</p><ol type="a"><li>on land, wherever the border runs through the mountains and the valleys;<li><b>at</b> sea, within twelve miles of the coasts of both of the Parties.</ol></li><li>(3) Ruritania`+long+`</li></ol>
<p>The Parties add to this:</p><ol start=7><li>Elbonia`+long+`<li value=9>Lutha`+long+`</ol><ul><li>Each of them`+long+`</ul><ol><li><a href=/a>First</a><li><a href=/b>Second</a></ol></article></body></html>`)
	const want = "The Declaration of Springfield|1. Freedonia" + long + "|2. Sylvania" + long + "|a. on land, wherever the border runs through the mountains and the valleys;|b. at sea, within twelve miles of the coasts of both of the Parties.|(3) Ruritania" + long +
		"|The Parties add to this:|7. Elbonia" + long + "|9. Lutha" + long + "|Each of them" + long + "|First|Second"
	if got := strings.ReplaceAll(d.Text, "\n", "|"); got != want {
		t.Errorf("text %q\nwant %q", got, want)
	}
}

func TestRowsOfJSONL(t *testing.T) {
	const file = `{"id":"a","text":"The parties shall consult each other without delay. \u201cThey agreed\u201d – said so.","date":"2031-05-03","source":"Example Wire","section":"world"}
{"id":"b","text":"broken
{"id":"c","body":"Freedonia will withdraw from the pact next year, its foreign minister said.","headline":"Freedonia to leave"}
`
	var docs []*pacta.Document
	var errs []error
	for raw, err := range Open("news.jsonl", strings.NewReader(file), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		for d, err := range Read(raw, Options{}) {
			if err != nil {
				errs = append(errs, err)
				continue
			}
			checkSpans(t, d)
			docs = append(docs, d)
		}
	}
	if len(docs) != 2 || len(errs) != 1 {
		t.Fatalf("%d documents and %d errors, want 2 and 1", len(docs), len(errs))
	}
	if !strings.HasPrefix(errs[0].Error(), "news.jsonl:2: ") {
		t.Errorf("error %q does not name the line", errs[0])
	}
	a := docs[0]
	if a.Text != "The parties shall consult each other without delay. “They agreed” – said so." {
		t.Errorf("text = %q", a.Text)
	}
	if a.ExternalID != "a" || a.Published.Value != "2031-05-03" || a.Published.Basis != pacta.Given || a.Outlet.Value != "Example Wire" || a.Extra["section"] != "world" {
		t.Errorf("row a = %+v", a)
	}
	if docs[1].Title.Value != "Freedonia to leave" || docs[1].File != "news.jsonl:3" {
		t.Errorf("row c: title %q, file %q", docs[1].Title.Value, docs[1].File)
	}
}

func TestMarkdown(t *testing.T) {
	d := one(t, "a.md", "---\ntitle: The pact of May\ndate: 2031-05-03\nsource: Example Institute\n---\n\n# The pact of May\n\nThe **parties** promised [mutual aid](http://x.example).\nThey will meet again in June.\n\n## Outlook\n\nNobody knows.\n")
	if d.Title.Value != "The pact of May" || d.Published.Value != "2031-05-03" || d.Outlet.Value != "Example Institute" {
		t.Errorf("title %q, published %q, outlet %q", d.Title.Value, d.Published.Value, d.Outlet.Value)
	}
	var got []string
	for _, s := range d.Sections {
		got = append(got, s.Of(d.Text))
	}
	if want := "The pact of May|The **parties** promised [mutual aid](http://x.example).\nThey will meet again in June.|Outlook|Nobody knows."; strings.Join(got, "|") != want {
		t.Errorf("sections %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestMarkdownHead(t *testing.T) {
	for _, c := range []struct{ head, title, outlet, published string }{
		{"# Talks end without result\n\n*Valley Tribune, 3 May 2031*\n\n", "Talks end without result", "Valley Tribune", "2031-05-03"},
		{"Talks end without result\n========================\n\n_By Ann Example, The Lutha Post, May 3, 2031_\n\n", "Talks end without result", "The Lutha Post", "2031-05-03"},
		{"# Valley Tribune: Talks end without result\n\n**3 May 2031**\n\n", "Talks end without result", "Valley Tribune", "2031-05-03"},
		{"# Talks end without result #\n\n> Lutha, 3 May 2031\n\n", "Talks end without result", "", "2031-05-03"},
	} {
		d := one(t, "a.md", c.head+body)
		if d.MediaType != markdownType || d.Title.Value != c.title || d.Outlet.Value != c.outlet || d.Published.Value != c.published || d.Published.Basis != pacta.Stated {
			t.Errorf("%q: %s, title %q, outlet %q, published %q %s", c.head, d.MediaType, d.Title.Value, d.Outlet.Value, d.Published.Value, d.Published.Basis)
		}
		if len(d.Sections) == 0 || d.Sections[0].Level != 1 {
			t.Errorf("%q: sections %v, want a heading first", c.head, d.Sections)
		}
	}
	if d := one(t, "a.txt", "#Pact\nTalks end without result\n\n"+body); d.MediaType != "text/plain" {
		t.Errorf("a hashtag makes %s", d.MediaType)
	}
}

// The line of the title is a heading even where it names the outlet as well.
func TestHeadingWithOutlet(t *testing.T) {
	for _, title := range []string{"Valley Tribune: Talks end without result", "Kuria: Ministers meet again", "The Lutha Post: Nobody leaves the pact"} {
		d := one(t, "a.txt", title+"\n\n"+body)
		if len(d.Sections) != 3 || d.Sections[0].Level != 1 || d.Sections[0].Of(d.Text) != title || d.Sections[1].Level != 0 {
			t.Errorf("sections of %q: %v, want a heading and two paragraphs", title, d.Sections)
		}
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"empty", "", "empty: empty file: invalid"},
		{"blank", " \n\t\n", "blank: no text: invalid"},
		{"binary", "ab\x00\x01\x02\x03cd\xff\xfe\x00", "binary: binary data, no text: not supported"},
		{"row", `{"id":"x"}`, "row: no text: the row has no field text, body, content or article: invalid"},
	} {
		for d, err := range Read(&pacta.Raw{Name: c.name, Body: []byte(c.body)}, Options{}) {
			if err == nil || err.Error() != c.want {
				t.Errorf("Read(%q) = %v, %v, want the error %q", c.body, d, err, c.want)
			}
		}
	}
}

func TestFields(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{"a":"x\\","b":"\"y\\\""}`, `a=x\ b="y\"`},
		{`{ "a" : null , "b":{"c":["]}"]} }`, `a=null b={"c":["]}"]}`},
		{`{"a":"\u00e9\ud83d\ude00\ud83d x\/"}`, "a=é😀\ufffd x/"},
		{`{}`, ""},
		{`{"a":1}x`, "not valid JSON at byte 7: something after the object: invalid"},
		{`{"a":01}`, "not valid JSON at byte 5: want a value: invalid"},
		{`{"a":"x}`, "not valid JSON at byte 6: string without end: invalid"},
		{`{"a":"\x"}`, "not valid JSON at byte 8: unknown escape: invalid"},
		{`{"a":"\"}`, "not valid JSON at byte 6: string without end: invalid"},
		{"{\"a\":\"\xff\"}", "not UTF-8: invalid"},
		{`["a"]`, "not valid JSON at byte 0: want an object: invalid"},
	} {
		var got []string
		members, err := fields([]byte(c.in))
		if err != nil {
			got = []string{err.Error()}
		}
		for _, f := range members {
			got = append(got, f.name+"="+f.value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("fields(%s) = %q, want %q", c.in, strings.Join(got, " "), c.want)
		}
	}
}

func TestTextKeepsItsBytes(t *testing.T) {
	for _, text := range []string{"A pact was signed.\r\n\r\n Both parties signed it.  \n", "\ufeffPact signed\n\n" + body, "\u00a0A\tpact was\x1f signed.\n\n\n"} {
		if d := one(t, "a.txt", text); d.Text != text {
			t.Errorf("text = %q, want %q", d.Text, text)
		}
	}
	if d := one(t, "a.txt", "\ufeffPact signed\n\n"+body); d.Title.Value != "Pact signed" || d.Sections[0].Start != 3 {
		t.Errorf("title %q, first section at %d", d.Title.Value, d.Sections[0].Start)
	}
}

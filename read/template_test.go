package read

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pacta"
)

//go:embed testdata/outlets*.txt
var outletFiles embed.FS

// An outletPlan is an invented outlet of testdata/outlets.txt.
type outletPlan struct {
	name             string
	pages            int
	head, amid, foot []string
	copied           []copied
}

// copied is what reporters copy from report to report.
type copied struct {
	lines   []string
	percent int
	last    bool
}

func outletPlans(t *testing.T, file string) []outletPlan {
	t.Helper()
	src, err := outletFiles.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out []outletPlan
	var into *[]string
	rows := bufio.NewScanner(bytes.NewReader(src))
	for rows.Scan() {
		row := rows.Text()
		var c copied
		var last string
		switch {
		case row == "" || row[0] == '#':
			continue
		case strings.HasPrefix(row, "== "):
			i := strings.LastIndexByte(row, ' ')
			out = append(out, outletPlan{name: row[3:i]})
			if _, err := fmt.Sscan(row[i:], &out[len(out)-1].pages); err != nil {
				t.Fatal(err)
			}
			continue
		}
		o := &out[len(out)-1]
		switch first, _, _ := strings.Cut(row, " "); {
		case row == "head":
			into = &o.head
		case row == "amid":
			into = &o.amid
		case row == "foot":
			into = &o.foot
		case first == "story" || first == "facts":
			fmt.Sscan(row[len(first):], &c.percent, &last)
			c.last = last == "last"
			o.copied = append(o.copied, c)
			into = &o.copied[len(o.copied)-1].lines
		default:
			*into = append(*into, row)
		}
	}
	return out
}

// page makes a page and tells of its lines which are of the template.
func (w writer) page(o *outletPlan) (lines []string, template []bool) {
	put := func(ofTemplate bool, ls ...string) {
		for _, l := range ls {
			title := l == "{title}"
			l = strings.NewReplacer("{title}", strings.TrimSuffix(w.sentence()[:40+w.IntN(20)], " "), "{n}", fmt.Sprint(10+w.IntN(89))).Replace(l)
			lines, template = append(lines, l), append(template, ofTemplate && !title)
		}
	}
	put(true, o.head...)
	body := w.report(4 + w.IntN(8))
	at := map[int][]copied{}
	var last []copied
	for _, c := range o.copied {
		switch {
		case w.IntN(100) >= c.percent:
		case c.last:
			last = append(last, c)
		default:
			k := 1 + w.IntN(len(body))
			at[k] = append(at[k], c)
		}
	}
	for i, s := range body {
		for _, c := range at[i] {
			put(false, c.lines...)
		}
		put(false, s+" "+w.sentence())
		if i == len(body)/2 {
			put(true, o.amid...)
		}
	}
	for _, c := range append(at[len(body)], last...) {
		put(false, c.lines...)
	}
	put(true, o.foot...)
	return lines, template
}

// markup sets lines as a web page without any structure to go by.
func markup(title string, lines []string) string {
	return "<!doctype html><html><head><title>" + title + "</title></head><body><div>" + strings.Join(lines, "</div>\n<div>") + "</div></body></html>"
}

// A found line is one of a page with what became of it.
type foundLine struct {
	outlet, text              string
	template, alone, repeated bool // what it is; dropped by itself; dropped because it repeats
}

// readOutlet makes the pages of an outlet and reads them.
func readOutlet(t *testing.T, w writer, o *outletPlan, asHTML bool) []foundLine {
	t.Helper()
	var out []foundLine
	var docs []*pacta.Document
	var copies []Copy
	var pages []Page
	ofTemplate := map[string]bool{}
	for n := range o.pages {
		lines, template := w.page(o)
		title := lines[slices.Index(o.head, "{title}")]
		for i, l := range lines {
			ofTemplate[squeeze(l)] = template[i]
		}
		raw := &pacta.Raw{Name: fmt.Sprint(n), Body: []byte(strings.Join(lines, "\n\n"))}
		if asHTML {
			raw.Body = []byte(markup(title, lines))
		}
		for d, err := range Read(raw, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			d.Outlet = pacta.Field{Value: o.name}
			s := SketchOf(d)
			docs, copies = append(docs, d), append(copies, Copy{ID: fmt.Sprintf("%04d", n), Print: s.Print})
			pages = append(pages, Page{Lines: AppendLines(nil, s.Lines)})
		}
	}
	for i, g := range Groups(copies) {
		pages[i].Copies = g
	}
	tpl := TemplateOf(pages)
	for i, d := range docs {
		again := d.Repeat(tpl.Repeated(pages[i].Lines))
		for _, x := range linesOf(d).lines {
			out = append(out, foundLine{o.name, x.text, ofTemplate[x.text], d.IsDropped(x.Span), slices.Contains(again.Repeated, x.Span)})
		}
	}
	return out
}

// A templateScore counts lines of templates: all, those found in the page itself,
// those that repetition adds; and lines of content that are lost either way.
type templateScore struct {
	all, alone, right, wrong, lost int
	misses                         map[string]int
}

func (s *templateScore) add(x foundLine) {
	note := ""
	switch {
	case x.template && x.alone:
		s.alone++
	case x.template && x.repeated:
		s.right++
	case x.template:
		note = "missed"
	case x.repeated:
		s.wrong++
		note = "content"
	case x.alone:
		s.lost++
		note = "lost by itself"
	}
	if x.template {
		s.all++
	}
	if note != "" {
		s.misses[x.outlet+": "+note+": "+x.text]++
	}
}

func TestTemplate(t *testing.T) {
	for _, file := range []string{"outlets.txt", "outlets-blind.txt", "outlets-late.txt"} {
		for _, asHTML := range []bool{false, true} {
			w := writer{rand.New(rand.NewPCG(11, 12))}
			s := templateScore{misses: map[string]int{}}
			for _, o := range outletPlans(t, file) {
				for _, x := range readOutlet(t, w, &o, asHTML) {
					s.add(x)
				}
			}
			precision, before, recall := float64(s.right)/float64(s.right+s.wrong), float64(s.alone)/float64(s.all), float64(s.alone+s.right)/float64(s.all)
			t.Logf("%s, HTML %v: of %d lines of templates %.1f %% are found in the page itself, %.1f %% with repetition; %d lines of content lost by it (precision %.4f), %d by the page itself",
				file, asHTML, s.all, 100*before, 100*recall, s.wrong, precision, s.lost)
			for _, m := range slices.Sorted(maps.Keys(s.misses)) {
				t.Logf("%4d %s", s.misses[m], m)
			}
			if precision < .99 || recall < .85 {
				t.Errorf("%s, HTML %v: precision %.4f, recall %.3f, want at least .99 and .85", file, asHTML, precision, recall)
			}
		}
	}
}

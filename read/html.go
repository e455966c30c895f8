package read

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pacta"
)

// isHTML reports whether head is an HTML page: a doctype, an html element, or
// several of the tags that only pages have.
func isHTML(head []byte, _ bool, _ Options) bool {
	if begins(head, "<!doctype html") || begins(head, "<html") {
		return true
	}
	if !begins(head, "<") {
		return false
	}
	low := bytes.ToLower(head[:min(len(head), 16<<10)])
	if bytes.Contains(low, []byte("<html")) {
		return true
	}
	n := 0
	for _, tag := range [...]string{"<p>", "<p ", "<div", "<body", "<head>", "<span", "<h1", "<a href", "<br", "<title>", "<article", "<meta "} {
		if bytes.Contains(low, []byte(tag)) {
			n++
		}
	}
	return n >= 2
}

// readHTML reads the visible text of a page. Scripts and styles never come in;
// menus, sidebars and what stands outside of the article are marked.
func readHTML(raw *pacta.Raw, _ Options) (*page, error) {
	src, err := decode(raw.Body, raw.MediaType)
	if err != nil {
		return nil, err
	}
	return htmlPage(src)
}

// htmlPage makes a page of HTML in UTF-8.
func htmlPage(src string) (*page, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		// The parser gives up on elements nested more than 512 deep.
		return flatPage(src), nil
	}
	w := &htmlWriter{weight: map[*html.Node]int{}, items: map[*html.Node]int{}}
	w.all = w.weigh(root, false)
	w.core = w.container(root)
	if n := w.headed(root); n != nil {
		w.core = n
	}
	w.node(root, region{core: w.core == root})
	w.flush(region{})
	p := &page{found: w.head.clues(), web: true}
	p.doc.Text = strings.TrimRight(w.text.String(), "\n")
	p.doc.Language = w.head.language
	p.doc.URL = w.head.canonical
	w.mark(p)
	return p, nil
}

// flatPage reads the text of a page that is too deeply nested to have a
// structure worth keeping.
func flatPage(src string) *page {
	w := &htmlWriter{}
	z := html.NewTokenizer(strings.NewReader(src))
	var r region
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.flush(r)
			return &page{doc: pacta.Document{Text: strings.TrimRight(w.text.String(), "\n")}}
		case html.TextToken:
			if !r.drop {
				w.words(string(z.Text()), r)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if hidden[t.DataAtom] {
				r.drop = t.Type == html.StartTagToken
			}
			if isBlock(t.DataAtom) {
				w.flush(region{})
			}
		}
	}
}

// A region is what the elements around a piece of text say about it.
type region struct {
	drop    bool // in a menu, a footer, a form and the like
	core    bool // in the element that holds nearly all of the running text
	link    bool
	pre     bool
	level   int // of the heading
	article int // number of the outermost article element, 0 outside of all
}

// An htmlBlock is a line of the visible text with what stood around it.
type htmlBlock struct {
	pacta.Span
	region
	linked int // bytes within links
}

// An htmlWriter collects the visible text of a page, a line a block.
type htmlWriter struct {
	text     strings.Builder
	line     strings.Builder
	linked   int
	gap      bool
	blocks   []htmlBlock
	articles int
	weight   map[*html.Node]int // bytes of running text within each element that may hold paragraphs
	all      int                // bytes of running text of the page
	core     *html.Node         // the smallest element that holds nearly all of it
	head     pageHead
	items    map[*html.Node]int // the last number of each numbered list
	number   string             // of the item that begins
}

// node writes n and what is in it. The parser allows no more than 512 open
// elements, so recursion is bounded.
func (w *htmlWriter) node(n *html.Node, r region) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data, r)
		return
	case html.ElementNode:
		w.head.element(n)
		if n.DataAtom == atom.Head {
			w.head.below(n)
		}
		if hidden[n.DataAtom] || isHidden(n) {
			return
		}
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	outer := r
	if n.Type == html.ElementNode {
		r = w.enter(n, r)
	}
	if block {
		w.flush(outer)
	}
	if n.DataAtom == atom.Li {
		w.number = w.item(n, r)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, r)
	}
	if n.DataAtom == atom.Li {
		w.number = ""
	}
	if block {
		w.flush(r)
	} else if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		w.gap = true
	}
}

// weigh returns how many bytes of running text are within n, and notes it for
// each element that may hold paragraphs. Text is running if it is not linked
// and longer than a label.
func (w *htmlWriter) weigh(n *html.Node, linked bool) int {
	if n.Type == html.TextNode {
		if s := strings.TrimSpace(n.Data); len(s) > 60 && !linked {
			return len(s)
		}
		return 0
	}
	if hidden[n.DataAtom] {
		return 0
	}
	linked = linked || n.DataAtom == atom.A
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += w.weigh(c, linked)
	}
	if n.Type == html.ElementNode && size > 0 && isBlock(n.DataAtom) {
		w.weight[n] = size
	}
	return size
}

// container returns the innermost element that holds nearly all of the running
// text, and is no paragraph itself.
func (w *htmlWriter) container(n *html.Node) *html.Node {
descend:
	for {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if w.weight[c]*10 >= w.all*9 && w.all > 0 && !isParagraph[c.DataAtom] {
				n = c
				continue descend
			}
		}
		return n
	}
}

// headed returns the innermost element around the one main heading that has an
// article in it, if that is a good part of the running text: what else there is
// belongs to a live column or to other articles. It is nil for most pages.
func (w *htmlWriter) headed(root *html.Node) *html.Node {
	var headings []*html.Node
	for n := range root.Descendants() {
		if n.DataAtom == atom.H1 {
			headings = append(headings, n)
		}
	}
	if len(headings) != 1 {
		return nil
	}
	for n := headings[0].Parent; n != nil && w.weight[n]*10 < w.all*9; n = n.Parent {
		if w.weight[n]*5 >= w.all && w.paragraphs(n) >= 3 {
			return n
		}
	}
	return nil
}

// paragraphs counts the elements below n that hold running text and no others
// that do.
func (w *htmlWriter) paragraphs(n *html.Node) int {
	count := 0
	for c := range n.Descendants() {
		if isParagraph[c.DataAtom] && w.weight[c] > 80 {
			count++
		}
	}
	return count
}

// isParagraph lists the elements that hold text rather than paragraphs.
var isParagraph = map[atom.Atom]bool{
	atom.P: true, atom.Pre: true, atom.Li: true, atom.Dd: true, atom.Dt: true, atom.Blockquote: true, atom.Address: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Figcaption: true, atom.Tr: true,
}

// enter returns the region within the element n.
func (w *htmlWriter) enter(n *html.Node, r region) region {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.level = int(n.Data[1] - '0')
	case atom.A:
		r.link = true
	case atom.Pre, atom.Textarea:
		r.pre = true
	case atom.Article:
		if r.article == 0 {
			w.articles++
			r.article = w.articles
		}
	}
	if r.article == 0 && (attr(n, "itemprop") == "articleBody" || n.DataAtom == atom.Main || attr(n, "role") == "main") {
		w.articles++
		r.article = w.articles
	}
	if n == w.core {
		r.core = true
	}
	if isFurniture(n) && w.weight[n]*10 < w.all*3 {
		// Some pages call the whole of themselves "sidebar" or put it in a form.
		r.drop = r.article == 0 || n.DataAtom != atom.Header
	}
	return r
}

// words adds text to the line, white space collapsed.
func (w *htmlWriter) words(s string, r region) {
	for len(s) > 0 {
		n := strings.IndexAny(s, " \t\n\r\f")
		if n != 0 {
			end := n
			if n < 0 {
				end = len(s)
			}
			if w.number != "" && w.line.Len() == 0 {
				w.line.WriteString(w.number)
				w.number, w.gap = "", true
			}
			if w.gap && w.line.Len() > 0 {
				w.line.WriteByte(' ')
			}
			w.gap = false
			w.line.WriteString(s[:end])
			if r.link {
				w.linked += end + 1
			}
			s = s[end:]
			continue
		}
		if r.pre && s[0] == '\n' {
			w.flush(r)
		}
		w.gap = true
		s = s[1:]
	}
}

// flush ends the line.
func (w *htmlWriter) flush(r region) {
	w.gap = false
	if w.line.Len() == 0 {
		return
	}
	s := strings.ToValidUTF8(w.line.String(), "\ufffd")
	w.line.Reset()
	start := w.text.Len()
	w.text.WriteString(s)
	w.text.WriteByte('\n')
	span := trim(w.text.String(), pacta.Span{Start: start, End: start + len(s)})
	if span.Len() > 0 {
		w.blocks = append(w.blocks, htmlBlock{span, r, w.linked})
	}
	w.linked = 0
}

// mark makes sections of the article's blocks and drops all others.
func (w *htmlWriter) mark(p *page) {
	text := p.doc.Text
	article := w.article(text)
	lead := w.lead(article)
	for i, b := range w.blocks {
		inside := b.article == article && b.core || i >= lead && isProse(b.Of(text))
		heads := b.level == 1 && !b.link
		if !heads && (b.drop || !inside || w.isLinks(i, text)) {
			p.drop(b.Span)
			continue
		}
		p.doc.Sections = append(p.doc.Sections, pacta.Section{Span: b.Span, Level: b.level})
	}
	if h, ok := w.heading(); ok {
		p.found = append([]clue{{"title", h.Of(text), pacta.Stated, "the one main heading of the page"}}, p.found...)
	}
	if len(p.doc.Sections) == 0 {
		p.doc.Dropped = nil
	}
}

// heading returns the main heading, if the page has one and it is more than a
// word or two.
func (w *htmlWriter) heading() (pacta.Span, bool) {
	var out pacta.Span
	n := 0
	for _, b := range w.blocks {
		if b.level == 1 && !b.drop {
			out = b.Span
			n++
		}
	}
	return out, n == 1 && strings.Count(out.Of(w.text.String()), " ") >= 2
}

// lead returns the first block after the main heading if the heading stands
// before the article: its first paragraphs may do so as well.
func (w *htmlWriter) lead(article int) int {
	for i, b := range w.blocks {
		if b.article == article && b.core {
			break
		}
		if b.level == 1 && !b.drop {
			return i + 1
		}
	}
	return len(w.blocks)
}

// article returns the number of the article element that holds most of the
// running text, 0 if none holds half of it.
func (w *htmlWriter) article(text string) int {
	bytes := make([]int, w.articles+1)
	all := 0
	for _, b := range w.blocks {
		if !b.drop && isProse(b.Of(text)) {
			bytes[b.article] += b.Len()
			all += b.Len()
		}
	}
	best := 0
	for i, n := range bytes {
		if i > 0 && n > bytes[best] || i > 0 && best == 0 && 2*n > all {
			best = i
		}
	}
	if 2*bytes[best] < all {
		return 0
	}
	return best
}

// isLinks reports whether block i is a link alone among other such blocks: a
// menu, or a list of headlines.
func (w *htmlWriter) isLinks(i int, text string) bool {
	all := func(i int) bool {
		return i >= 0 && i < len(w.blocks) && w.blocks[i].level != 1 && w.blocks[i].linked*10 >= w.blocks[i].Len()*9
	}
	if !all(i) {
		return false
	}
	n := 0
	for k := i - 2; k <= i+2; k++ {
		if k != i && all(k) {
			n++
		}
	}
	return n >= 2 || n == 1 && w.blocks[i].Len() < 60
}

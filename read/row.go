package read

import (
	"encoding/json"
	"fmt"
	"strings"

	"pacta"
)

// rowType is the media type of a Raw that is one row: a JSON object.
const rowType = "application/json"

// columns maps the names that data sets use, in lower case with underscores,
// to the fields of a document.
var columns = map[string]string{
	"id": "id", "_id": "id", "doc_id": "id", "docid": "id", "document_id": "id", "guid": "id", "uuid": "id",
	"text": "text", "body": "text", "content": "text", "article": "text", "full_text": "text", "fulltext": "text", "article_text": "text", "maintext": "text",
	"title": "title", "headline": "title",
	"outlet": "outlet", "source": "outlet", "publisher": "outlet", "newspaper": "outlet", "publication": "outlet", "source_name": "outlet", "site_name": "outlet", "sitename": "outlet",
	"author": "author", "authors": "author", "byline": "author",
	"published": "published", "date": "published", "published_at": "published", "pubdate": "published", "pub_date": "published",
	"publication_date": "published", "publish_date": "published", "date_published": "published", "datepublished": "published", "date_publish": "published",
	"url": "url", "link": "url", "uri": "url", "source_url": "url",
	"language": "language", "lang": "language",
	"genre": "genre",
}

// columnName turns what separates the words of a name into underscores.
var columnName = strings.NewReplacer("-", "_", " ", "_")

// column returns what the column name holds, "" if that is not known.
func (o Options) column(name string) string {
	if c, ok := o.Columns[name]; ok {
		return c
	}
	if c, ok := columns[name]; ok {
		return c
	}
	return columns[columnName.Replace(strings.ToLower(strings.TrimSpace(name)))]
}

// Row reads one JSON object as a document: an input line of `pacta annotate`,
// a row of a JSONL file. Its text is taken byte for byte; fields that pacta does
// not know are kept in Extra. The error names what is wrong with the line.
func Row(name string, line []byte, o Options) (*pacta.Document, error) {
	return document(&pacta.Raw{Name: name, MediaType: rowType, Body: line}, format{mediaType: rowType, read: readRow}, o)
}

// isJSON reports whether head begins an object that is no JSONL.
func isJSON(head []byte, _ bool, _ Options) bool {
	return begins(head, "{\"") || begins(head, "{\n") || begins(head, "{ ")
}

// readRow reads an object whose members are the fields of a document.
func readRow(raw *pacta.Raw, o Options) (*page, error) {
	members, err := fields(raw.Body)
	if err != nil {
		return nil, err
	}
	return rowPage(members, o)
}

// rowPage makes a page of the cells of a row. Of several cells for one field
// the name that stands first in the row counts, "text" before all others.
func rowPage(cells []jsonField, o Options) (*page, error) {
	p := &page{}
	text := -1
	for i, c := range cells {
		if o.column(c.name) == "text" && c.quoted && (text < 0 || c.name == "text") {
			text = i
		}
	}
	if text < 0 {
		return nil, fmt.Errorf("no text: the row has no field text, body, content or article: %w", pacta.ErrInvalid)
	}
	p.doc.Text = cells[text].value
	seen := map[string]bool{"text": true}
	for i, c := range cells {
		if i == text {
			continue
		}
		field := o.column(c.name)
		if field == "" || seen[field] || !p.give(field, c) {
			p.extra(c)
			continue
		}
		seen[field] = true
	}
	return p, nil
}

// give fills field with the cell c and reports whether c can fill it.
func (p *page) give(field string, c jsonField) bool {
	v := c.value
	if !c.quoted {
		v = plain(v)
	}
	if strings.TrimSpace(v) == "" {
		return false
	}
	switch d := &p.doc; field {
	case "id":
		d.ExternalID = v
	case "url":
		d.URL = v
	case "language":
		d.Language = strings.TrimSpace(v)
	case "genre":
		d.Genre = strings.TrimSpace(v)
	case "title", "outlet", "author", "published":
		p.found = append(p.found, clue{field, v, pacta.Given, "field " + c.name})
	default:
		return false
	}
	return true
}

// extra keeps a cell that pacta does not know.
func (p *page) extra(c jsonField) {
	if c.value == "null" && !c.quoted {
		return
	}
	if p.doc.Extra == nil {
		p.doc.Extra = map[string]string{}
	}
	if _, ok := p.doc.Extra[c.name]; !ok {
		p.doc.Extra[c.name] = c.value
	}
}

// plain returns a JSON value that is no string as words: a list joined with
// commas, an object by its name, a number as written.
func plain(value string) string {
	var v any
	d := json.NewDecoder(strings.NewReader(value))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return ""
	}
	return words(v)
}

func words(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, x := range v {
			if s := words(x); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		for _, key := range [...]string{"name", "title", "value", "@value", "@id"} {
			if s := words(v[key]); s != "" {
				return s
			}
		}
	}
	return ""
}

package treatybase

import "encoding/json"

// documentsOf returns the documents that c fits: words must stand in one
// sentence, and the fields of facts must be those of one fact.
func (f *finder) documentsOf(c *clause) (choice, error) {
	switch {
	case c.op == without:
		out, err := f.documentsOf(c.kids[0])
		return out.not(), err
	case c.level() == ofWords && c.wellFormed():
		return f.documentsWith(c)
	case c.level() == ofFacts && c.positive():
		objects, err := f.objects(c)
		if err != nil {
			return choice{}, err
		}
		return f.documentsShowing(objects)
	case c.op == field:
		return f.documents(c)
	}
	return c.combine(c.parts(), f.documentsOf)
}

// documentsWith returns the documents with words in one sentence.
func (f *finder) documentsWith(c *clause) (choice, error) {
	list, err := f.list(`SELECT group_concat(n) FROM (SELECT DISTINCT rowid / 1048576 AS n FROM sentence_fts WHERE sentence_fts MATCH ?)`, c.expression())
	var out choice
	out.addAll(list)
	return out, err
}

// documentsShowing returns the documents that show one of the objects.
func (f *finder) documentsShowing(objects choice) (choice, error) {
	var out choice
	if f.x == nil && !objects.but {
		ns, _ := json.Marshal(objects.list())
		list, err := f.list(`SELECT group_concat(document) FROM (SELECT DISTINCT document FROM object_source WHERE object IN (SELECT value FROM json_each(?)))`, string(ns))
		out.addAll(list)
		return out, err
	}
	x, err := f.b.index(f.ctx)
	if err != nil {
		return out, err
	}
	for n, places := range x.sources {
		for _, p := range places {
			if objects.has(int(p.object)) {
				out.add(n)
				break
			}
		}
	}
	return out, nil
}

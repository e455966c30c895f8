// Command train learns the weights by which the commitment extractor judges
// modal verbs in reports, from the marked sentences of testdata/dev. Run it in
// the root of the repository; the same sentences and the same trees give the
// same bytes.
//
//	go run ./extract/commitment/train
//	go run ./extract/commitment/train -folds 10
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pacta"
	"pacta/extract/commitment"
	"pacta/extract/commitment/record"
	"pacta/gazetteer"
	"pacta/language"
)

// An example is a modal verb with the force that its sentence marks.
type example struct {
	commitment.Candidate
	force  commitment.Force
	record int
	later  bool // its file was written after the rules
	text   string
}

func main() {
	log.SetFlags(0)
	dir := flag.String("own", "extract/commitment/testdata/dev", "the folder of marked sentences")
	folds := flag.Int("folds", 0, "measure by cross-validation in so many parts and write nothing")
	show := flag.Bool("errors", false, "with -folds: print what is judged wrongly")
	out := flag.String("o", "extract/commitment/force.weights", "the file to write")
	flag.Parse()
	xs, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	if *folds > 1 {
		validate(xs, *folds, *show)
		return
	}
	w := learn(xs)
	log.Printf("%d modal verbs, on themselves: rules %.1f, model %.1f", len(xs), 100*share(xs, byRule), 100*share(xs, byWeights(w)))
	if err := os.WriteFile(*out, quantise(w), 0o666); err != nil {
		log.Fatal(err)
	}
}

// read analyses the reports among the marked sentences, in the order of their
// files.
func read(dir string) ([]example, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*report*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []example
	n := 0
	for _, f := range files {
		rs, err := record.Read(f)
		if err != nil {
			return nil, err
		}
		for i := range rs {
			n++
			xs, err := examples(&rs[i])
			if err != nil {
				return nil, err
			}
			for k := range xs {
				xs[k].record, xs[k].later = n, rs[i].Fields
			}
			out = append(out, xs...)
		}
	}
	return out, nil
}

func examples(r *record.Record) ([]example, error) {
	doc := &pacta.Document{Text: r.Text, Genre: r.Genre, Language: "en"}
	a := pacta.NewAnalysis(doc, gazetteer.Builtin(), language.English().Analyse(r.Text, language.Options{}))
	for _, e := range commitment.Extractor.Requires {
		if err := a.Run(e); err != nil {
			return nil, err
		}
	}
	var out []example
	for _, c := range commitment.Candidates(a) {
		out = append(out, example{Candidate: c, force: marked(r, &c), text: strings.ReplaceAll(r.Text, "\n", " ")})
	}
	return out, nil
}

// marked returns the force that the rows of a record give a modal verb: its row
// has an action that holds the verb and begins no earlier than the clause.
func marked(r *record.Record, c *commitment.Candidate) commitment.Force {
	for _, w := range r.Rows {
		if w.Action.Start >= c.Clause.Start && w.Action.Start <= c.Verb.Start && w.Action.End >= c.Verb.End {
			return commitment.ForceOf(w.Modality)
		}
	}
	return commitment.NoForce
}

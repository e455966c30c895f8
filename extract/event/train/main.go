// Command train learns the weights of the event extractor from the sentences
// in own/, one file for each PLOVER type and none.txt for sentences without an
// event. Run it in the root of the repository; the same sentences give the same
// bytes.
//
//	go run ./extract/event/train
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pacta"
	"pacta/extract/event"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/gazetteer"
	"pacta/language"
)

// lent gives the invented states of the sentences the names of real ones, so
// that the mention extractor finds them as it does in a report.
var lent = strings.NewReplacer(
	"Ardania", "Austria", "Ardanian", "Austrian", "Ardan", "Vienna", "Belmora", "Brazil", "Belmoran", "Brazilian", "Belport", "Brasilia",
	"Castova", "Canada", "Castovan", "Canadian", "Casta", "Ottawa", "Dravia", "Denmark", "Dravian", "Danish", "Dravgrad", "Copenhagen",
	"Estoria", "Egypt", "Estorian", "Egyptian", "Felgia", "France", "Felgian", "French", "Felg", "Paris",
	"Galdora", "Ghana", "Galdoran", "Ghanaian", "Galdo", "Accra", "Hestia", "Hungary", "Hestian", "Hungarian", "Hest", "Budapest",
)

// An example is a sentence with its readings and the type that it tells of, ""
// for none.
type example struct {
	typ        string
	candidates []event.Candidate
}

func main() {
	log.SetFlags(0)
	dir := flag.String("own", "extract/event/train/own", "the folder of sentences")
	folds := flag.Int("folds", 0, "measure by cross-validation in so many parts and write nothing")
	out := flag.String("o", "extract/event/event.weights", "the file to write")
	flag.Parse()
	examples, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	if *folds > 1 {
		validate(examples, *folds)
		return
	}
	w := learn(examples)
	report(examples, w)
	if err := os.WriteFile(*out, quantise(w), 0o644); err != nil {
		log.Fatal(err)
	}
}

// read analyses every sentence of the files in dir, in the order of their names.
func read(dir string) ([]example, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []example
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		typ := strings.TrimSuffix(filepath.Base(f), ".txt")
		if typ == "none" {
			typ = ""
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				out = append(out, example{typ, candidates(lent.Replace(line))})
			}
		}
	}
	return out, nil
}

func candidates(text string) []event.Candidate {
	doc := &pacta.Document{Text: text, Genre: pacta.GenreNews}
	a := pacta.NewAnalysis(doc, gazetteer.Builtin(), language.English().Analyse(text, language.Options{}))
	for _, e := range []*pacta.Extractor{timex.Extractor, mention.Extractor, instrument.Extractor, statement.Extractor} {
		if err := a.Run(e); err != nil {
			log.Fatal(err)
		}
	}
	return event.Candidates(a)
}

// Train makes the English weights of package language from the treebanks
// ewt-train and gum-train and from the sentences in language/train/own.
//
//	go run ./language/train -data ../shared/data/treebank
//
// The result is the same, byte for byte, each time.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"pacta/language/internal/engine"
)

var begun = time.Now()

// note reports progress on stderr.
func note(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%6.1fs "+format+"\n", append([]any{time.Since(begun).Seconds()}, args...)...)
}

func main() {
	data := flag.String("data", "../shared/data/treebank", "folder of the treebanks")
	out := flag.String("out", "language/english.weights", "file to write")
	reuse := flag.String("reuse", "", "weights file whose other sections are kept")
	stages := flag.String("stages", "segment,tag,parse,names", "what to train")
	score := flag.String("score", "", "treebank with entities to score the names of -out on, instead of training")
	flag.Parse()
	if *score != "" {
		if err := scoreNames(*score, *out); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*data, *out, *reuse, *stages); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out, reuse, stages string) error {
	var docs []gold
	for _, name := range []string{"ewt-train.conllu.gz", "gum-train.conllu.gz"} {
		more, err := readTreebank(filepath.Join(data, name))
		if err != nil {
			return err
		}
		docs = append(docs, more...)
	}
	note("%d documents", len(docs))
	sections := map[string][]byte{}
	if reuse != "" {
		old, err := os.ReadFile(reuse)
		if err != nil {
			return err
		}
		if sections, err = engine.ReadBlob(old); err != nil {
			return fmt.Errorf("read %s: %w", reuse, err)
		}
	}
	if err := trainStages(docs, stages, sections); err != nil {
		return err
	}
	engine.Seal(sections)
	for name, s := range sections {
		note("section %s: %d bytes", name, len(s))
	}
	return os.WriteFile(out, engine.WriteBlob(sections), 0o644)
}

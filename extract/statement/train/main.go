// Train makes the weights of package statement from the marked sentences in
// extract/statement/train/sentences and from the attribution relations of GUM.
//
//	go run ./extract/statement/train -gum ../shared/data/treebank/gum-train.conllu.gz
//
// The result is the same, byte for byte, each time.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	gum := flag.String("gum", "../shared/data/treebank/gum-train.conllu.gz", "treebank with discourse relations")
	own := flag.String("own", "extract/statement/train/sentences", "folder of marked sentences")
	out := flag.String("out", "extract/statement/statement.weights", "file to write")
	flag.Parse()
	if err := run(*gum, *own, *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(gum, own, out string) error {
	xs, err := readOwn(own)
	if err != nil {
		return err
	}
	ys, err := readGUM(gum)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d examples of our own, %d of GUM\n", len(xs), len(ys))
	var train, held []example
	for _, x := range xs {
		if x.fold == 0 {
			held = append(held, x)
		} else {
			train = append(train, x)
		}
	}
	report("held out", held, learn(append(train, ys...)))
	all := append(xs, ys...)
	w := learn(all)
	report("all", all, w)
	return os.WriteFile(out, encode(w), 0o666)
}

package extract_test

import (
	"fmt"

	"pacta"
	"pacta/extract"
)

// The same analysis as `pacta annotate`, without a base.
func Example() {
	p := extract.New()
	doc := &pacta.Document{Text: "Each Party shall reduce its forces by 2030.", Genre: pacta.GenreTreaty}
	a, errs := p.Analyse(doc)
	for _, c := range a.Of(pacta.Commitment) {
		fmt.Printf("%s: %s\n", c.Type, c.Quote)
	}
	fmt.Println(len(errs), "errors")
	// Output:
	// obligation: Each Party shall reduce its forces by 2030
	// 0 errors
}

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pacta/treatybase"
)

// writeNothing says that nothing fits. Where that is because no object of the
// kind has a value that was asked for, it says so and which there are: a slip
// of the pen must not read like an answer.
func (p *program) writeNothing(ctx context.Context, b *treatybase.Base, kind string, f treatybase.Filter) error {
	for _, x := range []struct{ role, value string }{
		{"type", f.Type}, {"party", f.Party}, {"to", f.To}, {"modality", f.Modality}, {"area", f.Area}, {"layer", f.Layer}, {"stance", f.Stance},
		{"voice", f.Voice}, {"cue", f.Cue}, {"standing", f.Standing}, {"state", f.State}, {"mode", f.Mode}, {"factuality", f.Factuality}, {"level", f.Level},
	} {
		if x.value == "" || !slices.Contains(treatybase.Kinds, kind) {
			continue
		}
		counts, err := b.Values(ctx, kind, x.role)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(counts, func(c treatybase.Count) bool { return c.Value == x.value }) {
			continue
		}
		var have []string
		for _, c := range counts[:min(12, len(counts))] {
			have = append(have, c.Value)
		}
		fmt.Fprintf(p.err, "No %s of the base has the %s %q.", kind, x.role, x.value)
		if len(have) > 0 {
			fmt.Fprintf(p.err, " It has %s.", strings.Join(have, ", "))
		}
		fmt.Fprintln(p.err)
		return nil
	}
	fmt.Fprintf(p.err, "No %s fits. That means: not stated in the sources.\n", kind)
	return nil
}

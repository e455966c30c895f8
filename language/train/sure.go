package main

import (
	"slices"

	"pacta/language/internal/engine"
)

const (
	sureMin  = 30  // a context must be this frequent
	sureRate = 600 // and have at most one exception in so many decisions
)

// decisions counts what a parser decided in a small context.
type decisions map[uint32]map[uint8]int

func (d decisions) see(key uint32, what uint8) {
	if d[key] == nil {
		d[key] = map[uint8]int{}
	}
	d[key][what]++
}

// sureTable lists the small contexts in which the trained parser decides
// always the same, so that it need not score them.
func sureTable(sentences []sentence, guides []guide, back bool, prefix string, out map[string][]byte) {
	p := engine.ParserOf(out, prefix)
	seen := decisions{}
	var st engine.State
	for i := range sentences {
		var g *guide
		if guides != nil {
			g = &guides[i]
		}
		begin(&st, sentences[i].words, g, back)
		p.Watch(&st, func(move int, rel uint8) {
			if legal := st.Legal(); legal[engine.Shift] && (legal[engine.Left] || legal[engine.Right]) {
				for _, k := range st.MoveKeys() {
					seen.see(k, uint8(move))
				}
			}
			if move != engine.Shift {
				for _, k := range st.LabelKeys(st.Arc(move)) {
					seen.see(k, rel)
				}
			}
		})
	}
	out[prefix+".sure"] = seen.table()
}

func (d decisions) table() []byte {
	var keys []uint32
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var entries []engine.Entry
	for _, k := range keys {
		what, most, all := uint8(0), 0, 0
		for w, n := range d[k] {
			all += n
			if n > most || n == most && w < what {
				what, most = w, n
			}
		}
		if all >= sureMin && (all-most)*sureRate <= all {
			entries = append(entries, engine.Entry{Hash: k, Payload: engine.SurePayload(k, what), Weight: float32(all)})
		}
	}
	data, _ := engine.BuildTable(entries, 3)
	note("%d sure contexts", len(entries))
	return data
}

package engine

import "math"

// Rows is a sparse linear model over many classes: a table from features to
// rows, each a count byte and that many pairs of class and signed weight.
type Rows struct {
	index Table
	rows  []byte
}

// NewRows reads what BuildRows wrote.
func NewRows(index, rows []byte) Rows {
	if len(rows) == 0 {
		rows = []byte{0}
	}
	return Rows{NewTable(index), rows}
}

// Add adds the weights of the features to the scores; it overwrites feats.
func (r *Rows) Add(scores *[256]int32, feats []uint32) {
	r.index.FindAll(feats)
	for _, at := range feats {
		if at == 0 {
			continue
		}
		n := uint32(r.rows[at])
		row := r.rows[at+1 : at+1+3*n]
		for len(row) >= 3 {
			scores[row[0]] += int32(int16(uint16(row[1]) | uint16(row[2])<<8))
			row = row[3:]
		}
	}
}

// Cell is one weight of a row under construction.
type Cell struct {
	Class  uint8
	Weight float32
}

// Row is a feature and its weights.
type Row struct {
	Hash  uint32
	Cells []Cell
}

// BuildRows lays rows out for NewRows; weights are multiplied by scale and
// rounded. Rows left without a weight are dropped.
func BuildRows(rows []Row, scale float64) (index, data []byte) {
	data = []byte{0}
	var entries []Entry
	for _, r := range rows {
		at := len(data)
		data = append(data, 0)
		var weight float32
		for _, c := range r.Cells {
			w := int16(max(-32767, min(32767, math.Round(float64(c.Weight)*scale))))
			if w == 0 {
				continue
			}
			data = append(data, c.Class, byte(w), byte(uint16(w)>>8))
			data[at]++
			weight += max(c.Weight, -c.Weight)
		}
		if data[at] == 0 {
			data = data[:at]
			continue
		}
		entries = append(entries, Entry{r.Hash, uint32(at), weight})
	}
	if len(data) >= 1<<24 {
		panic("engine: rows exceed 16 MiB")
	}
	index, _ = BuildTable(entries, 5.2)
	return index, data
}

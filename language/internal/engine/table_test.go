package engine

import (
	"math/rand/v2"
	"testing"
)

func TestTable(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var entries []Entry
	want := map[uint32]uint32{}
	for len(want) < 5000 {
		h, p := random.Uint32(), random.Uint32()&0xffffff|1
		if want[h] == 0 {
			want[h] = p
			entries = append(entries, Entry{h, p, 1})
		}
	}
	data, dropped := BuildTable(entries, 4)
	table := NewTable(data)
	missing := 0
	for h, p := range want {
		if table.Find(h) != p {
			missing++ // or hidden behind one with the same check
		}
	}
	if missing != dropped || dropped > len(want)/20 {
		t.Errorf("%d missing, %d dropped", missing, dropped)
	}
	found := 0
	for range 10000 {
		if h := random.Uint32(); want[h] == 0 && table.Find(h) != 0 {
			found++
		}
	}
	if found > 400 {
		t.Errorf("%d of 10000 unknown hashes were found", found)
	}
}

func TestRowsAndMoves(t *testing.T) {
	index, data := BuildRows([]Row{{7, []Cell{{3, 1.5}, {200, -2}}}, {9, []Cell{{3, 0.25}}}, {11, []Cell{{4, 0.0001}}}}, 32)
	rows := NewRows(index, data)
	var scores [256]int32
	rows.Add(&scores, []uint32{7, 9, 11, 12})
	if scores[3] != 56 || scores[200] != -64 || scores[4] != 0 {
		t.Errorf("scores = %d, %d, %d, want 56, -64, 0", scores[3], scores[200], scores[4])
	}
	for _, c := range []struct {
		left, right         float32
		wantLeft, wantRight int32
	}{{1, -1, 16, -16}, {0, 0, 0, 0}, {500, -500, 2047, -2047}} {
		w := MovePayload(c.left, c.right)
		left, right := int32(w<<20)>>20, int32(w<<8)>>20
		if left != c.wantLeft || right != c.wantRight {
			t.Errorf("MovePayload(%v, %v) holds %d, %d, want %d, %d", c.left, c.right, left, right, c.wantLeft, c.wantRight)
		}
	}
}

func TestBlob(t *testing.T) {
	blob := WriteBlob(map[string][]byte{"b": []byte("second"), "a": []byte("first"), "empty": nil})
	sections, err := ReadBlob(blob)
	if err != nil || string(sections["a"]) != "first" || string(sections["b"]) != "second" || len(sections) != 3 {
		t.Fatalf("ReadBlob = %q, %v", sections, err)
	}
	for n := range len(blob) {
		if _, err := ReadBlob(blob[:n]); err == nil {
			t.Errorf("ReadBlob of %d of %d bytes gives no error", n, len(blob))
		}
	}
}

package export

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRow(t *testing.T) {
	got, err := Row("fulfilment", []byte(`{"object":"fulfilment","id":"f1","claim":"kept","about":["i1","c2"],"party":null,"by":"=1+1","date":"2011",
		"sources":[{"document":"d1","start":3,"end":9,"quote":"-Norway"},{"document":"d2","start":0,"end":1,"quote":"x"}]}`))
	want := []string{"f1", "kept", "i1; c2", "", "'=1+1", "2011", "2", "d1", "3", "9", "'-Norway"}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
}

func TestFields(t *testing.T) {
	got, err := Fields("actor", []byte(`{"id":"NOR","name":"Norway","kind":"state","names":[{"value":"Norway","sources":[]}],
		"roles":[{"office":"president","of":"NOR"},{"office":null,"of":"NOR"}],"sources":[]}`))
	want := []Field{{"id", "NOR"}, {"name", "Norway"}, {"kind", "state"}, {"names", "Norway"}, {"roles", "president (NOR)"}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
}

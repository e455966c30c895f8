package treatybase

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
)

const codecText = "Ruritania shall consult Syldavia. Ruritania may consider aid."

func sampleAnnotations() []pacta.Annotation {
	return []pacta.Annotation{
		{Kind: pacta.Commitment, Type: "obligation", Span: pacta.Span{Start: 0, End: 33}, Quote: codecText[:33], Value: "consultation",
			By: "commitment@2", Confidence: 0.875, Why: "shall", Args: []pacta.Arg{
				{Role: "party", Span: pacta.Span{Start: 0, End: 9}, Quote: "Ruritania", Value: "RUR"},
				{Role: "layer", Value: "text"},
			}},
		{Kind: pacta.Mention, Type: "state", Span: pacta.Span{Start: 34, End: 43}, Quote: "Ruritania", Value: "RUR", By: "mention@1", Confidence: 1, Args: []pacta.Arg{}},
	}
}

func TestCodecRoundTrip(t *testing.T) {
	for _, want := range [][]pacta.Annotation{sampleAnnotations(), {}} {
		got, err := decodeAnnotations(encodeAnnotations(want), codecText)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
}

func FuzzDecodeAnnotations(f *testing.F) {
	good, _ := unpack(encodeAnnotations(sampleAnnotations()))
	f.Add(good)
	f.Add([]byte{codecFormat, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		xs, err := decodeAnnotations(pack(b), codecText)
		if err != nil {
			return
		}
		for _, x := range xs {
			if x.Of(codecText) != x.Quote {
				t.Errorf("quote %q of span %v", x.Quote, x.Span)
			}
		}
	})
}

func TestPackSmall(t *testing.T) {
	for _, n := range []int{0, 1, 400, 300_000} {
		b := []byte(strings.Repeat("{\"object\":\"event\"}", n)[:n])
		if got, err := unpack(packSmall(b)); err != nil || string(got) != string(b) {
			t.Errorf("%d bytes come back as %d: %v", n, len(got), err)
		}
	}
}

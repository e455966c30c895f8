package export

import (
	"encoding/json"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pacta"
)

func TestOffsets(t *testing.T) {
	for _, text := range []string{"", "plain", "Çam, “quoted” – 𝔾reek α", "𝔾", "bad \xff\xfe bytes"} {
		points, units := CodePoints.Offsets(text), UTF16.Offsets(text)
		for i := 0; i <= len(text); i++ {
			if i < len(text) && !utf8.RuneStart(text[i]) {
				continue
			}
			if got, want := points(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Errorf("code points of %q before byte %d = %d, want %d", text, i, got, want)
			}
			if got, want := units(i), len(utf16.Encode([]rune(text[:i]))); got != want {
				t.Errorf("UTF-16 units of %q before byte %d = %d, want %d", text, i, got, want)
			}
		}
		if got := Bytes.Offsets(text)(len(text)); got != len(text) {
			t.Errorf("bytes of %q = %d", text, got)
		}
	}
}

func TestAnnotatedInCodePoints(t *testing.T) {
	d := &pacta.Document{ExternalID: "a", Text: "“Ça va”, said Finland."}
	a := pacta.NewAnalysis(d, nil, nil)
	a.Run(&pacta.Extractor{Name: "sample", Run: func(a *pacta.Analysis) {
		a.Add(pacta.Annotation{Kind: pacta.Statement, Type: "direct", Span: pacta.Span{Start: 0, End: 26}, Args: []pacta.Arg{{Role: "source", Span: pacta.Span{Start: 19, End: 26}}}})
	}})
	var got annotated
	if err := json.Unmarshal(Annotated(d, a, "", Layers{Unit: CodePoints}), &got); err != nil {
		t.Fatal(err)
	}
	x := got.Annotations[0]
	runes := []rune(d.Text)
	if s := string(runes[x.Start:x.End]); s != x.Quote {
		t.Errorf("annotation is %q, want its quote %q", s, x.Quote)
	}
	if s := string(runes[x.Args[0].Start:x.Args[0].End]); s != "Finland" {
		t.Errorf("source is %q, want Finland", s)
	}
	if was := a.Of(pacta.Statement)[0].Args[0].Span; was != (pacta.Span{Start: 19, End: 26}) {
		t.Errorf("the analysis was changed: %v", was)
	}
}

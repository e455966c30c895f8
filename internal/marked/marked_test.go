package marked

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta"
)

const promise = `[[commitment:obligation=energy;layer=text|[[party=ARM|Each Party]] [[cue|shall]] [[action|phase out coal by [[time:DATE=2030|2030]]]].]]`

func TestParse(t *testing.T) {
	c, err := Parse("@ published: 2024-04-23\n" + promise)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Each Party shall phase out coal by 2030."; c.Text != want {
		t.Errorf("text %q, want %q", c.Text, want)
	}
	want := []pacta.Annotation{
		{Kind: pacta.Commitment, Type: "obligation", Value: "energy", Span: pacta.Span{Start: 0, End: 40},
			Quote: "Each Party shall phase out coal by 2030.", Args: []pacta.Arg{
				{Role: "layer", Value: "text"},
				{Role: "party", Value: "ARM", Span: pacta.Span{Start: 0, End: 10}, Quote: "Each Party"},
				{Role: "cue", Span: pacta.Span{Start: 11, End: 16}, Quote: "shall"},
				{Role: "action", Span: pacta.Span{Start: 17, End: 39}, Quote: "phase out coal by 2030"},
			}},
		{Kind: pacta.Time, Type: "DATE", Value: "2030", Span: pacta.Span{Start: 35, End: 39}, Quote: "2030"},
	}
	if d := cmp.Diff(want, c.Annotations); d != "" {
		t.Error(d)
	}
	if got := c.Document().Published; got.Value != "2024-04-23" || got.Basis != pacta.Given {
		t.Errorf("published %+v", got)
	}
}

func TestParseErrors(t *testing.T) {
	for _, s := range []string{
		"[[statement:direct|never closed",
		"[[source|belongs to nothing]]",
		"[[statement:direct no bar]]",
		"[[statement:shouted|no such type]]",
		"[[statement:direct|[[obligor|no such role]]]]",
		"[[statement:direct;source=Brun<Brun>|words that are not there]]",
		"@ show:\ntext",
	} {
		if _, err := Parse(s); !errors.Is(err, pacta.ErrInvalid) {
			t.Errorf("Parse(%q) = %v, want ErrInvalid", s, err)
		}
	}
}

func TestWriteReadsBack(t *testing.T) {
	show := map[pacta.Kind][]string{
		pacta.Commitment: {"layer", "party", "cue", "action", "by"},
		pacta.Time:       nil,
		pacta.Statement:  {"source", "cue", "content"},
	}
	for _, s := range []string{
		promise,
		`plain text with [single] brackets`,
		`[[statement:indirect#1|[[source#1|Ana Brun]] [[cue#1=says|said]] [[content#1|[[commitment:obligation|[[party|they]] will [[source#1|x]] go]]]]]].`,
		`[[statement:direct;source=Ana Brun<Brun>|“[[content|Never]]”]] is what Brun said`,
	} {
		c, err := Parse(s)
		if err != nil {
			t.Errorf("Parse(%q): %v", s, err)
			continue
		}
		got := Write(c.Text, c.Annotations, show)
		again, err := Parse(got)
		if err != nil {
			t.Errorf("%q was written as %q: %v", s, got, err)
			continue
		}
		if d := cmp.Diff(c, again); d != "" {
			t.Errorf("%q was written as %q:\n%s", s, got, d)
		}
	}
}

func TestSplit(t *testing.T) {
	comment, cases := Split("# about\n# more\n\nfirst\n----\n@ genre: news\nsecond\n")
	if comment != "# about\n# more\n" {
		t.Errorf("comment %q", comment)
	}
	if d := cmp.Diff([]string{"first", "@ genre: news\nsecond"}, cases); d != "" {
		t.Error(d)
	}
}

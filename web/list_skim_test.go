package web

import (
	"encoding/json"
	"testing"
)

func TestSkim(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":1,"sources":[{"q":"]}\"\\"},2],"b":"sources"}`:   `{"a":1,"sources":null,"b":"sources"}`,
		`{"sources":{"x":[1]}}`:                                `{"sources":null}`,
		`{"roles":[{"sources":[1,2],"of":"X"},{"sources":7}]}`: `{"roles":[{"sources":null,"of":"X"},{"sources":null}]}`,
		`{"a":"\"sources\":[1]","sources":"a,b}"}`:             `{"a":"\"sources\":[1]","sources":null}`,
		`{}`: `{}`,
	} {
		if got := string(skim([]byte(in), []string{"sources"})); got != want {
			t.Errorf("skim(%s) = %s, want %s", in, got, want)
		}
	}
	if got := string(skim([]byte(`{"a":1}`), nil)); got != `{"a":1}` {
		t.Errorf("got %s", got)
	}
}

// What is skimmed decodes as the whole does, but for what was left out.
func FuzzSkim(f *testing.F) {
	f.Add(`{"sources":[{"a":"\\\""}],"b":[true,null,{"sources":""}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		var x any
		if json.Unmarshal([]byte(s), &x) != nil {
			return
		}
		compact, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		if got := skim(compact, []string{"sources"}); !json.Valid(got) {
			t.Errorf("skim(%s) = %s", compact, got)
		}
	})
}

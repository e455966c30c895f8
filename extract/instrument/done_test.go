package instrument

import "testing"

func TestFindTestimonium(t *testing.T) {
	for _, c := range []struct{ text, place, value string }{
		{"Done at Lakeside, this 3rd day of May 1990, in two copies.", "Lakeside", "1990-05-03"},
		{"DONE in duplicate at Port Grey on the twenty-first day of June one thousand nine hundred and eighty-four.", "Port Grey", "1984-06-21"},
		{"done at the city of lakeside the fifth day of august, one thousand nine hundred and sixty-three.", "lakeside", "1963-08-05"},
		{"Done at Lakeside, May 3, 1990.", "Lakeside", "1990-05-03"},
		{"Signed in Lakeside on 1 December 1959", "Lakeside", "1959-12-01"},
		{"Done at Lakeside this thirtieth day of March two thousand and one.", "Lakeside", "2001-03-30"},
		{"Done at ......, this ...... day of ...... 1998.", "", ""},
		{"The treaty that they signed in Lakeside on 3 May 1990 ends.", "", ""},
		{"What was done at school in May is forgotten.", "", ""},
	} {
		got, _ := findTestimonium(c.text, 0)
		if p := got.place.Of(c.text); p != c.place || got.value != c.value {
			t.Errorf("findTestimonium(%q) = %q, %q, want %q, %q", c.text, p, got.value, c.place, c.value)
		}
	}
}

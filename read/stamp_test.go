package read

import (
	"testing"

	"pacta"
)

func TestStamps(t *testing.T) {
	for _, c := range []struct{ text, quote, want string }{
		{"Politics 23 June 2031 21:00 (UTC +04:00)", "23 June 2031 21:00 (UTC +04:00)", "2031-06-23T21:00:00+04:00"},
		{" date 2033-05-03 3 May 09:15 (UTC+3 MSK)", "2033-05-03 3 May 09:15 (UTC+3 MSK)", "2033-05-03T09:15:00+03:00"},
		{"Tuesday July 23 2030", "Tuesday July 23 2030", "2030-07-23"},
		{"XX-NR-03-09-91 1412EST", "03-09-91 1412EST", "1991-03-09T14:12:00-05:00"},
		{"Posted: May 18, 2020- 4:01 PM", "May 18, 2020- 4:01 PM", "2020-05-18T16:01:00"},
		{"22:57 GMT 28.04.2020", "22:57 GMT 28.04.2020", "2020-04-28T22:57:00Z"},
		{"Mittwoch, 3. März 2021", "Mittwoch, 3. März 2021", "2021-03-03"},
		{"3 de mayo de 2021", "3 de mayo de 2021", "2021-05-03"},
		{"June 28th, 2018", "June 28th, 2018", "2018-06-28"},
		{"on November 9-10, 2020 ", "November 9-10, 2020", "2020-11-09"},
		{"2021-03-04T05:06:07+02:00", "2021-03-04T05:06:07+02:00", "2021-03-04T05:06:07+02:00"},
		{"12/31/1998 09:42:00 ", "12/31/1998 09:42:00", "1998-12-31T09:42:00"},
		{"2021年5月3日", "2021年5月3", "2021-05-03"},
		{"in May 2021", "May 2021", "2021-05"},
		{"Categories: 2031", "2031", "2031"},
		{"July 9, 2030 at 6:40 p.m. EDT", "July 9, 2030 at 6:40 p.m. EDT", "2030-07-09T18:40:00-04:00"},
	} {
		got := stampsIn(c.text, pacta.Span{End: len(c.text)})
		if len(got) != 1 {
			t.Errorf("stampsIn(%q) found %d dates, want 1: %+v", c.text, len(got), got)
			continue
		}
		if q := got[0].Of(c.text); q != c.quote || got[0].edtf() != c.want {
			t.Errorf("stampsIn(%q) = %q %s, want %q %s", c.text, q, got[0].edtf(), c.quote, c.want)
		}
	}
}

func TestNoStamps(t *testing.T) {
	for _, text := range []string{"+81 158-23-2012", "version 1.14.3.2", "10:30", "page 31 of 40", "99/99/2020", "http://x.example/2020/03/04", "Review 8.5/10"} {
		for _, s := range stampsIn(text, pacta.Span{End: len(text)}) {
			if s.whole() {
				t.Errorf("stampsIn(%q) = %s, want no day", text, s.edtf())
			}
		}
	}
}

package read

import (
	"strings"
	"testing"

	"pacta"
)

// TestSlugTitle has pages as bare text, with menus and other headlines.
func TestSlugTitle(t *testing.T) {
	const text = "The Valley Post\nSend Us Your Photos Today\nHome » World » Freedonia and Sylvania renew the Treaty of Lakemouth\nTreaty, Lakemouth, Freedonia, Sylvania\n" +
		"Freedonia and Sylvania renew the Treaty of Lakemouth\n\nThe foreign ministers of Freedonia and Sylvania renewed the Treaty of Lakemouth on Monday for ten years.\n"
	for address, want := range map[string]string{
		"https://post.example/2031/05/03/freedonia-sylvania-renew-treaty-lakemouth-4711.html": "Freedonia and Sylvania renew the Treaty of Lakemouth",
		"https://post.example/freedonia_sylvania_renew_treaty/":                               "Freedonia and Sylvania renew the Treaty of Lakemouth",
		"https://post.example/world/4711":                                                     "Send Us Your Photos Today",
		"https://post.example/football-cup-final-goes-into-third-round":                       "Send Us Your Photos Today",
		"%": "Send Us Your Photos Today",
	} {
		for d, err := range Read(&pacta.Raw{Name: "a.txt", URL: address, Body: []byte(text)}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			if d.Title.Value != want || d.Title.Span.Of(d.Text) != want {
				t.Errorf("%s: title %q at %v, want %q", address, d.Title.Value, d.Title.Span, want)
			}
		}
	}
}

func TestComments(t *testing.T) {
	report := strings.Repeat("The foreign ministers of Freedonia and Sylvania renewed the Treaty of Lakemouth on Monday for ten years.\n", 5)
	for _, x := range []struct {
		head string
		want bool
	}{
		{"3 Responses to “Treaty renewed”", true}, {"Leave a Reply", true}, {"12 comments on the treaty", true}, {"Comments (12)", false},
		{"12 comments", false}, {"Comments on the treaty came from both capitals", false}, {"5 replies came from abroad", false},
	} {
		text := "Treaty renewed\n\n" + report + x.head + "\nA reader wrote that the Treaty of Lakemouth should never have been renewed by Sylvania.\n"
		for d, err := range Read(&pacta.Raw{Name: "a.txt", Body: []byte(text)}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			at := strings.Index(d.Text, "A reader")
			if got := d.IsDropped(pacta.Span{Start: at, End: at + 8}); got != x.want {
				t.Errorf("behind %q dropped is %v, want %v", x.head, got, x.want)
			}
			if d.IsDropped(pacta.Span{Start: 20, End: 30}) {
				t.Errorf("with %q the report is dropped", x.head)
			}
		}
	}
}

// TestAboveTitle has a page as bare text, whose address tells the title.
func TestAboveTitle(t *testing.T) {
	const page = "The Valley Post\nFreedonia halts all ferries to Karania\nWorld\nFreedonia and Sylvania renew the Treaty of Lakemouth\n\n"
	report := strings.Repeat("The foreign ministers of Freedonia and Sylvania renewed the Treaty of Lakemouth on Monday for ten years.\n", 4)
	for _, x := range []struct {
		address, text, want string
	}{
		{"https://post.example/freedonia-sylvania-renew-treaty", page + report, "The Valley Post|Freedonia halts all ferries to Karania|World"},
		{"https://post.example/freedonia-sylvania-renew-treaty", report + page + report, ""},
		{"https://post.example/4711", page + report, ""},
	} {
		for d, err := range Read(&pacta.Raw{Name: "a.txt", URL: x.address, Body: []byte(x.text)}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range d.Dropped {
				got = append(got, s.Of(d.Text))
			}
			if s := strings.Join(got, "|"); s != x.want {
				t.Errorf("%s: dropped %q, want %q", x.address, s, x.want)
			}
			if x.want != "" && (len(d.Leads) != 1 || d.Leads[0].Of(d.Text) != "Freedonia halts all ferries to Karania") {
				t.Errorf("leads %v, want the headline of another article", d.Leads)
			}
		}
	}
}

package read

import (
	"strings"
	"testing"

	"pacta"
)

const body = "The foreign ministers of Freedonia and Sylvania met in Springfield and discussed the pact on mutual assistance for four hours.\n\n" +
	"Both parties promised to keep it, and the two parliaments will vote on the protocol before the end of the session, officials said.\n"

// read1 reads text as a document with an address.
func read1(t *testing.T, text, address string) *pacta.Document {
	t.Helper()
	for d, err := range Read(&pacta.Raw{Name: "a.txt", URL: address, Body: []byte(text)}, Options{}) {
		if err != nil {
			t.Fatalf("Read(%q): %v", text, err)
		}
		checkSpans(t, d)
		return d
	}
	return nil
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Pact on mutual assistance signed in Springfield\n\n" + body, "Pact on mutual assistance signed in Springfield"},
		{"World\n\nIs the pact worth its paper?\n\n3 May 2031\nIs the pact worth its paper?\n\n" + body, "Is the pact worth its paper?"},
		{"Ruritanian PM: We will not sign the protocol\n\n" + strings.ReplaceAll(body, "Sylvania", "Ruritania"), "Ruritanian PM: We will not sign the protocol"},
		{"Breaking: Freedonia Leaves The Pact\n\n" + body, "Breaking: Freedonia Leaves The Pact"},
		{"Freedonia Leaves Pact: Sylvania's Ministers Warn of New Crisis.\n\n" + body, "Freedonia Leaves Pact: Sylvania's Ministers Warn of New Crisis."},
		{body, ""},
		{"3 May 2031\n\n" + body, ""},
		{"By Ann Example\n\n" + body, ""},
		{"Categories: News\n\nDaily Elbonian: Pact Signed After Years of Talks\n\n" + body, "Pact Signed After Years of Talks"},
		{"Menu\nHome\nWorld\nPolitics\nSports\nContact\nFreedonia and Sylvania sign pact after four hours of talks\n" + body, "Freedonia and Sylvania sign pact after four hours of talks"},
	} {
		if d := read1(t, c.text, ""); d.Title.Value != c.want {
			t.Errorf("title of %.60q = %q, want %q (%s)", c.text, d.Title.Value, c.want, d.Title.Why)
		}
	}
}

func TestOutlet(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Elbonian: Freedonia Signs Pact With Sylvania\n\n" + body, "Elbonian"},
		{"Valley Tribune: Ministers Meet Again in Springfield\n\n" + body, "Valley Tribune"},
		{"Syldavia: Four Hours of Talks End\n\n" + strings.ReplaceAll(body, "Sylvania", "Syldavia"), ""},
		{"Official: Four Hours of Talks End\n\n" + body, ""},
		{"Talks end\n\nSPRINGFIELD, Freedonia (KNA) -- " + body, "KNA"},
		{"Talks end\n\nSPRINGFIELD, May 3 (Lutha Press) — " + body, "Lutha Press"},
		{"Talks end\n\nSPRINGFIELD, Freedonia, May 3, Kuria: " + body, "Kuria"},
		{"Talks end\n\n" + body + "\nFollow us on Twitter @ValleyPostEl", "ValleyPost"},
		{"Talks end\n\n" + body + "\nSubscribe to The Valley Tribune's Telegram channel", "The Valley Tribune"},
		{"Talks end\n\n" + body + "\n© 2031 Valley Tribune. All rights reserved.", "Valley Tribune"},
		{"Talks end\n\n" + body + "Earlier, Lutha Times reported on the talks of the ministers in the capital of Freedonia.", "Lutha Times"},
		{"Talks end\n\n" + body + "The protocol was published in March, as Lutha Times earlier reported, in both of the languages.", "Lutha Times"},
		{"Talks end\n\nThe pact holds for ten years, the minister said on Tuesday, Kuria reports.\n" + body, "Kuria"},
		{"Talks end\n\n" + body + "Reuters reported on the talks of the ministers earlier, in the evening of last Tuesday.", ""},
		{"Talks end\n\nThe pact holds for ten years and more, Minister Otto Grau told Karl Weiss. Weiss disagreed with him at once.\n" + body, ""},
		{"Talks end without result\n\nValley Tribune, 3 May 2031\n\n" + body, "Valley Tribune"},
		{"Talks end without result\n\nBy Ann Example | The Lutha Chronicle | May 3, 2031\n\n" + body, "The Lutha Chronicle"},
		{"Talks end without result\n\n3 May 2031 (Kuria Today)\n\n" + body, "Kuria Today"},
		{"Talks end without result\n\nPort Elba, 3 May 2031\n\n" + body, ""},
		{"Talks end without result\n\nWorld News, 3 May 2031\n\n" + body, ""},
		{"Talks end\n\n" + body, ""},
	} {
		if d := read1(t, c.text, ""); d.Outlet.Value != c.want {
			t.Errorf("outlet of %.90q … = %q, want %q (%s)", c.text, d.Outlet.Value, c.want, d.Outlet.Why)
		}
	}
	d := read1(t, "Talks end\n\nThe pact holds for ten years, the minister told Kuria.\n"+body, "https://www.kuria.example/2031/05/03/talks")
	if d.Outlet.Value != "Kuria" {
		t.Errorf("outlet with an address = %q, want Kuria", d.Outlet.Value)
	}
	d = read1(t, "Talks end\n\n"+body, "https://www.kuria.example/a1")
	if d.Outlet.Value != "kuria.example" || d.Outlet.Basis != pacta.Derived {
		t.Errorf("outlet with nothing but an address = %q %s, want kuria.example derived", d.Outlet.Value, d.Outlet.Basis)
	}
}

func TestAuthor(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Talks end\n\nBy Ann Example\n\n" + body, "Ann Example"},
		{"Talks end\n\nBy ANN EXAMPLE and OTTO GRAU\n\n" + body, "ANN EXAMPLE and OTTO GRAU"},
		{"Talks end\n\nWritten by Ann-Marie O'Hara on May 3, 2031\n\n" + body, "Ann-Marie O'Hara"},
		{"Talks end\n\nPosted on May 3, 2031 by Otto Grau\n\n" + body, "Otto Grau"},
		{"Talks end\n\nOtto Grau\nOtto Grau\n\n" + body, "Otto Grau"},
		{"Talks end without result\n\nOtto Grau\n3 May 2031\n\n" + body, "Otto Grau"},
		{"Talks end\n\n" + body + "\nOtto Grau:", ""},
		{"Talks end\n\nRead More\n3 May 2031\n" + body, ""},
		{"Talks end without result\n\nSouth Springfield\n3 May 2031\n\n" + body, ""},
		{"Talks end\n\n" + body, ""},
	} {
		if d := read1(t, c.text, ""); d.Author.Value != c.want {
			t.Errorf("author of %.60q = %q, want %q (%s)", c.text, d.Author.Value, c.want, d.Author.Why)
		}
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct {
		text, want string
		basis      pacta.Basis
	}{
		{"Friday May 9 2036\n\nTalks end\n\n3 May 2031 10:15 (UTC+02:00)\n\n" + body, "2031-05-03T10:15:00+02:00", pacta.Stated},
		{"Monday, June 2, 2036\nTalks end without result\nMay 3, 2031\n" + body, "2031-05-03", pacta.Stated},
		{"Today is 12 June 2036\nTalks end without result\nPublished: 3 May 2031\n" + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\nUpdated: 5 May 2031\nPublished: 3 May 2031\n\n" + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\nThe ministers in front of the palace in Springfield, 1 May 2029. (Photo by Otto Grau)\n\n3 May 2031\n\n" + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\n3 May 2031\n\n" + body + "\nRelated articles\nPact signed\n1 June 2031\nPact broken\n2 June 2031", "2031-05-03", pacta.Stated},
		{"Talks end\n\nThe pact was signed on 3 May 2021, ten years ago, by the ministers of both of the states.\n" + body, "", pacta.None},
		{"Categories: 2031\n\nTalks end\n\nThe ministers in Springfield on May 6 (left)\n\nFreedonia said on Friday that the pact which was signed earlier this week holds, and that nobody will leave it.\n\nThe ministers had met on Tuesday. " + body, "2031-05-09", pacta.Derived},
		{"Archive 2031\n\nTalks end\n\nThe minister said on Thursday that the pact that he signed on Monday, May 5, holds for ten years and longer.\n" + body, "2031-05-08", pacta.Derived},
		{"Politics 2031\n\nTalks end\n\nThe pact that was signed this week in Springfield, on May 7, holds for ten years and longer, says the minister.\n" + body, "2031-05-07/2031-05-11", pacta.Derived},
		{"News 2031\n\nSPRINGFIELD, Freedonia, May 3. " + body, "2031-05-03", pacta.Derived},
		{"Talks end\n\nSPRINGFIELD, May 3, 2031. " + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\nPORT ELBA, South Sylvania, 3 May 2031 (KNA) -- " + body, "2031-05-03", pacta.Stated},
		{"Springfield, May 3, 2031 – " + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\nLA RIVA (May 3, 2031) " + body, "2031-05-03", pacta.Stated},
		{"4 May 2031\n\nTalks end without result\n\nSPRINGFIELD, May 3, 2031. " + body, "2031-05-04", pacta.Stated},
		{"Monday, June 2, 2036\n\nTalks end without result\n\nSPRINGFIELD, May 3, 2031. " + body, "2031-05-03", pacta.Stated},
		{"Talks end\n\nIn Springfield, May 3, 2031, was a quiet day for all of the ministers of the two states.\n" + body, "", pacta.None},
		{"Talks end\n\nFreedonia signed the pact with Sylvania on May 3, 2021. Neither of them has left it since.\n" + body, "", pacta.None},
		{"Talks end\n\nOn May 3, 2021. That is when the pact was signed, the minister said, and no day later than that.\n" + body, "", pacta.None},
		{"KNA-NR-05-03-91 1337EST\nTalks end\n" + body, "1991-05-03T13:37:00-05:00", pacta.Stated},
		{"KNA910503-0044\n= 910503\nTalks end\n" + body, "1991-05-03", pacta.Stated},
		{"Talks end\n 05/03/91\n LUTHA JOURNAL (J)\n" + body, "1991-05-03", pacta.Stated},
		{"Talks end\n\n03/05/2031\n\n" + body + "\nComments\n28/05/2031 at 3:00 pm", "2031-05-03", pacta.Stated},
	} {
		d := read1(t, c.text, "")
		if d.Published.Value != c.want || d.Published.Basis != c.basis {
			t.Errorf("published of %.80q = %q %s, want %q %s (%s)", c.text, d.Published.Value, d.Published.Basis, c.want, c.basis, d.Published.Why)
		}
	}
}

func TestPublishedRejected(t *testing.T) {
	d := read1(t, "Friday May 9 2036\n\nTalks end\n\n3 May 2031 10:15\n\n"+body, "")
	if r := d.Published.Rejected; len(r) != 1 || r[0].Value != "2036-05-09" || r[0].Span.Of(d.Text) != "Friday May 9 2036" {
		t.Errorf("rejected = %+v, want the day on top", r)
	}
}

func TestDropped(t *testing.T) {
	for _, c := range []struct{ text, want, leads string }{
		{"X\nCategories: 2031\n\nTalks end without result\n\n" + body + "\nOtto Grau:", "X / Categories: 2031 / Otto Grau:", ""},
		{"Talks end without result\n\nPolitics 3 May 2031 10:15\nTalks end without result\nOtto Grau\nOtto Grau\nRead more\n\n" + body, "Politics 3 May 2031 10:15 / Talks end without result / Otto Grau / Read more", ""},
		{"Talks end\n- Sylvania rejects the demand of Freedonia\n- Freedonia’s army holds exercise on the border\n" + body, "- Sylvania rejects the demand of Freedonia / - Freedonia’s army holds exercise on the border", "- Sylvania rejects the demand of Freedonia / - Freedonia’s army holds exercise on the border"},
		{"Talks end\n" + body + "Related articles\nSylvania rejects the demand of Freedonia\nFreedonia holds exercise on the border\nFollow us on Telegram", "Related articles / Sylvania rejects the demand of Freedonia / Freedonia holds exercise on the border / Follow us on Telegram", "Sylvania rejects the demand of Freedonia / Freedonia holds exercise on the border"},
		{"Talks end\n" + body + "The parties agreed on two points:\n- Both withdraw from the border\n- Both exchange prisoners\n" + body, "", ""},
		{"Home\nWorld\nPolitics\nSports\nCulture\nWeather\nTalks end without any result\n" + body, "Home / World / Politics / Sports / Culture / Weather", ""},
		{"Pact of Springfield\n\nArticle 1\nThe Parties shall consult each other whenever one of them is threatened.\n\nArticle 2\nThis Pact enters into force at once.\n\nArticle 3\nThis Pact is concluded for ten years.\n\nDone at Springfield, 3 May 2031.\n\nFor Freedonia:\nOtto Grau\n\nFor Sylvania:\nAnn Example\n", "", ""},
		{"Talks end\n" + body + "What comes next\n" + body + "Stay informed on the pact\n", "", ""},
	} {
		d := read1(t, c.text, "")
		var leads []string
		for _, s := range d.Leads {
			leads = append(leads, s.Of(d.Text))
		}
		if dropped(d) != c.want || strings.Join(leads, " / ") != c.leads {
			t.Errorf("%.60q: dropped %q, want %q; leads %q", c.text, dropped(d), c.want, leads)
		}
	}
}

func TestGenre(t *testing.T) {
	for text, want := range map[string]string{
		body: pacta.GenreNews,
		"Article 1\nThe Parties consult.\nArticle 2\nThis Pact enters into force.\nArticle 3\nThis Pact is open.\n":                                           pacta.GenreTreaty,
		"The Republic of Freedonia and Sylvania\n\nHave agreed as follows:\n\nARTICLE I\n\nThe Parties shall consult.\n":                                      pacta.GenreTreaty,
		strings.Repeat("ARTICLE 7 The Parties shall consult each other whenever one of them is threatened, as article 3 provides, and shall not delay. ", 20): pacta.GenreTreaty,
		"Talks on Article 5 end\n\nArticle 5 of the pact provides for mutual assistance, which both of the states confirmed.\n":                               pacta.GenreNews,
	} {
		if d := read1(t, text, ""); d.Genre != want {
			t.Errorf("genre of %.50q = %q, want %q", text, d.Genre, want)
		}
	}
}

func TestGenreOfDeclarations(t *testing.T) {
	const points = "1. The Parties will consult each other on all questions of the border.\n\n2. The Parties shall exchange lists of prisoners before the end of May.\n\n3. The two sides agreed to meet again in Springfield.\n"
	for text, want := range map[string]string{
		"SPRINGFIELD DECLARATION\n\nThe presidents of Freedonia and Sylvania, meeting in Springfield on the border,\n\n" + points + "\nSpringfield, 3 May 2031\n":                                        pacta.GenreTreaty,
		"Joint Communiqué of the Kingdom of Ruritania and the Republic of Elbonia\n\nRecalling the pact of 2021,\n\n" + strings.ReplaceAll(points, ". ", ") "):                                           pacta.GenreTreaty,
		"Unofficial translation\n\nJOINT STATEMENT\n\nSpringfield, 3 May 2031\n\nThe two presidents, after talks on the border, declare:\n\n" + points:                                                   pacta.GenreTreaty,
		"Memorandum of Understanding between Freedonia and Elbonia\n\n" + points + "\nSigned in two copies, in Lutha, on 7 June 2031\n":                                                                  pacta.GenreTreaty,
		"Springfield Declaration: five questions and answers\n\nThe ministers met on the border. This is what they agreed.\n\n" + points:                                                                 pacta.GenreNews,
		"Valley Tribune: Freedonia and Sylvania sign declaration\n\nSPRINGFIELD, May 3, 2031. The ministers signed a declaration on Tuesday.\n\n" + points:                                               pacta.GenreNews,
		"The Springfield Declaration\n\nBy Ann Example\n\n3 May 2031\n\n1. What is it? The parties signed it in May.\n\n2. Who signed it? Both of the sides.\n\n3. What comes next? The parties meet.\n": pacta.GenreNews,
		"SPRINGFIELD DECLARATION\n\n" + body: pacta.GenreNews,
	} {
		if d := read1(t, text, ""); d.Genre != want {
			t.Errorf("genre of %.60q = %q, want %q", text, d.Genre, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		body: "en",
		"Die Außenminister von Freedonien und Sylvanien haben in Springfield über den Vertrag gesprochen und wollen ihn halten.":    "de",
		"Les ministres des affaires étrangères se sont rencontrés hier dans la capitale et ont parlé du traité pendant des heures.": "fr",
		"Министры иностранных дел встретились вчера в столице и обсудили договор о взаимной помощи. Переговоры продолжались четыре часа, и обе стороны пообещали соблюдать его в течение десяти лет, заявил министр журналистам после встречи.": "ru",
		"Xx yy zz": "",
	} {
		if d := read1(t, text, ""); d.Language != want {
			t.Errorf("language of %.40q = %q, want %q", text, d.Language, want)
		}
	}
}

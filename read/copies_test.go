package read

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pacta"
)

// A writer makes reports: each of paragraphs about a story, some of which two
// reports of the same story share word for word, as quotations are.
type writer struct{ *rand.Rand }

func (w writer) pick(words string) string {
	f := strings.Fields(words)
	return f[w.IntN(len(f))]
}

func (w writer) sentence() string {
	who := w.pick("Freedonia Sylvania Ruritania Elbonia Zubrowka Borduria Syldavia Grustark Karania Molvania")
	verb := w.pick("signed rejected praised suspended ratified criticised extended renounced discussed postponed reviewed confirmed")
	what := w.pick("treaty pact declaration protocol statement agreement convention memorandum truce charter")
	about := w.pick("water borders transit fishing trade prisoners energy airspace railways minorities customs tariffs")
	when := w.pick("Monday Tuesday Wednesday Thursday Friday yesterday")
	tail := w.pick("angrily quietly again finally partly jointly publicly formally hastily narrowly")
	return fmt.Sprintf("%s %s %s the %s on %s with %s and %d %s after %s.", who, tail, verb, what, about, w.pick("Moesia Carpania Lutha Ixania Orsinia Averna"), w.IntN(900), w.pick("deputies officials guests experts soldiers observers"), when)
}

func (w writer) report(sentences int) []string {
	var out []string
	for range sentences {
		out = append(out, w.sentence())
	}
	return out
}

// copy returns an edited copy of a report: words changed, cut, or set into
// another page.
func (w writer) copy(report []string) string {
	s := append([]string(nil), report...)
	switch w.IntN(4) {
	case 0:
		s = s[:len(s)*2/3]
	case 1:
		s = s[1:]
	case 2:
		for range 2 {
			s = append(s, w.sentence())
		}
	}
	words := strings.Fields(strings.Join(s, " "))
	for range len(words) / 40 {
		words[w.IntN(len(words))] = w.pick("today reportedly some new former senior the a")
	}
	text := strings.Join(words, " ")
	if w.IntN(2) == 0 {
		text = "Home\nWorld\nPolitics\nSports\nCulture\nWeather\n\nPact in doubt\n\n3 May 2031\n\n" + strings.ToUpper(text[:1]) + text[1:] + "\n\nRelated articles\n" + w.sentence()[:40] + "\nFollow us on our channel\n"
	}
	return text
}

func TestCopies(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(1, 2))}
	var docs []Copy
	var story []int
	add := func(text string, n int) {
		for d, err := range Read(&pacta.Raw{Name: "x", Body: []byte(text)}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, Copy{ID: fmt.Sprintf("%04d", (len(docs)*7919)%10000), Print: SketchOf(d).Print})
			story = append(story, n)
		}
	}
	for n := range 200 {
		r := w.report(8 + w.IntN(20))
		add(strings.Join(r, "\n\n"), n)
		for range 2 {
			add(w.copy(r), n)
		}
		// Another report of the same story that quotes a fifth of the first.
		other := append(w.report(len(r)), r[:len(r)/5]...)
		add(strings.Join(other, "\n\n"), 1000+n)
	}
	groups := Groups(docs)
	var right, wrong, missed int
	for i := range docs {
		for j := range i {
			switch same := groups[i] == groups[j]; {
			case same && story[i] == story[j]:
				right++
			case same:
				wrong++
			case story[i] == story[j]:
				missed++
			}
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("precision %.3f, recall %.3f of %d pairs", precision, recall, right+missed)
	if precision < .98 || recall < .95 {
		t.Errorf("precision %.3f, recall %.3f, want at least .98 and .95", precision, recall)
	}
}

func TestFingerprintOf(t *testing.T) {
	of := func(text string) Fingerprint { return FingerprintOf(&pacta.Document{Text: text}) }
	a, b := of("The Parties “shall” consult each other, without delay."), of("the parties shall\nconsult each other without DELAY")
	if a != b {
		t.Error("case, punctuation and layout change the fingerprint")
	}
	if of("") != (Fingerprint{}) || of(" ... ") != (Fingerprint{}) {
		t.Error("a text without words has a fingerprint")
	}
	c := of("Talks on the border ended without result.")
	if s := a.Similarity(&c); s > .2 {
		t.Errorf("two different sentences are similar to %.2f", s)
	}
	if x, y := of("Pact"), of("Talks"); x == y {
		t.Error("two words have one fingerprint")
	}
}

func TestGroupsOrder(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(3, 4))}
	r := w.report(12)
	a := Copy{ID: "b", Print: FingerprintOf(&pacta.Document{Text: strings.Join(r, " ")})}
	b := Copy{ID: "a", Print: FingerprintOf(&pacta.Document{Text: strings.Join(r[1:], " ")})}
	c := Copy{ID: "c", Print: FingerprintOf(&pacta.Document{Text: strings.Join(w.report(12), " ")})}
	if got := fmt.Sprint(Groups([]Copy{a, b, c}), Groups([]Copy{c, b, a})); got != "[a a c] [c a a]" {
		t.Errorf("groups = %s, want [a a c] [c a a]", got)
	}
}

func BenchmarkFingerprint(b *testing.B) {
	d := &pacta.Document{Text: article(1)}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		FingerprintOf(d)
	}
}

// Two treaties after one model are two texts; a treaty with a corrected slip is
// one.
func TestTreatiesOfOneModel(t *testing.T) {
	model := strings.Join(writer{rand.New(rand.NewPCG(3, 3))}.report(60), "\n") + "\n"
	text := func(between string) string { return between + model + strings.Repeat(between, 8) }
	first := text("The Republic of Freedonia and the Republic of Sylvania shall lower the duties on their mutual trade in goods. ")
	docs := []Copy{{ID: "a", Treaty: true}, {ID: "b", Treaty: true}, {ID: "c", Treaty: true}}
	for i, s := range []string{first, strings.Replace(first, "quietly", "calmly", 1), text("Lutha on the one part and the Kingdom of Orsinia on the other abolish what hinders trade. ")} {
		docs[i].Print = FingerprintOf(&pacta.Document{Text: s})
	}
	if s := docs[0].Print.Similarity(&docs[2].Print); s < CopyFrom {
		t.Fatalf("the two treaties share only %.2f", s)
	}
	if got := fmt.Sprint(Groups(docs)); got != "[a a c]" {
		t.Errorf("groups %s", got)
	}
}

package web

import (
	"net/url"
	"strings"

	"pacta/reason"
	"pacta/resolve"
)

// eventMoments puts events on a time line, steps in the life of instruments
// apart from the rest. What is denied did not happen and is left out. Titles
// names the instruments that are stepped with, nil where there is only one.
func eventMoments(events []resolve.Event, titles map[string]string) []moment {
	var out []moment
	for _, e := range events {
		if e.Factuality == "negated" || e.Factuality == "hypothetical" {
			continue
		}
		m := moment{Band: bandEvents, Date: dayOf(string(e.Date)), Label: deed(e), Path: "/facts/" + url.PathEscape(e.ID)}
		if isStep(e) {
			m.Band = bandSteps
			if title := titles[string(e.Instrument)]; title != "" {
				m.Label = string(e.Life) + ": " + short(title, 44)
			}
		}
		m.Text = m.Label
		if len(e.Sources) > 0 {
			m.Text = short(e.Sources[0].Quote, 160)
		}
		out = append(out, m)
	}
	return out
}

func isStep(e resolve.Event) bool { return e.Life != "" }

// deed says in few words who did what to whom: "suspended IND → PAK".
func deed(e resolve.Event) string {
	var b strings.Builder
	if e.Life != "" {
		b.WriteString(string(e.Life))
	} else {
		b.WriteString(strings.ToLower(e.Type))
	}
	if a := codes(e.Actors); a != "" {
		b.WriteString(" " + a)
	}
	if r := codes(e.Recipients); r != "" {
		b.WriteString(" → " + r)
	}
	if e.Factuality != "done" {
		b.WriteString(" (" + e.Factuality + ")")
	}
	return b.String()
}

// codes joins at most three actors without their sectors.
func codes(xs []string) string {
	var out []string
	for _, x := range xs {
		id := actorID(x)
		if len(out) == 0 || out[len(out)-1] != id {
			out = append(out, id)
		}
	}
	if len(out) > 3 {
		return strings.Join(out[:3], ", ") + " …"
	}
	return strings.Join(out, ", ")
}

// stepMoments puts the life of an instrument on a time line.
func stepMoments(x *resolve.Instrument) []moment {
	var out []moment
	for _, s := range x.Status {
		m := moment{Band: bandSteps, Date: dayOf(string(s.Date)), Label: strings.TrimSpace(s.State + " " + string(s.Party)), Path: "/instruments/" + url.PathEscape(x.ID)}
		m.Text = m.Label
		if len(s.Sources) > 0 {
			m.Text, m.Path = short(s.Sources[0].Quote, 160), sourceURL(s.Sources[0])
		}
		out = append(out, m)
	}
	return out
}

// signingMoments puts the signing of instruments on a time line.
func signingMoments(xs []instrumentHead) []moment {
	var out []moment
	for i := range xs {
		for _, d := range xs[i].Signed[:min(1, len(xs[i].Signed))] {
			out = append(out, moment{Band: bandSteps, Date: dayOf(string(d.Value)), Label: "signed: " + short(xs[i].Title, 48), Text: xs[i].Title,
				Path: "/instruments/" + url.PathEscape(xs[i].ID)})
		}
	}
	return out
}

// disputeMoments puts each date of which sources disagree on a time line.
// Names says what they are about.
func disputeMoments(ds []reason.Discrepancy, names map[string]string) []moment {
	var out []moment
	for _, d := range ds {
		if d.Attribute != "date" && d.Attribute != "published" {
			continue
		}
		for _, p := range d.Positions {
			label := dayOf(string(p.Value))
			if n := names[d.About]; n != "" {
				label += ": " + short(n, 40)
			}
			out = append(out, moment{Band: bandDisputed, Date: dayOf(string(p.Value)), Label: label, Path: "/facts/" + url.PathEscape(d.ID),
				Text: strings.TrimSpace(d.Attribute + " " + string(p.Value) + " " + names[d.About])})
		}
	}
	return out
}

// statementMoments puts statements on a time line.
func statementMoments(xs []resolve.Statement) []moment {
	var out []moment
	for _, x := range xs {
		m := moment{Band: bandSaid, Date: dayOf(string(x.Date)), Label: short(speaker(x), 32), Path: "/facts/" + url.PathEscape(x.ID)}
		m.Text = m.Label
		if len(x.Content) > 0 {
			m.Text += ": " + short(x.Content[0].Quote, 140)
		}
		out = append(out, m)
	}
	return out
}

package commitment

// content scans the tokens [lo, hi) as what a text or promise holds.
func (f *finder) content(lo, hi int, v *voice) bool {
	if hi > f.v.len() {
		hi = f.v.len()
	}
	if lo >= hi {
		return false
	}
	sc := scan{view: f.v, lo: lo, hi: hi, voice: v, vs: f.vs}
	sc.run()
	kept := sc.found[:0]
	for i := range sc.found {
		one := sc
		one.found = sc.found[i : i+1]
		if f.isFresh(&one) {
			kept = append(kept, sc.found[i])
		}
	}
	if sc.found = kept; len(kept) == 0 {
		return false
	}
	f.tell(&sc, run{})
	return true
}

// insides reads what stands behind "a declaration under which", behind "the
// resolution decides that" and behind a second "and that".
func (f *finder) insides(sp []stretch) {
	v := f.v
	for i := 1; i < v.len()-3; i++ {
		switch {
		case v.is(i, "under", "by", "in", "whereby") && (v.is(i+1, "which") || v.is(i, "whereby")) && f.textBefore(i):
			lo := i + 2
			if v.is(i, "whereby") {
				lo = i + 1
			}
			doc := voice{kind: "document", layer: "paraphrase", reported: true, strict: true}
			f.content(lo, v.len(), &doc)
		case v.is(i, "that") && v.is(i-1, "and", "but") && len(f.heads) > 0 && !f.isToldAt(i+1):
			last := f.heads[len(f.heads)-1]
			if last.voice.force != "" || last.voice.isDocument() && last.voice.reported {
				f.content(i+1, v.len(), last.voice)
			}
		case v.is(i, "that") && deciding[v.lemma[i-1]] && v.isVerb(i-1) && !f.isToldAt(i+2):
			sc := f.scanAt(sp, i-1)
			if from, to := v.treeSubject(i - 1); from < to && (sc.isSource(run{from, to}) || sc.namesText(run{from, to})) {
				doc := voice{kind: "document", layer: "paraphrase", reported: true, strict: true, source: sc.voice.source}
				f.content(i+1, v.len(), &doc)
			}
		}
	}
}

var deciding = set("decide", "agree", "resolve", "confirm", "note", "determine", "order", "rule", "establish", "guarantee", "promise", "mean", "imply")

// textBefore reports whether a text is named right before the relative clause
// that opens at token i.
func (f *finder) textBefore(i int) bool {
	v := f.v
	for k := i - 1; k >= 0 && k > i-9; k-- {
		if instruments[v.lemma[k]] && !v.is(k, "report", "law", "letter", "part", "plan", "point") || spokenTexts[v.lemma[k]] && !v.is(k, "points", "exchange", "schedule", "act", "plan") || v.is(k, "paper", "code") {
			return true
		}
		if v.isFinite(k) {
			return false
		}
	}
	return false
}

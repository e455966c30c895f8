package main

import (
	_ "embed" // our own verbs
	"strings"

	"pacta/language/internal/engine"
)

//go:embed own/verbs.txt
var ownVerbList string

// ownVerbs inflects the verbs of own/verbs.txt.
func ownVerbs() []lemmaSite {
	tag := func(name string) uint8 { return engine.Number(engine.XPOSNames[:], name) }
	irregular := map[string]bool{}
	for _, v := range strings.Fields("undertake oversee foresee forgive make take shake strike withdraw draw overthrow grow know show throw begin win run spin bid rid wed shed overcome write rewrite drive strive leave teach wake stick") {
		irregular[v] = true
	}
	var sites []lemmaSite
	for _, line := range contentLines(ownVerbList) {
		for _, v := range strings.Fields(line) {
			stem, ed, ing := inflect(v)
			third := v + "s"
			if strings.HasSuffix(ed, "ied") {
				third = stem + "ies"
			} else if strings.HasSuffix(v, "s") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "x") || v == "veto" || v == "echo" {
				third = v + "es"
			}
			sites = append(sites, lemmaSite{ing, tag("VBG"), v}, lemmaSite{third, tag("VBZ"), v})
			if !irregular[v] {
				sites = append(sites, lemmaSite{ed, tag("VBD"), v}, lemmaSite{ed, tag("VBN"), v})
			}
		}
	}
	return sites
}

// inflect returns the regular past and the -ing form of a verb, and its stem
// where a y is lost.
func inflect(v string) (stem, ed, ing string) {
	last, before := v[len(v)-1], v[len(v)-2]
	switch {
	case strings.HasSuffix(v, "ee"):
		return v, v + "d", v + "ing"
	case last == 'e':
		return v, v + "d", v[:len(v)-1] + "ing"
	case last == 'y' && !isVowel(before):
		return v[:len(v)-1], v[:len(v)-1] + "ied", v + "ing"
	case doubles[v]:
		return v, v + string(last) + "ed", v + string(last) + "ing"
	}
	return v, v + "ed", v + "ing"
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// doubles lists the verbs of own/verbs.txt that double their last consonant.
var doubles = func() map[string]bool {
	set := map[string]bool{}
	for _, v := range strings.Fields("admit commit omit permit submit transmit emit remit refer prefer defer infer confer transfer deter incur occur recur concur bar war stir spur control patrol compel expel repel propel dispel rebel quarrel travel cancel label model signal total equal dial plan ban scan span begin win run spin thin stun pin stop drop ship slip skip trip strip step equip wrap trap clap map flip rob grab stab snub beg drag flag drug plug bug jog bid rid wed nod shed format combat fuel") {
		set[v] = true
	}
	return set
}()

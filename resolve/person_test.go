package resolve

import (
	"testing"

	"pacta/gazetteer"
)

func TestSpeakerInFull(t *testing.T) {
	texts := map[string]string{
		"d1": `[[mention:person=Ana Brun;office=foreign-minister;affiliation=ARD|Ana Brun]] spoke.`,
		"d2": `[[statement:indirect;affiliation=ARD|[[source=Brun|Brun]] [[cue|said]] [[content|so]].]] [[fulfilment:kept;source=Brun|They kept it, Brun says.]]
[[commitment:intention;party=ARD;layer=assurance;by=Brun|She [[cue|will]] [[action|open the lower crossing]].]]`,
	}
	b := Resolve(inputs(t, texts), gazetteer.Builtin())
	if s := b.Statements[0]; s.Speaker != "Ana Brun" || s.SpeakerName != "Brun" {
		t.Errorf("speaker %q in the words %q, want Ana Brun in the words Brun", s.Speaker, s.SpeakerName)
	}
	if b.Fulfilments[0].By != "Ana Brun" || b.Commitments[0].By != "Ana Brun" {
		t.Errorf("claimed by %q, promised by %q, want Ana Brun", b.Fulfilments[0].By, b.Commitments[0].By)
	}
	texts["d3"] = `[[mention:person=Ida Brun;affiliation=BMK|Ida Brun]] spoke.`
	b = Resolve(inputs(t, texts), gazetteer.Builtin())
	if s := b.Statements[0]; s.Speaker != "Ana Brun" {
		t.Errorf("of two Bruns only one belongs to ARD, got %q", s.Speaker)
	}
	if b.Fulfilments[0].By != "Brun" {
		t.Errorf("claimed by %q, want Brun, who may be either", b.Fulfilments[0].By)
	}
}

package read

import (
	"testing"
)

const (
	odtStyles = `<?xml version="1.0"?><office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:styles>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-prefix="Article " style:num-suffix="." style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="" /></text:outline-style>
<style:style style:name="Base" style:family="paragraph" style:list-style-name="Named"/><style:style style:name="Item" style:family="paragraph" style:parent-style-name="Base"/>
<text:list-style style:name="Named"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix=")" text:start-value="4"/></text:list-style>
</office:styles></office:document-styles>`

	odtLists = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:automatic-styles>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1">Consultation</text:h>
<text:h text:outline-level="2">General</text:h>
<text:list xml:id="one" text:style-name="L1"><text:list-item><text:p>The Parties shall consult each other:</text:p><text:p>at once,</text:p>
<text:list><text:list-item><text:p>without delay, and</text:p></text:list-item><text:list-item><text:p>in writing,</text:p><text:list><text:list-item><text:p>or by voice.</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item>
<text:list-item><text:p>They meet twice a year.</text:p></text:list-item><text:list-header><text:p>No number here.</text:p></text:list-header></text:list>
<text:p>A paragraph between.</text:p>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>The third.</text:p></text:list-item></text:list>
<text:list text:style-name="L1"><text:list-item><text:p>Counted anew.</text:p></text:list-item><text:list-item text:start-value="7"><text:p><text:number>7.</text:number>The seventh.</text:p></text:list-item></text:list>
<text:list text:continue-list="one" text:style-name="L1"><text:list-item><text:p>After the third.</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>A bullet.</text:p></text:list-item></text:list>
<text:list><text:list-item><text:p text:style-name="Item">By its paragraph.</text:p></text:list-item></text:list>
<text:h text:outline-level="1">Duration</text:h>
<text:h text:outline-level="1" text:is-list-header="true">Annex</text:h>
<text:h text:outline-level="1">Signature</text:h>
</office:text></office:body></office:document-content>`

	odtNumbered = `Article 1. Consultation
General
1. The Parties shall consult each other:
at once,
(a) without delay, and
(b) in writing,
1.b.1 or by voice.
2. They meet twice a year.
No number here.
A paragraph between.
3. The third.
1. Counted anew.
7. The seventh.
4. After the third.
A bullet.
IV) By its paragraph.
Article 2. Duration
Annex
Article 3. Signature`
)

func TestODTNumbers(t *testing.T) {
	d := one(t, "a.odt", string(archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtLists, "styles.xml", odtStyles)))
	if d.Text != odtNumbered {
		t.Errorf("got\n%s\nwant\n%s", d.Text, odtNumbered)
	}
}

// TestODTNumbersBroken has lists without styles, items without lists and levels
// without end.
func TestODTNumbersBroken(t *testing.T) {
	body := `<?xml version="1.0"?><d><list-level-style-number level="1"/><list-style name="x"/><list-level-style-number level="99"/><list-item><p>One.</p></list-item>`
	for range 15 {
		body += `<list style-name="x"><list-item start-value="x"><p>Two.</p>`
	}
	d := one(t, "a.odt", string(archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", body+"</list></list></d>")))
	if len(d.Text) != len("One.")+15*len("\nTwo.") {
		t.Errorf("got %q", d.Text)
	}
}

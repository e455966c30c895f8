package statement

import (
	"pacta/language"
)

// speechNouns are the things that "say" as persons do: documents and studies.
var speechNouns = set(`agreement declaration treaty document text article paragraph clause statement communique communiqué resolution report constitution
	preamble charter protocol memorandum accord pact convention provision point section annex law bill act decree letter note memo email transcript record records
	poll polls survey study studies analysis research data evidence document documents report reports figures statistics book memoir biography ad advertisement video footage
	site website page story editorial column piece headline tweet post lawsuit suit complaint indictment filing ruling verdict opinion order census index ranking map chart
	finding findings review audit investigation inquiry source sources press media papers newspaper paper magazine wording language rule rules text version draft`)

// agentive reports whether token s can say or believe something: a person, a
// body, a state, a pronoun, a document.
func (d *document) agentive(t *tree, s int) bool {
	k := &t.Tokens[s]
	switch k.UPOS {
	case language.PROPN:
		return true
	case language.PRON:
		switch t.low[s] {
		case "it", "this", "that", "which", "these", "those", "what", "there":
			return false
		}
		return true
	}
	if speechNouns[fold(k.Lemma)] {
		return true
	}
	m := d.actors.Covering(k.Start)
	return m != nil && m.Type != "place" && m.Type != "instrument" && m.End == k.End || personNouns[fold(k.Lemma)]
}

// personNouns are people who are no actors of their own.
var personNouns = set(`people person man woman critic supporter opponent voter resident witness official source analyst expert observer member leader ally aide adviser
	advisor spokesman spokeswoman spokesperson diplomat minister president lawmaker senator candidate campaign team government ministry party group organization company
	administration committee council commission union side country state nation community public crowd audience family parent mother father wife husband son daughter friend
	colleague researcher scientist economist historian professor teacher student doctor lawyer attorney prosecutor judge jury court police officer soldier commander general
	military army force rebel militant protester demonstrator activist reporter journalist editor author writer host anchor pundit commentator strategist pollster donor
	republican democrat conservative liberal progressive american european westerner muslim christian jew voter worker union farmer owner investor banker executive chairman
	director manager board founder chief head secretary governor mayor ambassador envoy negotiator representative delegate delegation mission agency department office
	bureau institute foundation newspaper network outlet anyone everyone everybody somebody someone nobody many some most few other others one both majority minority
	percent half third generation politician figure insider veteran participant user player fan viewer reader customer consumer patient boss employer employee staff
	taxpayer citizen immigrant refugee migrant neighbour neighbor folk folks guy kid child girl boy lady gentleman nominee rival contender predecessor successor counterpart`)

package pacta

// eventModes are the modes of PLOVER events, each with the types that it goes
// with.
var eventModes = List{
	Name: "mode",
	Doc: "The manner of an event; most events have none. Where versions of the PLOVER manual differ: a release or return is CONCEDE, " +
		"a resignation RETREAT, a conviction ACCUSE and the sentence COERCE, a deportation COERCE, the expulsion of diplomats or " +
		"inspectors and the withdrawal of peacekeepers SANCTION, a violated ceasefire or a blockade by force ASSAULT, an agreement " +
		"that is signed SUPPORT and one that is only reached in words AGREE; a planned friendly act is AGREE, a planned hostile one " +
		"THREATEN, a refused one REJECT.",
	Items: []Def{
		{"visit", "CONSULT: one side travels to the other, or receives it."},
		{"third-party", "CONSULT: somebody mediates between others."},
		{"meet", "AGREE, REQUEST, REJECT: what is agreed, asked for or refused is a meeting or talks."},
		{"yield", "AGREE, REQUEST, REJECT: what is agreed, asked for or refused is that somebody gives way."},
		{"assist", "REQUEST, REJECT: what is asked for or refused is support, cooperation or aid."},
		{"military", "AID: arms, ammunition, training of forces."},
		{"asylum", "AID: asylum or refuge."},
		{"withdraw", "RETREAT: forces or people leave a place."},
		{"ceasefire", "RETREAT: fighting is stopped by a truce."},
		{"disarm", "RETREAT: weapons are handed over or destroyed."},
		{"resign", "RETREAT: somebody gives up an office."},
		{"access", "RETREAT: a border, road or place is opened again."},
		{"violence", "THREATEN: the threat is to use force."},
		{"relations", "THREATEN: the threat is to reduce relations or aid."},
		{"restrict", "THREATEN, COERCE: movement, rights or access are restricted."},
		{"demo", "PROTEST: a demonstration, march or rally."},
		{"strike", "PROTEST: work is stopped."},
		{"hunger", "PROTEST: food is refused."},
		{"boycott", "PROTEST: an election, school or product is boycotted."},
		{"obstruct", "PROTEST: a road or building is blocked or occupied."},
		{"riot", "PROTEST: property is damaged or stones are thrown."},
		{"expel", "SANCTION: diplomats, inspectors or organisations are sent away."},
		{"troops", "MOBILIZE: forces are raised, moved or put on alert."},
		{"weapons", "MOBILIZE: weapons are placed, tested or shown."},
		{"arrest", "COERCE: people are arrested, detained, sentenced, deported or abducted without bloodshed."},
		{"ban", "COERCE: a party, group or activity is banned."},
		{"censor", "COERCE: media or speech are suppressed."},
		{"curfew", "COERCE: a curfew or ban on leaving is imposed."},
		{"martial-law", "COERCE: martial law, a state of siege or of emergency is declared."},
		{"seize", "COERCE: property is taken or blocked."},
		{"destroy", "COERCE: property is destroyed."},
		{"disperse", "COERCE: a crowd is broken up."},
		{"cyber", "COERCE: computers are broken into or defaced."},
		{"beat", "ASSAULT: people are beaten."},
		{"torture", "ASSAULT: people are tortured."},
		{"execute", "ASSAULT: captives are put to death."},
		{"sexual", "ASSAULT: rape and other sexual violence."},
		{"targeted", "ASSAULT: a particular person is killed or is to be killed."},
		{"abduct", "ASSAULT: people are taken hostage or abducted by force."},
		{"suicide-attack", "ASSAULT: the attacker dies with the bomb."},
		{"explosives", "ASSAULT: bombs, mines or grenades set on the ground."},
		{"heavy-weapons", "ASSAULT: artillery, rockets, missiles, tanks, ships or aircraft."},
		{"firearms", "ASSAULT: rifles, pistols and other small arms."},
		{"primitive", "ASSAULT: knives, machetes, stones."},
		{"cleansing", "ASSAULT: mass killing or expulsion of a people."},
	},
}

// eventContexts are the fields of politics that an event belongs to.
var eventContexts = List{
	Name: "context", Of: "context", Doc: "The fields that the words around an event speak of; an event may have several.",
	Items: []Def{
		{"military", "Forces, weapons, wars, exercises, military cooperation."},
		{"diplomatic", "Embassies, envoys, relations between states, recognition."},
		{"economic", "Trade, money, loans, tariffs, investment, wages."},
		{"energy", "Oil, gas, pipelines, power, other raw materials and water."},
		{"legal", "Courts, charges, laws, treaties as law."},
		{"territory", "Borders, sovereignty, occupation, annexation, autonomy."},
		{"election", "Elections, votes, referendums, candidates."},
		{"legislative", "Parliaments and their acts, constitutions."},
		{"human-rights", "Rights, prisoners of conscience, torture, minorities, the press."},
		{"terrorism", "Terrorism and measures against it."},
		{"cbrn", "Nuclear, chemical and biological weapons and plants."},
		{"cyber", "Computers, networks and attacks on them."},
		{"health", "Disease, medicine, hospitals."},
		{"disaster", "Earthquakes, floods, fires, famine and relief."},
		{"migration", "Refugees, migrants, asylum, displaced people."},
		{"environment", "Climate, pollution, fish stocks, nature."},
		{"crime", "Drugs, smuggling, corruption, organised crime."},
		{"peace", "Ceasefires, peace talks, settlements, peacekeeping."},
	},
}

// factualities say whether what an event or step tells of is the case.
var factualities = List{
	Name: "factuality", Of: "factuality", Doc: "Whether it happened, as the text tells it.",
	Items: []Def{
		{"done", "It happened or was said."},
		{"ongoing", "It is going on."},
		{"planned", "Somebody means to do it, or it is announced."},
		{"conditional", "It may happen, or happens if something else does."},
		{"negated", "It did not happen."},
		{"hypothetical", "It is only thought of: if, whether, unless."},
	},
}

package language

import "pacta/language/internal/engine"

// EntityType says what a named entity is.
type EntityType uint8

// The entity types, after those of the GUM corpus.
const (
	_            EntityType = iota
	Person                  // a human being, also a fictional one
	Organization            // a state organ, party, company, alliance, team
	Place                   // a country, city, river, building as a location
	Event                   // a named event: a war, a summit, an election
	Object                  // a named thing: a ship, a work, a treaty as a document
	Time                    // a named time: a date, a holiday, an era
	Abstract                // any other name: a language, a law, an idea
)

// String returns the type in lower case, as GUM writes it, or "_" for none.
func (t EntityType) String() string {
	if int(t) < len(engine.EntityNames) {
		return engine.EntityNames[t]
	}
	return "_"
}

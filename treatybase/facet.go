package treatybase

import (
	"cmp"
	"slices"
	"strings"
)

// A Facet counts by which values of a field a selection can be narrowed. The
// counts are those of the selection: of all objects and documents that it
// found, and of the sentences that were looked at.
type Facet struct {
	Field  string       `json:"field"` // a name of QueryFields
	Values []FacetValue `json:"values"`
	More   int          `json:"more,omitempty"` // how many values are not listed
}

// A FacetValue is a value with how many it would leave.
type FacetValue struct {
	Value string `json:"value"`
	Name  string `json:"name,omitempty"` // of an instrument
	Count int    `json:"count"`
}

// mostValues is how many values of a facet are listed.
const mostValues = 8

// facetRoles are the facets of objects in the order in which they are shown.
var facetRoles = []string{"party", "to", "instrument", "area", "modality", "layer", "status", "stance", "type", "speaker"}

// facetsOfObjects counts what the objects of a kind have.
func (s *selecting) facetsOfObjects(kind string, list []uint32, lists map[string][]uint32) {
	kinds := newFacet("kind", len(Kinds))
	for k, l := range lists {
		kinds.add(k, len(l))
	}
	s.add(kinds)
	counts := s.x.whole[kind]
	if len(list) < len(s.x.kinds[kind]) {
		counts = s.x.count(list)
	}
	for _, name := range append([]string{"outlet", "date"}, facetRoles...) {
		if name == "type" && kind == "commitment" || name == "instrument" && kind == "instrument" {
			continue // it is the modality, or each is its own
		}
		s.byValue(name, counts)
	}
}

// count returns how many of some objects have each value.
func (x *index) count(list []uint32) []int32 {
	counts := make([]int32, len(x.values))
	for _, n := range list {
		for _, v := range x.valuesOf(n) {
			counts[v]++
		}
	}
	return counts
}

// byValue adds the facet of a field from the counts of all values.
func (s *selecting) byValue(name string, counts []int32) {
	f := newFacet(name, mostValues)
	for _, id := range s.x.of[cmp.Or(fieldOf(name).role, name)] {
		if counts[id] > 0 {
			f.add(s.x.values[id].value, int(counts[id]))
		}
	}
	s.add(f)
}

func (s *selecting) facetsOfDocuments(list []uint32) {
	outlets, years := map[string]int{}, map[string]int{}
	for _, n := range list {
		if int(n) < len(s.x.heads) {
			outlets[s.x.heads[n].outlet]++
			years[s.x.heads[n].year]++
		}
	}
	s.counted("outlet", outlets)
	s.counted("date", years)
}

func (s *selecting) counted(name string, counts map[string]int) {
	f := newFacet(name, mostValues)
	for v, n := range counts {
		f.add(v, n)
	}
	s.add(f)
}

// facetsOfSentences counts in how many of the sentences a fact stands that has
// a value.
func (s *selecting) facetsOfSentences(found []sighted) {
	outlets, years := map[string]int{}, map[string]int{}
	kinds := make([]int, len(Kinds))
	counts, last := make([]int32, len(s.x.values)), make([]int32, len(s.x.values))
	for i, x := range found {
		if x.document < len(s.x.heads) {
			outlets[s.x.heads[x.document].outlet]++
			years[s.x.heads[x.document].year]++
		}
		var seen [16]bool
		for _, n := range x.objects {
			if k := s.x.sort[n]; !seen[k] {
				seen[k] = true
				kinds[k]++
			}
			for _, v := range s.x.valuesOf(n) {
				if last[v] != int32(i+1) {
					last[v] = int32(i + 1)
					counts[v]++
				}
			}
		}
	}
	f := newFacet("kind", len(Kinds))
	for k, n := range kinds {
		f.add(Kinds[k], n)
	}
	s.add(f)
	s.counted("outlet", outlets)
	s.counted("date", years)
	for _, name := range facetRoles {
		s.byValue(name, counts)
	}
}

// A facetList keeps the commonest values of a facet.
type facetList struct {
	Facet
	most int
}

func newFacet(name string, most int) *facetList {
	return &facetList{Facet{Field: name}, most}
}

func (f *facetList) add(value string, count int) {
	if value == "" || count == 0 || (f.Field == "party" || f.Field == "to") && strings.Contains(value, "/") {
		return // RUS/GOV counts under RUS
	}
	x := FacetValue{Value: value, Count: count}
	i, _ := slices.BinarySearchFunc(f.Values, x, commoner)
	if i == f.most {
		f.More++
		return
	}
	f.Values = slices.Insert(f.Values, i, x)
	if len(f.Values) > f.most {
		f.Values = f.Values[:f.most]
		f.More++
	}
}

func commoner(a, b FacetValue) int {
	return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value))
}

// add adds a facet if there is something to choose.
func (s *selecting) add(f *facetList) {
	if len(f.Values) == 0 {
		return
	}
	switch f.Field {
	case "date":
		slices.SortFunc(f.Values, func(a, b FacetValue) int { return strings.Compare(b.Value, a.Value) })
	case "instrument":
		for i := range f.Values {
			f.Values[i].Name = s.x.title(f.Values[i].Value)
		}
	}
	s.out.Facets = append(s.out.Facets, f.Facet)
}

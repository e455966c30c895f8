package language

import (
	_ "embed" // the weights
	"fmt"
	"sync"
	"unsafe"

	"pacta/language/internal/engine"
)

// The weights that language/train made; README.md says from what and under
// which licence.
//
//go:embed english.weights
var englishWeights string

// Model analyses text; it is safe for concurrent use.
type Model struct {
	engine *engine.Model
	pool   sync.Pool // of *analyser
}

var english = sync.OnceValue(func() *Model {
	m, err := Load(unsafe.Slice(unsafe.StringData(englishWeights), len(englishWeights)))
	if err != nil {
		panic("language: embedded weights: " + err.Error())
	}
	return m
})

// English returns the embedded English model, always the same.
func English() *Model { return english() }

// Load makes a model of a weights file that language/train wrote. The data is
// used in place and must not change afterwards.
func Load(data []byte) (*Model, error) {
	e, err := engine.Load(data)
	if err != nil {
		return nil, err
	}
	return &Model{engine: e}, nil
}

// rules is raised when a change of the code, not of the weights, changes what
// Analyse says.
const rules = 2

// Hash identifies the version of the weights and of the rules that go with
// them.
func (m *Model) Hash() string {
	return fmt.Sprintf("%x-%d", m.engine.Digest[:min(8, len(m.engine.Digest))], rules)
}

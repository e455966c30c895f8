package engine

// Feature hashing: every feature is a 32-bit number made of a template number
// and up to three values. Odd 64-bit constants spread the bits.
const (
	mixA = 0x9E3779B97F4A7C15
	mixB = 0xC2B2AE3D27D4EB4F
	mixC = 0x165667B19E3779F9
	mixT = 0xD6E8FEB86659FD93
)

func fold(x uint64) uint32 {
	x ^= x >> 29
	x *= 0xBF58476D1CE4E5B9
	return uint32(x >> 32)
}

func feat1(t, a uint32) uint32 { return fold(uint64(t)*mixT + uint64(a)*mixA) }

func feat2(t, a, b uint32) uint32 {
	return fold(uint64(t)*mixT + uint64(a)*mixA + uint64(b)*mixB)
}

func feat3(t, a, b, c uint32) uint32 {
	return fold(uint64(t)*mixT + uint64(a)*mixA + uint64(b)*mixB + uint64(c)*mixC)
}

// HashForm returns Word.Hash of a form: exact and as the models' word features
// see it.
func HashForm(form string) (exact, lower uint32) {
	var w Word
	w.read(form, 0, len(form))
	return w.Hash, w.Lower
}

package treatybase

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// One encoder of a sort and one decoder serve all goroutines: EncodeAll and
// DecodeAll keep no state.
var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(0), zstd.WithEncoderCRC(false), zstd.WithWindowSize(1<<20))
	quick, _   = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(0), zstd.WithEncoderCRC(false), zstd.WithWindowSize(1<<16), zstd.WithEncoderLevel(zstd.SpeedFastest))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<31))
)

// pack compresses bytes for a column.
func pack(b []byte) []byte { return encoder.EncodeAll(b, make([]byte, 0, len(b)/3+16)) }

// packSmall compresses the JSON of an object: a base has millions of them.
func packSmall(b []byte) []byte { return quick.EncodeAll(b, make([]byte, 0, len(b)/2+16)) }

// unpack undoes pack and packSmall.
func unpack(b []byte) ([]byte, error) {
	out, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return out, nil
}

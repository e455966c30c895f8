package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net/http"
)

//go:embed style.css
var style []byte

//go:embed script.js
var script []byte

// The names carry a hash of the content, so that a browser may keep a file for
// good and still sees a new one at once.
var (
	styleName  = hashed("style", style, "css")
	scriptName = hashed("script", script, "js")
)

func hashed(name string, content []byte, ext string) string {
	sum := sha256.Sum256(content)
	return name + "-" + hex.EncodeToString(sum[:4]) + "." + ext
}

func asset(content []byte, mediaType string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Write(content)
	}
}

package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"slices"
	"strings"
)

//go:embed style script
var assetFiles embed.FS

// A browser gets one style sheet and one script, whatever the number of files
// they are kept in; one file is one page or one thing that pages share.
var (
	style  = bundle("style/*.css")
	script = bundle("script/*.js")
)

// The names carry a hash of the content, so that a browser may keep a file for
// good and still sees a new one at once.
var (
	styleName  = hashed("style", style, "css")
	scriptName = hashed("script", script, "js")
)

// bundle joins the files that pattern fits: base first, the others by name.
func bundle(pattern string) []byte {
	names, err := fs.Glob(assetFiles, pattern)
	if err != nil {
		panic(err)
	}
	slices.SortStableFunc(names, func(a, b string) int { return first(b) - first(a) })
	var out bytes.Buffer
	for _, name := range names {
		content, err := assetFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		out.Write(content)
	}
	return out.Bytes()
}

func first(name string) int {
	if strings.Contains(name, "/base.") {
		return 1
	}
	return 0
}

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

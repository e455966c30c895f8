//go:build browser

package browser

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// pictures are the screenshots of the demo base that the README shows.
var pictures = []struct {
	file, path    string
	width, height int64
	scheme        string
}{
	{"instrument.png", "/instruments/indus-waters-treaty", 1280, 1050, "light"},
	{"pair.png", "/actors/IND/PAK", 1280, 900, "light"},
	{"timeline.png", "/timeline", 1280, 760, "dark"},
	{"network.png", "/network", 1280, 700, "light"},
	{"desk.png", "/desk", 1280, 800, "light"},
	{"dossier.png", "/dossier?id=ETH-SOM-2024-12-11-declaration", 900, 1000, "light"},
}

// TestScreenshots takes the pictures of the README into the folder that
// SCREENSHOTS names; without one it does nothing. See make screenshots.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		t.Skip("no folder is named")
	}
	base := serve(t)
	v := open(t)
	for _, p := range pictures {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: p.scheme}}}
		if _, err := chromedp.Call(v.ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		v.do(t, p.path, chromedp.EmulateViewport(p.width, p.height), chromedp.Navigate(base+p.path), chromedp.Sleep(200*time.Millisecond))
		picture := ask(t, v, p.path, chromedp.CaptureScreenshot())
		if len(picture) > 200<<10 {
			t.Errorf("%s has %d bytes", p.file, len(picture))
		}
		if err := os.WriteFile(filepath.Join(folder, p.file), picture, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

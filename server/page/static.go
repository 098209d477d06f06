package page

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
)

//go:embed static
var staticFiles embed.FS

// A File is one of the page's scripts, styles and pictures. None holds a word of anybody's, so that browsers may keep it
// and ask with its tag whether it is still the same.
type File struct {
	Type string // media type
	Tag  string // quoted, as in an ETag header
	Body []byte
}

var types = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

var static = readStatic()

// Static is a file by its name.
func Static(name string) (File, bool) {
	f, ok := static[name]
	return f, ok
}

// readStatic panics where a file has no media type: that is a fault of the build.
func readStatic() map[string]File {
	names, err := fs.ReadDir(staticFiles, "static")
	if err != nil {
		panic(err)
	}
	files := map[string]File{}
	for _, n := range names {
		media, ok := types[path.Ext(n.Name())]
		body, err := staticFiles.ReadFile("static/" + n.Name())
		if !ok || err != nil {
			panic(fmt.Sprintf("static/%s cannot be served: %v", n.Name(), err))
		}
		sum := sha256.Sum256(body)
		files[n.Name()] = File{media, `"` + hex.EncodeToString(sum[:8]) + `"`, body}
	}
	return files
}

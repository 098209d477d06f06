package server

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"coach/analyzer"
)

// forPages are the routes of the page and of the reference, which are for people and the page's own script.
var forPages = []string{"/", "/read", "/kept", "/away", "/static/:file", "/rules", "/rules/:category/:rule"}

// TestOpenAPIListsRoutes holds that openapi.json has every route for programs, and no other.
func TestOpenAPIListsRoutes(t *testing.T) {
	var document struct {
		Paths map[string]map[string]any
	}
	if err := json.Unmarshal(openAPI, &document); err != nil {
		t.Fatal(err)
	}
	s, err := New(Config{Addr: "127.0.0.1:0", Check: func(string, analyzer.Options) analyzer.Report { return analyzer.Report{} }})
	if err != nil {
		t.Fatal(err)
	}
	routes := map[string]bool{}
	for _, r := range s.routes() {
		path := strings.NewReplacer(":id", "{id}", "//", "/").Replace(r.path) // clients write a slash too many before /check
		routes[r.method+" "+path] = true
		_, listed := document.Paths[path][strings.ToLower(r.method)]
		_, alias := document.Paths["/v2"+path]
		if !listed && !alias && !slices.Contains(forPages, path) {
			t.Errorf("openapi.json lacks %s %s", r.method, r.path)
		}
	}
	for path, methods := range document.Paths {
		for method := range methods {
			if !routes[strings.ToUpper(method)+" "+path] {
				t.Errorf("openapi.json has %s %s, which is no route", method, path)
			}
		}
	}
}

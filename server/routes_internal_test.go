package server

import (
	"encoding/json"
	"strings"
	"testing"

	"coach/analyzer"
)

// TestOpenAPIListsRoutes holds that openapi.json has every route for programs, and no other. LanguageTool's routes have
// a document of their own, which LanguageTool publishes.
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
		routes[r.method+" "+r.path] = true
		_, listed := document.Paths[r.path][strings.ToLower(r.method)]
		if forProgram := strings.HasPrefix(r.path, "/api/"); forProgram && !listed {
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

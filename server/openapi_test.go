package server_test

import (
	"encoding/json"
	"mime"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"coach/server"
)

// An operation is how openapi.json answers one method on one path.
type operation struct {
	Responses map[string]struct {
		Ref     string `json:"$ref"`
		Content map[string]struct{ Schema json.RawMessage }
	}
}

// contract is openapi.json, for finding an operation, and compiled, for holding answers to its schemas.
var contract = sync.OnceValues(func() (map[string]map[string]operation, *jsonschema.Compiler) {
	file, err := os.ReadFile("openapi.json")
	if err != nil {
		panic(err)
	}
	var shape struct {
		Paths map[string]map[string]operation
	}
	if err := json.Unmarshal(file, &shape); err != nil {
		panic(err)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(file)))
	if err != nil {
		panic(err)
	}
	forbidUnknownKeys(document)
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("openapi.json", document); err != nil {
		panic(err)
	}
	return shape.Paths, compiler
})

// forbidUnknownKeys makes every object that lists its properties refuse others: clients must accept new keys, but coach
// must not send any that the document does not have.
func forbidUnknownKeys(node any) {
	switch n := node.(type) {
	case map[string]any:
		if _, ok := n["properties"].(map[string]any); ok && n["type"] == "object" {
			n["additionalProperties"] = false
		}
		for _, child := range n {
			forbidUnknownKeys(child)
		}
	case []any:
		for _, child := range n {
			forbidUnknownKeys(child)
		}
	}
}

// listed is a path as openapi.json has it: with a parameter's name for its value, and with the /v2 that may be left out.
func listed(path string) string {
	paths, _ := contract()
	if _, ok := paths["/v2"+path]; ok {
		return "/v2" + path
	}
	if id, ok := strings.CutPrefix(path, "/drafts/"); ok && id != "delete" {
		return "/drafts/{id}"
	}
	return path
}

// fitsOpenAPI holds an answer to openapi.json. Paths and methods that it does not list are not its matter; that it lists
// all it should is what TestOpenAPIListsRoutes holds.
func fitsOpenAPI(t testing.TB, method, path string, a answer) {
	t.Helper()
	paths, compiler := contract()
	path = listed(path)
	op, ok := paths[path][strings.ToLower(method)]
	if !ok {
		return
	}
	where := "openapi.json#/paths/" + strings.NewReplacer("/", "~1", "{", "%7B", "}", "%7D").Replace(path) + "/" + strings.ToLower(method) + "/responses/" + strconv.Itoa(a.status)
	response, ok := op.Responses[strconv.Itoa(a.status)]
	if !ok {
		t.Errorf("%s %s answered %d, which openapi.json does not have", method, path, a.status)
		return
	}
	if response.Ref != "" { // openapi.json keeps errors in one place
		where = "openapi.json" + response.Ref
	}
	if a.status == 303 || method == "HEAD" {
		return // no body
	}
	media, _, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil {
		t.Errorf("%s %s: Content-Type %q: %v", method, path, a.header.Get("Content-Type"), err)
		return
	}
	if _, ok := response.Content[media]; !ok && response.Ref == "" {
		t.Errorf("%s %s answered %s, which openapi.json does not have", method, path, media)
		return
	}
	schema, err := compiler.Compile(where + "/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema")
	if err != nil {
		t.Errorf("%s %s: %v", method, path, err)
		return
	}
	var value any = a.body
	if media == asJSON {
		if value, err = jsonschema.UnmarshalJSON(strings.NewReader(a.body)); err != nil {
			t.Errorf("%s %s: %v in %s", method, path, err, a.body)
			return
		}
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s %s: %v", method, path, err)
	}
}

func responseFitsOpenAPI(t testing.TB, r *http.Response, body []byte) {
	t.Helper()
	fitsOpenAPI(t, r.Request.Method, r.Request.URL.Path, answer{r.StatusCode, r.Header, string(body)})
}

// The document itself, the lists, and a report of every shape: findings, danger, contact, no contact, nothing. The other
// tests hold every further answer to the document, because ask does.
func TestAnswersFitOpenAPI(t *testing.T) {
	base := start(t, server.Config{})
	for _, path := range []string{"/openapi.json", "/api/rules", "/healthz", "/metrics"} {
		if a := ask(t, "GET", base+path, ""); a.status != 200 {
			t.Errorf("%s: %d", path, a.status)
		}
	}
	for _, body := range []string{
		`{"text":""}`,
		`{"text":"See you at six."}`,
		`{"text":"I cheated because you didn't pay attention to me. It was just a mistake."}`,
		`{"text":"I cheated because you didn't pay attention to me.","no_contact":true,"steps":[2,10],"min_severity":"low"}`,
		`{"text":"You blocked me so I am on my cousin's phone. I waited by your work Tuesday. If your brother hears about this I've still got the pics."}`,
		`{"text":"I know you said you need space. I lied. She said \"it was just a mistake\"."}`,
	} {
		if a := lint(t, base, body); a.status != 200 {
			t.Errorf("%s: %d %s", body, a.status, a.body)
		}
	}
}

// The test above must be able to fail.
func TestOpenAPIRefusesWhatItDoesNotHave(t *testing.T) {
	for name, a := range map[string]answer{
		"status":  {status: 418, body: `{"status":"ok"}`},
		"media":   {status: 200, body: `{"status":"ok"}`, header: map[string][]string{"Content-Type": {"text/html"}}},
		"key":     {status: 200, body: `{"status":"ok","more":1}`, header: map[string][]string{"Content-Type": {asJSON}}},
		"missing": {status: 200, body: `{}`, header: map[string][]string{"Content-Type": {asJSON}}},
	} {
		var r recorder
		fitsOpenAPI(&r, "GET", "/healthz", a)
		if len(r.errors) != 1 {
			t.Errorf("%s: got %q, want one error", name, r.errors)
		}
	}
}

// A recorder is a test whose errors are wanted.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, _ ...any) {
	r.errors = append(r.errors, format)
}

func TestOpenAPINamesEveryError(t *testing.T) {
	paths, _ := contract()
	var got []string
	for status := range paths["/api/lint"]["post"].Responses {
		got = append(got, status)
	}
	slices.Sort(got)
	want := []string{"200", "400", "401", "403", "413", "415", "422", "429", "500", "503"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

package languagetool

import (
	"strings"
	"testing"

	"coach/analyzer"
)

const limit = 100 // bytes of text, in these tests

func TestNewRequestErrors(t *testing.T) {
	for _, c := range []struct {
		body   string
		status int
		want   string
	}{
		{"language=en", 400, "Missing 'text' or 'data' parameter"},
		{"text=a&data={}&language=en", 400, "Set only 'text' or 'data' parameter, not both"},
		{"data={&language=en", 400, "Could not parse JSON from 'data' parameter"},
		{"data={\"annotation\":5}&language=en", 400, "Could not parse JSON from 'data' parameter"},
		{"data=5&language=en", 400, "'data' key in JSON requires 'text' or 'annotation' key"},
		{"data={}&language=en", 400, "'data' key in JSON requires 'text' or 'annotation' key"},
		{`data={"text":"a","annotation":[]}&language=en`, 400, "'data' key in JSON requires either 'text' or 'annotation' key, not both"},
		{`data={"annotation":[{"text":"SECRET","markup":"b"}]}&language=en`, 400, "Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both"},
		{`data={"annotation":[{"text":"SECRET","interpretAs":"b"}]}&language=en`, 400, "'text' cannot be used with 'interpretAs' (only 'markup' can)"},
		{`data={"annotation":[{"interpretAs":"SECRET"}]}&language=en`, 400, "Only 'text' and 'markup' are supported in 'annotation' list"},
		{"text=a", 400, "Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=auto'"},
		{"text=a&language=", 400, "Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=auto'"},
		{"text=a&language=de-DE", 400, "'de-DE' is not a language code known to coach. Supported language codes are: en, en-AU, en-CA, en-GB, en-NZ, en-ZA, en-US"},
		{"text=a&language=SECRET words of a draft", 400, "This is not a language code known to coach. Supported language codes are: en, en-AU, en-CA, en-GB, en-NZ, en-ZA, en-US"},
		{"text=a&language=en&enabledOnly=true&enabledRules=A&disabledRules=B", 400, "You cannot specify disabled rules or categories using enabledOnly=true"},
		{"text=a&language=en&enabledOnly=yes&enabledRules=A&disabledCategories=B", 400, "You cannot specify disabled rules or categories using enabledOnly=true"},
		{"text=a&language=en&enabledOnly=true", 400, "You must specify enabled rules or categories when using enabledOnly=true"},
		{"text=a&language=en&level=strict", 400, "If 'level' is set, it must be set to 'default' or 'picky'"},
		{"text=a&language=en&mode=SECRET", 400, "Mode must be one of 'textLevelOnly', 'allButTextLevelOnly', or 'all'"},
		{"text=a&language=en&apiKey=SECRET", 400, "apiKey was set, but username was not"},
		{"language=en&text=" + strings.Repeat("x", 101), 413, "Your text exceeds the limit of 100 characters (it's 101 characters). Please submit a shorter text."},
		{"language=en&text=" + strings.Repeat("\u2019", 34), 413, "Your text exceeds the limit of 100 bytes (it's 102 bytes). Please submit a shorter text."},
	} {
		_, err := requestOf(t, c.body)
		if got := status(t, err); got != c.status || err.Error() != c.want {
			t.Errorf("%s:\n got %d %s\nwant %d %s", c.body, got, err, c.status, c.want)
		}
		if strings.Contains(err.(*Error).Body(), "SECRET") {
			t.Errorf("%s: the error repeats the request", c.body)
		}
	}
}

func requestOf(t *testing.T, body string) (Request, error) {
	t.Helper()
	form, err := ReadForm("POST", "", body)
	if err != nil {
		t.Fatal(err)
	}
	return NewRequest(form, limit)
}

// TestNewRequestTakes holds what clients send and coach has no use for.
func TestNewRequestTakes(t *testing.T) {
	for _, body := range []string{
		"text=&language=en",
		"text=a&language=en&api_key=&motherTongue=de&altLanguages=fr&noopLanguages=de",
		"text=a&language=en&username=&apiKey=",
		"text=a&language=en&username=me&apiKey=key&dicts=x&token=t",
		"text=a&language=en&username=me",
		"text=a&language=en&mode=&level=",
		"text=a&language=en-US&preferredVariants=en-GB",
		"text=a&language=en&callback=f&useragent=x&v=1&textSessionId=1&inputLogging=no&abtest=a&allowIncompleteResults=true",
		"text=a&language=en&enabledOnly=false&disabledRules=NO_SUCH_RULE",
		"language=en&text=" + strings.Repeat("x", limit),
		`data={"text":"a","metaData":{"Title":"b"}}&language=en`,
		`data={"annotation":[{"text":"a","markup":null,"offset":{"start":0,"end":1}}]}&language=en`,
		`data={"annotation":[]}&language=en`,
	} {
		if _, err := requestOf(t, body); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ code, variants, name, long string }{
		{"en", "", "English", "en"},
		{"en-US", "", "English (US)", "en-US"},
		{"EN_gb", "", "English (GB)", "en-GB"},
		{"en-IE", "", "English", "en-IE"},
		{"auto", "", "English (US)", "en-US"},
		{"auto", "de-DE, en-AU,en-GB", "English (Australian)", "en-AU"},
	} {
		l, err := languageOf(c.code, c.variants)
		if err != nil || l.Name != c.name || l.LongCode != c.long || l.Code != "en" {
			t.Errorf("%s %s: got %+v, %v", c.code, c.variants, l, err)
		}
	}
	for _, code := range []string{"de", "english", "eng", "e", "-", "en-" + strings.Repeat("x", 40), "en <b>"} {
		if l, err := languageOf(code, "en-GB"); err == nil {
			t.Errorf("%s: got %+v", code, l)
		}
	}
}

func TestSelection(t *testing.T) {
	strong := analyzer.Finding{Rule: "blame-shifting/because-you", Category: "blame-shifting", Severity: analyzer.Low, Confidence: analyzer.Strong}
	weak := strong
	weak.Confidence = analyzer.Weak
	danger := analyzer.Finding{Rule: "danger/kill-myself", Category: analyzer.Danger}
	for _, c := range []struct {
		parameters                      string
		wantStrong, wantWeak, wantPicky bool
	}{
		{"", true, false, true},
		{"disabledRules=BLAME_SHIFTING_BECAUSE_YOU", false, false, false},
		{"disabledRules=A, BLAME_SHIFTING_BECAUSE_YOU", false, false, false},
		{"disabledRules=blame-shifting/because-you", false, false, false},
		{"disabledRules=BLAME_SHIFTING", true, false, true},
		{"disabledCategories=MINIMIZING,BLAME_SHIFTING", false, false, false},
		{"disabledCategories=BLAME_SHIFTING&enabledRules=BLAME_SHIFTING_BECAUSE_YOU", true, true, true},
		{"disabledCategories=BLAME_SHIFTING&enabledCategories=BLAME_SHIFTING", true, false, true},
		{"enabledRules=OTHER", true, false, true},
		{"enabledOnly=true&enabledRules=OTHER", false, false, false},
		{"enabledOnly=true&enabledRules=BLAME_SHIFTING_BECAUSE_YOU", true, true, true},
		{"enabledOnly=true&enabledCategories=BLAME_SHIFTING", true, false, true},
		{"disabledCategories=DANGER&disabledRules=DANGER_KILL_MYSELF", true, false, true},
	} {
		for level, want := range map[string][2]bool{"default": {c.wantStrong, c.wantWeak}, "picky": {c.wantStrong, c.wantPicky}} {
			r, err := requestOf(t, "text=a&language=en&level="+level+"&"+c.parameters)
			if err != nil {
				t.Fatal(err)
			}
			if got := [2]bool{r.wanted.lets(strong), r.wanted.lets(weak)}; got != want {
				t.Errorf("%s %s: strong and weak: got %v, want %v", c.parameters, level, got, want)
			}
			if !r.wanted.lets(danger) {
				t.Errorf("%s %s: danger is hidden", c.parameters, level)
			}
		}
	}
}

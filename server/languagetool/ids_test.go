package languagetool

import (
	"regexp"
	"strings"
	"testing"
)

// TestRuleIDs holds that clients can tell the built-in rules apart by their ids, and find the rule of an id.
func TestRuleIDs(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z0-9]+(_[A-Z0-9]+)*$`)
	rules := map[string]string{}
	for _, r := range builtin(t).Rules() {
		id := RuleID(r.ID)
		if other, ok := rules[id]; ok {
			t.Errorf("%s and %s are both %s", other, r.ID, id)
		}
		rules[id] = r.ID
		if !form.MatchString(id) || !strings.HasPrefix(id, CategoryID(r.Category)+"_") {
			t.Errorf("%s: id %s, category %s", r.ID, id, CategoryID(r.Category))
		}
		if again := (Form{"disabledRules": id + "," + r.ID}).ids("disabledRules"); len(again) != 1 || !again[id] {
			t.Errorf("%s: a client's id is read as %v", r.ID, again)
		}
	}
	for id, rule := range map[string]string{
		"BLAME_SHIFTING_BECAUSE_YOU": "blame-shifting/because-you",
		"DANGER_KILL_MYSELF":         "danger/kill-myself",
	} {
		if rules[id] != rule {
			t.Errorf("%s: got %q, want %q", id, rules[id], rule)
		}
	}
}

package languagetool

import "coach/analyzer"

// Info is the JSON of /info.
type Info struct {
	Software Software `json:"software"`
}

// Configuration is the JSON of /configinfo.
type Configuration struct {
	Software  Software         `json:"software"`
	Parameter Parameter        `json:"parameter"`
	Rules     []ConfiguredRule `json:"rules"`
}

// Parameter holds the limits that /configinfo tells.
type Parameter struct {
	MaxTextLength int `json:"maxTextLength"`
}

// A ConfiguredRule is a rule as /configinfo lists it.
type ConfiguredRule struct {
	ID           string `json:"ruleId"`
	Description  string `json:"description"`
	CategoryID   string `json:"categoryId"`
	CategoryName string `json:"categoryName"`
	IssueType    string `json:"locQualityIssueType"`
}

// Configure answers /configinfo. The error is an *Error.
func Configure(f Form, s Software, rules []analyzer.Rule, maxText int) (Configuration, error) {
	if f["language"] == "" {
		return Configuration{}, badRequest("'language' parameter missing")
	}
	if _, err := languageOf(f["language"], ""); err != nil {
		return Configuration{}, err
	}
	c := Configuration{s, Parameter{maxText}, make([]ConfiguredRule, len(rules))}
	for i, r := range rules {
		c.Rules[i] = ConfiguredRule{
			RuleID(r.ID), r.Title, CategoryID(r.Category), category(r.Category).Name, issueType,
		}
	}
	return c, nil
}

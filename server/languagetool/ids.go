package languagetool

import (
	"strings"

	"coach/analyzer"
)

// RuleID is a rule's name as LanguageTool's clients expect one: blame-shifting/because-you becomes
// BLAME_SHIFTING_BECAUSE_YOU. The built-in rules have one each.
func RuleID(rule string) string { return upperSnake(rule) }

// CategoryID is a category's name as LanguageTool's clients expect one: BLAME_SHIFTING.
func CategoryID(c analyzer.Category) string { return upperSnake(string(c)) }

var snake = strings.NewReplacer("-", "_", "/", "_")

func upperSnake(name string) string { return strings.ToUpper(snake.Replace(name)) }

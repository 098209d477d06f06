package server

import (
	"encoding/json"

	"github.com/gofiber/fiber/v2"

	"coach/analyzer"
)

// ruleEntry is a rule as GET /api/rules has it.
type ruleEntry struct {
	ID         string              `json:"id"`
	Category   analyzer.Category   `json:"category"`
	Step       int                 `json:"step,omitempty"` // of the guide; none for danger
	Severity   analyzer.Severity   `json:"severity"`
	Confidence analyzer.Confidence `json:"confidence"`
	Role       analyzer.Role       `json:"role"` // whose drafts it is for; auto means anybody's
	Title      string              `json:"title"`
	Why        string              `json:"why"`
	Page       string              `json:"page"` // for people
}

// listRules answers GET /api/rules: {"rules":[…]} in the order of their packs.
func (s *Server) listRules(c *fiber.Ctx) error {
	entries := make([]ruleEntry, len(s.config.Rules))
	for i, r := range s.config.Rules {
		entries[i] = ruleEntry{r.ID, r.Category, r.Step, r.Severity, r.Confidence, r.Role, r.Title, r.Why, "/rules/" + r.ID}
	}
	e := json.NewEncoder(c.Type("json").Response().BodyWriter())
	e.SetEscapeHTML(false)
	return e.Encode(map[string]any{"rules": entries})
}

package analyzer

import (
	"coach/analyzer/pattern"
	"coach/analyzer/stance"
)

// A Rule says which phrases land badly, why, and how else to put them. Package rules reads rules from files.
type Rule struct {
	ID         string // "<category>/<name of its file>"
	Category   Category
	Step       int // of the guide; 0 for danger
	Title      string
	Why        string
	Severity   Severity
	Confidence Confidence
	Covers     []string // ids of the taxonomy
	Role       Role     // whose drafts it is for; Auto means anybody's
	When       Mood     // "" means any
	SpanMatch  bool     // underline the matched words instead of their clauses
	NotBare    bool     // a weak rule that does not stand even where the draft is that phrase and nothing else
	Sentence   bool     // a rewrite replaces the whole sentence instead of the clauses
	Even       []stance.Kind
	Rewrites   []Rewrite
	Class      string // danger only
	Action     string // danger only

	Match  []int       // pattern ids, one of which must be found
	Unless []Condition // one of which saves the match
	Near   []Condition // all of which must hold
}

// Mood is what a clause does.
type Mood string

// The moods a rule can be limited to.
const (
	Question   Mood = "question"
	Statement  Mood = "statement"
	Imperative Mood = "imperative"
)

// A Rewrite is a template: {name} gives the words of a capture back, [what only the writer knows] stays as it is, and
// an empty Text takes the phrase out.
type Rewrite struct {
	Title string
	Text  string
}

// Scope is where a condition looks, seen from a match.
type Scope string

// The scopes of conditions.
const (
	OverMatch  Scope = ""         // overlapping the match
	InClause   Scope = "clause"   // the clauses of the match
	InSentence Scope = "sentence" // the sentences of the match
	Before     Scope = "before"   // the clause and the sentence before
	After      Scope = "after"    // the clause and the sentence after
	InDraft    Scope = "draft"
)

// A Condition holds where one of its patterns is found within its scope.
type Condition struct {
	Scope    Scope
	Patterns []int
}

// A Pack is a set of rules with their compiled patterns. It is immutable once built; any number of goroutines share it.
type Pack struct {
	Rules    []Rule
	Context  Context
	Patterns *pattern.Set
	Learned  []Rule // what is said about the second reader's findings, a category each; they have no patterns

	use []use // for each pattern, what an indexed match of it means
}

// Context is the data by which a pack decides who writes, about what, and what the writer stands by.
type Context struct {
	Cues     []stance.Cue
	Deed     []int // patterns that state something the writer did
	Owned    []int // patterns that show that the writer stands by the deed as their own
	Other    []int // patterns that show another topic
	Betrayer []int // patterns that show that the writer did the hurting
	Betrayed []int // patterns that show that the writer was hurt
}

// use says what a match of an indexed pattern is for.
type use struct {
	signal signal
	index  int // of the rule or cue
}

type signal uint8

const (
	noSignal signal = iota
	ruleSignal
	cueSignal
	deedSignal
	ownedSignal
	otherSignal
	betrayerSignal
	betrayedSignal
)

// NewPack ties rules and context to their patterns.
func NewPack(rules []Rule, context Context, patterns *pattern.Set) *Pack {
	p := &Pack{Rules: rules, Context: context, Patterns: patterns, use: make([]use, patterns.Len())}
	for i, r := range rules {
		p.assign(r.Match, use{ruleSignal, i})
	}
	for i, c := range context.Cues {
		p.assign(c.Match, use{cueSignal, i})
	}
	p.assign(context.Deed, use{signal: deedSignal})
	p.assign(context.Owned, use{signal: ownedSignal})
	p.assign(context.Other, use{signal: otherSignal})
	p.assign(context.Betrayer, use{signal: betrayerSignal})
	p.assign(context.Betrayed, use{signal: betrayedSignal})
	return p
}

func (p *Pack) assign(patterns []int, u use) {
	for _, id := range patterns {
		p.use[id] = u
	}
}

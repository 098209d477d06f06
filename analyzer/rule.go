package analyzer

import (
	"slices"

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
	Alone      bool     // a weak rule that needs no other problem beside it
	Sentence   bool     // a rewrite replaces the whole sentence instead of the clauses
	Even       []stance.Kind
	Rewrites   []Rewrite
	Class      string // the name of its DangerClass, which has its title and why; danger only

	Match  []int       // pattern ids, one of which must be found
	Unless []Condition // one of which saves the match
	Near   []Condition // all of which must hold

	danger *DangerClass // of Class; nil for other categories
}

// Action is what the writer can do instead of sending it, one step a line; "" where the rule is not about danger.
func (r *Rule) Action() string {
	if r.danger == nil {
		return ""
	}
	return r.danger.Action
}

// A DangerClass is a kind of harm, with the words coach has for all its rules: they are written once, because they were
// weighed once.
type DangerClass struct {
	Name    string // "self-harm"
	Title   string
	Why     string   // two calm sentences, which also stand alone where there is no room for a card
	Action  string   // what the writer can do instead of sending it, one step a line
	Covers  []string // ids of the taxonomy
	Latches bool     // the danger outlasts its line: taking the line out does not make the message safe for its reader
	Soft    bool     // a check-in that withholds no wording
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
	Classes  []DangerClass
	Elements []ElementRule
	Signs    []Sign
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
	Contact  []ContactCue
	Topics   []Topic
}

// A ContactCue is a family of phrases that show how the reader wants to be left.
type ContactCue struct {
	Sign   string // "asked-not-to"
	Match  []int
	Except []int // patterns that look like the cue and are none; one that overlaps it cancels it
}

// use says what a match of an indexed pattern is for.
type use struct {
	signal signal
	index  int // of the rule, cue, contact cue, sign or topic
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
	contactSignal
	signSignal
	topicSignal
)

// Tie says of each pattern of a pack what a match of it means, and gives danger rules the words of their class. A pack
// is checked with only after it.
func (p *Pack) Tie() *Pack {
	p.use = make([]use, p.Patterns.Len())
	for i := range p.Rules {
		p.assign(p.Rules[i].Match, use{ruleSignal, i})
		p.dangerous(&p.Rules[i])
	}
	for i, s := range p.Signs {
		p.assign(s.Match, use{signSignal, i})
	}
	context := &p.Context
	for i, c := range context.Cues {
		p.assign(c.Match, use{cueSignal, i})
	}
	for i, t := range context.Topics {
		p.assign(t.Match, use{topicSignal, i})
	}
	p.assign(context.Deed, use{signal: deedSignal})
	p.assign(context.Owned, use{signal: ownedSignal})
	p.assign(context.Other, use{signal: otherSignal})
	p.assign(context.Betrayer, use{signal: betrayerSignal})
	p.assign(context.Betrayed, use{signal: betrayedSignal})
	for i, c := range context.Contact {
		p.assign(c.Match, use{contactSignal, i})
	}
	return p
}

func (p *Pack) dangerous(r *Rule) {
	i := slices.IndexFunc(p.Classes, func(c DangerClass) bool { return c.Name == r.Class })
	if r.Category != Danger || i < 0 {
		return
	}
	r.danger = &p.Classes[i]
	r.Title, r.Why = r.danger.Title, r.danger.Why
}

func (p *Pack) assign(patterns []int, u use) {
	for _, id := range patterns {
		p.use[id] = u
	}
}

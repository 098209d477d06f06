package analyzer

// Category is a name of the codebook, such as "blame-shifting".
type Category string

// Danger is the category that is never rewritten and always shown first.
const Danger Category = "danger"

// Severity is how much harm a phrase does to the reader of the message.
type Severity string

// The severities, from least to most harm.
const (
	Low    Severity = "low"
	Medium Severity = "medium"
	High   Severity = "high"
)

// Confidence is how much evidence the phrase alone gives. Weak findings stand only where the draft states a deed.
type Confidence string

// The two confidences.
const (
	Weak   Confidence = "weak"
	Strong Confidence = "strong"
)

// Role is what the writer did in the matter of the message.
type Role string

// The roles. Auto asks Check to infer the role from the draft.
const (
	Auto     Role = "auto"
	Betrayer Role = "betrayer"
	Betrayed Role = "betrayed"
)

// Span is a run of UTF-8 bytes of the draft, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An Edit replaces the bytes [Start, End) of the untouched draft by Text.
type Edit struct {
	Span
	Text string `json:"text"`
}

// A Suggestion is one way to put a flagged phrase. At most one suggestion of a finding is applied; its edits refer to
// the untouched draft and do not overlap. Suggestions are shown, never applied by themselves.
type Suggestion struct {
	Title  string   `json:"title"`  // what the wording does: "Own the act"
	Text   string   `json:"text"`   // the new wording as the writer would read it; "" takes the phrase out
	Edits  []Edit   `json:"edits"`  // what to change in the draft
	Blanks []string `json:"blanks"` // what stands between [ and ] in Text and only the writer can fill
}

// A Finding is one phrase that lands badly, and why.
type Finding struct {
	Rule        string       `json:"rule"`   // "blame-shifting/because-you"
	Source      string       `json:"source"` // who found it: FromRule or FromReader
	Category    Category     `json:"category"`
	Step        int          `json:"step,omitempty"` // of the guide, 1 to 11; 0 for danger
	Severity    Severity     `json:"severity"`
	Confidence  Confidence   `json:"confidence"`
	Span                     // the phrase to underline
	Line        int          `json:"line"`   // of Start, from 1
	Column      int          `json:"column"` // of Start, from 1, in code points
	Quote       string       `json:"quote"`  // the bytes of the span
	Sentence    Span         `json:"sentence"`
	Title       string       `json:"title"`
	Why         string       `json:"why"`
	Suggestions []Suggestion `json:"suggestions"` // never nil; empty while wording is withheld
}

// A DangerNote is one passage about harm: its class ("self-harm", "threat") and what the writer can do instead of sending it.
type DangerNote struct {
	Class   string `json:"class"`
	Title   string `json:"title"`
	Why     string `json:"why"`
	Action  string `json:"action"`
	Latches bool   `json:"latches"` // a program that shows the draft while it is written keeps the danger when its line is gone
	Soft    bool   `json:"soft"`    // a check-in: it is shown, and wording is offered all the same
	Span
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Quote  string `json:"quote"`
}

// A Suppression is a finding that was set aside, and the words that set it aside.
type Suppression struct {
	Rule     string   `json:"rule"`
	Category Category `json:"category"`
	Span
	Quote  string `json:"quote"`
	Reason string `json:"reason"` // "quoted", "reported", "denied", "disowned", "unless", "other topic", "no deed", "role"
	Cue    string `json:"cue"`    // the words of the draft that decided it, or ""
}

// State says how far an element is there.
type State string

// The states of an element.
const (
	Present   State = "present"
	TakenBack State = "taken-back" // begun, and other words of the draft undo it
	Missing   State = "missing"
)

// An Element is something an accountable message does: whether this draft does it, and where.
type Element struct {
	Name     string `json:"name"` // "names-the-act"
	Label    string `json:"label"`
	State    State  `json:"state"`
	Span            // the words that show it; both 0 where it is missing
	Quote    string `json:"quote"`    // the bytes of the span
	Question string `json:"question"` // what helps to write it, where it is missing or taken back
}

// A ContactNote is a sign that the reader asked not to be written to.
type ContactNote struct {
	Sign string `json:"contact"` // "asked-not-to"
	Span
	Quote string `json:"quote"`
}

// Withheld is why a report offers no wording.
type Withheld string

// The reasons for offering no wording.
const (
	ForDanger    Withheld = "danger"
	ForNoContact Withheld = "no-contact"
)

// A Report is everything Check has to say about one draft.
type Report struct {
	Path         string           `json:"path,omitempty"` // set by the command line only
	Role         Role             `json:"role"`           // Betrayer or Betrayed
	RoleInferred bool             `json:"role_inferred"`
	Withheld     Withheld         `json:"withheld,omitempty"` // why there are no suggestions and elements, "" where there may be
	Contact      *ContactNote     `json:"contact,omitempty"`
	Dangers      []DangerNote     `json:"dangers"`
	Findings     []Finding        `json:"findings"` // in order of Start, dangers among them
	Elements     []Element        `json:"elements"`
	Everyday     bool             `json:"everyday"` // it is plainly about nothing that was done; then it has no findings and elements
	Owned        bool             `json:"owned"`    // it names the act and owns it, takes nothing back, and has no finding, also none that the options leave out
	Suppressed   []Suppression    `json:"suppressed"`
	Counts       map[Category]int `json:"counts"`
	Truncated    bool             `json:"truncated"` // more than MaxFindings were found
}

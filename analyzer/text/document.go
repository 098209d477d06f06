package text

// A Document is a draft split into sentences, clauses and tokens. Parse builds it; nothing changes it afterwards but
// the lazily filled part-of-speech tags. It belongs to one goroutine.
type Document struct {
	Text      string     // the draft, byte for byte as it came; every offset below points into it
	Tokens    []Token    // in order of Start; two tokens may share a span ("did" and "not" of "didn't")
	Clauses   []Clause   // in order, none overlapping
	Sentences []Sentence // in order, none overlapping
	Quotes    []Span     // text between paired quotation marks, without the marks, in order

	lines  []int // byte offset of the start of each line
	tagged []bool
}

// A Span is a run of bytes of the draft: [Start, End).
type Span struct{ Start, End int }

// Mark says what a token does to a phrase that is matched across it.
type Mark uint8

const (
	Word Mark = iota // a word; the only kind of token a pattern can name
	Soft             // comma, dash, bracket, a texter's dots, emoji: invisible to patterns
	Wall             // . ! ? at an end, newline, quotation mark: no phrase crosses it
)

// A Token is one normalised word or one mark.
type Token struct {
	Start, End int    // bytes; "not" of "didn't" has the span of the whole "didn't"
	Norm       string // lower case, in standard spelling: "you" for "u", "not" for the n't of "didnt"; of a mark "." "!" "?" "\n" `"` "…" or its sign
	Alt        string // the other reading of an ambiguous clitic ("would" / "had" for 'd, "is" / "has" for 's), or ""
	Mark       Mark
	Upper      bool // written with an upper-case first letter
	Tag        Tag  // part of speech, valid after Document.Tags of its sentence
}

// Person is the grammatical person of a clause's subject, where a word shows it.
type Person uint8

const (
	NoPerson      Person = iota
	FirstSingular        // I
	FirstPlural          // we
	SecondPerson         // you
	ThirdPerson          // he, she, it, they, a name, a noun
)

// A Clause is the unit that is highlighted and rewritten.
type Clause struct {
	Start, End  int // bytes of the words themselves, without leading conjunction, surrounding blanks and end marks
	Lead        int // byte where what introduces the clause begins (", but" …); the end of the clause before, or Start
	First, Last int // tokens [First, Last); First may be the conjunction
	Head        int // token after conjunction and fillers ("so", "ok", "look", "tbh", a name that is called): where ^ matches
	Sentence    int // index in Document.Sentences
	Question    bool
	Imperative  bool
	Subject     Person
}

// A Sentence is closed by a wall: an end mark before a new start, a newline, the end of the draft.
type Sentence struct {
	Start, End              int  // bytes, without surrounding blanks, with the end mark
	First, Last             int  // tokens [First, Last)
	FirstClause, LastClause int  // clauses [FirstClause, LastClause)
	Question                bool // ends in a question mark, or is worded as a question
	Reply                   bool // a quoted reply line ("> …")
}

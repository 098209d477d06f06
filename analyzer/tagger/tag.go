package tagger

// Tag is a part of speech of the Penn Treebank. The zero value means unknown.
type Tag uint8

// The tags, in the order in which the weights number them: the classes of the model, sorted as strings.
const (
	None       Tag = iota // unknown
	Hash                  // #
	Dollar                // $
	CloseQuote            // ''
	OpenParen             // (
	CloseParen            // )
	Comma                 // ,
	Stop                  // . ! ?
	Colon                 // : ; ...
	CC                    // coordinating conjunction: and, but
	CD                    // cardinal number
	DT                    // determiner: the, this
	EX                    // existential there
	FW                    // foreign word
	IN                    // preposition or subordinating conjunction: of, because
	JJ                    // adjective
	JJR                   // adjective, comparative
	JJS                   // adjective, superlative
	LS                    // list item marker
	MD                    // modal: can, would
	NN                    // noun, singular or mass
	NNP                   // proper noun, singular
	NNPS                  // proper noun, plural
	NNS                   // noun, plural
	PDT                   // predeterminer: all the
	POS                   // possessive 's
	PRP                   // personal pronoun: I, you
	PRPS                  // possessive pronoun, PRP$: my, your
	RB                    // adverb, not
	RBR                   // adverb, comparative
	RBS                   // adverb, superlative
	RP                    // particle: up, off
	SYM                   // symbol
	TO                    // to
	UH                    // interjection: oh, please
	VB                    // verb, base form
	VBD                   // verb, past tense
	VBG                   // verb, gerund or present participle
	VBN                   // verb, past participle
	VBP                   // verb, present, not third person singular
	VBZ                   // verb, present, third person singular
	WDT                   // wh-determiner: which
	WP                    // wh-pronoun: who, what
	WPS                   // possessive wh-pronoun, WP$: whose
	WRB                   // wh-adverb: how, why
	OpenQuote             // ``
)

var names = [...]string{
	"", "#", "$", "''", "(", ")", ",", ".", ":", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN",
	"NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
	"VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``",
}

// String returns the tag as the Penn Treebank writes it ("PRP$" for PRPS), or "" for None and what is no tag.
func (t Tag) String() string {
	if int(t) >= len(names) {
		return ""
	}
	return names[t]
}

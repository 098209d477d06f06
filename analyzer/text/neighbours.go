package text

// An ambiguity is a spelling that stands for one thing or another; when says, from the words around it, whether it is
// meant or the other (if that is empty, the spelling itself).
type ambiguity struct {
	written, meant, other string
	when                  func(around) bool
}

// A choice is an ambiguity as the lexicon keeps it; where a spelling has two, the second is asked after the first.
type choice struct {
	meant, other []part
	when         func(around) bool
	next         *choice
}

func (c *choice) parts(n around) []part {
	switch {
	case c.when(n):
		return c.meant
	case c.next != nil:
		return c.next.parts(n)
	}
	return c.other
}

// around is what stands beside a word: the two words before it, as they were normalised, and the two after it, as
// they would be if nothing were ambiguous. A word beyond a mark is empty.
type around struct {
	before, prev, next, after part
	upper, caps               bool // the word is written with one capital, with capitals only
	speech                    speech
}

var ambiguities = []ambiguity{
	{"ill", "i will", "", func(n around) bool { return !isOneOf(n.prev.norm, feelsIll) && verbFollows(n) }},
	{"well", "we will", "", func(n around) bool { return opens(n.prev) && isOneOf(n.next.norm, weWill) }},
	{"hell", "he will", "", func(n around) bool { return opens(n.prev) && !n.prev.class.is(preposition) && verbFollows(n) }},
	{"shell", "she will", "", func(n around) bool { return !n.prev.class.is(determiner) && verbFollows(n) }},
	{"id", "i would/had", "", func(n around) bool {
		return !n.caps && !n.prev.class.is(determiner) && (verbFollows(n) || inflected(n.next))
	}},
	{"shed", "she would/had", "", func(n around) bool { return !n.prev.class.is(determiner) && (verbFollows(n) || n.next.norm == "been") }},
	{"hed", "he would/had", "", func(around) bool { return true }},
	{"wed", "we would/had", "", func(n around) bool {
		return !n.upper && !n.prev.class.is(determiner) && (verbFollows(n) || n.next.norm == "been")
	}},
	{"were", "we are", "", weAre},
	{"its", "it is/has", "", func(n around) bool { return !ownedByIt(n) }},
	{"lets", "let us", "", func(n around) bool { return opens(n.prev) && n.next.class.is(base) }},
	{"ur", "you are", "your", youAre},
	{"your", "you are", "your", func(n around) bool { return !n.prev.class.is(preposition) && isOneOf(n.next.norm, onlyYouAre) }},
	{"cause", "because", "", because},
	{"u", "you", "", func(n around) bool { return true }},
	{"r", "are", "", func(n around) bool { return n.prev.norm != "" || n.next.class.is(subjects) }},
	{"n", "and", "", func(n around) bool { return n.prev.norm != "" || n.next.norm != "" }},
	{"w", "with", "", func(n around) bool { return n.next.norm != "" }},
	{"b", "be", "", func(n around) bool { return n.prev.class.is(modal|negation) || n.prev.norm == "to" }},
	{"c", "see", "", func(n around) bool { return n.next.norm == "you" || n.next.norm == "u" }},
	{"y", "why", "", func(n around) bool { return n.prev.norm == "" && n.next.class.is(auxiliary) || n.next.norm == "not" }},
	{"2", "too", "2", func(n around) bool {
		return n.prev.class.is(subjects|objective) && n.next.norm == "" || isOneOf(n.next.norm, tooMuch)
	}},
	{"2", "to", "", toVerb},
	{"4", "for", "", func(n around) bool {
		return n.prev.norm != "" && !n.prev.class.is(preposition) && n.next.class.is(objective|nominative) || n.next.norm == "you"
	}},
	{"of", "have", "", func(n around) bool { return modalBefore(n) && n.next.norm != "course" }},
	{"ya", "yeah", "you", func(n around) bool { return n.prev.norm == "" && (n.next.norm == "" || n.next.class.is(nominative)) }},
	{"ye", "yeah", "you", func(n around) bool {
		return n.prev.norm == "" && (n.next.norm == "" || n.next.class.is(nominative)) && n.speech == 0
	}},
	{"yous youse yez", "you", "", func(around) bool { return true }},
	{"gon", "going to", "", func(n around) bool { return n.next.class.is(base) }},
	{"ion", "i do not", "", func(n around) bool { return !n.upper && n.prev.norm == "" && n.next.class.is(base) }},
	{"ty", "thank you", "", func(n around) bool { return !n.upper }},
	{"ken", "know", "", func(n around) bool { return !n.upper && n.speech&(1<<scots) != 0 }},
	{"no", "not", "", notInDialect},
	{"an", "and", "", func(n around) bool { return n.speech&(1<<scots|1<<patois) != 0 && !startsWithVowel(n.next.norm) }},
	{"mi", "i", "my", func(n around) bool {
		return n.next.class.is(finite|negation|adverb) && !n.prev.class.is(preposition|base|past)
	}},
	{"don", "have", "", func(n around) bool { return pidginVerb(n) }},
	{"go", "will", "", func(n around) bool { return pidginVerb(n) && n.prev.norm != "to" }},
	{"fit", "can", "", func(n around) bool { return pidginVerb(n) }},
	{"na", "it is", "", func(n around) bool { return n.speech&(1<<pidgin) != 0 && n.next.norm != "" }},
	{"una", "you all", "", func(n around) bool { return n.speech&(1<<pidgin) != 0 }},
}

// Words that decide.
const (
	feelsIll   = " be is am are was were been being feel feels felt feeling get got getting fall fell taken so very really seriously mentally terminally too "
	weWill     = " be see get talk have sort figure make need find work do go never always still both all just probably "
	onlyYouAre = " not the a an gonna going never always still just welcome gone "
	tooMuch    = " much many late far long soon bad early young old busy good "
	itsOwn     = " own course place name toll way mark best worst peak limit limits lid "
	itHas      = " has have had lost ran run runs done did takes take took lose serve served serves about know "
	wantsTo    = " want wanted need needed have had going got try trying supposed like used able ready nice hard easy "
	keepsAfter = " you me him her it us them "
)

// isOneOf reports whether word stands in list, which has a blank on both sides of every word.
func isOneOf(word, list string) bool {
	if word == "" {
		return false
	}
	for i := 0; i+len(word) < len(list)-1; i++ {
		if list[i] == ' ' && list[i+1:i+1+len(word)] == word && list[i+1+len(word)] == ' ' {
			return true
		}
	}
	return false
}

// opens reports whether a clause can open after p.
func opens(p part) bool {
	return p.norm == "" || p.class.is(coordinator|subordinator|filler|believes|question)
}

// verbFollows reports whether what follows reads on after "I will", "she would".
func verbFollows(n around) bool {
	return n.next.class.is(base) && n.next.norm != "no" || n.next.class.is(adverb|negation) && (n.after.class.is(base|participle) || n.next.norm == "never")
}

func inflected(p part) bool { return p.class.is(past | participle) }

// weAre tells "if were done", "were not together" from "you were", "were you".
func weAre(n around) bool {
	if n.prev.norm != "" && !n.prev.class.is(coordinator|subordinator|believes) && n.prev.norm != "now" && n.prev.norm != "like" {
		return false
	}
	if n.prev.class.is(pronoun|nominative|noun) || n.next.class.is(pronoun|nominative) {
		return false
	}
	return n.next.class.is(ing|adverb|negation|participle|adjective|preposition) && !n.next.class.is(determiner) || n.next.norm == "going"
}

func ownedByIt(n around) bool {
	if isOneOf(n.next.norm, itsOwn) {
		return true
	}
	if n.next.norm == "" || n.next.class.is(determiner|adverb|negation|ing|preposition|pronoun|nominative|adjective) {
		return false
	}
	return n.prev.class.is(preposition) && !n.prev.class.is(subordinator|believes) || isOneOf(n.prev.norm, itHas) && !n.prev.class.is(believes)
}

// youAre tells "ur making me", "if ur mad at me", "ur not" from "ur mum", "ur new job".
func youAre(n around) bool {
	switch {
	case n.next.class.is(negation), n.next.norm == "going" || n.next.norm == "gonna" || n.next.norm == "acting":
		return true
	case n.next.norm == "", n.next.norm == "own":
		return n.next.norm == "" && !n.prev.class.is(preposition)
	case n.prev.class.is(preposition) && !n.prev.class.is(subordinator|believes):
		return false
	case n.next.class.is(ing) && !n.next.class.is(noun):
		return true
	case n.next.class.is(adjective):
		return n.after.norm == "" || n.after.class.is(preposition|subjects|objective|coordinator|subordinator|adverb|determiner|question)
	}
	return n.next.class.is(adverb|determiner|preposition|participle) && !n.next.class.is(noun)
}

// because tells "cause you never listen" from "the cause", "you cause it", "would cause".
func because(n around) bool {
	if n.next.norm == "" || n.next.norm == "of" && n.prev.norm != "" && n.prev.class.is(determiner) {
		return false
	}
	if n.prev.class.is(negation) || n.next.norm == "not" && n.after.norm == "to" {
		return false
	}
	if n.prev.class.is(determiner|auxiliary|modal|adjective|nominative) && !n.prev.class.is(adverb) && !n.prev.class.is(objective) || n.prev.norm == "to" {
		return n.prev.class.is(pronoun) && n.next.class.is(nominative)
	}
	if n.prev.norm == "you" || n.prev.norm == "they" || n.prev.norm == "that" {
		return n.next.class.is(subjects) && n.next.norm != "it"
	}
	return true
}

// toVerb tells "want 2 talk", "give it 2 me" from a number.
func toVerb(n around) bool {
	if n.prev.norm == "" {
		return false
	}
	if isOneOf(n.next.norm, keepsAfter) || n.next.norm == "u" {
		return true
	}
	if !n.next.class.is(base) || n.prev.class.is(preposition) {
		return false
	}
	return !n.next.class.is(noun) || isOneOf(n.prev.norm, wantsTo)
}

func modalBefore(n around) bool {
	p := n.prev
	if p.class.is(negation) {
		p = n.before
	}
	switch p.norm {
	case "should", "could", "would", "must", "might":
		return true
	}
	return p.norm == "may" && n.prev.class.is(negation)
}

// notInDialect takes Scots "I'm no going", "ye've no answered" and pidgin "I no go lie" for not.
func notInDialect(n around) bool {
	switch {
	case n.speech&(1<<scots) != 0:
		return n.prev.class.is(auxiliary) && n.next.class.is(ing|participle|past|adverb|determiner|preposition|base|adjective|objective) && !n.next.class.is(noun|number)
	case n.speech&(1<<pidgin) != 0:
		return n.next.class.is(base) || n.next.norm == "dey" || n.next.norm == "are"
	case n.speech&(1<<patois) != 0:
		return n.prev.class.is(nominative) && n.next.class.is(base)
	}
	return false
}

func pidginVerb(n around) bool {
	return n.speech&(1<<pidgin) != 0 && n.next.class.is(base) && (n.prev.class.is(subjects|negation) || n.prev.norm == "" || !n.prev.class.is(listed))
}

func startsWithVowel(w string) bool { return w != "" && (isVowel(w[0]) || w[0] == 'h') }

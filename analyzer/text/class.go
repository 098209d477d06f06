package text

// A class is a set of the word classes that a normalised word may belong to. They come from lists, and serve to find
// where clauses begin; the part-of-speech tagger is never asked for that.
type class uint32

const (
	nominative class = 1 << iota // I, he, we: subject and nothing else
	pronoun                      // you, it, that: subject or object
	agent                        // everyone, people, mum: a subject without a determiner
	objective                    // me, him: never a subject
	determiner                   // the, my, some: a noun follows
	preposition
	coordinator // and, but, or
	subordinator
	question // what, where: opens a question or a relative clause
	auxiliary
	modal // an auxiliary that a base form follows
	negation
	adverb
	base       // base form of a verb
	past       // past form of a verb
	third      // he goes
	ing        // going
	participle // gone
	filler     // so, ok, look: what people say before they say it
	address    // babe, mate: what people call each other
	adjective
	noun     // a verb's form that is as often a noun: call, text, plans
	number   // two, few
	believes // a verb or adjective that a clause follows without "that": know, said, sorry, sure
	tells    // a verb that a person and then a clause follow: told, promised
	soft     // a particle that patterns do not see
	listed   // stands in a list at all
)

// finite are the verb forms that can be the verb of a clause.
const finite = auxiliary | base | past | third

// subjects are the pronouns that can be the subject of a clause.
const subjects = nominative | pronoun | agent

func (c class) is(d class) bool { return c&d != 0 }

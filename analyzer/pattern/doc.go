// Package pattern is the phrase language: it parses the lines that rule authors write, compiles them to small
// programs, and finds them in a text.Document. It knows text and knows no rules.
//
//	source line ─► Parse ─► Node tree ─► Compiler ─► programs, word sets, kinds ─► Set ─► Matcher over a Document
//
// The language is described for rule authors in docs/rule-authors.md. Its three ideas:
//
//   - A pattern looks like the sentence it finds; words are normalised on both sides by package text.
//   - CAPITALS are kinds: lists of words and phrases, compiled once and shared by all patterns that name them.
//   - Every pattern has an anchor, a word or a set of words that must be there. The Set indexes patterns by their
//     anchors (an idea of google/codesearch and zoekt: a prefilter that lets through everything that could match),
//     so the cost of a check hardly grows with the number of patterns.
//
// Matching is a bounded backtracking virtual machine (R. Cox, "Regular Expression Matching: the Virtual Machine
// Approach", 2009) over words, with a table of visited (instruction, position) pairs, so that a pattern costs at most
// its length times its window for each place it is tried at.
package pattern

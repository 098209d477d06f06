package page

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbers up to ten are written as words in sentences.
var numbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

func number(n int) string {
	if n >= 0 && n < len(numbers) {
		return numbers[n]
	}
	return grouped(n)
}

// grouped is a number in figures, with commas: "20,000".
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted is a number in figures with its noun: "1 note", "8 notes".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}

// spelled is the start of a sentence: "One phrase", "Eight phrases".
func spelled(n int, noun string) string {
	s := capital(number(n)) + " " + noun
	if n != 1 {
		s += "s"
	}
	return s
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// peek is the beginning of a quotation on one line.
func peek(quote string) string {
	const most = 90
	line := strings.Join(strings.Fields(quote), " ")
	if short := cut(line, most); short != line {
		return short + "…"
	}
	return line
}

// headline is what the page says at a glance; sub explains it, or is "".
func (v *View) headline() (title, sub string) {
	n := len(v.Notes)
	switch {
	case v.NoContact:
		return "They asked you not to contact them. Keeping to that is the accountable thing.",
			"You can go on writing here for yourself. The notes show what the draft does; no other wording is offered, and Copy is off. " +
				"If a court or the police has said so too, sending it could also break the law."
	case v.Empty:
		return "Say what you did, without making them carry it.",
			"Paste a message before you send it. coach points to the phrases that shift blame, shrink what happened or push for an answer. " +
				"It cannot know what happened, and it cannot promise how it will be received."
	case n > 0 && v.Role == WasHurt, n > 0 && v.ReadAsHurt:
		return spelled(n, "phrase") + " to look at.",
			"Saying what was done to you is not blame, so it is never marked. You don’t have to explain, forgive, or reply."
	case n > 0 && v.Role == Tangled:
		return spelled(n, "phrase") + " to look at.", "Only your own lines are read, and only for what they could do."
	case n > 0:
		return spelled(n, "phrase") + " to look at.", ""
	case v.Danger || v.Gone:
		return "coach offers no wording here.", ""
	case v.Everyday:
		return "Nothing here for coach. It reads as everyday.", ""
	case v.Unread > 0:
		return "coach has nothing to point at in the part it read. It misses things.", ""
	case v.Owned:
		return "It says what you did and owns it. The rest is only if it’s true.", "coach has nothing to point at. It misses things."
	}
	return "coach has nothing to point at. It misses things.", ""
}

// say is what a screen reader is told once a draft has been read.
func (v *View) say() string {
	switch {
	case len(v.Cards) > 0:
		return "Before you send this: please read the first card on this page."
	case v.Gone:
		return lineIsGone
	case v.Empty:
		return ""
	case v.Contact != nil:
		return "There is a question above your message. " + counted(len(v.Notes), "note") + "."
	case len(v.Notes) == 0:
		return v.Headline
	}
	return counted(len(v.Notes), "note") + "."
}

const lineIsGone = "The line is gone. coach still offers no wording for this message."

// tooLong says what was not read, in characters.
func tooLong(all, read int) string {
	return fmt.Sprintf("%s characters; the first %s were read. The rest is hatched and unread. Nothing was cut from your message. "+
		"A shorter one is often easier to receive.", grouped(all), grouped(read))
}

// readAs says how a draft is read while the writer has not answered.
func (v *View) readAs() string {
	switch {
	case v.Role != Unanswered || v.Empty || v.Everyday || v.Gone:
		return ""
	case v.ReadAsHurt:
		return "Until you say, coach reads this as from the one who was hurt."
	}
	return "Until you say, coach reads this as from the one who hurt them."
}

// coachsWords warns from the second wording on that was taken over unchanged.
func coachsWords(n int) string {
	if n < 2 {
		return ""
	}
	return spelled(n, "line") + " here are coach’s words. They know how you talk."
}

// blanksLeft reminds of what only the writer can fill.
func blanksLeft(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "One blank is yours to fill."
	}
	return spelled(n, "blank") + " are yours to fill."
}

// canWait folds the other notes away while a danger stands.
func canWait(n int) string {
	if n == 1 {
		return "One other note. It can wait."
	}
	return spelled(n, "other note") + ". They can wait."
}

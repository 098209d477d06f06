package text_test

import (
	"fmt"
	"strings"
	"testing"

	"coach/analyzer/text"
)

var persons = map[text.Person]string{
	text.NoPerson: "-", text.FirstSingular: "i", text.FirstPlural: "we", text.SecondPerson: "you", text.ThirdPerson: "they",
}

// outlined writes each clause as [its text], with what introduces it in front, the words before its head in < >, then its
// subject, ? for a question, ! for a request.
func outlined(d *text.Document) string {
	var out []string
	for _, c := range d.Clauses {
		s := d.Text[c.Lead:c.Start] + "["
		if head := d.Tokens[c.Head].Start; head > c.Start {
			s += "<" + strings.TrimSpace(d.Text[c.Start:head]) + "> " + d.Text[head:c.End]
		} else {
			s += d.Text[c.Start:c.End]
		}
		s += "]" + persons[c.Subject]
		if c.Question {
			s += "?"
		}
		if c.Imperative {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, "")
}

func TestClauses(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{"I lied, but you knew.", "[I lied]i, but [you knew]you"},
		{"But you knew.", "But [you knew]you"},
		{"i only cheated because you never listened", "[i only cheated]i [because you never listened]you"},
		{"if you had been home more i wouldn't have done it", "[if you had been home more]you [i wouldn't have done it]i"},
		{"i feel sick what am i supposed to do", "[i feel sick]i [what am i supposed to do]i?"},
		{"Why can't you just move on?", "[Why can't you just move on]you?"},
		{"why are you doing this if you love me?", "[why are you doing this]you? [if you love me]you?"},
		{"please don't tell my mum", "[please don't tell my mum]-!"},
		{"let's talk", "[let's talk]-!"},
		{"honestly babe you're overreacting", "[<honestly babe> you're overreacting]you"},
		{"Look, Karen, I said sorry", "[<Look, Karen,> I said sorry]i"},
		{"Bri, you know me", "[<Bri,> you know me]you"},
		{"tbh it meant nothing", "[<tbh> it meant nothing]they"},
		{"to be fair, you did it too", "[<to be fair,> you did it too]you"},
		{"I think you're too sensitive", "[<I think> you're too sensitive]you"},
		{"look at me", "[look at me]-!"},
		{"five bucks, ten bucks", "[five bucks, ten bucks]-"},
		{"you and me were done", "[you and me were done]we"},
		{"me and kai kissed and i regret it", "[me and kai kissed]we and [i regret it]i"},
		{"i told you i was at work", "[i told you i was at work]i"},
		{"the way you look at me hurts", "[the way you look at me hurts]they"},
		{"everything i said was true", "[everything i said was true]they"},
		{"i just.. idk.. you were cold", "[i just]i.. [idk]i.. [you were cold]you"},
		{"it was dumb 😭 i know", "[it was dumb]they 😭 [i know]i"},
		{"she came on to me, which is the truth", "[she came on to me]they, [which is the truth]they"},
		{"my mum said you were wrong", "[my mum said you were wrong]they"},
		{"i went home and cried", "[i went home and cried]i"},
		{"I called her three times and told her it was over", "[I called her three times]i and [told her it was over]-"},
		{"so sorry for this", "[<so> sorry for this]-"},
		{"so i did it, so what", "so [i did it, so what]i"},
		{"you said \"it was nothing\" and left", "[you said]you[it was nothing]theyand [left]-"},
		{"ok", "[ok]-"},
		{"...", ""},
		{"never again", "[never again]-"},
		{"thats on me", "[thats on me]they"},
		{"there was nothing, it just happened", "[there was nothing]they, [it just happened]they"},
		{"mistakes were made", "[mistakes were made]they"},
		{"are you even listening", "[are you even listening]you?"},
		{"i love you i always have", "[i love you]i [i always have]i"},
		{"sorry if i hurt you", "[sorry if i hurt you]-"},
		{"im sorry but you pushed me", "[im sorry]i but [you pushed me]you"},
	} {
		if got := outlined(text.Parse(c.draft)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.draft, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{"Hi Sam,\n\nI lied. You knew!\n\nLove\nJo x", "Hi Sam,|I lied.|You knew!|Love|Jo x"},
		{"really?! yes. no", "?really?!|yes.|no"},
		{"did you know", "?did you know"},
		{"He said (twice.) ok", "He said (twice.)|ok"},
		{`She said "no." I left`, `She said "no."|I left`},
		{"> you lied. twice\nI did", ">> you lied.|>twice|I did"},
		{"- one\n- two\n1. three", "- one|- two|1. three"},
		{"i lied.i'm sorry", "i lied.|i'm sorry"},
		{"no punctuation at all here", "no punctuation at all here"},
		{"Dr. Hart rang at 2.30 p.m. about it", "Dr. Hart rang at 2.30 p.m. about it"},
		{"wait... what?", "?wait... what?"},
		{"😭\n\n", "😭"},
		{"", ""},
	} {
		d := text.Parse(c.draft)
		var got []string
		for _, s := range d.Sentences {
			line := c.draft[s.Start:s.End]
			if s.Question {
				line = "?" + line
			}
			if s.Reply {
				line = ">" + line
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.draft, s, c.want)
		}
	}
}

func TestTagsFillsTheSentenceThatIsAskedFor(t *testing.T) {
	d := text.Parse("u lied. i didnt")
	d.Tags(0)
	var got []string
	for _, k := range d.Tokens {
		got = append(got, fmt.Sprint(k.Norm, " ", k.Tag))
	}
	want := "you PRP, lied VBD, . , i , did , not "
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %q, want %q", s, want)
	}
}

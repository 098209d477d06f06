package languagetool

import (
	"encoding/json"
	"testing"
	"unicode/utf16"

	"coach/analyzer"
)

// FuzzCheck holds what clients rely on for any body: an error with a status, or matches that lie inside what was sent, in
// whole characters.
func FuzzCheck(f *testing.F) {
	for _, body := range []string{
		"language=en-US&text=I cheated because you never listen.",
		"language=auto&text=%F0%9F%98%80+It+was+just+a+mistake.+I%27m+going+to+kill+myself.&level=picky",
		`language=en&data={"annotation":[{"text":"It was "},{"markup":"<b>"},{"text":"just"},{"markup":"</b>"},{"text":" a mistake"},{"markup":"&nbsp;","interpretAs":" "},{"text":"."}]}`,
		`language=en&data={"annotation":[{"markup":"","interpretAs":"It was just a mistake."},{"markup":"\ud83d"},{"text":"\ude00"}]}`,
		`language=en&data={"text":"It was just a mistake.\r\nYou made me do it"}`,
		"language=en&c=1&mode=allButTextLevelOnly&enabledOnly=yes&enabledCategories=MINIMIZING&text=It was just a mistake",
		"text=%zz&language", "&&==&%00=%00&text=\x00&language=en", "data=[&language=en", "",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		form, err := ReadForm("POST", "", body)
		if err != nil {
			status(t, err)
			return
		}
		r, err := NewRequest(form, 1<<14)
		if err != nil {
			status(t, err)
			return
		}
		reply := Answer(r, builtin(t).Check(r.Text(), analyzer.Options{}), Site{})
		if _, err := json.Marshal(reply); err != nil {
			t.Fatal(err)
		}
		source := utf16.Encode([]rune(r.text.source))
		for _, m := range reply.Matches {
			whole(t, source, m.Offset, m.Offset+m.Length)
			if m.Context != nil {
				whole(t, utf16.Encode([]rune(m.Context.Text)), m.Context.Offset, m.Context.Offset+m.Context.Length)
			}
		}
		for _, s := range reply.SentenceRanges {
			whole(t, source, s[0], s[1])
		}
	})
}

// whole fails where a range is outside of a text or cuts a character of two units.
func whole(t *testing.T, text []uint16, start, end int) {
	t.Helper()
	if start < 0 || end < start || end > len(text) {
		t.Fatalf("range %d to %d of %d units", start, end, len(text))
	}
	for _, i := range []int{start, end} {
		if i > 0 && i < len(text) && utf16.IsSurrogate(rune(text[i-1])) && text[i] >= 0xDC00 && text[i] <= 0xDFFF && text[i-1] < 0xDC00 {
			t.Fatalf("%d is inside a character", i)
		}
	}
}

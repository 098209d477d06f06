package rules

import (
	"slices"
	"testing"

	"coach/analyzer"
)

// TestDraftsWalkedByHand holds what matters most in three drafts: danger silences every suggestion, fear of the reader
// is no blame, and an ordinary bad draft gets its notes.
func TestDraftsWalkedByHand(t *testing.T) {
	_, both := bothReaders(t)
	for _, tt := range []struct {
		name, draft string
		dangers     []string
		categories  []analyzer.Category // without danger
		none        []analyzer.Category // must not be there
	}{
		{
			name: "images, waiting and a block", dangers: []string{"contact-ban", "stalking", "coercion"},
			draft: "Bri, you blocked me so I'm on my cousin's phone. I cheated and it was my choice. I broke your trust and I see a counsellor Mondays at 6. Take all the time you need. I waited by your work Tuesday, you looked tired. If your brother hears about this I've still got the pics.",
			none:  []analyzer.Category{"blame-shifting", "minimizing"},
		},
		{
			name: "the same without its last sentence", dangers: []string{"contact-ban", "stalking"},
			draft: "Bri, you blocked me so I'm on my cousin's phone. I cheated and it was my choice. I broke your trust and I see a counsellor Mondays at 6. Take all the time you need. I waited by your work Tuesday, you looked tired.",
		},
		{
			name: "a frightened writer", dangers: []string{"afraid"},
			draft: "im sorry i went to my sisters without asking. i only lied about where i was because i was scared of your temper and what youd do. i know i made you angry. you can have my phone and my card back, please dont be mad when you get in",
			none:  []analyzer.Category{"blame-shifting", "minimizing"},
		},
		{
			name:       "the fighting, the flat and no more time",
			draft:      "harry i know u said u need space. i slept with tom on the trip and ive no excuse. it only happened cos we were always fighting. ill never do it again. landlord needs a yes or no on the flat by fri so can u tell me if we're ok. cant go on like this",
			categories: []analyzer.Category{"blame-shifting", "pressuring", "pressuring"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := both.Check(tt.draft, analyzer.Options{Role: analyzer.Betrayer})
			var classes []string
			for _, d := range r.Dangers {
				classes = append(classes, d.Class)
			}
			if !slices.Equal(classes, tt.dangers) {
				t.Errorf("dangers %v, want %v", classes, tt.dangers)
			}
			var categories []analyzer.Category
			for _, f := range r.Findings {
				if len(tt.dangers) > 0 && len(f.Suggestions) > 0 {
					t.Errorf("a suggestion beside a danger: %+v", f.Suggestions)
				}
				if slices.Contains(tt.none, f.Category) {
					t.Errorf("%s: %q", f.Rule, f.Quote)
				}
				if f.Category != analyzer.Danger {
					categories = append(categories, f.Category)
				}
			}
			if tt.categories != nil && !slices.Equal(categories, tt.categories) {
				t.Errorf("categories %v, want %v", categories, tt.categories)
			}
		})
	}
}

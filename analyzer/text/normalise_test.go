package text_test

import (
	"testing"

	"coach/analyzer/text"
)

func TestNormalised(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{"didn't didnt didn’t didnʼt didn´t didn`t", "did not did not did not did not did not did not"},
		{"can't cant cannot won't wont ain't aint", "can not can not can not will not will not is not is not"},
		{"i'm im i've ive i'll we're you're youre", "i am i am i have i have i will we are you are you are"},
		{"she'd he'd i'd they'd", "she would/had he would/had i would/had they would/had"},
		{"it's that's there's who's he's what's", "it is/has that is/has there is/has who is/has he is/has what is/has"},
		{"my mum's fault, Karen's car", "my mum 's/is fault (,) karen 's/is car"},
		{"my parents' house", "my parents 's/is house"},
		{"couldn't've i'd've y'all'd", "could not have i would have you all would/had"},
		{"let's go, lets talk, it lets me", "let us go (,) let us talk (,) it lets me"},
		{"should of told, could of been, wouldn't of, of course", "should have told (,) could have been (,) would not have (,) of course"},
		{"shoulda woulda coulda", "should have would have could have"},
		{"gonna wanna gotta hafta kinda sorta dunno", "going to want to got to have to kind of sort of do not know"},
		{"lemme gimme gunna goin to", "let me give me going to going to"},
		{"u no i luv u bc ur gr8 tmrw", "you no i love you because you are great tomorrow"},
		{"u r right abt me n her b4 tn", "you are right about me and her before tonight"},
		{"idk idc ik ily nvm smth pls thx srsly", "i do not know i do not care i know i love you never mind something please thanks seriously"},
		{"tbh tho cuz coz bcz soz", "tbh though because because because sorry"},
		{"dint wudnt cud shud hv", "did not would not could should have"},
		{"sooooo sorryyy pleaaase whyyy nooo omggg", "so sorry please why no omg"},
		{"welllll gooood heyy pleasee", "well good hey please"},
		{"I AM SORRY", "i am sorry"},
		{"talkin lookin' nothin cabin begin", "talking looking nothing cabin begin"},
		{"i-i'm w-what", "i am what"},
		{"apologize realized behavior color traveled size", "apologise realised behaviour colour travelled size"},
		{"'cause 'til 'em", "because until them"},
		{"d'you c'mon ma'am", "do you come on ma'am"},
		{"did'nt would'nt", "did not would not"},
		{"owt nowt summat meself", "anything nothing something myself"},
	} {
		if got := shown(text.Parse(c.draft)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.draft, got, c.want)
		}
	}
}

func TestNeighboursDecide(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{"ill call you", "i will call you"},
		{"ill never do it", "i will never do it"},
		{"she is ill now", "she is ill now"},
		{"i felt ill", "i felt ill"},
		{"well talk tomorrow", "we will talk tomorrow"},
		{"maybe well be ok", "maybe we will be ok"},
		{"as well as you", "as well as you"},
		{"well i lied", "well i lied"},
		{"were not together", "we are not together"},
		{"tell me if were done", "tell me if we are done"},
		{"you were not there", "you were not there"},
		{"were you there", "were you there"},
		{"its over", "it is/has over"},
		{"the dog and its lead", "the dog and it is/has lead"},
		{"it lost its way", "it lost its way"},
		{"its own fault", "its own fault"},
		{"id never hurt you", "i would/had never hurt you"},
		{"i said id be there", "i said i would/had be there"},
		{"my id card", "my id card"},
		{"shed never say that", "she would/had never say that"},
		{"the shed is locked", "the shed is locked"},
		{"wed be fine", "we would/had be fine"},
		{"we got wed", "we got wed"},
		{"ur not listening", "you are not listening"},
		{"ur making me cry", "you are making me cry"},
		{"ur mum knows", "your mum knows"},
		{"behind ur back", "behind your back"},
		{"if ur mad at me", "if you are mad at me"},
		{"ur new job", "your new job"},
		{"why your not picking up", "why you are not picking up"},
		{"your phone", "your phone"},
		{"i lied cause you never listen", "i lied because you never listen"},
		{"the cause of it", "the cause of it"},
		{"you didn't cause any of it", "you did not cause any of it"},
		{"you cause it", "you cause it"},
		{"i want 2 talk", "i want to talk"},
		{"give it 2 me", "give it to me"},
		{"2 years and 4 months", "2 years and 4 months"},
		{"me 2", "me too"},
		{"i did it 4 you", "i did it for you"},
		{"at 4", "at 4"},
		{"r u ok", "are you ok"},
		{"me w her", "me with her"},
		{"dont b mad", "do not be mad"},
		{"ya i know", "yeah i know"},
		{"love ya", "love you"},
		{"you gon learn", "you going to learn"},
	} {
		if got := shown(text.Parse(c.draft)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.draft, got, c.want)
		}
	}
}

func TestDialects(t *testing.T) {
	for _, c := range []struct{ name, draft, want string }{
		{"Scots", "I didnae ken whit ye wanted tae dae, I'm no proud", "i did not know what you wanted to do (,) i am not proud"},
		{"Scots keeps no before a noun", "I ken ye've no idea whit I dae wi ma phone", "i know you have no idea what i do with my phone"},
		{"one cue is not enough", "my ma said no wi a smile", "my ma said no with a smile"},
		{"Ken is a name", "Ken wisnae there, I didnae see Ken", "ken was not there (,) i did not see ken"},
		{"patois", "mi neva lie to yuh, di man deh pon di road", "i never lie to you (,) the man there on the road"},
		{"mi in Spanish", "mi amor sorry", "my amor sorry"},
		{"pidgin", "abeg I no go lie, wetin you dey find", "please i not will lie (,) what you are find"},
		{"Northern", "it were nowt", "it were nothing"},
		{"American", "she finna go, i'm tryna tell you", "she going to go (,) i am trying to tell you"},
		{"th as d", "dat was dis one thing wit dem", "that was this one thing with them"},
	} {
		if got := shown(text.Parse(c.draft)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.draft, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for american, british := range map[string]string{
		"apologize": "apologise", "apologizing": "apologising", "realization": "realisation", "behavior": "behaviour",
		"colored": "coloured", "honest": "honest", "gray": "grey", "defense": "defence", "counselor": "counsellor",
		"canceled": "cancelled", "analyze": "analyse", "prize": "prize", "size": "size", "seized": "seized",
		"capsize": "capsize", "apologise": "apologise", "horizon": "horizon", "judgment": "judgement", "the": "the", "": "",
	} {
		if got := text.Fold(american); got != british {
			t.Errorf("Fold(%q) = %q, want %q", american, got, british)
		}
	}
}

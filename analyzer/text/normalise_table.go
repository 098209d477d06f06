package text

// Each line of these tables is "what it means: how people write it". "would/had" is a word with a second reading.
// Apostrophes are straight here; the scanner has made all of them straight.

// contractions lists those whose parts cannot be read off their spelling. The rest (they've, who'd, mum's, couldn't've)
// is split by rule.
const contractions = `
did not: didnt didn't dint din't didint dident
do not: dont don't donot dnt dontt
does not: doesnt doesn't dosent dosnt dusnt doesent
is not: isnt isn't aint ain't ent
are not: arent aren't
was not: wasnt wasn't wasent
were not: werent weren't
has not: hasnt hasn't
have not: havent haven't havnt avent
had not: hadnt hadn't
can not: cant can't cannot cnt carnt
will not: wont won't wnt
would not: wouldnt wouldn't wudnt wouldent woudnt
could not: couldnt couldn't cudnt couldent coudnt
should not: shouldnt shouldn't shudnt shouldent shudn't
must not: mustnt mustn't
might not: mightnt mightn't
need not: neednt needn't
shall not: shant shan't
dare not: darent daren't
am not: amn't amnt
i am: im i'm
i will: i'll il
i have: ive i've iv
i would/had: i'd
i would have: idve i'd've ida
you are: youre you're ure u're y'are
you will: youll you'll ull u'll
you have: youve you've uve u've
you would/had: youd you'd ud u'd
he is/has: hes he's
she is/has: shes she's
it is/has: it's
it will: itll it'll
it would/had: itd it'd
we are: we're
we have: weve we've
they are: theyre they're
they have: theyve they've
they will: theyll they'll
they would/had: theyd they'd
that is/has: thats that's thas tht's thts
that will: thatll that'll
that would/had: thatd that'd
there is/has: theres there's
there will: therell there'll
what is/has: whats what's wots wats
who is/has: whos who's
where is/has: wheres where's
how is/has: hows how's
when is/has: whens when's
why is/has: whys why's
here is/has: heres here's
who will: wholl who'll
who would/had: whod who'd
let us: let's
it is: tis 'tis
it was: twas 'twas
do you: d'you d'ya dya dyou
you all: y'all yall ya'll
would have: wouldve woulda would've wudve
could have: couldve coulda could've cudve
should have: shouldve shoulda should've shudve
must have: mustve musta must've
might have: mightve mighta might've
would not have: wouldntve wouldn't've
could not have: couldntve couldn't've
should not have: shouldntve shouldn't've
going to: gonna gunna gona gonnae gonny gon' finna fixina
am going to: ima imma i'ma
about to: boutta bouta 'boutta
want to: wanna wana
got to: gotta gota
have to: hafta haveta
has to: hasta
used to: useta yoosta
ought to: oughta
supposed to: supposta
trying to: tryna trynna
got you: gotcha
bet you: betcha
what are you: whatcha
let me: lemme lemmi
give me: gimme gimmi
do not know: dunno dunnoo donno
come on: c'mon cmon
kind of: kinda kinder
sort of: sorta
out of: outta outa
lot of: lotta
a lot of: alotta
cup of: cuppa
o'clock: oclock
is it not: innit init inni int'it
old: ol' ol
of: o'
and: an' 'n' n' 'n & nd
the: t' th' teh hte
`

// shorthand is what is typed to save letters, in any English.
const shorthand = `
you: u yu yuu yoou
your: yr yrr yer
yours: urs
yourself: urself yaself yourselve uself
yourselves: urselves
with: w/
without: w/o wo
because: bc bcz bcuz bcos becos becoz becuz bcus coz cuz cos cus 'cause 'cos 'cuz 'coz b/c becuase beacuse becasue becouse bacause cuzz
though: tho thoo
although: altho
through: thru
about: abt abot 'bout bout abowt
before: b4 befor
tomorrow: tmrw tmr tmro tmw tmoro 2moro 2mrw tomoro tommorow tomorow tommorrow tmrrw
today: 2day tday
tonight: tn 2nite tonite tnite 2night tonigt
night: nite
right now: rn
i know: ik
i do not know: idk idek iunno
i do not care: idc idgaf
i love you: ily ilu ilysm
in my opinion: imo imho
to be fair: tbf
by the way: btw
on my way: omw
let me know: lmk
hit me up: hmu
what about you: wbu hbu
what are you doing: wyd
if you know: iyk
as far as i know: afaik
for real: fr
so much: sm
as fuck: af
what the fuck: wtf
never mind: nvm nevermind
just kidding: jk
please: pls plz plzz pleas pleease plees
pm: p.m. p.m
am: a.m. a.m
mr: mr.
mrs: mrs.
ms: ms.
dr: dr.
prof: prof.
thanks: thx thnx tnx thanx
thank you: ty tysm
sorry: sry srry soz sori sory sorrie srri
seriously: srsly srs
really: rly rlly realy reely
probably: prob probs prolly probly probaly
definitely: def deffo definately definatly defo definetly definitly
obviously: obvs obv obvi obviosly
message: msg
messages: msgs
messaged: msged msgd
messaging: msging
text: txt tx
texts: txts
texting: txting txtin
texted: txted txtd
people: ppl peeps peaple
conversation: convo
conversations: convos
girlfriend: gf
boyfriend: bf
something: smth sth sumthing smthn somethin sumthin somethng sumn
nothing: nuthin nothin nuttin nutting nuffin nufn
anything: anythin anyfin
everything: everythin evrything evrythin everyting
someone: some1 sum1 sumone
anyone: any1 ne1
everyone: every1 evry1 evryone
forever: 4ever 4eva foreva
great: gr8
later: l8r l8er
mate: m8
hate: h8
late: l8
minutes: mins
minute: min
hours: hrs
hour: hr
years: yrs
weeks: wks
week: wk
weekend: wkend wknd
birthday: bday b'day
months: mths mnths
month: mth
would: wud wuld woud woudl
could: cud cld coud coudl
should: shud shld shoud shoudl
can: cn
have: hav hve hv av 'ave
had: hd 'ad
having: havin havn
love: luv lov luvv
loved: luvd
know: kno knw knoww knwo
good: gd gud
want: wnt
what: wat wot wht waht wut
that: tht taht thta
this: ths thsi
them: em 'em
until: til till 'til untill
just: jus jst jsut jus'
when: wen whn wehn
where: whr
was: ws wuz
from: frm
not: nt
does: duz dus
even: evn
ever: evr eva
never: neva nvr
every: evry
think: thnk
they: thay
their: thier
friend: frend freind
friends: frends freinds
weird: wierd
which: wich
receive: recieve
received: recieved
believe: beleive belive beleve
truly: truely
separate: seperate
apologise: appologise apoligise apologice
yes: yh yep yup yess
yeah: yea yeh yeahh yeahhh
ok: okay okey k kk okie okayy oki okk
alright: aight aite ight alrite
hello: helo
going: goin goin' gonin
doing: doin doin'
a lot: alot
a bit: abit
as well: aswell
in case: incase
no one: noone no1
each other: eachother
at least: atleast
in front: infront
of course: ofc ofcourse
everyday: evryday
myself: meself misen mesel
himself: hisself
themselves: theirselves themself
yourself: yerself
bed: bd
bloody: bludy
me too: me2
something: summat sommat
anything: owt
nothing: nowt nuffink
always: allus
`

// particles carry no meaning a pattern could name; they become marks that patterns do not see.
const particles = "lah lor leh lorh liao meh hor um uh erm uhm umm uhh errr hmm hmmm mmm mm ahh xd ehh"

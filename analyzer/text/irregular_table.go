package text

// irregularVerbs has a verb a line: lemma, past, past participle; "/" parts equal forms, the first being the one to
// write. Prefixed verbs (forgive, mislead, overhear …) stand for themselves, so that nothing is guessed.
const irregularVerbs = `
arise arose arisen
awake awoke/awakened awoken/awakened
bear bore borne/born
beat beat beaten/beat
become became become
befall befell befallen
beget begot begotten
begin began begun
behold beheld beheld
bend bent bent
beset beset beset
bet bet/betted bet/betted
bid bid/bade bid/bidden
bind bound bound
bite bit bitten/bit
bleed bled bled
blow blew blown
break broke broken/broke
breed bred bred
bring brought brought
broadcast broadcast/broadcasted broadcast/broadcasted
browbeat browbeat browbeaten
build built built
burn burned/burnt burned/burnt
burst burst burst
bust bust/busted bust/busted
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost/costed cost/costed
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
dive dived/dove dived
do did done
draw drew drawn
dream dreamed/dreamt dreamed/dreamt
drink drank drunk/drank
drive drove driven
dwell dwelt/dwelled dwelt/dwelled
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
fit fitted/fit fitted/fit
flee fled fled
fling flung flung
fly flew flown
forbid forbade/forbad forbidden
forecast forecast/forecasted forecast/forecasted
foresee foresaw foreseen
forget forgot forgotten/forgot
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got got/gotten
give gave given
go went gone
grind ground ground
grow grew grown
hang hung/hanged hung/hanged
have had had
hear heard heard
hide hid hidden/hid
hit hit hit
hold held held
hurt hurt hurt
inset inset inset
interweave interwove interwoven
keep kept kept
kneel knelt/kneeled knelt/kneeled
knit knitted/knit knitted/knit
know knew known
lay laid laid
lead led led
lean leaned/leant leaned/leant
leap leaped/leapt leaped/leapt
learn learned/learnt learned/learnt
leave left left
lend lent lent
let let let
light lit/lighted lit/lighted
lose lost lost
make made made
mean meant meant
meet met met
mishear misheard misheard
mislay mislaid mislaid
mislead misled misled
misread misread misread
misspeak misspoke misspoken
misspell misspelled/misspelt misspelled/misspelt
misspend misspent misspent
mistake mistook mistaken
misunderstand misunderstood misunderstood
mow mowed mown/mowed
offset offset offset
outdo outdid outdone
outgrow outgrew outgrown
overcome overcame overcome
overdo overdid overdone
overdraw overdrew overdrawn
overeat overate overeaten
overhear overheard overheard
overlay overlaid overlaid
override overrode overridden
overrun overran overrun
oversee oversaw overseen
oversleep overslept overslept
overspend overspent overspent
overtake overtook overtaken
overthink overthought overthought
overthrow overthrew overthrown
partake partook partaken
pay paid paid
plead pleaded/pled pleaded/pled
prove proved proved/proven
put put put
quit quit/quitted quit/quitted
read read read
rebuild rebuilt rebuilt
redo redid redone
remake remade remade
repay repaid repaid
reread reread reread
reset reset reset
resell resold resold
retake retook retaken
retell retold retold
rethink rethought rethought
rewind rewound rewound
rewrite rewrote rewritten
rid rid rid
ride rode ridden
ring rang/rung rung/rang
rise rose risen
run ran run
saw sawed sawn/sawed
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
sew sewed sewn/sewed
shake shook shaken
shear sheared shorn/sheared
shed shed shed
shine shone/shined shone/shined
shit shat/shit shat/shit
shoot shot shot
show showed shown/showed
shrink shrank/shrunk shrunk
shut shut shut
sing sang sung
sink sank/sunk sunk
sit sat sat
slay slew slain
sleep slept slept
slide slid slid
sling slung slung
slink slunk slunk
slit slit slit
smell smelled/smelt smelled/smelt
sneak sneaked/snuck sneaked/snuck
sow sowed sown/sowed
speak spoke spoken/spoke
speed sped/speeded sped/speeded
spell spelled/spelt spelled/spelt
spend spent spent
spill spilled/spilt spilled/spilt
spin spun spun
spit spat/spit spat/spit
split split split
spoil spoiled/spoilt spoiled/spoilt
spread spread spread
spring sprang/sprung sprung
stand stood stood
steal stole stolen/stole
stick stuck stuck
sting stung stung
stink stank/stunk stunk
stride strode stridden
strike struck struck/stricken
string strung strung
strive strove/strived striven/strived
swear swore sworn
sweat sweated/sweat sweated/sweat
sweep swept swept
swell swelled swollen/swelled
swim swam swum
swing swung swung
take took taken/took
teach taught taught
tear tore torn/tore
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
tread trod trodden/trod
unbend unbent unbent
unbind unbound unbound
undercut undercut undercut
undergo underwent undergone
underlie underlay underlain
undersell undersold undersold
understand understood understood
undertake undertook undertaken
undo undid undone
unfreeze unfroze unfrozen
unlearn unlearned/unlearnt unlearned/unlearnt
unwind unwound unwound
uphold upheld upheld
upset upset upset
wake woke/waked woken/waked
wear wore worn/wore
weave wove/weaved woven/weaved
wed wed/wedded wed/wedded
weep wept wept
wet wet/wetted wet/wetted
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written/wrote
`

// irregularPlurals has a noun and its plural a line.
const irregularPlurals = `
child children
man men
woman women
person people
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
wife wives
life lives
knife knives
half halves
self selves
shelf shelves
loaf loaves
leaf leaves
thief thieves
wolf wolves
calf calves
scarf scarves
hoof hooves
elf elves
sheep sheep
fish fish
deer deer
series series
species species
crisis crises
analysis analyses
basis bases
hypothesis hypotheses
oasis oases
diagnosis diagnoses
thesis theses
phenomenon phenomena
criterion criteria
stimulus stimuli
photo photos
piano pianos
video videos
radio radios
studio studios
convo convos
bro bros
memo memos
logo logos
kilo kilos
`

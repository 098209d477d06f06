package text

// commonVerbs are the regular verbs that personal messages are made of; the irregular ones have a table of their own.
const commonVerbs = `
accept accuse act add admit adore affect afford agree aim allow amend amount announce annoy answer apologise appear appreciate
approach approve argue arrange arrive ask assume attack attend avoid back bail bake bang battle bear beg behave believe belittle belong
betray bin blame blank bless block blow blur boast boil bombard book bother bottle bow brag breathe browse brush bug bully bump
burden bury call calm cancel care carry cause chance change charge chase chat cheat check cheer chill choke chuck claim clean clear
click climb close clutch coast collect comfort commit communicate compare complain complete concede concern confess confide
confirm confront confuse connect consider contact continue contribute control convince cook cool cope correct cost count cover
crack crash crave cringe criticise cross cry cuddle damage dance dare date decide declare defend delay delete demand deny depend
deserve destroy develop die disagree disappear disappoint disclose discover discuss dismiss disrespect distance ditch divorce dodge
doubt download drag dress drift drop dump earn ease embarrass empty encourage end enjoy ensure enter entertain erase escape exist
expect explain expose express extend face fade fail fake fancy fear fetch figure fill film finish fire fix flirt flip float flood
focus follow fool force forward frame freak frighten fuck fuel fuss gain gamble gaslight gather ghost glance grab grant greet grieve
groom guarantee guess guilt hack hammer hand handle hang happen harass harm hate haunt heal help hesitate hire honour hook hope
host hug humiliate hunt hurry ignore imagine impress improve include inform insist install insult intend interfere interrupt introduce
invest invite involve join joke judge juggle jump justify kick kill kiss knock label lack land last laugh launch leak learn lecture
lick lie lift like limit listen live load lock log look love lower maintain manage manipulate mark marry match matter measure meddle
melt mend mention mess message mind minimise miss mix moan mock moan monitor move mumble murder muster nag name need neglect nod
nick notice nudge numb object obsess offend offer open operate order overreact owe own pack panic park party pass pause peep perform
pester pick piss place plan play please plot point poison poke post pour practise praise pray preach prefer prepare present press
pressure pretend prevent print process produce promise propose protect prove provide provoke pull punch punish push puzzle question
race raise rant rate reach react realise reassure rebuild receive reckon recognise recommend recover reduce refer reflect refuse
regret reject relapse relate relax release rely remain remember remind remove renew repair repeat replace reply report request require rescue
resent resist resolve respect respond rest restart restore result resume retire return reveal review revenge risk roll row rub ruin
rush sabotage sack save scare scream screenshot screw scroll search seem sense separate serve settle shag share shift shop shout
show shower shrug sigh sign signal skip slag slam slap slip smash smell smile smoke smooth snap sneak snog snoop snort soak sober
solve sort sound spare spark spill spoil spot stalk stammer stare start stash state stay step stop store strain stress stretch
struggle study stumble suck suffer suggest suit sulk supply support suppose surprise surrender survive suspect sway swap switch talk
tap target taste tease tempt tend test text thank threaten tidy tie tip tire top torture touch tour track trade train transfer trap
travel treat trick trigger trip trouble trust try tug turn twist type unblock undermine unfollow unfriend unmatch unpack update upload
uninstall use value vanish vent video view visit vow wait walk wander want warn wash waste watch water weigh welcome whine whip
whisper whistle wipe wish wonder work worry worship wrap wreck yell zone crawl creep juggle lend park pick praise sext shame shove
snap stuff tally tuck wager weep manage wed kid hit ring phone ditch fob grow rot nip pop head hop turn strand stand fit cut doubt
act fold adjust ache admire adopt advise age alter anger apply appoint arrest assign assist assure attach attempt balance ban beat
boot borrow bounce breach break brew bring bruise burst calculate camp capture cast celebrate challenge circle comment compete
compliment confide conquer consent consult cough crush curse deal debate dedicate delight deliver dip direct discharge discount
distract divide drain drown edit educate eliminate emerge endure engage enlighten enrol equal establish evolve examine exchange exclude
excuse exhaust fasten favour flatter flee flinch fly forbid fund glare gossip grip groan guard guide halt heat identify indulge infect
insinuate inspire interpret invade invent isolate itch itemise kneel lash lean loan long loosen manage message nurse oblige observe obtain occur
organise overlook overstep owe participate patronise perish persuade pledge possess postpone predict presume proceed prompt punish pursue quit
reconsider record redeem regard register reschedule retract return rock ruin scold seek seize shake shiver slow spam spell spoil
squash squeeze stab steam stick stir strike submit sweat tackle tally tempt tolerate torment trample trash vote wallow wear weaken wound
copy zip flounder cop chip fetch hover doom dial ping dm rsvp venmo facetime google snapchat archive mute swipe match
`

// nounsToo are base and third-person forms that are nouns at least as often; only what stands around them tells.
const nounsToo = `
call calls text texts message messages work works help love loves hope hopes plan plans talk talks walk walks change changes
care cares cause causes fear fears fight fights hurt hurts lie lies look looks mind minds need needs play plays point points
pressure promise promises question questions reason reasons report reply replies rest return risk risks row rows share shower
show shows sign signs sleep smell sound sounds start state step steps stop store stress struggle support talk taste test tests
thought thoughts touch trade travel trip trips trouble trust try turn turns use view visit visits vote wait walk wash waste watch
water welcome wish wishes wonder works worry worries wound wounds answer answers attack back bank bet blame block book books
break breaks brush bug burden cost costs cover crack crash cross cry damage dance date dates deal deals delay demand demands
divorce doubt doubts dream dreams dress drink drinks drive drop end ends escape excuse excuses face fault feel figure fill fire
fix flirt focus fool force friend ghost grip guarantee guard guess guide guilt hand hands harm hate head heat hit hold hug hugs
insult joke jokes judge jump kick kiss kisses knock lack land last laugh launch leak limit limits line lines link list load loan
lock log mark mark match matter matters meeting mess mix move moves murder name names neglect nick note notes notice number nurse object
offer offers order orders own pack pain panic park part parts party pass pause phone phones photo picture place places post posts
practice praise present press price print process quit race rate rates record regard regret regrets release request respect rest
result results review ride ring rings rock roll rush sack save scare search sense set shame shift shifts shop shot shout side
signal slip smile smoke snap sort space spark split spot stand stay stick stuff suit surprise suspect swap sweat switch tap target
tear tears tease tip tips tire top tour track train trap treat trick trigger video weigh whip while wreck zone ban bar camp cast
challenge comment compliment curse cut cuts debate exchange favour favours fit fly fund grant host itch kid kids label lean leave
left long lecture mine mock pick pledge pop saw score screen screenshot screenshots seat spell stab steam strike stir means miss
sext surprise tally tie time times welcome wear well works form forms feeling parts mistake mistakes cuddle cuddles copy
`

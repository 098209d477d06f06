package text

// ourStems are stems that America writes with -or and Britain with -our.
const ourStems = `arbor ardor armor behavior candor clamor color demeanor endeavor favor fervor flavor harbor honor humor
labor neighbor odor parlor rancor rigor rumor savior savor splendor tumor valor vapor vigor`

// americanWords are single words with their British spelling.
const americanWords = `
gray grey
grays greys
cozy cosy
mold mould
moldy mouldy
plow plough
pajamas pyjamas
skeptical sceptical
skeptic sceptic
jewelry jewellery
skillful skilful
willful wilful
fulfill fulfil
fulfills fulfils
fulfillment fulfilment
enroll enrol
enrollment enrolment
installment instalment
judgment judgement
judgmental judgemental
acknowledgment acknowledgement
maneuver manoeuvre
diarrhea diarrhoea
estrogen oestrogen
pediatrician paediatrician
anesthetic anaesthetic
leukemia leukaemia
fetus foetus
center centre
centers centres
centered centred
theater theatre
theaters theatres
meter metre
meters metres
liter litre
liters litres
kilometer kilometre
kilometers kilometres
fiber fibre
caliber calibre
somber sombre
specter spectre
defense defence
defenses defences
defenseless defenceless
offense offence
offenses offences
pretense pretence
pretenses pretences
license licence
licenses licences
dialog dialogue
catalog catalogue
catalogs catalogues
analog analogue
counselor counsellor
counselors counsellors
marvelous marvellous
woolen woollen
traveler traveller
travelers travellers
practise practice
practises practices
practised practiced
practising practicing
aluminum aluminium
mustache moustache
donut doughnut
donuts doughnuts
smolder smoulder
molt moult
analyze analyse
analyzes analyses
analyzed analysed
analyzing analysing
paralyze paralyse
paralyzed paralysed
paralyzing paralysing
catalyze catalyse
`

// doubledStems are verbs whose -l Britain doubles before -ed and -ing.
const doubledStems = `barrel cancel channel counsel dial drivel duel equal fuel funnel grovel initial label level libel marshal
marvel model panel pedal pencil pummel quarrel ravel revel rival shovel shrivel signal snivel spiral squirrel total towel travel tunnel
unravel yodel`

// keepsZ are words in -ize that Britain does not write with -ise.
const keepsZ = `size sizes sized sizing resize resizes resized resizing downsize downsized downsizing oversize oversized capsize
capsized capsizing prize prizes prized prizing seize seizes seized seizing apprize assize maize baize upsize supersize supersized unsized midsize
midsized`

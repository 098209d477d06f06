package text

// A dialect is a way of writing with spellings of its own. A draft speaks it where at least cuesNeeded words of its
// first two tables stand in it.
type dialect uint8

const (
	noDialect dialect = iota
	scots
	patois
	pidgin
	street // th as d, in American and London speech
	dialects
)

const cuesNeeded = 2

// A dialectTable has the words that belong to one dialect only; those that count as its marks, but are other words where
// it is not spoken; and those that need its company.
type dialectTable struct{ sure, cues, needCompany string }

var dialectTables = [dialects]dialectTable{
	scots: {`
was not: wisnae wasnae wisny wasny
did not: didnae didny didna
can not: cannae cannay canna
do not: dinnae dinny dinna divvent divn't dinnot
would not: wouldnae widnae wouldny wudnae
could not: couldnae couldny cudnae
should not: shouldnae shouldny
is not: isnae isny
has not: hasnae hasny
have not: havenae huvnae haveny
had not: hadnae hadny
were not: werenae wernae
will not: willnae winnae willny
does not: doesnae disnae doesny
to: tae
no: nae
nobody: naebody naebdy
someone: somebdy
out: oot
about: aboot
house: hoose
head: heid
dead: deid
home: hame
more: mair
told: telt tellt tauld
from: fae frae
do: dae
doing: daein daeing
have: hae huv
off: aff
on: oan
was: wis wiz
just: jist
what: whit
whatever: whitever
over: ower
our: oor
myself: masel masell
yourself: yersel yersell
himself: himsel
herself: hersel
away: awa
those: thae thon
round: roon roond
down: doon
town: toon
after: efter
give: gie
gave: gied
giving: gien giein
knew: kent
make: mak
take: tak
with: wi wi'
hundred: hunner
thousand: thoosan
old: auld
cold: cauld
wrong: wrang
good: guid
and all: an'aw
you: yese
`, ``, `
my: ma
know: ken
one: wan yin
all: aw
now: noo
where: whaur
who: wha whae
before: afore
and: an
of: ae o
`},
	patois: {`
you: yuh
your: yuhr
yourself: yuhself
not: nuh
on: pon
in: inna
that: weh seh
can not: cyaan cyan caan cyah
going: gwaan gwan
want: waan
have to: haffi affi
somebody: smaddy sumaddy
little: likkle
boy: bwoy
girl: gyal
remember: memba
mother: madda
father: fadda
brother: bredda
never: nevva
her: har
there: deh
you all: unu unnu
give: gi
make: mek
take: tek
idiot: eediat eediot
`, ``, `
the: di de
to: fi
not: nah
them: dem
that: dat
this: dis
then: den
with: wid
thing: ting
things: tings
and: an
`},
	pidgin: {`
what: wetin
please: abeg biko
trouble: wahala
know: sabi
leave: comot
that: wey
self: sef
are: dey
boss: oga
`, ``, `
you all: una
`},
	street: {`
with: wit wif
mother: motha mutha
brother: brotha bruvva
these: dese
those: dose
nothing: nuffin
`, `
that: dat
this: dis
the: da
them: dem
`, `
then: den
they: dey
for: fo
`},
}

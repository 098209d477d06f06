package text

// wordClasses lists the closed classes, and of the open ones what the search for clauses needs. A word may stand in
// several lines. Verbs are in verb_table.go.
var wordClasses = []struct {
	class class
	words string
}{
	{nominative, "i he she we they thou"},
	{pronoun, "you it this that there these those here"},
	{agent, `everyone everybody someone somebody anyone anybody nobody none nothing everything something anything people one
		others both neither each mine yours hers ours theirs lads girls boys kids mum mom dad mam mama mummy daddy nan nana
		gran papa god jesus christ half men women`},
	{objective, "me him her us them myself yourself himself herself itself ourselves themselves yourselves"},
	{determiner, `the a an my your his her its our their this that these those some any every each no all both another what
		which such half neither either whose many several few most one two three four five six seven eight nine ten`},
	{preposition, `of in on at with from by for to about into over under between through without against during within near off
		behind beside besides beyond despite per past since until before after like than as around across along among
		towards toward upon onto outside inside above below down up out via except round`},
	{coordinator, "and but or nor plus"},
	{subordinator, `because if when while although though since until unless after before once whether whereas whenever wherever
		whilst as lest except`},
	{question, "what who where when why how which whose whom whatever whoever wherever however"},
	{auxiliary, `am is are was were do does did have has had will would can could shall should may might must ought`},
	{modal, "will would can could shall should may might must do does did"},
	{negation, "not never no nor neither"},
	{adverb, `not never just only really always still even also probably honestly actually literally already then ever almost
		nearly hardly barely simply truly clearly obviously basically kinda kind sort maybe perhaps definitely certainly
		completely totally absolutely finally suddenly usually often sometimes rarely seldom deliberately genuinely
		deeply fully only once now soon both all too so quite rather pretty again ago here today tonight tomorrow yesterday
		later recently currently eventually gladly happily sincerely seriously properly slowly quickly straight apparently
		somehow twice constantly secretly repeatedly purely merely stupidly honest thoroughly nevertheless yet much better
		long quietly somewhere anywhere nowhere everywhere away home together alone anyway instead else lately fast hard
		first last anymore though either enough`},
	{filler, `so ok look well tbh honestly listen anyway anyways anyhow yeah yes yep no nah right see hey hi hiya hello oh ah
		now like basically literally mind aye ngl lol lmao omg wow fine alright actually ugh god jesus christ sure cool true
		wait man ffs welp shoot hun um eh och ach also still however plus lowkey haha frankly obviously clearly
		truthfully surely oi yo dear morning evening sigh deadass innit maybe`},
	{address, `babe baby bby love lover darling honey hon hun sweetheart sweetie babes bro bruv man mate pal dude sis sister brother
		mum mom mam mama mummy mommy dad daddy pa ma gran nan grandma grandad hen pet duck chick queen princess dear dearest
		girl lads guys everyone friend boss auntie aunty uncle bae boo wifey hubby habibi jaan sayang amor cariad chief
		angel son bestie fam cuz kiddo sunshine treacle doll buddy`},
	{adjective, `sorry sure glad afraid happy sad mad angry upset tired scared ashamed proud aware alive ready right wrong ok
		okay fine good bad better worse best worst new old big small little long short great nice real true same different
		hard easy late early sick ill drunk sober lonely alone stupid dumb crazy serious honest cold warm hot busy free clear
		full empty perfect terrible horrible awful amazing beautiful lovely whole other own next last first second only
		single wee younger older welcome asleep awake young poor dead pregnant married single weird funny fair awkward
		unfair cruel mean selfish strong weak quiet loud broken hurt gone done over careful`},
	{number, "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand few couple half"},
	{believes, `know knows knew knowing known think thinks thought thinking say says said saying guess guessed hope hopes hoped hoping
		wish wishes wished feel feels felt feeling figure figured figuring reckon reckoned believe believes believed
		believing mean means meant swear swore swearing suppose supposed assume assumed assuming realise realised
		realising see sees saw seeing notice noticed bet understand understood understanding accept admit admitted
		admitting doubt doubted prove proved pretend pretended pretending imagine imagined hear heard hearing find found
		remember remembered remembering forget forgot worry worried dream suspect suspected sorry sure glad afraid happy
		sad mad angry upset scared ashamed proud aware certain grateful thankful relieved terrified gutted lucky convinced
		hate hated love loved like care cared explain explained claim claimed deny denied learn learned suggest suggested
		wonder wondered wondering ask asked asking tell told telling promise promised promising need wanted decide decided agree agreed
		appreciate conceded concede confess confessed mention mentioned maintain insist insisted argue argued add note write wrote
		checked check make made let seems seem seemed looks sounds matters point thing idea reason fact way whether that than
		clock clocked fault expect expected plain clear obvious considering given provided assuming supposing even till say`},
	{tells, `tell tells told telling promise promises promised promising show showed shown showing remind reminded warn warned assure
		assured convince convinced ask asked asking text texted message messaged swear teach taught thank forgive blame
		guarantee inform informed let made make help watch saw seen heard`},
}

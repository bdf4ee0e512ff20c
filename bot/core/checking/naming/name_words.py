"""Words with a capital letter that name nobody by themselves: titles, kinds of bodies, words that begin sentences."""

from __future__ import annotations

from bot.core.checking.quantities.months import ABBREVIATED_WEEKDAYS, MONTHS, WEEKDAYS
from bot.core.name_forms import key_of


def _words(text: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in text.split())


TITLES = _words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady madam sr jr st saint rev reverend fr father sister brother
    rabbi imam pope bishop archbishop cardinal pastor king queen prince princess duke duchess emperor sultan sheikh emir
    sen senator senators rep reps representative representatives congressman congresswoman congressmen gov governor
    governors lt gen general col colonel maj major capt captain sgt sergeant cmdr commander adm admiral cpl corporal pvt
    private officer detective inspector constable sheriff marshal judge judges justice justices magistrate attorney
    attorneys counsel prosecutor solicitor president presidents vice deputy acting interim former ex premier prime
    minister ministers chancellor secretary undersecretary speaker leader chief chair chairman chairwoman chairperson
    whip mayor mayors commissioner commissioners ambassador ambassadors envoy consul delegate councillor councilman
    councilwoman counselor alderman treasurer comptroller director directors manager head executive officer president-
    elect elect ceo cfo coo cto mp mps mep meps pm vp coach captain spokesman spokeswoman spokesperson adviser advisor
    aide staff junior senior host author editor reporter correspondent analyst attorney-general co founder cofounder
    herr frau dr. präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister
    ministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister
    oberbürgermeisterin sprecher sprecherin chef chefin vorsitzender vorsitzende vorsitzenden direktor direktorin
    senor senora sr. sra. don doña presidente presidenta ministro ministra alcalde alcaldesa gobernador gobernadora
    monsieur madame mme mlle m. président présidente ministre maire premier première
    господин госпожа президент премьер министр мэр губернатор король королева принц
    """
)
"""Titles and offices: they may be added, dropped or shortened."""

KINDS = _words(
    """
    administration agency agencies airlines airport alliance army assembly association authority bank bar bay board
    bridge bureau cabinet campaign cape cathedral center centre chamber championship charter church city club coalition
    code college commission committee community companies company conference congress convention corp corporation
    council county court courts cup day department departments district division east eastern embassy empire federal
    federation fire force forces forest foundation fund government governments group guard hall harbor harbour high
    hospital hotel house inc institute institution international island islands judiciary kingdom laboratory lake law
    league legislature limited llc ltd plc ministry mission mount mountain mountains museum nation national navy network
    north northeast northern northwest office ocean oblast order organisation organization palace panel parish park
    parliament parliamentary party peninsula police port prefecture program programme project province region republic
    reserve river road royal school sea senate service services society south southeast southern southwest square state
    states station street studio studios subcommittee summit supreme team television territory tower town township
    treasury treaty tribunal union united university upper lower valley village war ward west western world accord act
    agreement award awards bill cup deal festival games master masters open prize series show trophy tv
    no nr part chapter section figure table room flight route line highway interstate version model
    amt ministerium stadt land kreis bezirk partei universität straße platz bund bahn bank haus gericht
    rat senat verband verein
    ayuntamiento gobierno ejecutivo administración alcaldía congreso senado cámara policía guardia junta corona iglesia
    ministerio ciudad río calle plaza partido universidad banco tribunal consejo comisión estado
    gouvernement exécutif sénat chambre police mairie préfecture république église
    ministère ville rue place parti université banque cour conseil commission assemblée état fleuve
    министерство город улица партия университет банк суд совет комиссия государство республика область край район
    """
)
"""Kinds of bodies and places: a source that says "the council" has the Council."""

BODIES = _words(
    """
    group bank institute university college corp corporation inc ltd llc plc gmbh foundation agency association company
    union club network airlines society trust fund holdings industries partners systems
    """
)
"""Kinds of bodies that bear a name: "Nordbank Group", but not "Bipartisan House"."""

PARTICLES = _words("al el bin bint ibn ben abu umm van von der den de da do dos du di del della la le los las ter y")
"""Small parts of names, which a source may write in small letters or leave out."""

GENERAL = _words(
    """
    i im ive ill id ok okay tv dna internet web earth sun moon god bible christmas easter ramadan covid
    am pm bc ad ce bce utc gmt est pst et pt cet usd eur gbp km kg mph kph mw gw kwh gb mb tb ghz hz
    """
)
"""Capitalised words that are no names, or that say nothing about who and where."""

DATES = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(ABBREVIATED_WEEKDAYS)
"""Months and weekdays: the check of numbers looks at them."""

STARTERS = _words(
    """
    a about above according accordingly additionally after afterwards again against ago ahead all almost along already
    also although altogether amid amidst among amongst an and another any anyone anything apart are around as aside at
    away back based be because been before behind being below beneath beside besides between beyond both briefly but by
    can conversely could current currently days dear despite did do does doing down due during each earlier early either
    elsewhere enough especially even eventually every everybody everyone everything except few fewer finally first five
    following for four from further furthermore given had half has have having he hence her here hers herself him
    himself his how however hundreds if in indeed initially inside instead into is it its itself just last late later
    least less let like likewise long many may maybe me meanwhile might millions more moreover most much must my near
    nearby nearly neither never nevertheless new next nine no nobody none nonetheless nor not nothing now of off often
    old on once one only onto opposite or originally other others otherwise our out outside over overall own part per
    perhaps plus previously prior rather recent recently regarding said same second separate separately seven several
    shall she should similar similarly since six so some somebody someone something sometimes soon still subsequently
    such ten than thanks that the their theirs them themselves then there thereafter therefore these they third this
    those though thousands three through throughout thus to today together tomorrow tonight too toward towards twelve
    twice two under unless unlike until up upon us was we were what whatever when whenever where whereas wherever
    whether which while who whoever whole whom whose why will with within without would yesterday yet you your
    der die das den dem des ein eine einen einem einer eines und oder aber auch nach vor bei mit von vom zu zum zur im
    in am an auf aus für über unter durch gegen ohne um wegen während seit bis als wie wenn weil dass ob er sie es wir
    ihr ihre sein seine dies diese dieser dieses dabei damit dann danach daher dort hier heute gestern morgen jetzt noch
    nur nun schon zudem außerdem jedoch laut zwei drei vier fünf mehr viele alle einige kein keine nicht
    el la los las un una unos unas y o pero también tras en con de del al por para según sin sobre desde hasta entre
    durante como cuando aunque porque si no se su sus este esta estos estas ese esa él ella ellos ayer hoy mañana más
    muchos varios dos tres cuatro cinco ni ante además mientras
    le les une des et ou mais aussi après avant chez avec par pour selon sans sous sur depuis jusque entre pendant comme
    quand lorsque bien parce que ce cet cette ces il elle ils elles on nous vous son sa ses leur leurs hier aujourdhui
    demain plus plusieurs deux trois quatre cinq ne pas dans à du au aux
    и или но а также после до при с со от к у в во на за из о об по для без под над через во время когда если хотя
    что как это этот эта эти он она они мы вы его ее их вчера сегодня завтра уже еще только все всего два три четыре
    пять не ни ранее позже однако кроме того
    il lo gli uno ed anche dopo prima con senza tra fra mentre sono è não mas também depois antes com sem os as um uma
    """
)
"""Words that begin sentences, in the languages articles come in."""

NOT_COUNTED = _words(
    """
    people men women children police officials congress research news data evidence information work water food money
    trade traffic power energy oil gas coal gold rain snow fire heat inflation unemployment growth demand supply access
    support opposition pressure violence fighting crime concern criticism progress production construction investment
    security safety health education aid help staff management leadership government parliament life love war peace
    justice history science technology nature weather climate music art television radio everybody whoever nobody
    """
)
"""English nouns that begin a sentence without an article."""

SINGULAR_VERBS = _words(
    """
    is was has says said told tells does isnt wasnt hasnt doesnt announced denied added asked argued called claimed
    confirmed declared declined described died expressed founded insisted joined killed led left lost married met moved
    noted opened played pleaded plans promised quit received refused rejected reported resigned responded retired
    returned replied scored served signed sold sued testified took traveled tweeted urged visited voted warned went won
    wrote who whose
    """
)
"""What may follow a name that begins an English sentence."""

SAYING = _words(
    """
    sagte sagt erklärte erklärt betonte warnte schrieb nannte meinte kündigte teilte bestätigte kritisierte
    dijo afirmó declaró aseguró señaló añadió anunció advirtió explicó confirmó
    déclaré affirmé annoncé ajouté estimé dit expliqué
    сказал сказала заявил заявила сообщил сообщила добавил добавила отметил отметила
    """
)
"""Verbs of one person's saying, beside which a bare capitalised word is a name."""

GERMAN_SAYING = _words("sagte sagt betonte meinte erklärte")
"""German verbs that their subject may follow; "warnte Seeleute" has an object there."""

GERMAN_BEARERS = _words(
    """
    stadt gemeinde dorf insel fluss berg region provinz bezirk firma konzern unternehmen reederei gruppe partei verein
    zeitung sender agentur nachrichtenagentur präsidentschaftskandidat präsidentschaftskandidatin experte expertin
    anwalt anwältin richter richterin ermittler ermittlerin abgeordnete abgeordneter autor autorin
    """
)
"""German nouns, besides titles, that a name follows."""

GERMAN_NOUNS = tuple(
    "ung ungen heit keit heiten keiten schaft schaften tion tionen tat taten ismus nis nisse tum".split()
)
"""Endings of German nouns that are no names."""

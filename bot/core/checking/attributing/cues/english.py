"""How English says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.table import Cues
from bot.core.checking.attributing.marked_words import forms, phrases


def _regular(lemmas: str) -> frozenset[str]:
    """Return the four forms of regular English verbs."""
    found: set[str] = set()
    for lemma in lemmas.split():
        bare = lemma.removesuffix("e")
        sounding = lemma.endswith("y") and lemma[-2] not in "aeiou"
        third = lemma[:-1] + "ies" if sounding else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        past = lemma[:-1] + "ied" if sounding else bare + "ed"
        found |= {lemma, third, past, bare + "ing"}
    return frozenset(found)


_OPINION = _regular(
    "claim argue allege assert contend insist maintain warn predict project estimate believe complain conclude "
    "suggest speculate theorize theorise reckon boast imply caution suspect counter opine posit joke lament"
) | forms("forecast forecasts forecasting think thinks thought thinking swear swears swore foresee foresees foresaw")
_STANCE = _regular(
    "accuse blame criticize criticise condemn denounce dispute reject demand attack dismiss praise urge question "
    "decry deplore rebuke fault slam blast refute deny advocate hail"
)
_NAMING = _regular("call describe label brand liken compare characterize characterise portray denote") | forms(
    "dub dubs dubbed dubbing"
)
ENGLISH = Cues(
    said=_OPINION
    | _regular(
        "state note stress emphasize emphasise acknowledge concede reply assure quip hint affirm reiterate advise "
        "remind mention assume underscore underline clarify inform"
    )
    | forms("say says said saying tell tells told telling admit admits admitted admitting"),
    weak=_regular(
        "show indicate signal demonstrate decide agree fear hope expect determine realize realise worry ask wonder "
        "request order respond rule observe document suspect point declare announce report explain add tweet post "
        "testify confirm vow pledge promise reveal disclose recall remark comment proclaim recount narrate relate "
        "propose recommend continue confess recognize recognise accept outline detail highlight cite"
    )
    | forms(
        "write writes wrote written writing learned learns learn find finds found see sees saw feel feels felt know "
        "knows knew hear hears heard hold holds held understand "
        "understands understood read reads shown concern"
    ),
    stance=_STANCE,
    naming=_NAMING,
    disputed=_OPINION | _STANCE | _NAMING | _regular("fear hope worry expect deny concede"),
    before=phrases(
        "according to|in the words of|in the opinion of|in the view of|in the eyes of|as reported by|as told by|"
        "as stated by|citing|quoting|as stated in"
    ),
    passive=phrases(
        *(
            f"{be} {kind}"
            for be in ("is", "are", "was", "were", "been", "being", "stands", "stand")
            for kind in (
                "accused of|alleged to|said to|reported to|believed to|thought to|rumored to|rumoured to|claimed to|"
                "suspected of|understood to|blamed for"
            ).split("|")
        ),
        *(
            f"it {be} {kind} that"
            for be in ("is", "was", "has been", "had been")
            for kind in "said reported alleged claimed believed thought rumored rumoured suggested".split()
        ),
    ),
    nouns=forms(
        "claim claims allegation allegations accusation accusations report reports assertion assertions argument "
        "arguments statement statements warning warnings belief suggestion suggestions estimate estimates theory "
        "theories rumor rumors rumour rumours view opinion contention complaint complaints assurance assurances "
        "announcement charge charges concern concerns fear fears forecast forecasts hope"
    ),
    ambiguous=forms(
        "claim claims report reports state states note notes question questions fear fears hope hopes rule rules order "
        "orders request requests point points demand demands document documents attack attacks blame praise fault "
        "faults post posts comment comments remark remarks promise promises pledge pledges vow vows joke jokes project "
        "projects estimate estimates label labels brand brands detail details highlight highlights outline outlines "
        "make makes made go goes went put puts know knows knew see sees saw feel feels felt hold holds held read reads "
        "decide decides decided continue continues continued find finds found show shows showed shown worry worries "
        "concern concerns charge charges argument arguments statement statements opinion view theory theories document "
        "documented documenting add adds added adding counter counters slam accept accepts accepted accepting learn "
        "learns learned view agree agrees agreed observe respond responds responded responding forecast forecasts "
        "project projected projecting"
    ),
    performative=_regular("announce confirm disclose reveal"),
    telling=_regular("assure advise remind inform warn ask order request caution urge")
    | forms("tell tells told telling"),
    appeals=forms("for on"),
    hearsay=forms("reportedly allegedly alleged purportedly supposedly unconfirmed"),
    that=forms("that whether if how why"),
    finite=forms(
        "he she it they we there i you is are was were has have had will would could should may might can cannot do "
        "does did be"
    ),
    auxiliary=forms(
        "has have had is are was were be been being also later then still even further again once first never not "
        "often always just only now recently previously both all each would will could might may should did does do "
        "to continues continued went on simply ever himself herself themselves itself has seemed appeared"
    ),
    stops=forms(
        "that because when whenever after before but while whereas although though as if since where which "
        "what how why until unless than so whether yet despite"
    ),
    joining=forms("and or"),
    infinitive=forms("to"),
    being=forms("is are was were be been being get gets got"),
    contrasts=forms("but while although though whereas"),
    subordinate=forms("after when while although though as since because if once before despite"),
    articles=forms(
        "a an the his her its their our my your this these those any some no another such more many several few of "
        "united member new false similar recent earlier public joint written official"
    ),
    adjuncts=forms(
        "on in at to during after before when of by as from with via monday tuesday wednesday thursday friday "
        "saturday sunday yesterday today tonight late early earlier last this reporters last afterward afterwards "
        "later then recently again separately january february march april may june july august september october "
        "november december through for while following about himself herself me us them him her"
    ),
    counting=forms(
        "put puts putting estimate estimates estimated count counts counted list lists listed calculate calculates "
        "calculated reckon reckons reckoned tally tallied"
    ),
)

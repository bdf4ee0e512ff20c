"""Words that decide whether a full stop ends a sentence, by language. All are lower case, without their last stop.

Written for news text. Where a language is missing, the library's own lists still speak (see `stops`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_LEADS_EVERYWHERE = frozenset(
    "mr mrs ms dr prof gov lt gen sgt col capt sen rep rev hon maj adm cmdr cpl pfc brig messrs mme mmes mlle mgr msgr"
    " sra srta sres dra dott sigg drs dipl vs e.g eg i.e ie cf viz approx op al aka".split()
)
_COUNTED_EVERYWHERE = frozenset(
    "no nos nr nrs n num art arts sec secs p pp pg vol vols fig figs ch chap par abs abb s ziff kap h hrs ca approx est"
    " jan feb mar apr jun jul aug sep sept oct nov dec tel ext № n.º n.os núm nº lit sq ver"
    " janv févr avr juil déc ene abr ago dic fev out dez gen mag giu lug ott okt mrt stycz lut kwi maj cze lip sie wrz"
    " paź lis gru янв февр фев апр авг сент сен окт нояб дек".split()
)

_LEADS = {
    "fr": "m mm mmes mlles me pr ste vve bd av env p.ex",
    "es": "sr d dña dª ud uds lic ing gral cnel tte av avda excmo excma pág p.ej",
    "pt": "sr sras srs d dª exmo exma eng av gal cel p.ex",
    "it": "sig sig.ra avv ing on geom rag arch gen p.es es",
    "de": "hr fr frl hl dipl.-ing mio mrd bzw ca z.b z.t d.h u.a i.d.r o.g evtl ggf inkl exkl sog sogen vgl st rd mind"
    " max min insb insbes bspw geb gest verh zzgl ehem",
    "nl": "dhr mevr mw ir mr st bijv o.a d.w.z m.n i.p.v t.a.v ds",
    "sv": "bl.a t.ex dvs s.k kl ca st fr.o.m t.o.m",
    "da": "bl.a f.eks dvs s.k kl ca hr fr skt",
    "nb": "bl.a f.eks dvs s.k kl ca hr fr st",
    "pl": "p hab inż ks św ul al pl gen płk np tzw ok im",
    "cs": "p pí ing mgr mudr judr sv ul tzv např gen",
    "tr": "sn dr av cad sok mah doç yrd gen org tğm hz örn",
    "ru": "г ул им акад проф стр обл пос пер просп пл рис гл ст оз р-н св гр т тов ген напр т.е т.н т.к",
    "uk": "м вул ім акад проф обл просп пл рис гл ст оз с св гр т напр т.зв",
    "el": "κ κα δρ αγ λεωφ π.χ",
    "hi": "डॉ प्रो श्री पं मि रु सं क्र",
    "ar": "د أ م ص إف جي دي سي بي تي إل إم إن إس آر إتش كيه دبليو",
}
"""What stands before the word it belongs to, so that the sentence goes on."""

_OPENERS = {
    "en": "the this that these those he she it they we you but and in on at if when while after before however"
    " meanwhile its his her their our there then although because as for with by according so yet since also both each"
    " some many most not now one what who why how where under despite during last earlier later is are was were an nor"
    " or to from",
    "fr": "le la les un une il elle ils elles on ce cette ces mais et dans en selon pour après avant son sa ses"
    " nous vous",
    "es": "el la los las un una unos unas él ella ellos pero y en según para tras su sus esto este esta no se por como",
    "pt": "o a os as um uma ele ela eles elas mas e em segundo para após seu sua isso este esta não no na por como",
    "it": "il lo la i gli le un una uno lui lei loro ma e in secondo per dopo questo questa non si",
    "de": "der die das den dem des ein eine einen er sie es wir ihr und aber im in am an auch nach vor bei doch dort"
    " dies diese dieser für mit zu zum zur laut als wenn",
    "sv": "det den de han hon vi jag men och i på för efter enligt när om där så",
    "nb": "det den de han hun vi jeg men og i på for etter ifølge når om der så",
    "da": "det den de han hun vi jeg men og i på for efter ifølge når om der så",
    "nl": "de het een hij zij ze we wij maar en in op na voor volgens dit dat deze die er ook",
    "ru": "он она оно они мы вы это эта этот эти но и в на по после до также при как а с об у из за для",
    "uk": "він вона воно вони ми ви це ця цей ці але і й в у на по після до також як а з про за для",
}
"""Words that open a sentence and are no names: a stop before one of them in upper case ends a sentence."""

_PLAIN = {
    "en": "me may ill fed art ark no miss ore id ok con del la que alta ken mar sun sat don fig min is in am pa mo res",
    "fr": "ex fr sup sing env",
    "ru": "я руб долл др млн млрд тыс т.д т.п",
    "uk": "я грн дол млн млрд тис ін т.д т.п",
    "de": "mag sa",
    "pl": "r zł tys mln mld",
    "sv": "kr",
    "da": "kr",
    "nb": "kr",
}
"""Words, units included, that end a sentence though a list of abbreviations holds them."""

_SHORT = frozenset(
    "dept univ blvd misc temp incl excl orig assn bros supt calif tenn conn mass mich penn minn univ capt asst attn"
    " chap suppl contr fasc suiv sect masc boul evtl sogen buchst kath dipl dergl inkl exkl resp insp hosp tels"
    " просп напр сокр канд проф акад зав обл дисс нед моск cent fecha aprox depto prov págs avda cnel gral".split()
)
"""Abbreviations of four letters and more in lower case; any other word of that length is a word."""

_YEARS = {"ru": "г гг", "uk": "р рр", "bg": "г", "pl": "r"}
"""Short for "year": after digits it may end a sentence, elsewhere it leads."""

_TWINS = {"no": "nb", "nn": "nb", "be": "ru", "gl": "es"}
"""Languages that borrow the words of a close relative."""

_ORDINALS = frozenset("de da nb nn no fi cs sk sl hr bs sr hu et lv lt tr is lb pl".split())
"""Languages that write an ordinal as a number with a stop."""

ZONES = frozenset(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest jst kst hkt sgt aest aedt eat wat sast msk"
    " eastern central mountain pacific greenwich monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun".split()
)
"""What follows "4 p.m." inside one sentence."""

NAMES_WITH_CRY = frozenset({"yahoo", "yum", "jeopardy", "wham"})

ORDINAL_LEADS = frozenset(
    "am vom zum der die das den dem des im beim ab bis seit jeden ihr ihre ihren ihrem sein seine seinen seinem"
    " den det 1 2 3 dne od do dnia i".split()
)
"""Words before an ordinal number."""

ORDINAL_NOUNS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jahrhundert liga bundesliga"
    " weltkrieg senat strafsenat platz tag runde wahlgang kammer abschnitt marraskuuta ocak şubat mart nisan mayıs"
    " haziran temmuz ağustos eylül ekim kasım aralık yüzyıl".split()
)
"""Nouns behind an ordinal number; most other languages write theirs in lower case, which is rule enough."""

COMPANY = frozenset("inc corp ltd llc plc co group japan brands holdings records media finance news mail".split())
"""What follows a name that is written with an exclamation mark."""

ENDINGS = frozenset("com org net io ai js tv gov edu info app dev ru fr eu ua cz jp cn xyz".split())
"""Ends of domains and file names, so that "Booking.Com" is not two sentences."""

SURNAMES = frozenset("he an so in on by as at we you her will do no is a e i o to".split())
"""Openers that are surnames or particles too: behind an initial they do not open a sentence."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language that decide about a full stop."""

    leads: frozenset[str]
    counted: frozenset[str]
    openers: frozenset[str]
    plain: frozenset[str]
    short: frozenset[str]
    years: frozenset[str]
    ordinals: bool


def _words(table: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(table.get(_TWINS.get(language, language), "").split())


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """Return the words for a primary language subtag; an unknown one gets what holds everywhere."""
    return Lexicon(
        leads=_LEADS_EVERYWHERE | _words(_LEADS, language),
        counted=_COUNTED_EVERYWHERE,
        openers=_words(_OPENERS, language),
        plain=_words(_PLAIN, language) | {"etc", "usw", "osv"},
        short=_SHORT,
        years=_words(_YEARS, language),
        ordinals=language in _ORDINALS,
    )
